import { at } from '../../problem/index.js'
import { decimal, money } from '../../quantity/index.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { floorAtCap, sameRate } from './curve-findings.js'
import { type Finding, writtenIn } from './finding.js'
import { withoutEffect } from './rule-findings.js'

/** What the words of a policy show by themselves, whatever the figures. */
export function wordingFindings(policy: PlanPolicy): readonly Finding[] {
  const { accelerator, currency, holdback } = policy
  const write = writtenIn(money(currency), money(currency))
  const rates =
    'steps' in policy.tiers
      ? policy.tiers.steps.map(({ rate }) => (typeof rate === 'string' ? rate : undefined))
      : []
  const factors = ['1', ...(accelerator?.steps.map(({ factor }) => factor) ?? [])]
  return [
    ...repeated(rates).map((i) => sameRate(write, at('tiers.steps', i))),
    ...repeated(factors).map((i) => withoutEffect(write, at('accelerator.steps', i - 1))),
    ...(holdback && decimal(holdback.share).isZero() ? [withoutEffect(write, 'holdback')] : []),
    ...floorsAtCaps.flatMap(([floor, cap]) => {
      const [least, most] = [policy[floor], policy[cap]]
      const isSame =
        typeof least === 'string' &&
        typeof most === 'string' &&
        decimal(least).greaterThanOrEqualTo(most)
      return isSame ? [floorAtCap(write, floor, least)] : []
    }),
  ].map((finding) => ({ ...finding, given: {} }))
}

const floorsAtCaps = [
  ['floor', 'cap'],
  ['dealFloor', 'dealCap'],
] as const

/** The places of numbers that equal the one before them. */
function repeated(list: readonly (string | undefined)[]): readonly number[] {
  return list.flatMap((value, i) => {
    const previous = list[i - 1]
    return value !== undefined && previous !== undefined && decimal(value).equals(previous)
      ? [i]
      : []
  })
}

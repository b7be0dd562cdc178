import { at } from '../../problem/index.js'
import { decimal, money } from '../../quantity/index.js'
import { steppedTiers } from '../category-tiers.js'
import type { OwnOr } from '../own-schema.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { floorAtCap, sameRate } from './curve-findings.js'
import { type Finding, writtenIn } from './finding.js'
import { withoutEffect } from './rule-findings.js'

/** What the words of a policy show by themselves, whatever the figures. */
export function wordingFindings(policy: PlanPolicy): readonly Finding[] {
  const { accelerator, currency, holdback } = policy
  const write = writtenIn(money(currency), money(currency))
  const factors = ['1', ...(accelerator?.steps.map(({ factor }) => factor) ?? [])]
  return [
    ...steppedTiers(policy.tiers).flatMap(({ path, tiers: { steps } }) =>
      repeated(steps.map(({ rate }) => rate)).map((i) => sameRate(write, at(at(path, 'steps'), i))),
    ),
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
function repeated(list: readonly OwnOr[]): readonly number[] {
  return list.flatMap((value, i) => {
    const previous = list[i - 1]
    if (typeof value !== 'string' || typeof previous !== 'string') return []
    return decimal(value).equals(previous) ? [i] : []
  })
}

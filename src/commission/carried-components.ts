import {
  add,
  constant,
  type Expression,
  minimum,
  multiply,
  named,
  subtract,
} from '../formula/index.js'
import { amount, type Component, component } from '../pay/index.js'
import type { Label, Problem } from '../problem/index.js'
import { notTogether } from '../problem/terms-problems.js'
import { decimal } from '../quantity/index.js'
import { tooManyPlaces } from '../quantity/internal.js'
import { byDeal } from './by-deal.js'
import { measureName, quotaInput, unitOf } from './plan-inputs.js'
import { type Carry, partName, type Reader, readFrom, sumOf } from './plan-reads.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { noQuota, partNotAbove } from './problems.js'
import { whereQuota } from './quota-of-zero.js'

/** The places that the part may have, so that the part of a quota has no more than credits are read with. */
const partPlaces = 4

/** What does not go with carrying: measures that reach over several periods, and what follows each deal. */
export function carryProblems(policy: PlanPolicy, { beyond }: Carry): readonly Problem[] {
  const { quota, measuring, deals, holdback, tiers } = policy
  const by = byDeal(policy)
  const beside = {
    measuring: measuring !== undefined,
    deals: deals !== undefined,
    ...(by !== undefined && { [by]: true }),
    holdback: holdback !== undefined,
    category: tiers.kind === 'category',
  }
  return [
    ...(quota === undefined ? [noQuota('carry')] : []),
    ...(decimal(beyond).isZero() ? [partNotAbove('carry.beyond', beyond)] : []),
    ...(decimal(beyond).decimalPlaces() > partPlaces
      ? [tooManyPlaces('carry.beyond', beyond, partPlaces)]
      : []),
    ...Object.entries(beside).flatMap(([kind, given]) =>
      given ? [notTogether('carry', kind)] : [],
    ),
  ]
}

/**
 * What counts of a period where what is sold beyond a part of the quota is carried on:
 *
 * - `id.sold`: what is credited in the period.
 * - `id.available`: that, and what was carried from the period before.
 * - `id.counted`: of it what the plan measures, up to the part of the quota.
 * - `id.carried`: the rest. What is taken back later of a period that is open moves all that follows it.
 */
export function carriedComponents(reader: Reader, { beyond }: Carry): readonly Component[] {
  const { policy } = reader.plan
  const { measure } = policy
  const unit = unitOf(policy, policy.measure)
  const read = (part: string, saying: Parameters<typeof amount>[3]) =>
    amount(partName(reader, part), unit, reader.places, saying)
  const part = (name: string, label: Label, of: Expression) =>
    component(partName(reader, name), {}, named(label, of))
  const available = read('available', { label: availableLabel })
  const most = named(mostLabel, multiply(readFrom(reader, quotaInput(policy)), constant(beyond)))
  const all = () => available
  const counted = whereQuota(policy, minimum(available, most), { reached: all, missed: all })
  return [
    part(
      'sold',
      soldLabel,
      sumOf(reader, measure, { input: measureName(measure), label: measure.label }),
    ),
    part(
      'available',
      availableLabel,
      add(
        read('sold', { label: soldLabel }),
        read('carried', { over: 'before', label: beforeLabel }),
      ),
    ),
    part('counted', countedLabel, counted),
    part('carried', carriedLabel, subtract(available, read('counted', { label: countedLabel }))),
  ]
}

const soldLabel = { en: 'Credited in the period', 'zh-CN': '本期计提业绩' }
const beforeLabel = { en: 'Carried from before', 'zh-CN': '上期结转业绩' }
const availableLabel = { en: 'With what was carried', 'zh-CN': '连同结转的业绩' }
const mostLabel = { en: 'Counts at most', 'zh-CN': '本期最多计入' }
const countedLabel = { en: 'Counts in the period', 'zh-CN': '本期计入业绩' }
const carriedLabel = { en: 'Carried on', 'zh-CN': '结转下期业绩' }

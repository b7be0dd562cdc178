import { at } from '../../problem/index.js'
import { decimal, money } from '../../quantity/index.js'
import { type Compared, comparisonsIn } from '../comparisons.js'
import type { PlanCondition } from '../conditions-schema.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { type Finding, writtenIn } from './finding.js'
import { lessThanBefore, neverTheBest } from './rule-findings.js'

/** Stages that a later one always takes the place of, and stages that pay less than an earlier one. */
export function stageFindings({ currency, tiers }: PlanPolicy): readonly Finding[] {
  if (tiers.kind !== 'stages') return []
  const { stages } = tiers
  const write = writtenIn(money(currency), money(currency))
  const asked = stages.map(({ when }) => conjuncts(when))
  return stages.flatMap(({ rate }, i) => {
    const path = at('tiers.stages', i)
    const later = asked.findIndex((of, j) => j > i && isImplied(of, asked[i]))
    const better = stages.slice(0, i).findIndex(({ rate: before }) => isMore(before, rate))
    return [
      ...(later < 0 ? [] : [{ ...neverTheBest(write, at(path, 'when'), later), given: {} }]),
      ...(better < 0 ? [] : [{ ...lessThanBefore(write, at(path, 'rate'), better), given: {} }]),
    ]
  })
}

type Rate = Extract<PlanPolicy['tiers'], { readonly kind: 'stages' }>['stages'][number]['rate']

function isMore(before: Rate, rate: Rate): boolean {
  return typeof before === 'string' && typeof rate === 'string' && decimal(before).greaterThan(rate)
}

/** The comparisons that all must hold, where a condition is no more than that. */
function conjuncts(condition: PlanCondition): readonly Compared[] | undefined {
  if ('any' in condition || 'not' in condition) return undefined
  if (!('all' in condition)) {
    const own = comparisonsIn(condition, '').map((placed) => placed.condition)
    const [first] = own
    const isLeast = 'leastOf' in condition && first !== undefined && !isLower(first)
    return 'kpi' in condition || isLeast ? own : undefined
  }
  const parts = condition.all.map(conjuncts)
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}

/** Whether a comparison asks for no more than a bound. */
function isLower({ sense }: Compared): boolean {
  return sense === 'atMost' || sense === 'below'
}

/** Whether all that is asked follows from what holds. */
function isImplied(
  asked: readonly Compared[] | undefined,
  held: readonly Compared[] | undefined,
): boolean {
  if (asked === undefined || held === undefined) return false
  return asked.every((one) => held.some((other) => follows(one, other)))
}

/** Whether one comparison holds wherever another one of the same thing does. */
function follows(one: Compared, from: Compared): boolean {
  const same = one.kpi === from.kpi && one.of === from.of && isLower(one) === isLower(from)
  if (!same || typeof one.value !== 'string' || typeof from.value !== 'string') return false
  const gap = decimal(from.value).minus(one.value)
  const room = isLower(one) ? gap.negated() : gap
  const isStrict = one.sense === 'above' || one.sense === 'below'
  return room.greaterThan(0) || (room.isZero() && (!isStrict || one.sense === from.sense))
}

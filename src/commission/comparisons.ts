import { at } from '../problem/index.js'
import {
  type Asked,
  type Comparison,
  type PlanCondition,
  type Sense,
  senses,
} from './conditions-schema.js'
import type { OwnOr } from './own-schema.js'

/** One comparison of a condition, turned round where it stands under a `not`. */
export interface Compared extends Asked {
  readonly sense: Sense
  readonly value: OwnOr
}

/** A comparison, and where in the policy it is. */
export interface Placed {
  readonly path: string
  /** Where the number stands that it is compared with. */
  readonly valuePath: string
  readonly condition: Compared
}

const opposite: Readonly<Record<Sense, Sense>> = {
  atLeast: 'below',
  below: 'atLeast',
  above: 'atMost',
  atMost: 'above',
}

/** Every comparison that a condition is made of. */
export function comparisonsIn(
  condition: PlanCondition,
  path: string,
  negated = false,
): readonly Placed[] {
  const listed = (list: readonly PlanCondition[], name: string) =>
    list.flatMap((each, i) => comparisonsIn(each, at(at(path, name), i), negated))
  if ('all' in condition) return listed(condition.all, 'all')
  if ('any' in condition) return listed(condition.any, 'any')
  if ('not' in condition) return comparisonsIn(condition.not, at(path, 'not'), !negated)
  const { sense, value } = comparedBy(condition)
  const valuePath = at(path, sense)
  const own = { sense: negated ? opposite[sense] : sense, value }
  if ('leastOf' in condition)
    return condition.leastOf.map((asked, i) => ({
      path: at(at(path, 'leastOf'), i),
      valuePath,
      condition: { ...asked, ...own },
    }))
  const { kpi, of, kpiLabel } = condition
  return [{ path, valuePath, condition: { kpi, of, kpiLabel, ...own } }]
}

/** A condition that asks for other names, or calls them otherwise. */
export function askingFor<Own extends PlanCondition>(
  condition: Own,
  made: (asked: Asked) => Asked,
): Own {
  const listed = (list: readonly PlanCondition[]) => list.map((each) => askingFor(each, made))
  if ('all' in condition) return { ...condition, all: listed(condition.all) }
  if ('any' in condition) return { ...condition, any: listed(condition.any) }
  if ('not' in condition) return { ...condition, not: askingFor(condition.not, made) }
  if ('leastOf' in condition) return { ...condition, leastOf: condition.leastOf.map(made) }
  return { ...condition, ...made(condition) }
}

/** The one comparison that is given. */
export function comparedBy(comparison: Comparison): Pick<Compared, 'sense' | 'value'> {
  const sense = senses.find((each) => comparison[each] !== undefined) as Sense
  return { sense, value: comparison[sense] as OwnOr }
}

import { at, type Problem } from '../problem/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { Among, As, Over, Scope } from './component.js'
import { named, type Reading } from './link-context.js'
import { payLimits } from './link-shape.js'

/** What several kinds of source are asked alike. */

/** How many of something: whole, and a count. */
export function countProblems(reading: Reading): readonly Problem[] {
  const { declared, path } = reading
  if (declared?.kind !== 'number') return []
  const { unit, scale } = declared
  return unit === 'count' && scale === 0
    ? []
    : [payProblem('count-unit', path, { ...named(reading), unit, scale })]
}

/** A share of the way up the values: above 0, at most 1. */
export function quantileProblems(
  reading: Reading,
  path: string,
  as: As | Among['as'] | undefined,
): readonly Problem[] {
  if (typeof as !== 'object' || !('quantile' in as)) return []
  const place = at(path, 'quantile')
  const { quantile } = as
  const read = readDecimal(quantile, place)
  if (isProblem(read)) return [read]
  return read.greaterThan(0) && !read.greaterThan(1)
    ? []
    : [payProblem('bad-quantile', place, { ...named(reading), quantile })]
}

/** Whose window it is: the component, and the input or the table that it is for. */
type Windowed = ReturnType<typeof named>

/** A window over records or days: neither has an earlier value. */
export function pastProblems(
  of: Windowed,
  path: string,
  over: Over | undefined,
): readonly Problem[] {
  return over === 'before'
    ? [payProblem('no-earlier-value', path, of)]
    : windowProblems(of, path, over)
}

/** A window of so many periods: whole ones, and not so many that no run could end. */
export function windowProblems(
  of: Windowed,
  path: string,
  over: Over | undefined,
): readonly Problem[] {
  if (typeof over !== 'object' || 'since' in over) return []
  if ('ago' in over && typeof over.ago === 'object') return earlierProblems(of, path, over.ago)
  const [key, periods] = 'ago' in over ? ['ago', over.ago as number] : ['last', over.last]
  const most = payLimits.window
  return Number.isInteger(periods) && periods >= 1 && periods <= most
    ? []
    : [payProblem('bad-window', at(path, key as string), { ...of, periods: Number(periods), most })]
}

/** So many days earlier: within the century that a window of periods has too. */
function earlierProblems(
  of: Windowed,
  path: string,
  { days }: { readonly days: number },
): readonly Problem[] {
  const most = payLimits.days
  return Number.isInteger(days) && days >= 1 && days <= most
    ? []
    : [payProblem('bad-days', at(at(path, 'ago'), 'days'), { ...of, days: Number(days), most })]
}

/** A component that the book does not have. */
export function unknownComponent(
  { checking }: Pick<Reading, 'checking'>,
  path: string,
  found: string,
): readonly Problem[] {
  const known = checking.book.components
  return Object.hasOwn(known, found)
    ? []
    : [payProblem('unknown-component', path, { found, known: () => Object.keys(known) })]
}

const grains = { assignment: 0, person: 1, group: 2, company: 3 } as const

/** How coarse a row is: of a post, a person, a group, the company. */
export function grainOf(scope: Scope): number {
  return grains[typeof scope === 'object' ? 'group' : scope]
}

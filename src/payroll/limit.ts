import type { LinkedComponent, PayBook, PayData, Run } from '../pay/index.js'
import { at, type Label, type Problem, refuse } from '../problem/index.js'
import { decimal, difference, minorUnits, total } from '../quantity/index.js'
import { type Tally, tally } from '../quantity/internal.js'
import { ledgerProblem } from '../words/index.js'
import { booking } from './booked.js'
import { checkAttributes } from './checked.js'
import { knownRuns } from './known-runs.js'
import { type Limit, limitProblems } from './limit-schema.js'

/** What is paid beside a limit. Amounts have the places of the currency. */
export interface LimitStatus {
  readonly limit: string
  readonly label?: Label
  readonly clause?: string
  readonly breach: Limit['breach']
  /** Of a limit `by` an attribute: the value of the group that this is of, `''` of those without one. */
  readonly group?: string
  readonly sum: string
  readonly most: string
  /** What is left; negative where more is paid. */
  readonly left: string
  readonly breached: boolean
}

/**
 * What runs of one period pay beside limits, in the order of the limits; of a limit `by` an attribute one for each
 * group of whom something is paid, by value. Lines count by the period in which they are paid, whenever they
 * were earned, and are divided among groups as {@link totals} does. A sum may be that of one person: this is
 * for who sees every line.
 *
 * Throws a `PolicyError` for limits of components or tags that the book does not have or of attributes that
 * nobody has, for runs of several periods, and for runs that do not go with the book.
 *
 * @example
 * limitStatus(book, data, [run], book.limits).map(({ sum, left }) => [sum, left]) //=> [['28099.10', '-4099.10']]
 */
export function limitStatus(
  book: PayBook,
  data: PayData,
  runs: readonly Run[],
  limits: readonly Limit[],
): readonly LimitStatus[] {
  refuse(limitProblems(book, limits, 'limits'))
  checkAttributes(data, askedBy(limits))
  const known = knownRuns(book, data, runs)
  refuse(otherPeriods(runs))
  const attributes = [...new Set(limits.flatMap(namesOf))]
  const places = minorUnits(book.definition.currency)
  const pieces = booking(attributes, places)
  const bounds = limits.map((limit) => boundOf(book, limit, attributes))
  for (const { run, components, presence } of known)
    for (const line of run.lines) {
      const component = components.get(line.component) as LinkedComponent
      for (const { values, amount } of pieces({ line, component: component.name, presence }))
        for (const bound of bounds) bound.add(component, values, amount)
    }
  return limits.flatMap((limit, i) =>
    [...(bounds[i] as Bound).sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, sum]) => statusOf(limit, group, sum, places)),
  )
}

/** The attributes that limits ask for, each where it does. */
function askedBy(limits: readonly Limit[]): readonly (readonly [path: string, name: string])[] {
  return limits.flatMap(({ where = {}, by }, i) => {
    const path = at('limits', i)
    const names = Object.keys(where).map((name) => [at(at(path, 'where'), name), name] as const)
    return by === undefined ? names : [...names, [at(path, 'by'), by] as const]
  })
}

function namesOf({ where = {}, by }: Limit): readonly string[] {
  return by === undefined ? Object.keys(where) : [...Object.keys(where), by]
}

function otherPeriods(runs: readonly Run[]): readonly Problem[] {
  return runs.flatMap(({ period: found }, i) => {
    const expected = (runs[0] as Run).period
    return found === expected
      ? []
      : [ledgerProblem('other-period', at(at('runs', i), 'period'), { found, expected })]
  })
}

/** What a limit bounds, added up by group; by one of no name where it bounds all together. */
interface Bound {
  readonly sums: Map<string, Tally>
  readonly add: (component: LinkedComponent, values: readonly string[], amount: string) => void
}

function boundOf(
  { components }: PayBook,
  { of, where = {}, by }: Limit,
  attributes: readonly string[],
): Bound {
  const sums = new Map<string, Tally>(by === undefined ? [['', tally()]] : [])
  const named = new Set(of?.components)
  const tags = new Set(of?.tags)
  const counted = new Set(
    [...components.values()].filter(
      (each) =>
        of === undefined ||
        [each.name, ...each.was].some((name) => named.has(name)) ||
        each.tags.some((tag) => tags.has(tag)),
    ),
  )
  const asked = Object.entries(where).map(
    ([name, wanted]) => [attributes.indexOf(name), new Set(wanted)] as const,
  )
  const group = by === undefined ? undefined : attributes.indexOf(by)
  return {
    sums,
    add: (component, values, amount) => {
      if (!counted.has(component)) return
      if (!asked.every(([i, wanted]) => wanted.has(values[i] as string))) return
      const value = group === undefined ? '' : (values[group] as string)
      const sum = sums.get(value) ?? tally()
      sums.set(value, sum)
      sum.add(amount)
    },
  }
}

function statusOf(
  { id, most, breach, by, label, clause }: Limit,
  group: string,
  tallied: Tally,
  places: number,
): LimitStatus {
  const sum = tallied.total(places)
  const left = difference(most, sum, places)
  return {
    limit: id,
    ...(label !== undefined && { label }),
    ...(clause !== undefined && { clause }),
    breach,
    ...(by !== undefined && { group }),
    sum,
    most: total([most], places),
    left,
    breached: decimal(left).isNegative(),
  }
}

/**
 * Throws a `PolicyError` for each limit that is breached and refuses it; does nothing otherwise.
 *
 * @example
 * refuseBreaches(limitStatus(book, data, [run], limits))
 */
export function refuseBreaches(statuses: readonly LimitStatus[]): void {
  refuse(
    statuses
      .filter(({ breach, breached }) => breach === 'refuse' && breached)
      .map(({ limit, group, sum, most }) =>
        ledgerProblem('beyond-limit', at('limits', limit), { limit, group, sum, most }),
      ),
  )
}

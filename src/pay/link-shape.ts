import { isIsoDate, parseBasis, parseFiscalCalendar, periodsOf } from '../calendar/index.js'
import { dateProblems, endsBeforeStart } from '../calendar/internal.js'
import { at, isName, type Problem, problemsOf, under } from '../problem/index.js'
import { isCurrency } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { Book, Component, Version } from './component.js'
import { rhythmsOf } from './rhythms.js'

/**
 * The most periods that may stay open, that a window may hold, and days that it may lie earlier: five
 * years, a century of months, a century.
 * The most reads of components, a tag as often as it has any: so that no book keeps a run from ending.
 */
export const payLimits = { retro: 60, window: 1_200, days: 36_525, reads: 1_000_000 } as const

/** What is wrong with a book before anything is asked of its formulas. */
export function shapeProblems(book: Book): readonly Problem[] {
  return [
    ...(isCurrency(book.currency)
      ? []
      : [payProblem('unknown-currency', 'currency', { currency: book.currency })]),
    ...rhythmProblems(book),
    ...Object.entries(book.basis ?? {}).flatMap(([name, basis]) => [
      ...nameProblems(at('basis', name), name),
      ...under(
        at('basis', name),
        problemsOf(() => parseBasis(basis)),
      ),
    ]),
    ...retroProblems('retro', book.retro),
    ...Object.entries(book.components).flatMap(([name, versions]) => [
      ...nameProblems(at('components', name), name),
      ...versionProblems(at('components', name), name, versions),
    ]),
    ...takenNames(book),
  ]
}

function nameProblems(path: string, name: string): readonly Problem[] {
  return isName(name) ? [] : [payProblem('not-a-name', path, { name })]
}

function rhythmProblems(book: Book): readonly Problem[] {
  return Object.entries(rhythmsOf(book)).flatMap(([name, { kind, calendar }]) => {
    const path = at('rhythms', name)
    const unread = calendar === undefined ? [] : problemsOf(() => parseFiscalCalendar(calendar))
    return [
      ...nameProblems(path, name),
      ...under(at(path, 'calendar'), unread),
      // Whether the calendar has periods of the kind.
      ...(unread.length > 0
        ? []
        : under(
            path,
            problemsOf(() => periodsOf(2026, kind, calendar)),
          )),
    ]
  })
}

function retroProblems(path: string, retro: number | undefined): readonly Problem[] {
  const most = payLimits.retro
  const fine = retro === undefined || (Number.isInteger(retro) && retro >= 0 && retro <= most)
  return fine ? [] : [payProblem('bad-retro', path, { retro, most })]
}

function versionProblems(
  path: string,
  name: string,
  versions: readonly Version[],
): readonly Problem[] {
  if (versions.length === 0) return [payProblem('no-versions', path, { component: name })]
  return versions.flatMap((version, i) => {
    const place = at(path, i)
    const { component, was = [], tags = [], retro } = version.value
    const value = at(place, 'value')
    return [
      ...dayProblems(place, name, version, versions[i - 1]),
      ...(component === name
        ? []
        : [
            payProblem('other-name', at(value, 'component'), { component: name, found: component }),
          ]),
      ...was.flatMap((each, j) => nameProblems(at(at(value, 'was'), j), each)),
      ...tags.flatMap((each, j) => nameProblems(at(at(value, 'tags'), j), each)),
      ...retroProblems(at(value, 'retro'), retro),
      ...apart(value, name, version.value, (versions[0] as Version).value),
    ]
  })
}

/** A version begins after the one before it has ended. */
function dayProblems(
  path: string,
  component: string,
  { from, to }: Version,
  before: Version | undefined,
): readonly Problem[] {
  const dates = [
    ...(from === undefined ? [] : dateProblems(from, at(path, 'from'))),
    ...(to === undefined ? [] : dateProblems(to, at(path, 'to'))),
  ]
  if (dates.length > 0) return dates
  if (from !== undefined && to !== undefined && to < from)
    return [endsBeforeStart(at(path, 'to'), from, to)]
  if (before === undefined || (from !== undefined && before.to !== undefined && before.to < from))
    return []
  // What the one before says wrongly is told there.
  return before.to !== undefined && !isIsoDate(before.to)
    ? []
    : [payProblem('versions-overlap', path, { component, from, before: before.to })]
}

const same = {
  of: ({ of = 'person' }: Component) => (typeof of === 'string' ? of : `by ${of.by}`),
  period: ({ period }: Component) => period,
  pays: ({ pays }: Component) => pays,
  each: ({ each }: Component) => (typeof each === 'object' ? 'record' : each),
  retro: ({ retro }: Component) => retro,
} as const

/** What a version says otherwise than the first, and all must say alike. */
function apart(
  path: string,
  component: string,
  value: Component,
  first: Component,
): readonly Problem[] {
  return (Object.keys(same) as (keyof typeof same)[]).flatMap((what) =>
    same[what](value) === same[what](first)
      ? []
      : [payProblem('versions-differ', at(path, what), { component, what })],
  )
}

/** An earlier name that is another component's, now or before. */
function takenNames({ components }: Book): readonly Problem[] {
  const owners = new Map(Object.keys(components).map((name) => [name, name]))
  const problems: Problem[] = []
  for (const [component, versions] of Object.entries(components)) {
    const own = new Set<string>()
    for (const [i, { value }] of versions.entries())
      for (const [j, name] of (value.was ?? []).entries()) {
        if (own.has(name)) continue
        const owner = owners.get(name)
        const path = at(at(at(at(at('components', component), i), 'value'), 'was'), j)
        if (owner !== undefined)
          problems.push(payProblem('taken-name', path, { component, name, owner }))
        else owners.set(name, component)
        own.add(name)
      }
  }
  return problems
}

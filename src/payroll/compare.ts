import type { LinkedComponent, Run } from '../pay/index.js'
import { lastVersion, titleOf } from '../pay/internal.js'
import { type Label, options, type Problem, refuse } from '../problem/index.js'
import { push } from '../problem/push.js'
import { type Currency, decimal, minorUnits, total } from '../quantity/index.js'
import { ledgerProblem } from '../words/index.js'
import { type GroupChange, groupChanges } from './compare-groups.js'
import { type LineChange, lineChanges } from './compare-lines.js'
import { type Change, type Compared, change, comparedRun, type Made } from './compared.js'
import { groupOptions, type TotalsOptions, usualSmallest } from './totals.js'

/** What a change means for one person. */
export interface PersonChange extends Change {
  readonly person: string
  readonly name?: string
  /** The lines that differ, and why. */
  readonly lines: readonly LineChange[]
}

/** What a change means for one component. */
export interface ComponentChange extends Change {
  readonly component: string
  readonly label: Label
}

/** Two runs of one period, side by side. */
export interface RunComparison extends Change {
  readonly currency: Currency
  readonly period: string
  /** Everybody who is employed in the period or paid, by either run, by id. */
  readonly people: readonly PersonChange[]
  /** The components that either run pays. */
  readonly components: readonly ComponentChange[]
  /** The groups of each attribute that was asked for. */
  readonly groups: Readonly<Record<string, readonly GroupChange[]>>
  /** How many get more, less, and the same. */
  readonly winners: number
  readonly losers: number
  readonly unchanged: number
}

/**
 * Compares two runs of a period, such as those of two books on the same data, or of one book on two states of
 * its data: what the change costs, who gains and who loses, and of each line that differs why. Differences
 * are exact: those of people, of components and of groups add up to that of the runs.
 *
 * A line that one run lacks counts as zero there. A mean is that of the people employed in the period; groups
 * in which fewer people than `smallest` are paid by a run are told together. Who sees the people sees
 * every figure: give others the groups alone.
 *
 * Throws a `PolicyError` for runs of two currencies or periods, runs that do not go with their books, and
 * attributes that nobody has.
 *
 * @example
 * compareRuns({ book, data, run }, { book: proposed, data, run: other }).difference //=> '1200.00'
 */
export function compareRuns(before: Made, after: Made, request: TotalsOptions = {}): RunComparison {
  refuse(options(groupOptions)(request, 'options'))
  refuse(apart(before.run, after.run))
  const { by = [], smallest = usualSmallest } = request
  const [old, now] = [comparedRun(before, by, 'before.run'), comparedRun(after, by, 'after.run')]
  const { currency, period } = after.run
  const places = minorUnits(currency)
  const people = peopleChanges(old, now, places)
  const count = (sign: number) =>
    people.filter((each) => decimal(each.difference).comparedTo(0) === sign).length
  return {
    currency,
    period,
    ...change(old.company.total.total(places), now.company.total.total(places), places),
    people,
    components: componentChanges(old, now, places),
    groups: Object.fromEntries(by.map((name) => [name, groupChanges(old, now, name, smallest)])),
    winners: count(1),
    losers: count(-1),
    unchanged: count(0),
  }
}

function apart(before: Run, after: Run): readonly Problem[] {
  const differ = (code: 'other-currency' | 'other-period', name: 'currency' | 'period') =>
    before[name] === after[name]
      ? []
      : [ledgerProblem(code, `after.run.${name}`, { found: after[name], expected: before[name] })]
  return [...differ('other-currency', 'currency'), ...differ('other-period', 'period')]
}

function peopleChanges(old: Compared, now: Compared, places: number): readonly PersonChange[] {
  const lines = new Map<string, LineChange[]>()
  for (const each of lineChanges(old, now, places)) push(lines, each.person, each)
  const names = new Map([...old.data.people, ...now.data.people].map(({ id, name }) => [id, name]))
  const ids = [old, now].flatMap(({ employed, byPerson }) => [...employed, ...byPerson.keys()])
  const totalOf = ({ byPerson }: Compared, person: string) =>
    byPerson.get(person)?.total(places) ?? total([], places)
  return [...new Set(ids)].sort().map((person) => {
    const name = names.get(person)
    return {
      person,
      ...(name !== undefined && { name }),
      ...change(totalOf(old, person), totalOf(now, person), places),
      lines: lines.get(person) ?? [],
    }
  })
}

/** By the names of the later book, in its order; then those that it no longer has. */
function componentChanges(
  old: Compared,
  now: Compared,
  places: number,
): readonly ComponentChange[] {
  const sums = (of: Compared, names: readonly string[]) =>
    total(
      names.flatMap((name) => of.company.sums.get(name)?.total(places) ?? []),
      places,
    )
  const paid = (of: Compared, names: readonly string[]) =>
    names.some((name) => of.company.sums.has(name))
  const told = (component: LinkedComponent, names: readonly string[], later: readonly string[]) =>
    paid(old, names) || paid(now, later)
      ? [
          {
            component: component.name,
            label: titleOf(lastVersion(component)),
            ...change(sums(old, names), sums(now, later), places),
          },
        ]
      : []
  const known = [...now.book.components.values()]
  const renamed = new Set(known.flatMap(({ name, was }) => [name, ...was]))
  return [
    ...known.flatMap((each) => told(each, [each.name, ...each.was], [each.name])),
    ...[...old.book.components.values()]
      .filter(({ name }) => !renamed.has(name))
      .flatMap((each) => told(each, [each.name], [])),
  ]
}

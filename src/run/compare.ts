import type { Explanation } from '../formula/index.js'
import { fail, type Label, type Locale, labelIn } from '../problem/index.js'
import {
  type Currency,
  decimal,
  difference,
  divideTo,
  formatQuantity,
  minorUnits,
  money,
  total,
} from '../quantity/index.js'
import { otherCurrency, unlistedPerson } from './problems.js'
import type { CompensationRun } from './run.js'
import type { LineKind, Statement, StatementLine } from './statement.js'

/** An amount before and after a change. */
export interface Change {
  readonly before: string
  readonly after: string
  /** After less before. */
  readonly difference: string
}

/** What a change means for one line of a statement; a line that one side lacks counts as zero. */
export interface LineChange extends Change {
  readonly kind: LineKind
  readonly source: string
  readonly label: Label
  readonly clause?: string
}

/** What a change means for one person. */
export interface PersonChange extends Change {
  readonly person: string
  readonly name: string
  readonly department: string
  /** The lines that differ. */
  readonly lines: readonly LineChange[]
}

/** What a change means for one department. */
export interface DepartmentChange extends Change {
  readonly department: string
  readonly people: number
  /** The mean pay of a person, half-up to the minor unit. */
  readonly mean: Change
  /** The mean as a part of that of the department with the highest mean, half-up to four places. */
  readonly ofHighest: Change
}

/** Two runs on the same data, side by side. */
export interface RunComparison extends Change {
  readonly currency: Currency
  /** Everybody paid by either, by id. */
  readonly people: readonly PersonChange[]
  readonly departments: readonly DepartmentChange[]
  /** How many get more, less, and the same. */
  readonly winners: number
  readonly losers: number
  readonly unchanged: number
}

/** The places of a ratio of means. */
const ratioPlaces = 4

/**
 * Compares two runs of a period, such as those of two books on the same data: what the change costs,
 * who gains and who loses by which line, and how far the departments' mean pay lies apart. Differences
 * are exact: those of people add up to that of the run.
 *
 * Who is paid by one run alone gets zero from the other. Throws a `PolicyError` for runs in different
 * currencies.
 *
 * @example
 * const now = runCompensation(book, data, period)
 * compareRuns(now, runCompensation(proposed, data, period)).difference //=> '1200.00'
 */
export function compareRuns(before: CompensationRun, after: CompensationRun): RunComparison {
  const { currency } = before
  if (after.currency !== currency) fail(otherCurrency('after.currency', after.currency, currency))
  const places = minorUnits(currency)
  const [earlier, later] = [byPerson(before), byPerson(after)]
  const people = [...new Set([...earlier.keys(), ...later.keys()])]
    .sort()
    .map((id) => personChange(id, earlier.get(id), later.get(id), places))
  const count = (sign: number) =>
    people.filter((each) => Math.sign(decimal(each.difference).comparedTo(0)) === sign).length
  return {
    currency,
    ...change(before.totals.company.total, after.totals.company.total, places),
    people,
    departments: departmentChanges(before, after, places),
    winners: count(1),
    losers: count(-1),
    unchanged: count(0),
  }
}

function byPerson({ statements }: CompensationRun): ReadonlyMap<string, Statement> {
  return new Map(statements.map((statement) => [statement.person, statement]))
}

function change(before: string, after: string, places: number): Change {
  return { before, after, difference: difference(after, before, places) }
}

function personChange(
  person: string,
  before: Statement | undefined,
  after: Statement | undefined,
  places: number,
): PersonChange {
  const { name, department } = (after ?? before) as Statement
  const nothing = total([], places)
  return {
    person,
    name,
    department,
    ...change(before?.total ?? nothing, after?.total ?? nothing, places),
    lines: lineChanges(before?.lines ?? [], after?.lines ?? [], places),
  }
}

/** The lines that differ, summed by what pays them. */
function lineChanges(
  before: readonly StatementLine[],
  after: readonly StatementLine[],
  places: number,
): readonly LineChange[] {
  const keyOf = ({ kind, source }: StatementLine) => JSON.stringify([kind, source])
  const sumOf = (lines: readonly StatementLine[], key: string) =>
    total(
      lines.filter((line) => keyOf(line) === key).map(({ amount }) => amount),
      places,
    )
  const all = new Map([...before, ...after].map((line) => [keyOf(line), line]))
  return [...all].flatMap(([key, { kind, source, label, clause }]) => {
    const own = change(sumOf(before, key), sumOf(after, key), places)
    return decimal(own.difference).isZero()
      ? []
      : [{ kind, source, label, ...(clause !== undefined && { clause }), ...own }]
  })
}

function departmentChanges(
  before: CompensationRun,
  after: CompensationRun,
  places: number,
): readonly DepartmentChange[] {
  const groups = ({ totals }: CompensationRun) =>
    new Map(totals.departments.map((group) => [group.id, group]))
  const [earlier, later] = [groups(before), groups(after)]
  const meanOf = (of: ReturnType<typeof groups>, id: string) => {
    const group = of.get(id)
    return group === undefined
      ? total([], places)
      : divideTo(decimal(group.total), decimal(String(group.people)), places, 'half-up').toFixed(
          places,
        )
  }
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].sort()
  const highest = (of: ReturnType<typeof groups>) =>
    ids.map((id) => decimal(meanOf(of, id))).reduce((a, b) => (a.greaterThan(b) ? a : b))
  const [top, newTop] = [highest(earlier), highest(later)]
  const part = (mean: string, of: typeof top) =>
    total(
      [of.isZero() ? '0' : divideTo(decimal(mean), of, ratioPlaces, 'half-up').toFixed()],
      ratioPlaces,
    )
  return ids.map((department) => {
    const [mean, newMean] = [meanOf(earlier, department), meanOf(later, department)]
    const nothing = total([], places)
    return {
      department,
      people: (later.get(department) ?? earlier.get(department))?.people as number,
      ...change(
        earlier.get(department)?.total ?? nothing,
        later.get(department)?.total ?? nothing,
        places,
      ),
      mean: change(mean, newMean, places),
      ofHighest: change(part(mean, top), part(newMean, newTop), ratioPlaces),
    }
  })
}

const words = {
  en: {
    title: (name: string) => `${name}: change of pay`,
    from: (before: string, after: string) => `From ${before} to ${after}`,
    same: 'No line changes',
  },
  'zh-CN': {
    title: (name: string) => `${name}：薪酬变动`,
    from: (before: string, after: string) => `由 ${before} 变为 ${after}`,
    same: '各项均无变动',
  },
} as const

/**
 * What a change means for one person, in words: by which lines, from what to what.
 *
 * Throws a `PolicyError` for somebody whom neither run pays.
 *
 * @example
 * renderText(explainChange(compareRuns(now, proposed), 'mei', { locale: 'en' }))
 */
export function explainChange(
  { people, currency }: RunComparison,
  person: string,
  { locale }: { readonly locale: Locale },
): Explanation {
  const found =
    people.find((each) => each.person === person) ?? fail(unlistedPerson('person', person))
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(currency), locale)
  const from = ({ before, after }: Change) => say.from(written(before), written(after))
  return {
    label: say.title(found.name),
    value: written(found.difference),
    how: [from(found), ...(found.lines.length === 0 ? [say.same] : [])],
    steps: found.lines.map((line) => ({
      label: labelIn(line.label, locale),
      value: written(line.difference),
      ...(line.clause !== undefined && { clause: line.clause }),
      how: [from(line)],
      steps: [],
    })),
  }
}

import fc from 'fast-check'
import { protectedIn } from '../attrition/index.js'
import { nextPeriod, type Period } from '../calendar/index.js'
import { problemsOf } from '../problem/index.js'
import { minorUnits, total } from '../quantity/index.js'
import {
  type Book,
  bookOn,
  type CompensationRun,
  type Policy,
  type PolicyBook,
  runCompensation,
} from '../run/index.js'
import type { Figures } from './arbitraries/figures.js'
import { type DrawnRunData, runDataOf } from './arbitraries/run-data.js'
import type { BookDrawing } from './drawing.js'
import { budgetBalanced } from './pool-law.js'
import type { Counterexample, LawName, LawReport } from './report.js'
import { renamed, renamedBook, renamedData, shuffled } from './retold.js'

/** Pays a period, as `runCompensation` does. */
type Pay = typeof runCompensation

type Check = (book: PolicyBook, drawing: BookDrawing) => LawReport | undefined

/** The laws of a book as a whole, of what `run` pays. */
export function bookLawsOf(run: Pay): Readonly<Partial<Record<LawName, Check>>> {
  const drawn = (law: LawName, find: Find): Check => {
    return (book, drawing) =>
      drawnRuns(law, book, drawing, (data) => find({ book, data, run, ...drawing }))
  }
  return {
    'protected-blind': protectedBlind,
    reproducible: drawn('reproducible', unlikeShuffled),
    anonymous: drawn('anonymous', unlikeRenamed),
    'equal-pay': drawn('equal-pay', unlikeTwin),
    'budget-balanced': (book, drawing) => budgetBalanced(book, drawing),
    additive: drawn('additive', unlikeOnce),
  }
}

/** The laws of a book as a whole. */
export const bookLaws = bookLawsOf(runCompensation)

/** What one run of a law looks at. */
interface Case {
  readonly book: PolicyBook
  readonly data: DrawnRunData
  readonly period: Period
  readonly run: Pay
}

type Found = Omit<Counterexample, 'replay'> | undefined
type Find = (of: Case) => Found

function drawnRuns(
  law: LawName,
  book: PolicyBook,
  { runs, seed, period }: BookDrawing,
  find: (data: DrawnRunData) => Found,
): LawReport {
  const details = fc.check(
    fc.property(runDataOf(book, period), (data) => find(data) === undefined),
    { numRuns: runs, seed },
  )
  const of = { law, of: book.policy.id, runs: details.numRuns } as const
  const { counterexample, counterexamplePath } = details
  if (counterexample === null) return { ...of, outcome: 'held' }
  const broken = find(counterexample[0]) as NonNullable<Found>
  const replay = { seed, path: counterexamplePath as string }
  return { ...of, outcome: 'broken', broken: { ...broken, replay } }
}

type Paid = { readonly person: string; readonly pays: string }

/** What everybody is paid, or why somebody is not. */
function totalsOf({ statements, unpaid }: CompensationRun): readonly Paid[] {
  return [
    ...statements.map(({ person, total }) => ({ person, pays: total })),
    ...unpaid.map(({ person, problems }) => ({
      person,
      pays: problems.map(({ code, path }) => `${code} ${path}`).join(),
    })),
  ]
}

/** Who is paid differently: of the same people. */
function unlike(first: readonly Paid[], second: readonly Paid[]): readonly Figures[] {
  const others = new Map(second.map(({ person, pays }) => [person, pays]))
  return first.flatMap(({ person, pays }) => {
    const other = others.get(person) as string
    return pays === other ? [] : [{ person, pays, 'then pays': other }]
  })
}

const differently = { en: 'People are paid differently', 'zh-CN': '人员报酬不同' }

function unlikeShuffled({ book, data, period, run }: Case): Found {
  const [first, second] = [run(book, data, period), run(book, shuffled(data), period)]
  if (first.digest === second.digest) return undefined
  return { says: differently, rows: unlike(totalsOf(first), totalsOf(second)) }
}

function unlikeRenamed({ book, data, period, run }: Case): Found {
  const first = totalsOf(run(book, data, period))
  const rows = unlike(
    first.map(({ person, pays }) => ({ person: renamed(person), pays })),
    totalsOf(run(renamedBook(book), renamedData(data), period)),
  )
  return rows.length === 0 ? undefined : { says: differently, rows }
}

/** Everybody beside a twin of another name, without what is given by name: events, adjustments, pools and awards. */
function unlikeTwin({ book, data, period, run }: Case): Found {
  const alone = { ...data, events: [], adjustments: [], pools: {}, awards: {} }
  const twins = data.people.map((person) => ({ ...person, id: `twin of ${person.id}` }))
  const paid = totalsOf(run(book, { ...alone, people: [...data.people, ...twins] }, period))
  const [own, others] = [data.people, twins].map((people) => {
    const ids = people.map(({ id }) => id)
    return paid.filter(({ person }) => ids.includes(person))
  }) as unknown as [readonly Paid[], readonly Paid[]]
  const rows = unlike(
    own.map(({ person, pays }) => ({ person: `twin of ${person}`, pays })),
    others,
  )
  return rows.length === 0
    ? undefined
    : { says: { en: 'Twins are paid differently', 'zh-CN': '条件相同而报酬不同' }, rows }
}

/**
 * Commission of three periods settled one after the other, beside that of people who are told of in the
 * third one alone: all of it is due then.
 */
function unlikeOnce({ book, data, period, run }: Case): Found {
  const second = nextPeriod(period, book.policy.calendar)
  const third = nextPeriod(second, book.policy.calendar)
  const periods = [period, second, third]
  const people = data.people.map((person) => {
    const own = Object.entries(person.figures[period.name] as Figures)
    // Who needs no figures has none: nothing else tells of a period without events.
    const named = own.length === 0 ? [] : periods.map(({ name }) => [name, Object.fromEntries(own)])
    return { ...person, figures: Object.fromEntries(named) as typeof person.figures }
  })
  // Every third event is recorded late, in the third period, and every third is of that one: the
  // second has none.
  const late = { recorded: third.to }
  const moved = [{}, late, { ...late, effective: third.from }] as const
  const events = data.events.map((event, i) => ({ ...event, ...moved[i % moved.length] }))
  let rows: readonly Figures[] = []
  // A book that does not hold in the next periods says nothing of them.
  problemsOf(() => {
    const months = runsOf(run, book, { ...data, events }, periods, () => people)
    const once = runsOf(run, book, { ...data, events }, periods, (at) =>
      at === third ? people : [],
    )
    rows = unlike(commissions(book, months), commissions(book, once))
  })
  if (rows.length === 0) return undefined
  return { says: { en: 'Settling once pays otherwise', 'zh-CN': '一次结算金额不同' }, rows }
}

/** A run for each period, of the people that it knows of. */
function runsOf(
  run: Pay,
  book: PolicyBook,
  data: DrawnRunData,
  periods: readonly Period[],
  peopleIn: (period: Period) => DrawnRunData['people'],
): readonly CompensationRun[] {
  const runs: CompensationRun[] = []
  for (const period of periods) {
    const before = runs.at(-1) ?? 'first'
    const people = peopleIn(period)
    runs.push(run(book, { ...data, people, before, asOf: period.to }, period))
  }
  return runs
}

/** The commission of everybody, in all runs together. */
function commissions(
  { policy: { currency } }: PolicyBook,
  runs: readonly CompensationRun[],
): readonly Paid[] {
  const [last] = runs.slice(-1) as [CompensationRun]
  return last.statements.map(({ person }) => {
    const lines = runs.flatMap(({ statements }) =>
      statements.flatMap((each) => (each.person === person ? each.lines : [])),
    )
    const due = lines.filter(({ kind }) => kind === 'commission').map(({ amount }) => amount)
    return { person, pays: total(due, minorUnits(currency)) }
  })
}

/** What the policies of each kind read of people, events and figures, by name. */
const namesRead: Readonly<
  Record<Policy['kind'], (day: Book, book: PolicyBook) => readonly string[]>
> = {
  // What a department says is which policies hold for it, and a payment reads what is due alone.
  department: () => [],
  payments: () => [],
  budget: () => [],
  scorecard: ({ departments }) =>
    [...departments.values()].flatMap(({ bonus }) => Object.keys(bonus?.formula.inputs ?? {})),
  plan: ({ departments }) =>
    [...departments.values()].flatMap(({ plan }) => [
      ...Object.keys(plan?.formula.inputs ?? {}),
      ...Object.keys(plan?.policy.measure.where?.attributes ?? {}),
    ]),
  pool: ({ pools }) =>
    [...pools.values()].flatMap(({ pool }) =>
      pool.levels.flatMap(({ weight }) => Object.keys(weight.inputs)),
    ),
  award: ({ awards }) =>
    [...awards.values()].flatMap(({ ranking, eligibility }) =>
      [...ranking, ...eligibility].map(({ figure }) => figure),
    ),
  crediting: (_, book) =>
    book.crediting.flatMap(({ by, where = {} }) => [by, ...Object.keys(where)]),
}

/** No formula, crediting rule or plan of the book reads a protected attribute. */
function protectedBlind(book: PolicyBook, { period }: BookDrawing): LawReport {
  const of = { law: 'protected-blind', of: book.policy.id, runs: 0 } as const
  const day = bookOn(book, period.from)
  const names = Object.values(namesRead).flatMap((read) => read(day, book))
  const [found] = names.flatMap((name) => {
    const attribute = protectedIn(name)
    return attribute === undefined ? [] : [{ name, label: attribute.label }]
  })
  if (found === undefined) return { ...of, outcome: 'proved' }
  const { name, label } = found
  return {
    ...of,
    outcome: 'broken',
    broken: {
      says: {
        en: `Reads "${name}", which tells the ${label.en} of a person`,
        'zh-CN': `读取“${name}”，涉及个人的${label['zh-CN']}`,
      },
      rows: [],
    },
  }
}

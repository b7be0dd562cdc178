import {
  type CreditData,
  type Crediting,
  creditDeals,
  type Finding,
  parseCreditData,
  parseCreditedPeople,
} from '../credit/index.js'
import { type Data, type PayData, parseData } from '../pay/index.js'
import { at, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { parseParts, parseValues } from '../problem/parts.js'
import { payProblem } from '../words/index.js'
import type { PolicyBook } from './book.js'
import { numberProblems } from './record-numbers.js'

/** What a run takes, and what crediting found on the way to it. */
export interface RunData {
  readonly data: PayData
  /** Deals that do not add up, by the table of credits. */
  readonly reconciliation: Readonly<Record<string, readonly Finding[]>>
}

/**
 * Reads all data of runs from untrusted JSON: `people`, `groups` and tables of `records` as `parseData` of
 * pay reads them, and `deals` as `parseCreditData` does. The deals are credited by each crediting of the
 * book, and the credits are one more table of records, of its name. Who is above whom is told by the
 * `people` of the run, unless `deals` has people of its own.
 *
 * Throws a `PolicyError` with every problem and its path; also for a table of records that crediting
 * writes, for a member that is no number where each record of its table is paid by it, and whatever
 * `creditDeals` refuses.
 *
 * @example
 * const { data, reconciliation } = parseRunData(book, { people, deals: { events } })
 */
export function parseRunData(book: PolicyBook, json: unknown): RunData {
  const anything = (value: unknown) => value
  const { people, groups, records, deals } = parseParts(
    json,
    {
      people: anything,
      groups: anything,
      records: (tables: unknown) => parseValues(tables, anything),
      deals: parseCreditData as (value: unknown) => CreditData | undefined,
    },
    ['groups', 'records', 'deals'],
  )
  const { credits, reconciliation, problems } = creditsOf(book, deals, people)
  let data: PayData | undefined
  const read = { people, ...(groups !== undefined && { groups }) }
  const own = records ?? {}
  const taken = Object.keys(book.crediting).filter((table) => Object.hasOwn(own, table))
  const wrong = problemsOf(() => {
    data = parseData({ ...read, records: { ...own, ...credits } })
  })
  refuse([
    ...problems,
    ...wrong,
    ...(data?.records === undefined ? [] : numberProblems(book, data.records)),
    ...taken.map((table) => payProblem('credited-table', at('records', table), { table })),
  ])
  return { data: data as PayData, reconciliation }
}

/** Whether a crediting looks at who is above whom. */
function rollsUp({ credits }: Crediting): boolean {
  return Object.values(credits).some((kind) => 'of' in kind)
}

/** Deals with the people of the run; of those that cannot be read, pay tells. */
function withPeople(deals: CreditData, json: unknown): CreditData {
  let read = deals
  problemsOf(() => {
    read = parseCreditData({ ...deals, people: parseCreditedPeople(json) })
  })
  return read
}

/** The credits of each crediting of a book, of no deals none. */
function creditsOf(
  { crediting }: PolicyBook,
  deals: CreditData = parseCreditData({ events: [] }),
  people: unknown,
): Pick<RunData, 'reconciliation'> & {
  readonly credits: NonNullable<Data['records']>
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const isOurs = (rules: Crediting) => deals.people === undefined && rollsUp(rules)
  const ours = Object.values(crediting).some(isOurs) ? withPeople(deals, people) : deals
  const tables = Object.entries(crediting).flatMap(([table, rules]) => {
    let credited: ReturnType<typeof creditDeals> | undefined
    const wrong = problemsOf(() => {
      credited = creditDeals(rules, isOurs(rules) ? ours : deals)
    })
    for (const problem of wrong)
      problems.push(
        ...(isOurs(rules) && problem.path.startsWith('people')
          ? [problem]
          : under('deals', [problem])),
      )
    return credited === undefined ? [] : [[table, credited] as const]
  })
  return {
    credits: Object.fromEntries(tables.map(([table, { credits }]) => [table, credits])),
    reconciliation: Object.fromEntries(
      tables.map(([table, { reconciliation }]) => [table, reconciliation]),
    ),
    problems,
  }
}

import type { Localized } from 'payproof'
import { calendarYear, nextPeriod, parsePeriod } from 'payproof/calendar'
import type { Run } from 'payproof/pay'
import { parseBook, parseRunData, run, statements } from 'payproof/payroll'
import { decimal, total } from 'payproof/quantity'

type Json = Readonly<Record<string, unknown>>
type By<T> = Readonly<Record<string, T>>

/** What is told of one person. What is not told is alike in all of the cookbook. */
export interface Given {
  readonly joined?: string
  readonly left?: string
  /** Since the person joined, or as a book has them. */
  readonly attributes?: By<string | readonly Json[]>
  /** The same in all months, or by period. */
  readonly figures?: By<string | By<string>>
  readonly absences?: readonly Json[]
  /** What happens to each deal: first its order, then what is of it. */
  readonly deals?: readonly (readonly Json[])[]
  /** The customers whom the person helped, and when. */
  readonly touches?: readonly Json[]
  /** The person's rows of each table. */
  readonly records?: By<readonly Json[]>
}

/** What is given, of Li or of several people, and what is paid: in January, or by month. */
export interface Case {
  readonly given: Given & {
    readonly people?: By<Given>
    readonly company?: Given
    /** Groups of an attribute, by its values. */
    readonly groups?: By<By<Given>>
    readonly openings?: readonly Json[]
  }
  readonly pays: string | By<string | By<string>>
}

/** A common pay rule: its policies, what else its book says, and cases that runs pay. */
export interface Recipe {
  readonly title: Localized
  readonly says: Localized
  readonly book?: { readonly crediting?: Json; readonly [more: string]: unknown }
  readonly policies: readonly {
    readonly kind: string
    readonly id: string
    /** The first day of its version; that of all others unless said. */
    readonly from?: string
    readonly period?: string
    readonly tags?: readonly string[]
    readonly eligible?: Json
    readonly terms: Json
  }[]
  readonly cases: readonly Case[]
}

const since = '2023-01-01'
const january = '2026-01'

/** The book of a recipe: each policy with its owner and one version. */
export function bookOf({ policies, book: { crediting, ...more } = {} }: Recipe) {
  const direct = { rules: [{ owner: 'seller' }] }
  return {
    ...{ format: 2, id: 'company', currency: 'CNY', retro: 12 },
    rhythms: { month: { kind: 'month' }, quarter: { kind: 'quarter' }, year: { kind: 'year' } },
    ...more,
    policies: policies.map(({ from = since, eligible, terms, ...policy }) => ({
      ...{ ...policy, owner: 'HR' },
      versions: [{ from, reason: 'Handbook', ...(eligible && { eligible }), terms }],
    })),
    crediting: { credits: { currency: 'CNY', credits: { direct }, ...crediting } },
  }
}

/** The data of a case: Li, or the people whom it names, each employed since 2023 unless it says otherwise. */
export function dataOf({ given, ...asked }: Case) {
  const { people = { li: given }, company, groups = {} } = given
  const months = monthsOf({ given, ...asked })
  const told = Object.entries(people).map(([id, own]) => personOf(id, own, months))
  const rows = Object.entries(people).flatMap(([person, { records = {} }]) =>
    Object.entries(records).flatMap(([table, own]) =>
      own.map((row, i) => ({ table, row: { id: `${person}${i + 1}`, person, ...row } })),
    ),
  )
  const events = Object.entries(people).flatMap(([id, own]) => eventsOf(id, own, months))
  const touches = Object.entries(people).flatMap(([person, { touches = [] }]) =>
    touches.map((touch, i) => ({ id: `${person}${i + 1}`, person, ...touch })),
  )
  // Who is above whom, crediting reads only where there are several.
  const several = told.length > 1 ? told.map(({ id, attributes }) => ({ id, attributes })) : []
  return withoutEmpty({
    people: told,
    groups: [
      ...(company === undefined ? [] : [{ of: 'company', ...valuesOf(company, months) }]),
      ...Object.entries(groups).flatMap(([by, values]) =>
        Object.entries(values).map(([value, own]) => ({
          of: { by, value },
          ...valuesOf(own, months),
        })),
      ),
    ],
    records: Object.fromEntries(
      rows.map(({ table }) => [
        table,
        rows.flatMap((own) => (own.table === table ? [own.row] : [])),
      ]),
    ),
    deals: events.length === 0 ? {} : { events, touches, people: several },
  })
}

/** JSON without its empty lists and objects. */
function withoutEmpty(json: Json): Json {
  const isEmpty = (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return JSON.parse(JSON.stringify(json, (_, value) => (isEmpty(value) ? undefined : value)))
}

function personOf(id: string, given: Given, months: readonly string[]) {
  const { joined: from = since, left: to, attributes, absences = [] } = given
  return {
    id,
    employment: [{ from, ...(to !== undefined && { to }) }],
    ...valuesOf({ ...given, attributes: { hired: from, ...attributes } }, months),
    absences: absences.map((absence, i) => ({ id: `a${i + 1}`, ...absence })),
  }
}

function valuesOf(
  { joined: from = since, attributes = {}, figures = {} }: Given,
  months: readonly string[],
) {
  return {
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, told]) => [
        name,
        typeof told === 'string' ? [{ from, value: told }] : told,
      ]),
    ),
    figures: Object.entries(figures).flatMap(([name, told]) =>
      (typeof told === 'string'
        ? months.map((month) => [month, told] as const)
        : Object.entries(told)
      ).map(([period, value]) => ({ name, rhythm: rhythmOf(period), period, value })),
    ),
  }
}

const rhythmOf = (period: string) =>
  period.includes('Q') ? 'quarter' : period.includes('-') ? 'month' : 'year'

/** The events of deals: `{ "order": "100.00" }` is one of the tenth of the first month; the others are of it. */
function eventsOf(seller: string, { deals = [] }: Given, [first = '']: readonly string[]) {
  return deals.flatMap((events, i) =>
    events.map(({ on = `${first}-10`, due, figures, attributes, ...told }, j) => {
      const [[kind, amount] = []] = Object.entries(told)
      const deal = `${seller}${i + 1}`
      return {
        ...(j === 0 ? { id: deal } : { id: `${deal}.${j}`, of: deal }),
        ...{ kind, on, amount, currency: 'CNY' },
        attributes: { ...(j === 0 && { seller }), ...(attributes as Json | undefined) },
        ...(due !== undefined && { due }),
        ...(figures !== undefined && { figures }),
      }
    }),
  )
}

/** The months of a case: from the first in which it says what is paid to the last. */
export function monthsOf({ pays }: Case): readonly string[] {
  const named = typeof pays === 'string' ? [january] : Object.keys(pays)
  const [first = '', ...later] = named.flatMap((key) => key.split('/')).sort()
  const months = [first]
  for (let month = first; month < (later.at(-1) ?? first); ) {
    month = nextPeriod(parsePeriod(month), calendarYear).name
    months.push(month)
  }
  return months
}

/** The runs of a case, each after the other, and what they were settled with. */
export function settle(recipe: Recipe, asked: Case) {
  const book = parseBook(bookOf(recipe))
  const { data } = parseRunData(book, dataOf(asked))
  const openings = asked.given.openings as Parameters<typeof run>[2]['openings']
  const runs: Run[] = []
  for (const period of monthsOf(asked)) {
    const before = runs.at(-1) ?? 'first'
    runs.push(run(book, data, { period, before, ...(before === 'first' && { openings }) }))
  }
  return { book, data, runs, openings }
}

const isPaid = (amount: string) => !decimal(amount).isZero()

/** What the statements of each month pay: whom, where there are several people, and by what, of several policies. */
export function paidBy({ policies }: Recipe, { given }: Case, settled: ReturnType<typeof settle>) {
  const { book, data, runs } = settled
  const paid = runs.flatMap((run) =>
    statements(book, data, run).flatMap(({ person, lines }) =>
      lines.map(({ component, amount }) => {
        const who = given.people === undefined ? [] : [person]
        const what = policies.length > 1 ? [component] : []
        return { key: [run.period, ...who, ...what].join(' '), amount }
      }),
    ),
  )
  return [...new Set(paid.map(({ key }) => key))].sort().flatMap((key) => {
    const amounts = paid.flatMap((line) => (line.key === key ? [line.amount] : []))
    const sum = total(amounts, 2)
    return isPaid(sum) ? [`${key} ${sum}`] : []
  })
}

/** What a case says that each month pays, in the same form. */
export function saidOf(asked: Case) {
  const { pays } = asked
  const named = Object.entries(typeof pays === 'string' ? { [january]: pays } : pays)
  const said = monthsOf(asked).flatMap((month) => {
    const [, amounts = {}] =
      named.find(([key]) => {
        const [from = key, to = from] = key.split('/')
        return from <= month && month <= to
      }) ?? []
    return typeof amounts === 'string'
      ? [{ key: month, amount: amounts }]
      : Object.entries(amounts).map(([key, amount]) => ({ key: `${month} ${key}`, amount }))
  })
  return said.flatMap(({ key, amount }) => (isPaid(amount) ? [`${key} ${amount}`] : [])).sort()
}

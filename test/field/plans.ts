import type { PlanPolicy } from '../../src/commission/index.js'
import { renderText } from '../../src/formula/index.js'
import { explain, type PayData, parseData, type Run, settle } from '../../src/pay/index.js'
import { type PolicyBook, parseBook, statements, verify } from '../../src/payroll/index.js'
import type { Locale } from '../../src/problem/index.js'
import { person } from '../pay/rules/paying.js'
import { bookJson, policy } from '../payroll/policies.js'
import { credit, type Told } from './deals.js'

/** Plans as policies of a book: what its runs pay, each of them verified, on statements. */

export type Terms = Omit<PlanPolicy, 'id' | 'currency'>

/** Figures of a person by name: one for every month, or one for each month. */
type Figures = Readonly<Record<string, string | readonly string[]>>

export interface Paying {
  readonly names?: readonly string[]
  /** Figures of Li. */
  readonly figures?: Figures
  readonly attributes?: Readonly<Record<string, string>>
  readonly people?: readonly object[]
  readonly rules?: object
  /** Policies beside the plan. */
  readonly beside?: readonly unknown[]
  readonly more?: Readonly<Record<string, unknown>>
}

const months = ['2026-01', '2026-02', '2026-03'] as const

/** The book of a plan, and the runs of some months by it, each after the other. */
export function runsOf(
  terms: Terms | Readonly<Record<string, Terms>>,
  events: readonly Told[],
  { names = months, figures = {}, attributes, rules, people, beside = [], more }: Paying = {},
) {
  const plans = 'measure' in terms ? { plan: terms as Terms } : terms
  const book = parseBook(
    bookJson(
      [
        ...Object.entries(plans).map(([id, plan]) =>
          policy('plan', id, { plan }, { versions: versionOf(plan) }),
        ),
        ...beside,
      ],
      { retro: 12, ...more },
    ),
  )
  const { credits } = credit(events, rules === undefined ? {} : { rules })
  const told = Object.entries(figures).flatMap(([name, values]) =>
    names.map((period, i) => ({
      name,
      period,
      value: typeof values === 'string' ? values : (values[i] as string),
    })),
  )
  const li = { ...person('li', attributes ?? {}), figures: told }
  const data = parseData({ people: people ?? [li], records: { credits } })
  const runs: Run[] = []
  for (const period of names) {
    const before = runs.at(-1) ?? 'first'
    const run = settle(book, data, { period, before })
    const wrong = verify(book, data, run, { before })
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
    runs.push(run)
  }
  return { book, data, runs }
}

function versionOf(plan: Terms) {
  return [{ from: '2025-01-01', reason: 'Handbook', terms: { plan } }]
}

/** What Li's statements of the runs come to, month by month; what is withheld, where something is. */
export function paidBy(...given: Parameters<typeof runsOf>): readonly string[] {
  const { book, data, runs } = runsOf(...given)
  return runs.map((run) => {
    const own = statements(book, data, run).find(({ person: who }) => who === 'li')
    const withheld = own?.withheld.flatMap(({ problems }) => problems.map(({ code }) => code)) ?? []
    return withheld.length > 0 ? withheld.join(' ') : (own?.total as string)
  })
}

/** Why Li is paid what the plan pays of a month in the last run. */
export function whyIn(
  {
    book,
    data,
    runs,
  }: { readonly book: PolicyBook; readonly data: PayData; readonly runs: readonly Run[] },
  period: string,
  locale: Locale,
): string {
  const run = runs.at(-1) as Run
  return renderText(explain(book, data, run, { component: 'plan', person: 'li', period, locale }))
}

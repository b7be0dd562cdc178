import type { Person, Run } from '../../src/pay/index.js'
import { type PolicyBook, parseRunData, run } from '../../src/payroll/index.js'
import { li } from '../pay/months.js'
import { bookOf, policy, version } from '../payroll/policies.js'

/** A shop by a book of policies: a salary for everybody, and a plan for sales; and its months. */

interface ShopTerms {
  /** What the plan says beside 10 % of sales. */
  readonly plan?: object
  /** From which day to which the plan is there. */
  readonly days?: { readonly from?: string; readonly to?: string }
  readonly payments?: object
  /** Further policies. */
  readonly more?: readonly object[]
  /** What the book says beside its policies. */
  readonly book?: Readonly<Record<string, unknown>>
}

const eligible = { where: { department: ['sales'] } }

export const salaried = policy('salary', 'base', { attribute: 'salary', prorated: true })

/** The shop's policies: those in `payments` are about what the plan pays. */
export function shopOf({ plan, days, payments, more = [], book }: ShopTerms = {}): PolicyBook {
  const flat = { period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.10' } }
  const inSales = (terms: object) => ({ versions: [version(terms, { eligible, ...days })] })
  const policies = [
    salaried,
    policy('plan', 'plan', {}, inSales({ plan: { ...flat, ...plan } })),
    ...(payments === undefined
      ? []
      : [
          policy(
            'payments',
            'payments',
            {},
            inSales({ payments: { rounding: 'half-up', ...payments }, of: ['plan'] }),
          ),
        ]),
    ...more,
  ]
  const direct = { rules: [{ owner: 'seller' }], unowned: 'list' }
  const crediting = { credits: { currency: 'CNY', credits: { direct } } }
  return bookOf(policies, { retro: 3, crediting, ...book })
}

/** Who is in which department from which day on. */
export const departments = (...of: readonly (readonly [from: string, value: string])[]) => ({
  attributes: { department: of.map(([from, value]) => ({ from, value })) },
})

/** The same figures in some months. */
export const figuresOf = (
  figures: Readonly<Record<string, string>>,
  ...months: readonly string[]
): { readonly figures: NonNullable<Person['figures']> } => ({
  figures: months.flatMap((period) =>
    Object.entries(figures).map(([name, value]) => ({ name, period, value })),
  ),
})

/** What Li Na sells; what is of another event takes back of it, or comes in for it. */
export const sale = (id: string, on: string, amount: string, more: object = {}) => ({
  id,
  kind: 'order',
  on,
  amount,
  currency: 'CNY',
  ...('of' in more ? {} : { attributes: { seller: 'li' } }),
  ...more,
})

export interface ShopMonths {
  readonly book?: PolicyBook
  /** Who is known, of all months or month by month. */
  readonly people?: readonly Person[] | ((month: string) => readonly Person[])
  readonly events?: readonly object[]
  readonly names?: readonly string[]
}

const spring = ['2026-03', '2026-04', '2026-05', '2026-06']

/** Runs month after month, each with the one before. */
export function shopMonths({
  book = shopOf(),
  people = [li()],
  events = [],
  names = spring,
}: ShopMonths): readonly Run[] {
  const runs: Run[] = []
  for (const period of names) {
    const known = typeof people === 'function' ? people(period) : people
    const { data } = parseRunData(book, { people: known, deals: { events } })
    runs.push(run(book, data, { period, before: runs.at(-1) ?? 'first' }))
  }
  return runs
}

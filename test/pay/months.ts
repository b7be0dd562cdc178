import { divide, multiply } from '../../src/formula/index.js'
import {
  attribute,
  type BookOptions,
  book,
  type Component,
  component,
  type Data,
  days,
  type Person,
  parseData,
  type Row,
  type Run,
  settle,
  type Version,
} from '../../src/pay/index.js'
import { decimal, money } from '../../src/quantity/index.js'

/** Months of a small company on the pay core: its people, and what each run pays them. */

export const yuan = money('CNY')
export const cents = { places: 2, rounding: 'half-up' } as const
export const salary = attribute('salary', yuan, 2)

/** The salary for the part of the month that is paid, cut where it changes. */
export const base = component(
  'base',
  { pays: 'due', each: 'stretch', tags: ['wage'] },
  divide(multiply(salary, days('part')), days('whole'), cents),
)

/** Li Na: 3,000.00 a month in sales since 2020. */
export const li = (change: Partial<Person> = {}): Person => ({
  id: 'li',
  employment: [{ from: '2020-01-01' }],
  ...change,
  attributes: {
    salary: [{ from: '2020-01-01', value: '3000.00' }],
    department: [{ from: '2020-01-01', value: 'sales' }],
    ...change.attributes,
  },
})

/** An order of Li Na, or what comes back of one. */
export const order = (id: string, on: string, amount: string, change: Partial<Row> = {}): Row => ({
  id,
  on,
  person: 'li',
  amount,
  ...change,
})

export interface Months extends Partial<Omit<BookOptions, 'currency'>> {
  readonly components?: readonly (Component | Version)[]
  /** What is known, of all months or month by month. */
  readonly data?: Data | ((month: string) => Data)
  readonly names: readonly string[]
}

/** Settles month after month, each with the one before. */
export function settleEach({
  components = [base],
  data = { people: [li()] },
  names,
  ...options
}: Months): readonly Run[] {
  const of = book(components, { currency: 'CNY', retro: 3, ...options })
  const runs: Run[] = []
  for (const period of names) {
    const given = typeof data === 'function' ? data(period) : data
    runs.push(settle(of, parseData(given), { period, before: runs.at(-1) ?? 'first' }))
  }
  return runs
}

/** What each run pays in all. */
export function totals(runs: readonly Run[]): readonly string[] {
  return runs.map(({ lines }) =>
    lines.reduce((sum, { amount }) => sum.plus(amount), decimal('0')).toFixed(2),
  )
}

/** What each run pays of what, and for which period; of whom, where more than Li Na are paid. */
export function paid(runs: readonly Run[]): readonly (readonly string[])[] {
  return runs.map(({ lines }) =>
    lines
      .filter(({ amount }) => !decimal(amount).isZero())
      .map(({ component, person, assignment, earned, amount }) =>
        [
          component,
          ...(person === 'li' ? [] : [person]),
          ...(assignment === undefined ? [] : [assignment]),
          earned.period,
          amount,
        ].join(' '),
      ),
  )
}

/** What could not be worked out: the component, the period, and the codes of what is wrong. */
export function withheld(runs: readonly Run[]): readonly (readonly string[])[] {
  return runs.map((run) =>
    run.withheld.map(({ component, earned, problems }) =>
      [component, earned.period, ...problems.map(({ code }) => code)].join(' '),
    ),
  )
}

import {
  type PaymentPolicy,
  type PlanPolicy,
  type PlanWriting,
  paymentComponents,
  planComponents,
} from '../../src/commission/index.js'
import type { DealEvent } from '../../src/credit/index.js'
import { type LinePart, type Person, parseData, partsOf, type Run } from '../../src/pay/index.js'
import { decimal } from '../../src/quantity/index.js'
import { creditsOf } from '../pay/deals/credits.js'
import { bookOf, dataOf, person, runs } from '../pay/rules/paying.js'

/** Plans paid by what they write, month by month, and what the runs come to in one line each. */

export const ten = { kind: 'flat', rate: '0.10' } as const

/** A plan of 10 % of sales, month by month, unless it says otherwise. */
export function planOf(policy: Partial<PlanPolicy> = {}): PlanPolicy {
  return {
    id: 'plan',
    currency: 'CNY',
    period: 'month',
    measure: { sum: 'sales' },
    tiers: ten,
    ...policy,
  }
}

export const months = ['2026-01', '2026-02', '2026-03', '2026-04']

export interface Months {
  readonly names?: readonly string[]
  readonly people?: readonly Person[]
  readonly about?: Partial<PlanWriting>
  readonly payments?: PaymentPolicy
}

/** The runs of some months of a plan, and of a payment policy for it. */
export function runsOf(
  policy: PlanPolicy,
  events: readonly DealEvent[],
  { names = months, people = [person('li')], about = {}, payments }: Months = {},
): readonly Run[] {
  const writing = { id: 'plan', currency: 'CNY', ...about } as const
  const of = bookOf([
    ...planComponents(policy, writing),
    ...(payments === undefined
      ? []
      : paymentComponents(payments, { ...writing, id: 'pay', of: ['plan'] })),
  ])
  return runs(of, dataOf(people, { credits: creditsOf(events) }), names)
}

/** What each run pays, where it is not nothing, and what it withholds. */
export function told({ period, lines, withheld }: Run): readonly string[] {
  return [
    ...lines
      .filter(({ amount }) => !decimal(amount).isZero())
      .map(({ component, person: who, earned, amount }) =>
        [
          period,
          ...(component === 'plan' ? [] : [component]),
          ...(who === 'li' ? [] : [who]),
          ...(earned.period === period ? [] : [earned.period]),
          amount,
        ].join(' '),
      ),
    ...withheld.map(({ component, earned, problems }) =>
      [period, component, earned.period, ...problems.map(({ code }) => code)].join(' '),
    ),
  ]
}

/** What the runs of a plan pay. */
export function paid(
  policy: Partial<PlanPolicy>,
  events: readonly DealEvent[],
  more: Months = {},
): readonly string[] {
  return runsOf(planOf(policy), events, more).flatMap(told)
}

/** Li, with figures of January and, of the same values, of the other months. */
export function measured(
  figures: Readonly<Record<string, string>>,
  names: readonly string[] = months,
  more: Partial<Person> = {},
): Person {
  return person(
    'li',
    {},
    {
      figures: Object.entries(figures).flatMap(([name, value]) =>
        names.map((period) => ({ name, period, value })),
      ),
      ...more,
    },
  )
}

/** What deals are told to bring in each run: their person where it is not Li, the deal, the amount. */
export function dealsOf(
  policy: Partial<PlanPolicy>,
  events: readonly DealEvent[],
  { names = ['2026-01'], people = [person('li')] }: Months = {},
): readonly (readonly string[])[] {
  const of = bookOf(planComponents(planOf(policy), { id: 'plan', currency: 'CNY' }))
  const given = dataOf(people, { credits: creditsOf(events) })
  const data = parseData(given)
  const rowOf = ({ person: who, record = '', amount }: LinePart) =>
    [...(who === 'li' ? [] : [who]), record, amount].join(' ')
  return runs(of, given, names).map((run) =>
    partsOf(of, data, run, { component: 'plan', of: 'plan.deals' }).map(rowOf),
  )
}

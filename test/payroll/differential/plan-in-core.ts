import { expect } from 'vitest'
import { paymentComponents, planComponents } from '../../../src/commission/index.js'
import { creditDeals, parseCreditData, parseCrediting } from '../../../src/credit/index.js'
import { book, type Person, parseData, type Run, settle } from '../../../src/pay/index.js'
import { decimal, total } from '../../../src/quantity/index.js'
import { type Draw, dayAt, ids, months, type Seller, text } from './plan-draws.js'
import { eventsOf, notZero, type Paid } from './plan-in-old.js'

const eligible = { where: { department: ['sales'] } }

function personOf(
  { from, to, told, again, leaves, kpi, quota }: Seller,
  id: string,
  count: boolean,
): Person {
  const known = to === undefined ? undefined : dayAt(to + 1 + told)
  const start = { from: '2020-01-01' }
  const history = [
    { ...start, value: 'office' },
    { from: dayAt(from), value: 'sales', recorded: '2020-01-01' },
  ]
  const moved =
    to === undefined || leaves
      ? []
      : [{ from: dayAt(to + 1), value: 'office', recorded: known as string }]
  const back = again === undefined ? [] : [{ from: dayAt(again), value: 'sales' }]
  return {
    id,
    employment: [
      start,
      ...(leaves && to !== undefined
        ? [{ ...start, to: dayAt(to), recorded: known as string }]
        : []),
    ],
    attributes: { department: [...history, ...moved, ...back] },
    figures: months.flatMap((period, k) => [
      { name: 'kpi', period, value: text(kpi[k] as number) },
      { name: 'kpi2', period, value: text(kpi[k] as number) },
      { name: 'quota', period, value: count ? String(quota[k]) : text(quota[k] as number) },
    ]),
  }
}

/** The credits of what the sellers do. */
function creditsOf({ plan, sellers }: Draw) {
  const crediting = parseCrediting({
    currency: 'CNY',
    takeBacks: plan.refunds === 'own-period' ? 'own' : 'deal',
    figures: { margin: { unit: 'money:CNY', sign: 'any' }, pieces: { unit: 'count' } },
    credits: { direct: { rules: [{ owner: 'seller' }] } },
  })
  const events = sellers.flatMap(({ sales }, i) =>
    sales.flatMap((sale, j) =>
      eventsOf(sale, `${i}-${j}`, ids[i] as string, (on, recorded) => ({ on, recorded })),
    ),
  )
  return creditDeals(crediting, parseCreditData({ events })).credits
}

export function runsOf(draw: Draw): readonly Run[] {
  const { plan, payments, sellers } = draw
  const about = { id: 'plan', currency: 'CNY', eligible } as const
  const of = book(
    [
      ...planComponents(plan, about),
      ...(payments === undefined
        ? []
        : paymentComponents(payments, { ...about, id: 'pay', of: ['plan'] })),
    ],
    { currency: 'CNY', retro: 12 },
  )
  const count = plan.measure.unit === 'count'
  const people = sellers.map((seller, i) => personOf(seller, ids[i] as string, count))
  const data = parseData({ people, records: { credits: creditsOf(draw) } })
  const runs: Run[] = []
  for (const period of months)
    runs.push(settle(of, data, { period, before: runs.at(-1) ?? 'first' }))
  return runs
}

export function byPayCore(draw: Draw): readonly Paid[] {
  return runsOf(draw).map(({ period, lines, withheld, state }) => {
    expect(withheld).toEqual([])
    const people = [...new Set(lines.map(({ person }) => person))]
    const balances = state.settled.filter(
      ({ component, earned }) =>
        earned.period === period && (component === 'pay.owed' || component === 'pay.drawn'),
    )
    return {
      lines: notZero(
        lines
          .filter(({ component }) => component === 'plan')
          .map(({ person, earned, amount }) => [`${person} ${earned.period}`, amount]),
      ),
      paid: notZero(
        people.map((id) => [
          id,
          total(
            lines.filter(({ person }) => person === id).map(({ amount }) => amount),
            2,
          ),
        ]),
      ),
      owed: notZero(
        ids.map((id) => [
          id,
          balances
            .filter(({ owner }) => owner.person === id)
            .reduce((sum, { value }) => sum.plus(value as string), decimal('0'))
            .toFixed(2),
        ]),
      ),
    }
  })
}

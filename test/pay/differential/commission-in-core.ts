import { expect } from 'vitest'
import { parsePlan } from '../../../src/commission/index.js'
import { subtract } from '../../../src/formula/index.js'
import {
  amount,
  book,
  type Component,
  component,
  parseData,
  type Row,
  type Run,
  type Source,
  settle,
} from '../../../src/pay/index.js'
import { yuan } from '../months.js'
import {
  begin,
  type Draw,
  type Due,
  dayAt,
  dueOf,
  ids,
  months,
  policyOf,
  text,
} from './commission.js'

/** The formula of the plan itself, its inputs taken from the sheet. */
function componentsOf(draw: Draw): readonly Component[] {
  const { formula } = parsePlan(policyOf(draw))
  const yearly = draw.plan.measuring === 'year-to-date'
  const sources: Readonly<Record<string, Source>> = {
    sales: {
      from: 'records',
      of: 'sales',
      as: 'sum',
      value: 'amount',
      ...(yearly && { over: { since: 'year' } }),
    },
    kpi: { from: 'figure', name: 'kpi' },
  }
  const reads = Object.fromEntries(
    Object.keys(formula.inputs).map((name) => [name, sources[name] as Source]),
  )
  const eligible = { where: { department: ['sales'] } }
  if (!yearly)
    return [component('commission', { pays: 'due', eligible, reads }, formula.expression)]
  const before = amount('earned', yuan, 2, { over: 'before', input: 'before' })
  return [
    component('earned', { eligible, reads }, formula.expression),
    component('commission', { pays: 'due', eligible }, subtract(amount('earned', yuan, 2), before)),
  ]
}

export function byPayCore(draw: Draw): Due {
  const versions = componentsOf(draw).map((value) => ({ from: begin, value }))
  const of = book(versions, { currency: 'CNY', retro: 12 })
  const own = draw.plan.refunds === 'own-period'
  const people = draw.sellers.map(({ from, to, told, again, kpi }, i) => ({
    id: ids[i] as string,
    employment: [{ from: '2020-01-01' }],
    attributes: {
      department: [
        { from: '2020-01-01', value: 'office' },
        { from: dayAt(from), value: 'sales', recorded: '2020-01-01' },
        ...(to === undefined
          ? []
          : [{ from: dayAt(to + 1), value: 'office', recorded: dayAt(to + 1 + told) }]),
        ...(again === undefined ? [] : [{ from: dayAt(again), value: 'sales' }]),
      ],
    },
    figures: months.map((period, k) => ({ name: 'kpi', period, value: text(kpi[k] as number) })),
  }))
  const sales = draw.sellers.flatMap(({ sales }, i) =>
    sales.flatMap(({ day, told, cents, back }, j): readonly Row[] => {
      const id = `${i}-${j}`
      const common = { person: ids[i] as string, made: dayAt(day) }
      const order = {
        ...common,
        id,
        on: dayAt(day),
        recorded: dayAt(day + told),
        amount: text(cents),
      }
      if (back === undefined) return [order]
      const refund = {
        ...common,
        id: `${id}-back`,
        on: dayAt(day + back.after),
        recorded: dayAt(day + told + back.after + back.told),
        counts: dayAt(own ? day + back.after : day),
        amount: `-${text(cents, back.part)}`,
      }
      return [order, refund]
    }),
  )
  const data = parseData({ people, records: { sales } })
  let before: Run | 'first' = 'first'
  return months.map((period) => {
    const run: Run = settle(of, data, { period, before })
    before = run
    expect(run.withheld).toEqual([])
    return dueOf(
      run.lines.map(({ person, earned, amount }) => ({ person, period: earned.period, amount })),
    )
  })
}

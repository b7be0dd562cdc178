import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/calendar/index.js'
import { parsePlan, paymentComponents } from '../../src/commission/index.js'
import {
  type Credited,
  creditDeals,
  parseCreditData,
  parseCrediting,
  shapley,
} from '../../src/credit/index.js'
import { evaluate } from '../../src/formula/index.js'
import { book, component, figure, parseData, type Run, settle } from '../../src/pay/index.js'
import { money, total } from '../../src/quantity/index.js'
import { event, paidOn, planOf } from '../commission/one-seller.js'
import { paidRuns, staff } from '../payroll/bonus-months.js'
import { policy } from '../payroll/policies.js'
import { attributions, overrides, shapleys, splits } from './commission/credits.js'
import { ledgers } from './commission/ledgers.js'
import { payments } from './commission/payments.js'
import { plans } from './commission/plans.js'
import type { Published } from './commission/published.js'
import { spiffs } from './commission/spiffs.js'

const title = '$example ($source)'

// Those of the foundation, by bare formulas and plans, stand in published.test.ts.
test('at least 40 published examples stand here, each once and with its figures', () => {
  const all: readonly Published[] = [
    ...[...plans, ...ledgers, ...payments, ...splits, ...overrides],
    ...[...attributions, ...shapleys, ...spiffs],
  ]
  expect(all.length).toBeGreaterThanOrEqual(40)
  expect(new Set(all.map(({ example, source }) => `${example} ${source}`)).size).toBe(all.length)
  for (const { url, quote } of all) {
    expect(url).toMatch(/^https?:\/\//)
    expect(quote).toMatch(/\d/)
  }
})

describe('what a plan pays', () => {
  test.each(plans)(title, ({ plan, pays }) => {
    const { formula } = parsePlan(planOf(plan))
    expect(pays.map(([inputs]) => evaluate(formula, inputs).value)).toEqual(
      pays.map(([, pay]) => pay),
    )
  })
})

describe('what a ledger settles to', () => {
  test.each(ledgers)(title, ({ plan, events, settles }) => {
    const days = settles.map(([period, asOf]) => [period, asOf] as const)
    expect(paidOn(planOf(plan), events, days)).toEqual(settles.map(([, , due]) => due))
  })
})

describe('what is paid under a draw', () => {
  const dollars = money('USD')
  const due = component('commission', { pays: 'due' }, figure('commission', dollars, 2))

  test.each(payments)(title, ({ draw, months }) => {
    const policy = { currency: 'USD', rounding: 'half-up', draw } as const
    const paying = paymentComponents(policy, { id: 'pay', currency: 'USD', of: ['commission'] })
    const of = book([due, ...paying], { currency: 'USD', retro: 1 })
    const names = months.map((_, i) => `2026-0${i + 1}`)
    const figures = names.map((period, i) => ({
      name: 'commission',
      period,
      value: months[i]?.[0],
    }))
    const ann = { id: 'ann', employment: [{ from: '2026-01-01' }], attributes: {}, figures }
    const data = parseData({ people: [ann] })
    let before: Run | 'first' = 'first'
    const found = names.map((period, i) => {
      const run: Run = settle(of, data, { period, before })
      before = run
      const amounts = run.lines.map(({ amount }) => amount)
      const owed = run.state.settled.find(
        ({ component: name, earned }) => name === 'pay.drawn' && earned.period === period,
      )
      return [months[i]?.[0], total(amounts, 2), total([String(owed?.value ?? '0')], 2)]
    })
    expect(found).toEqual(months)
  })
})

describe('what each person is credited', () => {
  const earned = (rate: string, sales: string) =>
    evaluate(parsePlan(planOf({ tiers: { kind: 'flat', rate } })).formula, { sales }).value
  const credited = (credits: object, events: readonly object[], data: object = {}): Credited =>
    creditDeals(
      parseCrediting({ currency: 'USD', places: 2, credits }),
      parseCreditData({ events, ...data }),
    )
  const salesOf = ({ credits }: Credited, credit: string, person: string) =>
    total(
      credits
        .filter((row) => row.credit === credit && row.person === person)
        .map(({ sales }) => sales),
      2,
    )

  test.each(splits)(title, ({ sale, shares, rates, pays }) => {
    const owners = Object.entries(shares).map(([person, share]) => ({ of: 'ann', person, share }))
    const direct = { rules: [{ by: 'seller', owners }] }
    const deal = credited({ direct }, [event('deal', 'order', '2026-01-10', sale)])
    const paid = Object.entries(rates).map(([person, rate]) => [
      person,
      earned(rate, salesOf(deal, 'direct', person)),
    ])
    expect(Object.fromEntries(paid)).toEqual(pays)
  })

  test.each(overrides)(title, ({ rate, override, team, manager }) => {
    const seller = (i: number) => `seller ${i}`
    const sales = team.map(([amount], i) =>
      event(`deal ${i}`, 'order', '2026-01-10', amount, { attributes: { seller: seller(i) } }),
    )
    const people = team.map((_, i) => ({
      id: seller(i),
      attributes: { manager: [{ from: '2026-01-01', value: 'manager' }] },
    }))
    const deals = credited(
      {
        direct: { rules: [{ owner: 'seller' }] },
        team: { of: 'direct', manager: 'manager', shares: [override] },
      },
      sales,
      { people },
    )
    expect(
      team.map(([amount], i) => [amount, earned(rate, salesOf(deals, 'direct', seller(i)))]),
    ).toEqual(team.map(([amount, pay]) => [amount, pay]))
    const shared = deals.credits.filter(({ credit }) => credit === 'team')
    expect(shared.map(({ sales: own }) => own)).toEqual(team.map(([, , forManager]) => forManager))
    expect(earned('1', salesOf(deals, 'team', 'manager'))).toBe(manager)
  })

  test.each(attributions)(title, ({ model, sale, touches, credits }) => {
    const day = '2026-01-31'
    const indirect = { touches: { by: 'seller', window: 90, model } }
    const deal = credited({ indirect }, [event('sale', 'order', day, sale)], {
      // Each at a time of its own, also those of one day.
      touches: touches.map((age, i) => ({
        ...{ id: `${i}`, key: 'ann', person: `touch ${i}` },
        ...{ on: addDays(day, -age), order: `${i}` },
      })),
    })
    expect(touches.map((_, i) => salesOf(deal, 'indirect', `touch ${i}`))).toEqual(credits)
  })

  test.each(shapleys)(title, ({ worths, values }) => {
    const coalitions = Object.entries(worths).map(([set, worth]) => ({ channels: [...set], worth }))
    expect(Object.fromEntries(shapley(coalitions, 0))).toEqual(values)
  })
})

describe('what a SPIFF pays', () => {
  test.each(spiffs)(title, ({ spiff, deals, units, pays }) => {
    const terms = {
      ...{ from: '2026-01-01', to: '2026-01-31', credit: 'direct' },
      ...spiff,
      ...(spiff.per === 'unit' && { figure: 'units' }),
    }
    const sold = { person: 'ann', credit: 'direct', on: '2026-01-10', sales: '20000.00', units }
    const credits = Array.from({ length: deals }, (_, i) => ({
      ...{ id: `deal ${i}`, deal: `deal ${i}` },
      ...sold,
    }))
    const told = { people: [staff('ann')], records: { credits } }
    const [run] = paidRuns([policy('spiff', 'launch', { spiff: terms })], told, ['2026-01'], {
      currency: 'USD',
    })
    const awards = run?.lines.map(({ amount }) => amount) ?? []
    expect(total(awards, 2)).toBe(pays)
  })
})

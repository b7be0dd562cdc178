import { describe, expect, test } from 'vitest'
import { addDays, parsePeriod } from '../../src/calendar/index.js'
import {
  attribute,
  creditEvents,
  measureCredits,
  nothingOwed,
  type Plan,
  parseAttribution,
  parseCreditRules,
  parsePayments,
  parseRollUp,
  parseSpiff,
  parseTouches,
  pay,
  paySpiff,
  rollUp,
  shapley,
} from '../../src/commission/index.js'
import { evaluate } from '../../src/formula/index.js'
import { total } from '../../src/quantity/index.js'
import { credited, event, planOf, settleEach } from '../commission/one-seller.js'
import { attributions, overrides, shapleys, splits } from './commission/credits.js'
import { ledgers } from './commission/ledgers.js'
import { payments } from './commission/payments.js'
import { plans } from './commission/plans.js'
import type { Published } from './commission/published.js'
import { spiffs } from './commission/spiffs.js'

const title = '$example ($source)'
const january = parsePeriod('2026-01')

function flat(rate: string): Plan {
  return planOf({ tiers: { kind: 'flat', rate } })
}

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
    const { formula } = planOf(plan)
    expect(pays.map(([inputs]) => evaluate(formula, inputs).value)).toEqual(
      pays.map(([, pay]) => pay),
    )
  })
})

describe('what a ledger settles to', () => {
  test.each(ledgers)(title, ({ plan, events, settles }) => {
    const days = settles.map(([period, asOf]) => [period, asOf] as const)
    const settled = settleEach(planOf(plan), events, days)
    expect(settled.map(({ due }) => due)).toEqual(settles.map(([, , due]) => due))
  })
})

describe('what is paid under a draw', () => {
  test.each(payments)(title, ({ draw, months }) => {
    const policy = parsePayments({ currency: 'USD', rounding: 'half-up', draw })
    let owed = nothingOwed
    const found = months.map(([due], i) => {
      const payment = pay(policy, { due, period: parsePeriod(`2026-0${i + 1}`), owed })
      owed = payment.owed
      return [due, payment.paid, payment.owed.draw]
    })
    expect(found).toEqual(months)
  })
})

describe('what each person is credited', () => {
  const earnedBy = (rate: string, credits: ReturnType<typeof credited>, person: string) =>
    evaluate(flat(rate).formula, {
      sales: measureCredits(flat(rate), credits).of(person, january)['sales'] as string,
    }).value

  test.each(splits)(title, ({ sale, shares, rates, pays }) => {
    const owners = { ann: Object.entries(shares).map(([person, share]) => ({ person, share })) }
    const rules = parseCreditRules([{ credit: 'direct', by: 'seller', owners, unowned: 'refuse' }])
    const credits = creditEvents([event('deal', 'order', '2026-01-10', sale)], rules)
    const paid = Object.entries(rates).map(([person, rate]) => [
      person,
      earnedBy(rate, credits, person),
    ])
    expect(Object.fromEntries(paid)).toEqual(pays)
  })

  test.each(overrides)(title, ({ rate, override, team, manager }) => {
    const seller = (i: number) => `seller ${i}`
    const sales = team.map(([amount], i) =>
      event(`deal ${i}`, 'order', '2026-01-10', amount, { attributes: { seller: seller(i) } }),
    )
    const direct = credited(sales)
    const managers = Object.fromEntries(
      team.map((_, i) => [seller(i), [{ from: '2026-01-01', value: 'manager' }]]),
    )
    const rule = { of: 'direct', credit: 'team', share: override, levels: 1, managers }
    const shared = rollUp(direct, parseRollUp(rule))
    expect(team.map(([amount], i) => [amount, earnedBy(rate, direct, seller(i))])).toEqual(
      team.map(([amount, pay]) => [amount, pay]),
    )
    expect(shared.map(({ amount }) => amount)).toEqual(team.map(([, , forManager]) => forManager))
    expect(earnedBy('1', shared, 'manager')).toBe(manager)
  })

  test.each(attributions)(title, ({ model, sale, touches, credits }) => {
    const day = '2026-01-31'
    const rule = parseAttribution({ credit: 'indirect', by: 'seller', window: 90, model })
    const found = attribute(
      [event('sale', 'order', day, sale)],
      parseTouches(
        touches.map((age, i) => ({
          id: `${i}`,
          key: 'ann',
          person: `touch ${i}`,
          date: addDays(day, -age),
        })),
      ),
      rule,
    )
    const amountOf = (i: number) =>
      found.find(({ person }) => person === `touch ${i}`)?.amount ?? '0.00'
    expect(touches.map((_, i) => amountOf(i))).toEqual(credits)
  })

  test.each(shapleys)(title, ({ worths, values }) => {
    const coalitions = Object.entries(worths).map(([set, worth]) => ({ channels: [...set], worth }))
    expect(Object.fromEntries(shapley(coalitions, 0))).toEqual(values)
  })
})

describe('what a SPIFF pays', () => {
  test.each(spiffs)(title, ({ spiff, deals, units, pays }) => {
    const policy = parseSpiff({
      id: 'spiff',
      currency: 'USD',
      from: '2026-01-01',
      to: '2026-01-31',
      credit: 'direct',
      ...spiff,
      ...(spiff.per === 'unit' && { figure: 'units' }),
    })
    const sold = Array.from({ length: deals }, (_, i) =>
      event(`deal ${i}`, 'order', '2026-01-10', '20000.00', { figures: { units } }),
    )
    const awards = paySpiff(policy, credited(sold)).map(({ amount }) => amount)
    expect(total(awards, 2)).toBe(pays)
  })
})

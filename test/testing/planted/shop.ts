import {
  above,
  atLeast,
  constant,
  type Expression,
  maximum,
  minimum,
  multiply,
  round,
  subtract,
  when,
} from '../../../src/formula/index.js'
import { amount, parseData } from '../../../src/pay/index.js'
import { money } from '../../../src/quantity/index.js'
import { bookJson, component, policy } from '../../payroll/policies.js'

/** What faults across components are planted in: a base, a plan of 2 %, and a person who sells. */

export const cny = money('CNY')
export const yuan = (value: string) => constant(value, cny)
export const none = yuan('0.00')
export const cents = (of: Expression) => round(of, { places: 2, rounding: 'half-up' })
export const less = (of: Expression) => subtract(none, of)
export const notBelowZero = (of: Expression) => maximum(of, none)

/** What another component comes to, and a bound that it reaches or does not. */
export const earned = (name: string) => amount(name, cny, 2)
export const reaches = (name: string, bound: string) => atLeast(earned(name), yuan(bound))
export const exceeds = (name: string, bound: string) => above(earned(name), yuan(bound))
export const partOf = (name: string, rate: string) => cents(multiply(earned(name), constant(rate)))
export { maximum, minimum, subtract, when }

const gross = { tags: ['gross'] }
export const base = policy('salary', 'base', { prorated: false }, gross)

/** A plan on all credits. */
export const planOf = (id: string, terms: object, more: object = {}) =>
  policy(
    'plan',
    id,
    { plan: { period: 'month', measure: { sum: 'sales' }, ...terms }, ...more },
    gross,
  )
export const flat = (rate: string) => ({ tiers: { kind: 'flat', rate } })
export const commission = planOf('commission', flat('0.02'))

/** A component of the book that is due. */
export const due = (id: string, formula: Expression) => component(id, { pays: 'due' }, formula)

export const shopJson = (policies: readonly unknown[], more: object = {}) =>
  bookJson(policies, { id: 'shop', retro: 0, ...more })

const since = (value: string) => [{ from: '2026-01-01', value }]

/** Li and Wu, who have each sold something in March. */
export const shopData = (more: object = {}) =>
  parseData({
    people: ['li', 'wu'].map((id) => ({
      id,
      employment: [{ from: '2026-01-01' }],
      attributes: {
        base: since('3000.00'),
        salary: since('3000.00'),
        department: since('shop'),
        minimum_wage: since('3200.00'),
      },
      figures: Object.entries({
        satisfaction: '0.95',
        quota: '100000.00',
        target: '1000.00',
        hours: '10',
      }).map(([name, value]) => ({ name, period: '2026-03', value })),
    })),
    records: {
      credits: [
        credit('a', 'li', '1000.00'),
        credit('b', 'wu', '5000.00'),
        { ...credit('c', 'li', '0.00'), credit: 'helped' },
      ],
      damages: [{ id: 'x', person: 'li', on: '2026-03-20', amount: '900.00' }],
    },
    ...more,
  })

const credit = (id: string, person: string, sales: string) => ({
  id,
  person,
  on: '2026-03-05',
  deal: id,
  credit: 'direct',
  sales,
  orders: '1',
})

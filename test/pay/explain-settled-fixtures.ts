import { attribute, component, parseData } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

export const cny = money('CNY')
export const salary = attribute('salary', cny, 2)
export const person = { employment: [{ from: '2026-01-01' }] }
export const wages = (more: object = {}) => ({
  salary: [{ from: '2026-01-01', value: '100.00' }],
  ...more,
})
export const pay = component('pay', { pays: 'due' }, salary)
export const options = { currency: 'CNY', retro: 1 } as const
export const one = (attributes: object, more: object = {}) =>
  parseData({ people: [{ id: 'li', ...person, attributes: attributes as never, ...more }] })
export const asked = { person: 'li', locale: 'en' } as const

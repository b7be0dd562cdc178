import { constant, input } from '../../../src/formula/index.js'
import type { RecordsSource } from '../../../src/pay/component.js'
import { money } from '../../../src/quantity/index.js'

export const cny = money('CNY')
export const cents = { places: 2, rounding: 'half-up' } as const
export const yuan = (name: string) => input(name, cny, 2)
export const none = constant('0', cny)

export const amounts = (over?: RecordsSource['over']): RecordsSource => ({
  from: 'records',
  of: 'deals',
  as: 'sum',
  value: 'amount',
  ...(over !== undefined && { over }),
})
export const sellers = { department: ['sales'] }

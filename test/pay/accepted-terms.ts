import { money } from '../../src/quantity/index.js'

export const cny = money('CNY')
export const cents = { places: 2, rounding: 'half-up' } as const

import type { Data, Row } from '../../../src/pay/data.js'
import { dataOf, type figure, person, reading, summing } from './paying.js'

/** What is settled: the orders of somebody, and a bonus that is told. */

export const sales = summing('sales')
export const bonus = reading('bonus', { from: 'figure', name: 'bonus', missing: '0.00' })
export const sold = (...orders: Row[]): Data => dataOf([person('li')], { orders })
export const given = (...figures: ReturnType<typeof figure>[]): Data =>
  dataOf([person('li', {}, { figures })])

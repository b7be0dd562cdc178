import { figure, reading } from './paying.js'

/** What is sold in each month, and in the year up to it. */

export const month = reading('month', { from: 'figure', name: 'sold', missing: '0.00' })
export const year = reading('year', { from: 'component', name: 'month', over: { since: 'year' } })
export const sold = (period: string, value: string, recorded?: string) =>
  figure('sold', period, value, recorded === undefined ? {} : { recorded })

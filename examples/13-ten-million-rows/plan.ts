import * as f from 'payproof/formula'
import { money } from 'payproof/quantity'

const cny = money('CNY')
const sales = f.input('sales', cny, 2)
const attainment = f.divide(sales, f.input('quota', cny, 2), { places: 4, rounding: 'half-up' })
const rate = f.step(attainment, [
  { value: '0.010' },
  { from: '0.8', value: '0.012' },
  { from: '1.0', value: '0.015' },
  { from: '1.2', value: '0.020' },
])
const region = f.match('region', {
  north: f.constant('1.00'),
  south: f.constant('1.05'),
  abroad: f.constant('1.125'),
})
const pay = f.round(f.minimum(f.multiply(sales, rate, region), f.constant('2500', cny)), {
  places: 2,
  rounding: 'half-even',
})
const gate = f.atLeast(f.input('quality', 'ratio', 4), f.constant('0.9'))

/** A tiered plan: the rate follows attainment, regions multiply, a cap, and a gate on quality. */
export const plan = f.check(f.when(gate, pay, f.constant('0.00', cny)))

/**
 * Employee `i` by integer arithmetic, as SQL that every engine reads. Some have sold less than was
 * returned, some have no sales reported, some have no quota.
 */
export const employees = (numbers: string) => `
  SELECT
    CASE WHEN i % 4999 = 0 THEN NULL ELSE (i * 48271) % 20000003 - 500000 END AS sales,
    CASE WHEN i % 1009 = 0 THEN 0 ELSE 1000000 + (i * 16807) % 9000011 END AS quota,
    8000 + (i * 69621) % 2001 AS quality,
    CASE i % 3 WHEN 0 THEN 'north' WHEN 1 THEN 'south' ELSE 'abroad' END AS region
  FROM (${numbers}) AS numbers`

/** The same employees as columns; every number on the way is below 2^53. */
export function employeeColumns(rows: number) {
  const columns = {
    sales: new Float64Array(rows),
    quota: new Float64Array(rows),
    quality: new Float64Array(rows),
    region: { codes: new Uint8Array(rows), dictionary: ['north', 'south', 'abroad'] },
  }
  for (let i = 0; i < rows; i++) {
    columns.sales[i] = i % 4999 === 0 ? Number.NaN : ((i * 48271) % 20000003) - 500000
    columns.quota[i] = i % 1009 === 0 ? 0 : 1000000 + ((i * 16807) % 9000011)
    columns.quality[i] = 8000 + ((i * 69621) % 2001)
    columns.region.codes[i] = i % 3
  }
  return columns
}

/** What a run comes to, by error: rows, and the total in cents. */
export const totals = (select: string) => `
  SELECT COALESCE(error, 'paid'), count(*), COALESCE(sum(value), 0)
  FROM (${select}) AS results GROUP BY error ORDER BY 1`

import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import type { Month } from './payroll-company.js'

/**
 * The month of the company as a program that knows nothing else: decimal.js, written out for this one
 * book and this one month. What it pays is what `settle` pays, to the cent; it explains nothing, keeps
 * nothing for a next month, and refuses nothing.
 */
const exact = Decimal.clone({ defaults: true })
const zero = new exact(0)
const [days, hundred] = [new exact(31), new exact(100)]
const cents = (value: Decimal) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
const [most, quotaTier, low, high] = [8000, 50000, '0.01', '0.02'].map(
  (each) => new exact(each),
) as [Decimal, Decimal, Decimal, Decimal]
const accelerated = new exact('1.5')
const bands = { none: zero, some: new exact('0.8'), full: new exact('1.2') }

interface Kpi {
  readonly weight: Decimal
  readonly points: readonly (readonly [x: Decimal, y: Decimal])[]
}

const kpi = (weight: string, ...points: readonly (readonly [string, string])[]): Kpi => ({
  weight: new exact(weight),
  points: points.map(([x, y]) => [new exact(x), new exact(y)]),
})
const kpis: Readonly<Record<string, Kpi>> = {
  satisfaction: kpi('0.5', ['0.80', '60'], ['0.85', '100'], ['0.90', '120']),
  first_contact_resolution: kpi('0.3', ['0.70', '60'], ['0.78', '100'], ['0.85', '120']),
  transfer_rate: kpi('0.2', ['0.10', '120'], ['0.15', '100'], ['0.20', '60']),
}

function heightOf({ points }: Kpi, x: Decimal): Decimal {
  const end = points.findIndex(([right]) => x.lte(right))
  if (end === -1) return (points.at(-1) as Kpi['points'][number])[1]
  const [x1, y1] = points[end] as Kpi['points'][number]
  if (end === 0) return y1
  const [x0, y0] = points[end - 1] as Kpi['points'][number]
  return cents(y0.plus(y1.minus(y0).times(x.minus(x0)).div(x1.minus(x0))))
}

function bonusOf(target: string, figures: Month['people'][number]['figures'], present: number) {
  let [points, weights] = [zero, zero]
  for (const { name, value } of figures) {
    const own = kpis[name] as Kpi
    points = points.plus(heightOf(own, new exact(value)).times(own.weight))
    weights = weights.plus(own.weight)
  }
  const score = points.div(weights).toDecimalPlaces(1, Decimal.ROUND_HALF_UP)
  const band = score.gte(100) ? bands.full : score.gte(60) ? bands.some : bands.none
  return cents(new exact(target).times(band).times(present).div(days))
}

function commissionOf(sold: Decimal, quota: string): Decimal {
  const above = sold.minus(quotaTier)
  const tiers = above.lte(0) ? sold.times(low) : quotaTier.times(low).plus(above.times(high))
  const attainment = sold.div(quota).toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
  const earned = attainment.gte(1) ? tiers.times(accelerated) : tiers
  return cents(earned.gt(most) ? most : earned)
}

/** The parts of a fund by largest remainder; among equal remainders the first is where a digest says. */
function poolOf(fund: Decimal, weights: readonly (readonly [id: string, weight: Decimal])[]) {
  const sorted = [...weights].sort(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256').update('pool|2026-03').digest('hex').slice(0, 8)
  const start = Number.parseInt(digest, 16) % sorted.length
  const turned = [...sorted.slice(start), ...sorted.slice(0, start)]
  const all = turned.reduce((sum, [, weight]) => sum.plus(weight), zero)
  const units = fund.times(hundred)
  let left = units
  const parts = turned.map(([id, weight]) => {
    const part = units.times(weight).divToInt(all)
    left = left.minus(part)
    return { id, part, rest: units.times(weight).minus(part.times(all)) }
  })
  const first = [...parts.keys()].sort((a, b) => {
    const [one, other] = [parts[a], parts[b]] as [(typeof parts)[number], (typeof parts)[number]]
    return other.rest.cmp(one.rest) || a - b
  })
  const raised = new Set(first.slice(0, left.toNumber()))
  return new Map(
    parts.map(({ id, part }, i) => [id, (raised.has(i) ? part.plus(1) : part).div(hundred)]),
  )
}

/** What everybody is paid of each component that is theirs, in yuan. */
export function paidByHand({ people, groups, records }: Month) {
  const sums = new Map<string, Decimal>()
  const joined = new Map(people.map(({ id, employment }) => [id, employment[0]?.from as string]))
  for (const { person, on, amount } of records.orders)
    if (on >= (joined.get(person) as string))
      sums.set(person, (sums.get(person) ?? zero).plus(amount))
  const adjustments = new Map<string, Decimal>()
  for (const { person, amount } of records.adjustments)
    adjustments.set(person, (adjustments.get(person) ?? zero).plus(amount))
  const salaries = people.map(
    ({ id, attributes }) => [id, new exact(attributes.salary[0]?.value as string)] as const,
  )
  const profit = new exact(groups[0]?.figures[0]?.value as string)
  const fund = profit.times('0.05').toDecimalPlaces(2, Decimal.ROUND_DOWN)
  const pool = poolOf(fund, salaries)
  return people.map(({ id, employment, attributes, figures }, i) => {
    const since = employment[0]?.from as string
    const present = since > '2026-03-01' ? 32 - Number(since.slice(8)) : 31
    const [, salary] = salaries[i] as (typeof salaries)[number]
    const target = attributes.target_bonus?.[0]?.value
    const parts = {
      base: cents(salary.times(present).div(days)).toFixed(2),
      meals: new exact(attributes.meals[0]?.value as string).toFixed(2),
      pool: (pool.get(id) as Decimal).toFixed(2),
      adjustments: (adjustments.get(id) ?? zero).toFixed(2),
    }
    return target === undefined
      ? {
          id,
          ...parts,
          commission: commissionOf(sums.get(id) ?? zero, figures[0]?.value as string).toFixed(2),
        }
      : { id, ...parts, bonus: bonusOf(target, figures, present).toFixed(2) }
  })
}

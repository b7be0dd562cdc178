import { constant, divide, type Expression, type NodeOf } from '../formula/index.js'
import { type Over, records, type Where } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'
import type { Contest, Spiff } from './contest-schema.js'
import { kpiScale } from './plan-inputs.js'

/** Which credits a contest or a SPIFF looks at: those of a kind that count between its dates. */
export function creditsBetween({
  credit,
  where = {},
  from,
  to,
}: Pick<Contest | Spiff, 'credit' | 'where' | 'from' | 'to'>): Where {
  const attributes = Object.entries(where).map(([name, value]) => [name, [value]] as const)
  return { credit: [credit], ...Object.fromEntries(attributes), counts: { from, to } }
}

/** Whose credits are summed, of what, and what the input is called. */
interface Summed {
  readonly input: string
  readonly label?: Label
  readonly where: Where
  readonly over?: Over
  readonly same?: readonly string[]
  readonly whose?: 'own' | 'all'
}

/** What is sold, less what is taken back: divided to four places more than the currency has. */
export function soldIn(currency: Currency, table: string, summed: Summed): NodeOf<'input'> {
  const of = { value: 'sales', unit: money(currency), scale: soldPlaces(currency) }
  return records(table, 'sum', { ...of, ...summed })
}

/** Units of a figure, less those that are taken back. */
export function unitsIn(figure: string, table: string, summed: Summed): NodeOf<'input'> {
  return records(table, 'sum', { value: figure, unit: 'count', scale: kpiScale, ...summed })
}

/** An amount of what is sold as a bare number: money by money has no unit. */
export function bare(sold: Expression, currency: Currency): Expression {
  const places = soldPlaces(currency)
  return divide(sold, constant('1', money(currency)), { places, rounding: 'half-up' })
}

/** The places of what is sold. */
export function soldPlaces(currency: Currency): number {
  return minorUnits(currency) + 4
}

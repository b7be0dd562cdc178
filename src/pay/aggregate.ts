import { type Decimal, decimal } from '../quantity/index.js'
import type { As } from './component.js'

const zero = decimal('0')

/** Several numbers in their order as one; `undefined` where there is none to take. None of it rounds. */
export function aggregated(as: As, values: readonly Decimal[]): Decimal | undefined {
  if (typeof as === 'object') return nearestRank(as.quantile, values)
  return aggregates[as](values)
}

const aggregates: Readonly<
  Record<Extract<As, string>, (values: readonly Decimal[]) => Decimal | undefined>
> = {
  sum: ([first = zero, ...others]) => others.reduce((sum, value) => sum.plus(value), first),
  count: (values) => decimal(String(values.length)),
  distinct: (values) => decimal(String(new Set(values.map((value) => value.toFixed())).size)),
  most: (values) => values.reduce<Decimal | undefined>(more, undefined),
  least: (values) => values.reduce<Decimal | undefined>(less, undefined),
  first: (values) => values[0],
  last: (values) => values.at(-1),
}

function more(most: Decimal | undefined, value: Decimal): Decimal {
  return most?.gte(value) ? most : value
}

function less(least: Decimal | undefined, value: Decimal): Decimal {
  return least?.lte(value) ? least : value
}

/** The value of the nearest rank: the smallest that at least this part of all values do not exceed. */
function nearestRank(part: string, values: readonly Decimal[]): Decimal | undefined {
  const sorted = [...values].sort((a, b) => a.cmp(b))
  const rank = decimal(part).times(sorted.length).ceil().toNumber()
  return sorted[Math.max(1, rank) - 1]
}

import type { Bound } from '../nodes.js'
import { type Fraction, fraction, minus, signOf } from './fraction.js'
import type { Held } from './interval.js'
import { constantPart, difference, type Part, type ValueAt } from './part.js'
import { passing, signsOf } from './signs.js'

/** The bands that a value falls in on an interval: one, or from one to another where untold. */
export interface InBand extends Held {
  readonly lowest: number
  readonly highest: number
  readonly part: Part
}

/** In which band of a table the parts of a value fall. */
export function bandsOf(
  parts: readonly Part[],
  bounds: readonly Bound[],
  step: Fraction,
  valueAt: ValueAt,
): readonly InBand[] {
  const start = parts.map(
    (part): InBand => ({ interval: part.interval, part, lowest: 0, highest: 0 }),
  )
  return bounds
    .slice(1)
    .reduce(
      (found, bound, i) => found.flatMap((band) => raised(band, i + 1, bound, step, valueAt)),
      start,
    )
}

/** Where the value reaches the band of that index, and where it stays. */
function raised(
  band: InBand,
  index: number,
  { from, exclusive }: Bound,
  step: Fraction,
  valueAt: ValueAt,
): readonly InBand[] {
  const { interval, part } = band
  const bound = fraction(from as string)
  const above = difference(interval, part, constantPart(interval, bound))
  const signs = signsOf(above, step, (x) => signOf(minus(valueAt(x), bound)))
  return passing(signs, (sign) => sign > 0 || (sign === 0 && !exclusive)).map((told) => {
    const within = { ...band, interval: told.interval, part: { ...part, interval: told.interval } }
    if (told.holds === undefined) return { ...within, highest: index }
    return told.holds ? { ...within, lowest: index, highest: index } : within
  })
}

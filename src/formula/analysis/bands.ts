import { compareFractions, type Fraction, minus } from '../../quantity/internal.js'
import type { Bound } from '../nodes.js'
import { lastPassing } from './bisect.js'
import { readFraction, signOf } from './fraction.js'
import type { Held } from './interval.js'
import { constantOf, constantPart, difference, type Part, type ValueAt } from './part.js'
import { passing, signsOf } from './signs.js'

/** The bands that a value falls in on an interval: one, or from one to another where untold. */
export interface InBand extends Held {
  readonly lowest: number
  readonly highest: number
  readonly part: Part
}

/** Where a band of a table begins; the first begins below every number. */
export interface BandStart {
  readonly at: Fraction
  readonly exclusive: boolean
}

/** Where the bands after the first begin. */
export function bandStarts(bounds: readonly Bound[]): readonly BandStart[] {
  return bounds
    .slice(1)
    .map(({ from, exclusive = false }) => ({ at: readFraction(from as string), exclusive }))
}

/** In which band of a table the parts of a value fall. */
export function bandsOf(
  parts: readonly Part[],
  starts: readonly BandStart[],
  step: Fraction,
  valueAt: ValueAt,
  keep: (parts: number) => void,
): readonly InBand[] {
  return parts.flatMap((part): readonly InBand[] => {
    const { interval } = part
    const value = constantOf(part)
    if (value !== undefined) {
      const index =
        lastPassing(starts.length, (i) => {
          const start = starts[i] as BandStart
          return isReached(start, compareFractions(value, start.at))
        }) + 1
      return [{ interval, part, lowest: index, highest: index }]
    }
    // What does not reach one band reaches none above it.
    return starts.reduce<readonly InBand[]>(
      (found, start, i) => {
        keep(found.length)
        return found.flatMap((band) =>
          band.highest === i ? raised(band, i + 1, start, step, valueAt) : [band],
        )
      },
      [{ interval, part, lowest: 0, highest: 0 }],
    )
  })
}

function isReached({ exclusive }: BandStart, sign: number): boolean {
  return sign > 0 || (sign === 0 && !exclusive)
}

/** Where the value reaches the band of that index, and where it stays. */
function raised(
  band: InBand,
  index: number,
  start: BandStart,
  step: Fraction,
  valueAt: ValueAt,
): readonly InBand[] {
  const { interval, part } = band
  const above = difference(interval, part, constantPart(interval, start.at))
  const signs = signsOf(above, step, (x) => signOf(minus(valueAt(x), start.at)))
  return passing(signs, (sign) => isReached(start, sign)).map((told) => {
    const within = { ...band, interval: told.interval, part: { ...part, interval: told.interval } }
    if (told.holds === undefined) return { ...within, highest: index }
    return told.holds ? { ...within, lowest: index, highest: index } : within
  })
}

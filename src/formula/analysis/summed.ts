import { type Fraction, minus, plus } from '../../quantity/internal.js'
import { isEqual, unitOf } from './fraction.js'
import { type Cut, compareCuts, type Held, type Interval } from './interval.js'
import { linePart, type Part } from './part.js'

/** A straight piece of a formula, or of a sum of several. */
export interface Straight extends Held {
  readonly part: Part
}

/** Where a formula goes over from one straight piece to the next. */
interface Bend {
  readonly cut: Cut
  readonly from: Part
  readonly to: Part
}

const numbers = ['slope', 'base', 'low', 'high'] as const
type Numbers = Readonly<Record<(typeof numbers)[number], Fraction>>

/**
 * The sum of several formulas over one interval, each given by its straight pieces; neighbours on one
 * line are one. `spend` counts the work.
 */
export function summed(
  formulas: readonly (readonly Straight[])[],
  interval: Interval,
  spend: (units: number) => void,
): readonly Straight[] {
  const bends = formulas.flatMap(bendsOf).sort((a, b) => compareCuts(a.cut, b.cut))
  const combined = (a: Numbers, b: Numbers, by: typeof plus): Numbers => {
    const of = (name: keyof Numbers) => by(a[name], b[name])
    const sum = { slope: of('slope'), base: of('base'), low: of('low'), high: of('high') }
    spend(isLong(sum.slope) || isLong(sum.base) ? Number.POSITIVE_INFINITY : 1)
    return sum
  }
  let sum = formulas
    .map(([first]) => numbersOf((first as Straight).part))
    .reduce((a, b) => combined(a, b, plus))
  let { from } = interval
  const found: Straight[] = []
  for (const { cut, ...bend } of bends) {
    if (from === undefined || compareCuts(from, cut) !== 0) {
      join(found, straight({ from, to: cut }, sum))
      from = cut
    }
    const without = combined(sum, numbersOf(bend.from), minus)
    sum = combined(without, numbersOf(bend.to), plus)
  }
  join(found, straight({ from, to: interval.to }, sum))
  return found
}

function bendsOf(lines: readonly Straight[]): readonly Bend[] {
  return lines.slice(1).map(({ interval, part }, i) => ({
    cut: interval.from as Cut,
    from: (lines[i] as Straight).part,
    to: part,
  }))
}

function numbersOf({ slope, base, low, high }: Part): Numbers {
  return { slope, base, low: low as Fraction, high: high as Fraction }
}

function straight(interval: Interval, { slope, base, low, high }: Numbers): Straight {
  return { interval, part: { ...linePart(interval, slope, base), low, high } }
}

/** Adds a piece; one that goes on in the line of the last makes that one longer. */
function join(found: Straight[], next: Straight): void {
  const last = found.at(-1)
  if (last !== undefined && numbers.every((name) => isSame(last.part[name], next.part[name])))
    found[found.length - 1] = straight(
      { from: last.interval.from, to: next.interval.to },
      numbersOf(next.part),
    )
  else found.push(next)
}

function isSame(a: Fraction | undefined, b: Fraction | undefined): boolean {
  return isEqual(a as Fraction, b as Fraction)
}

/** The divisors of thousands of people have a common multiple that nobody would wait for. */
const longest = unitOf(1_000).denominator

function isLong({ denominator }: Fraction): boolean {
  return denominator > longest
}

import { type Problem, refuse } from '../../problem/index.js'
import { isProblem, type NumericInput, readDecimal } from '../../quantity/index.js'
import { type Fraction, plus, times, tooManyPlaces } from '../../quantity/internal.js'
import type { BandRange } from '../trace.js'
import type { Analysis, LinePiece } from './analysis.js'
import { lastPassing } from './bisect.js'
import { isMultiple, readFraction, textOf, zero } from './fraction.js'
import {
  before,
  compareCuts,
  firstPoint,
  type Held,
  holds,
  intervalOf,
  lastPoint,
} from './interval.js'
import { notLinear, outsideDomain } from './problems.js'

/** A straight piece of an analysis, read back. */
interface Line extends Held {
  readonly slope: Fraction
  readonly base: Fraction
  readonly deviation: Fraction
}

/** A result, and how far roundings may have moved it. */
export interface Result {
  readonly value: Fraction
  readonly deviation: Fraction
}

/** The exact lines of an analysis, to ask for results and ends. */
export interface Lines {
  /** The result at an input; none outside the domain. */
  readonly at: (x: Fraction) => Result | undefined
  /** The lowest and highest inputs of the pieces. */
  readonly ends: readonly Fraction[]
  readonly places: number
}

/**
 * Reads the lines of an analysis back, and amounts by name. Throws a `PolicyError` with every problem:
 * no lines, amounts that are no numbers, have too many places or are outside the domain.
 */
export function readLines<Name extends string>(
  { pieces, nonlinear, step, domain }: Analysis,
  amounts: Readonly<Record<Name, NumericInput>>,
  more: readonly Problem[] = [],
): { readonly lines: Lines; readonly amounts: Readonly<Record<Name, Fraction>> } {
  const problems = [...nonlinear.map(({ path }) => notLinear(path)), ...more]
  const unit = readFraction(step)
  const places = placesOf(step)
  const read = (value: unknown, path: string): Fraction => {
    const number = readDecimal(value, path)
    if (isProblem(number)) problems.push(number)
    else {
      const x = readFraction(number.toFixed())
      if (!isMultiple(x, unit)) problems.push(tooManyPlaces(path, number.toFixed(), places))
      else if (!holds(intervalOf(domain), x)) problems.push(outsideDomain(path, number.toFixed()))
      return x
    }
    return zero
  }
  const found = Object.entries(amounts).map(([name, value]) => [name, read(value, name)] as const)
  refuse(problems)
  const lines = (pieces as readonly LinePiece[]).map(
    (piece): Line => ({
      interval: intervalOf(piece),
      slope: readFraction(piece.slope),
      base: readFraction(piece.intercept),
      deviation: readFraction(piece.deviation),
    }),
  )
  return {
    lines: {
      at: (x) => {
        const place = lastPassing(lines.length, (i) => beginsBefore(lines[i] as Line, x))
        const line = lines[place]
        if (line === undefined || !holds(line.interval, x)) return undefined
        return { value: plus(times(line.slope, x), line.base), deviation: line.deviation }
      },
      ends: lines.flatMap(({ interval }) => [
        ...(interval.from ? [firstPoint(interval, unit)] : []),
        ...(interval.to ? [lastPoint(interval, unit)] : []),
      ]),
      places,
    },
    amounts: Object.fromEntries(found) as Record<Name, Fraction>,
  }
}

function beginsBefore({ interval: { from } }: Line, x: Fraction): boolean {
  return from === undefined || compareCuts(from, before(x)) <= 0
}

/** Several results together. */
export function total(results: readonly Result[]): Result {
  return results.reduce(
    (sum, { value, deviation }) => ({
      value: plus(sum.value, value),
      deviation: plus(sum.deviation, deviation),
    }),
    { value: zero, deviation: zero },
  )
}

/**
 * The lowest and the highest value of the analysed input in a range of it, such as a piece or where
 * a branch holds; none on a side without an end.
 *
 * @example
 * inputsIn(analysis, { from: '1600000/3' }).first //=> '533333.34'
 */
export function inputsIn(
  { step }: Pick<Analysis, 'step'>,
  range: BandRange,
): { readonly first?: string; readonly last?: string } {
  const [unit, interval, places] = [readFraction(step), intervalOf(range), placesOf(step)]
  return {
    ...(interval.from && { first: textOf(firstPoint(interval, unit), places) }),
    ...(interval.to && { last: textOf(lastPoint(interval, unit), places) }),
  }
}

function placesOf(step: string): number {
  return step.split('.')[1]?.length ?? 0
}

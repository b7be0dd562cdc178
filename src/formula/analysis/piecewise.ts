import { type Fraction, times } from '../../quantity/internal.js'
import type { Algebra } from '../fold.js'
import type { Formula, ValueType } from '../formula.js'
import type { Expression } from '../nodes.js'
import { bentCost, extremeOn, gridOn, marginalOn, stepOn, whenOn } from './branching.js'
import { comparison, inverted, untilOne } from './decide.js'
import { roundedPart } from './deviation.js'
import { magnitude, one, readFraction, signOf, unitOf, zero } from './fraction.js'
import { type Interval, isPoint, overlaid } from './interval.js'
import { greatestOf, leastOf } from './lesser.js'
import {
  boundedPart,
  constantOf,
  constantPart,
  difference,
  linePart,
  type Part,
  product,
  reciprocal,
  sum,
} from './part.js'
import { bend, pointSegments } from './polyline.js'
import { signsOf } from './signs.js'
import { atPoint, type Decision, type Piecewise } from './varying.js'
import { costOf, type Work } from './work.js'

/** The input that is varied, and the others as they are held fixed. */
export interface Axis {
  readonly input: string
  /** The smallest change of the input. */
  readonly step: Fraction
  readonly numbers: ReadonlyMap<string, Fraction>
  readonly categories: ReadonlyMap<string, string>
}

/** What each node is worth as the input moves: lines between exact breakpoints. */
export function piecewise(
  formula: Formula,
  { input, step, numbers, categories }: Axis,
  work: Work,
): Algebra<Piecewise, Decision> {
  const unitIn = (node: Expression) => unitOf((formula.types.get(node) as ValueType).scale)
  /** A node made of others. What the input does not move is one number, roundings and all. */
  const made = (
    of: readonly { readonly varies: boolean }[],
    path: string,
    on: Piecewise['on'],
  ): Piecewise => {
    const varies = of.some((part) => part.varies)
    return {
      varies,
      on: (interval, log) => {
        const parts = on(interval, log)
        work.keep(parts.length, path)
        work.spend(costOf(parts), path)
        return varies ? parts : parts.map(settled)
      },
    }
  }
  const combined =
    (merge: (interval: Interval, pair: readonly [Part, Part], path: string) => Part) =>
    ({ of }: { of: readonly Piecewise[] }, _: unknown, path: string): Piecewise =>
      made(of, path, (interval, log) =>
        of
          .map((part) => part.on(interval, log))
          .reduce((left, right) => {
            const parts = overlaid(left, right).map(({ interval, of }) => merge(interval, of, path))
            work.spend(costOf(parts), path)
            return parts
          }),
      )
  const compare =
    (passes: (sign: number) => boolean) =>
    ({ left, right }: { left: Piecewise; right: Piecewise }, _: unknown, path: string): Decision =>
      comparison(left, right, step, passes, path)

  return {
    input: (_, { name }) => {
      if (name !== input)
        return made([], '', (interval) => [constantPart(interval, numbers.get(name) as Fraction)])
      return {
        varies: true,
        on: (interval) => [
          isPoint(interval) && interval.from
            ? constantPart(interval, interval.from.at)
            : linePart(interval, one, zero),
        ],
      }
    },
    constant: (_, { value }) =>
      made([], '', (interval) => [constantPart(interval, readFraction(value))]),
    add: combined((interval, [a, b]) => sum(interval, a, b)),
    subtract: ({ left, right }, node, path) =>
      combined((interval, [a, b]) => difference(interval, a, b))({ of: [left, right] }, node, path),
    multiply: combined((interval, pair, path) =>
      product(interval, pair, { code: 'product', path }, step),
    ),
    divide: ({ left, right }, node, path) =>
      made([left, right], path, (interval, log) => {
        const cause = { code: 'quotient', path } as const
        const divisors = right
          .on(interval, log)
          .flatMap((part) => inverse(part, { of: right, path, step, grain: unitIn(node.right) }))
        return overlaid(left.on(interval, log), divisors).map((shared) => {
          const found = product(shared.interval, shared.of, cause, step)
          const factor = constantOf(shared.of[1])
          const lattice = factor && times(magnitude(factor), unitIn(node.left))
          return roundedPart(found, node, step, lattice)
        })
      }),
    minimum: ({ of }, { op }, path) => made(of, path, extremeOn(of, leastOf, op, path, step, work)),
    maximum: ({ of }, { op }, path) =>
      made(of, path, extremeOn(of, greatestOf, op, path, step, work)),
    round: ({ of }, node, path) =>
      made([of], path, (interval, log) =>
        of.on(interval, log).map((part) => roundedPart(part, node, step, unitIn(node.of))),
      ),
    marginal: ({ x }, node, path) => made([x], path, marginalOn(x, node, path, step, work)),
    step: ({ x }, node, path) => made([x], path, stepOn(x, node, path, step, work)),
    interpolate: ({ x }, node, path) => {
      const segments = pointSegments(node.points)
      const keep = (count: number) => work.keep(count, path)
      return made([x], path, (interval, log) => {
        const parts = x.on(interval, log)
        work.spend(bentCost(parts, segments.length), path)
        return parts
          .flatMap((part) => bend(part, segments, step, atPoint(x), keep))
          .map(({ part }) => roundedPart(part, node, step, undefined))
      })
    },
    grid: ({ row, column }, node, path) =>
      made([row, column], path, gridOn(row, column, node, path, step, work)),
    match: ({ cases, otherwise }, node) => {
      const found = categories.get(node.key) as string
      return (Object.hasOwn(cases, found) ? cases[found] : otherwise) as Piecewise
    },
    when: ({ condition, then, otherwise }, _, path) =>
      made([condition, then, otherwise], path, whenOn(condition, then, otherwise, path, step)),
    named: ({ of }) => of,
    atLeast: compare((sign) => sign >= 0),
    above: compare((sign) => sign > 0),
    equals: compare((sign) => sign === 0),
    all: ({ of }) => untilOne(of, false),
    any: ({ of }) => untilOne(of, true),
    not: ({ of }) => inverted(of),
  }
}

function settled(part: Part): Part {
  const value = constantOf(part)
  return value === undefined ? part : constantPart(part.interval, value)
}

interface Divisor {
  readonly of: Piecewise
  readonly path: string
  readonly step: Fraction
  /** The least that a value other than zero is away from it. */
  readonly grain: Fraction
}

/** One divided by a part, which is no number where the part is zero. */
function inverse(part: Part, { of, path, step, grain }: Divisor): readonly Part[] {
  const signs = signsOf(part, step, (x) => signOf(atPoint(of)(x)))
  return signs.map(({ interval, sign }) =>
    sign === undefined || sign === 0
      ? boundedPart(interval, { low: undefined, high: undefined }, 'mixed', [
          { code: 'division-by-zero', path },
        ])
      : reciprocal({ ...part, interval }, sign, grain, { code: 'quotient', path }, step),
  )
}

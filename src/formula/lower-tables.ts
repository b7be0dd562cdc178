import { decimal, roundTo, toScaled } from '../quantity/index.js'
import type { Assembler } from './assemble.js'
import type { Register } from './instructions.js'
import type { Bound, Interpolate, Tier } from './nodes.js'
import { writtenBounds } from './tables.js'
import { sizeOf } from './value-type.js'

/** An integer and the decimal places it stands for. */
export interface Scaled {
  readonly register: Register
  readonly scale: number
}

/** What `each` makes of the band that `x` falls in: of the last bound that it reaches. */
export function lowerBands(
  { emit, literal, rescale, choose }: Assembler,
  x: Scaled,
  bounds: readonly Bound[],
  each: (index: number) => Register,
): Register {
  const scale = Math.max(x.scale, sizeOf(writtenBounds(bounds)).scale)
  const left = rescale(x.register, x.scale, scale)
  return bounds.slice(1).reduce((below, { from, exclusive }, i) => {
    const right = literal(from as string, scale)
    return choose(emit({ op: exclusive ? 'greater' : 'notLess', left, right }), each(i + 1), below)
  }, each(0))
}

/** The sum of each tier's slice of `x`, at its rate. */
export function lowerTiers(
  { emit, literal, rescale }: Assembler,
  x: Scaled,
  tiers: readonly Tier[],
): Register {
  const scale = Math.max(x.scale, sizeOf(writtenBounds(tiers)).scale)
  const rateScale = sizeOf(tiers.map(({ rate }) => rate)).scale
  const whole = rescale(x.register, x.scale, scale)
  return tiers
    .map(({ from, rate }, i) => {
      const to = tiers[i + 1]?.from
      const upTo =
        to === undefined ? whole : emit({ op: 'least', left: whole, right: literal(to, scale) })
      const slice = from === undefined ? upTo : above(upTo, literal(from, scale))
      return emit({ op: 'product', left: slice, right: literal(rate, rateScale) })
    })
    .reduce((left, right) => emit({ op: 'sum', left, right }))

  function above(amount: Register, from: Register): Register {
    const difference = emit({ op: 'difference', left: amount, right: from })
    return emit({ op: 'greatest', left: difference, right: literal('0', 0) })
  }
}

/** The line that `x` is on, rounded once; flat before the first point and after the last. */
export function lowerLines(
  assembler: Assembler,
  x: Scaled,
  { points, places, rounding }: Interpolate,
): Register {
  const { emit, literal, rescale, quotient } = assembler
  const scale = Math.max(x.scale, sizeOf(points.map(({ at }) => at)).scale)
  const valueScale = sizeOf(points.map(({ value }) => value)).scale
  const whole = rescale(x.register, x.scale, scale)
  const flat = ({ value }: Point) => roundTo(decimal(value), places, rounding)
  /** `((x - low.at) × rise + run × low.value) ÷ run`. */
  const line = (low: Point, high: Point) => {
    const run = decimal(high.at).minus(low.at)
    const rise = decimal(high.value).minus(low.value)
    const start = literal(low.at, scale)
    const past = emit({ op: 'difference', left: whole, right: start })
    const risen = emit({ op: 'product', left: past, right: literal(rise.toFixed(), valueScale) })
    const base = literal(run.times(low.value).toFixed(), scale + valueScale)
    const sum = emit({ op: 'sum', left: risen, right: base })
    const ends = [toScaled(flat(low), places), toScaled(flat(high), places)] as const
    return quotient(sum, literal(run.toFixed(), scale), places - valueScale, rounding, ends)
  }
  const bounds = [{}, ...points.map(({ at }) => ({ from: at }))]
  return lowerBands(assembler, x, bounds, (i) => {
    const [low, high] = [points[i - 1], points[i]]
    return low !== undefined && high !== undefined
      ? line(low, high)
      : literal(flat((low ?? high) as Point).toFixed(), places)
  })
}

type Point = Interpolate['points'][number]

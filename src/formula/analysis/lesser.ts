import { type Fraction, minus, over } from '../../quantity/internal.js'
import { least, negated, signOf } from './fraction.js'
import { before, type Held, type Interval, isBelow, overlaid, split } from './interval.js'
import {
  boundedPart,
  boundsOf,
  constantOf,
  difference,
  joined,
  opposite,
  type Part,
  reachOf,
  unique,
  type ValueAt,
} from './part.js'
import { signsOf } from './signs.js'

/** A part, and which of several operands it is. */
export interface Chosen extends Held {
  readonly part: Part
  /** The operand that holds; none where it cannot be told. */
  readonly holds: number | undefined
  /** The operands that hold at any point, as far as is known. */
  readonly possible: readonly number[]
}

/** One of several that a minimum or maximum chooses among. */
export interface Operand {
  readonly parts: readonly Part[]
  readonly valueAt: ValueAt
}

/** The least of several at every point, and which it is. Of equals, the first. */
export function leastOf(operands: readonly Operand[], step: Fraction): readonly Chosen[] {
  const [first, ...rest] = operands.map(({ parts, valueAt }, i) => ({
    chosen: parts.map((part) => ({ part, interval: part.interval, holds: i, possible: [i] })),
    valueAt,
  })) as readonly Contender[] as [Contender, ...Contender[]]
  return rest.reduce((a, b) => lesser(a, b, step), first).chosen
}

/** The greatest of several, as the least of their opposites. */
export function greatestOf(operands: readonly Operand[], step: Fraction): readonly Chosen[] {
  const opposites = operands.map(({ parts, valueAt }) => ({
    parts: parts.map(opposite),
    valueAt: (x: Fraction) => negated(valueAt(x)),
  }))
  return leastOf(opposites, step).map((found) => ({ ...found, part: opposite(found.part) }))
}

interface Contender {
  readonly chosen: readonly Chosen[]
  readonly valueAt: ValueAt
}

function lesser(a: Contender, b: Contender, step: Fraction): Contender {
  const beyond = (x: Fraction) => minus(b.valueAt(x), a.valueAt(x))
  const chosen = overlaid(a.chosen, b.chosen).flatMap(({ interval, of: [left, right] }) => {
    const pair = [within(left, interval), within(right, interval)] as const
    return pair.some(({ part }) => part.causes.length > 0)
      ? lesserBounds(pair, step, beyond)
      : lesserLine(pair, step, beyond)
  })
  return { chosen, valueAt: (x) => least(a.valueAt(x), b.valueAt(x)) }
}

function within(chosen: Chosen, interval: Interval): Chosen {
  return { ...chosen, part: { ...chosen.part, interval }, interval }
}

type Pair = readonly [Chosen, Chosen]

/**
 * The lower of two lines, told by the lines alone, so that it bends where they cross and does not
 * jump. Where the deviation of the other reaches below, it deviates so much further.
 */
function lesserLine(pair: Pair, step: Fraction, beyond: ValueAt): readonly Chosen[] {
  const [a, b] = pair
  const apart = difference(a.interval, b.part, a.part)
  const rise = signOf(apart.slope)
  const root = rise === 0 ? undefined : negated(over(apart.base, apart.slope))
  return split(a.interval, root === undefined ? [] : [before(root)]).map((interval) => {
    const sign = root === undefined ? signOf(apart.base) : isBelow(interval, root) ? -rise : rise
    const [own, other] = sign < 0 ? [b, a] : [a, b]
    const { low, high } = reachOf({ ...apart, interval }, step, beyond)
    const gap = sign < 0 ? high && negated(high) : low
    if (gap !== undefined && signOf(gap) >= 0) return within(own, interval)
    const possible = [...own.possible, ...other.possible]
    return within({ ...own, possible, part: lowered(own.part, other.part) }, interval)
  })
}

/** A part of a minimum where the other can be lower still by its deviation. */
function lowered(own: Part, other: Part): Part {
  const constants = [constantOf(own), constantOf(other)]
  const low = least(own.low as Fraction, other.low as Fraction)
  if (constants.every((value) => value !== undefined)) {
    const value = minus(least(...(constants as [Fraction])), own.base)
    return { ...own, low: value, high: value }
  }
  return { ...own, low, turn: joined(own.turn, other.turn) }
}

/** The lower of two of which one is no line: exact where one stays below, bounds elsewhere. */
function lesserBounds(pair: Pair, step: Fraction, beyond: ValueAt): readonly Chosen[] {
  const [a, b] = pair
  const apart = difference(a.interval, b.part, a.part)
  const signs = signsOf(apart, step, (x) => signOf(beyond(x)))
  return signs.map(({ interval, sign }) =>
    sign === undefined ? eitherOf(pair, interval, step) : within(sign < 0 ? b : a, interval),
  )
}

function eitherOf([a, b]: Pair, interval: Interval, step: Fraction): Chosen {
  const [x, y] = [boundsOf({ ...a.part, interval }, step), boundsOf({ ...b.part, interval }, step)]
  const low = x.low && y.low && least(x.low, y.low)
  const high = x.high && y.high ? least(x.high, y.high) : (x.high ?? y.high)
  const causes = unique([...a.part.causes, ...b.part.causes])
  const part = boundedPart(interval, { low, high }, joined(a.part.turn, b.part.turn), causes)
  return { part, interval, holds: undefined, possible: [...a.possible, ...b.possible] }
}

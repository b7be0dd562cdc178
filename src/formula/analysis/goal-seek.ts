import { at, type Problem, problemsOf, refuse, under } from '../../problem/index.js'
import { compareFractions, type Fraction, minus, over, plus } from '../../quantity/internal.js'
import type { BandRange } from '../trace.js'
import type { LinePiece } from './analysis.js'
import { signOf, textOf, unitOf, zero } from './fraction.js'
import {
  type Cut,
  compareCuts,
  firstPoint,
  holds,
  holdsPoint,
  type Interval,
  isPoint,
  lastPoint,
  point,
  rangeOf,
} from './interval.js'
import { lineAt, unique } from './part.js'
import { linePieceOf } from './pieces.js'
import { notLinear } from './problems.js'
import { readSeek, type SeekCase, type SeekRequest } from './seek-request.js'
import { stretched } from './stretched.js'
import { type Straight, summed } from './summed.js'
import { workLimits } from './work.js'

/** Where a sum is what was asked. */
export interface Sought {
  /** Where the sum is the goal, from the least input up. Empty where it never is. */
  readonly answers: readonly GoalAnswer[]
  /** Where the sum jumps over the goal. */
  readonly jumps: readonly GoalJump[]
  /** The least and the most that the sum comes to; left out where there is none. */
  readonly least?: SumAt
  readonly most?: SumAt
  /** The sum over the domain, in straight pieces. */
  readonly pieces: readonly LinePiece[]
}

/** An input where the sum is the goal, or a stretch of it, from one end to the other. */
export interface GoalAnswer extends BandRange {
  /** The one input; left out where it is a stretch. Such as `400/3` where no decimal is exact. */
  readonly at?: string
  /** The straight pieces of the sum on which it lies. */
  readonly pieces: readonly LinePiece[]
  /** What is really paid, roundings and all: there, and at the nearest values of so many places. */
  readonly near: readonly SumAt[]
}

/** A place where the sum jumps from one side of the goal to the other. */
export interface GoalJump {
  /** The first input behind the jump, or the last before it where `exclusive`. */
  readonly at: string
  readonly exclusive?: boolean
  /** What is really paid at the nearest values before and behind. */
  readonly near: readonly SumAt[]
}

/** The exact sum of all cases at an input, roundings and all. */
export interface SumAt {
  readonly at: string
  readonly sum: string
}

/** The most work of one search, in parts that are made: thousands of people with a plan of some tiers. */
const mostWork = 3_000_000

/**
 * Goal seek: the number with which several formulas together come to a goal, such as the accelerator with
 * which all people of a plan cost the budget. Exact: each formula is cut into its straight pieces, the
 * pieces are added up, and the sum is a straight line between its corners, so every answer is found, and
 * where there is none it is known.
 *
 * The lines are solved without the roundings of what moves, since a sum of rounded amounts is a staircase
 * that need not meet a goal. Each answer says on which pieces it lies, with the `deviation` that roundings
 * can make there, and what is really paid `near` it: at the nearest values of `places` places. All other
 * inputs are held as given, and so is what does not depend on the number.
 *
 * Throws a `PolicyError` with every problem of the cases and the request; where a case is no straight line
 * (`not-linear`), and where it would take too long (`too-much-work`).
 *
 * @example
 * const cases = ['100', '250'].map((sales) => ({ formula: plan.formula, over: 'rate', given: { sales } }))
 * goalSeek(cases, { goal: '14' }).answers.map(({ at }) => at) //=> ['0.04']
 */
export function goalSeek(cases: readonly SeekCase[], request: SeekRequest): Sought {
  const { parts, interval, goal, scale, places, paid } = readSeek(cases, request)
  const work = workLimits(mostWork)
  const each = parts.map(({ formula, over, question }, i) =>
    within(at('cases', i), () => stretched(formula, over, question, undefined, work)),
  )
  const lines = each.map(({ stretches }) => stretches)
  refuse(lines.flatMap((stretches, i) => under(at('cases', i), notLines(stretches))))
  const sum = summed(lines, interval, (units) => work.spend(units, 'cases'))
  const sumAt = (x: Fraction): SumAt => {
    work.spend(each.length, 'cases')
    const total = each.reduce((total, { valueAt }) => plus(total, valueAt(x)), zero)
    return { at: textOf(x, places), sum: textOf(total, paid) }
  }
  const near = (points: readonly Fraction[]) => points.filter((x) => holds(interval, x)).map(sumAt)
  const pieces = sum.map((piece) => linePieceOf(piece, scale))
  const answers = meetingsIn(sum, goal)
  const step = unitOf(places)
  return {
    answers: answers.map(({ range, first, last }) => ({
      ...(isPoint(range) ? { at: textOf((range.from as Cut).at, scale) } : rangeOf(range, scale)),
      pieces: pieces.slice(first, last + 1),
      near: near(around(range, step)),
    })),
    jumps: jumpsOver(sum, goal).map((cut) => ({
      at: textOf(cut.at, scale),
      ...(cut.after && { exclusive: true }),
      near: near([
        lastPoint({ from: undefined, to: cut }, step),
        firstPoint({ from: cut, to: undefined }, step),
      ]),
    })),
    ...extremes(sum, unitOf(scale), sumAt),
    pieces,
  }
}

/** Works something out; what is wrong with it is told by the path of its case. */
function within<T>(path: string, work: () => T): T {
  const made: T[] = []
  refuse(
    under(
      path,
      problemsOf(() => {
        made.push(work())
      }),
    ),
  )
  return made[0] as T
}

function notLines(stretches: readonly Straight[]): readonly Problem[] {
  return unique(stretches.flatMap(({ part }) => part.causes)).map(({ path }) => notLinear(path))
}

/** Where the sum is the goal, and from which of its pieces to which. */
interface Meeting {
  readonly range: Interval
  readonly first: number
  readonly last: number
}

function meetingsIn(sum: readonly Straight[], goal: Fraction): readonly Meeting[] {
  const found: Meeting[] = []
  sum.forEach(({ interval, part }, i) => {
    const { slope, base } = part
    const isLevel = signOf(slope) === 0
    const x = isLevel ? undefined : over(minus(goal, base), slope)
    const meets = x === undefined ? compareFractions(base, goal) === 0 : holds(interval, x)
    if (!meets) return
    const range = x === undefined ? interval : point(x)
    const last = found.at(-1)
    // What ends where the next begins is one answer.
    if (last?.range.to && range.from && compareCuts(last.range.to, range.from) === 0)
      found[found.length - 1] = { ...last, range: { from: last.range.from, to: range.to }, last: i }
    else found.push({ range, first: i, last: i })
  })
  return found
}

/** The cuts at which the sum leaves one side of the goal for the other, and is not the goal there. */
function jumpsOver(sum: readonly Straight[], goal: Fraction): readonly Cut[] {
  return sum.slice(1).flatMap(({ interval, part }, i) => {
    const cut = interval.from as Cut
    const before = (sum[i] as Straight).part
    const [left, right] = [before, part].map((of) =>
      compareFractions(lineAt(of, cut.at), goal),
    ) as [number, number]
    // What comes up to the goal at the cut was below it.
    const [from, to] = [left || -signOf(before.slope), right || signOf(part.slope)]
    return from * to < 0 && (cut.after ? left : right) !== 0 ? [cut] : []
  })
}

/** The multiples of a step at the ends of a range, and the next ones outside. */
function around(range: Interval, step: Fraction): readonly Fraction[] {
  const [first, last] = [firstPoint(range, step), lastPoint(range, step)]
  if (!holdsPoint(range, step)) return [last, first]
  const ends = [
    ...(range.from ? [minus(first, step), first] : []),
    ...(range.to ? [last, plus(last, step)] : []),
  ]
  return ends.filter((x, i) => i === 0 || compareFractions(x, ends[i - 1] as Fraction) !== 0)
}

/** The least and the most of the lines, at values that every case takes; none where they go on without end. */
function extremes(
  sum: readonly Straight[],
  step: Fraction,
  sumAt: (x: Fraction) => SumAt,
): Pick<Sought, 'least' | 'most'> {
  const ends = sum.flatMap(({ interval, part }) =>
    endsIn(interval, step).map((x) => ({ x, value: lineAt(part, x) })),
  )
  const best = (sign: 1 | -1): SumAt | undefined => {
    if (sum.some((line) => goesOn(line, sign))) return undefined
    return sumAt(ends.reduce((a, b) => (sign * compareFractions(b.value, a.value) > 0 ? b : a)).x)
  }
  const [least, most] = [best(-1), best(1)]
  return { ...(least && { least }), ...(most && { most }) }
}

function endsIn(interval: Interval, step: Fraction): readonly Fraction[] {
  if (!holdsPoint(interval, step)) return []
  const { from, to } = interval
  if (from === undefined && to === undefined) return [zero]
  return [...(from ? [firstPoint(interval, step)] : []), ...(to ? [lastPoint(interval, step)] : [])]
}

/** Whether a line without an end rises, or falls, for ever. */
function goesOn({ interval: { from, to }, part }: Straight, sign: 1 | -1): boolean {
  const rise = sign * signOf(part.slope)
  return (to === undefined && rise > 0) || (from === undefined && rise < 0)
}

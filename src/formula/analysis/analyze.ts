import type { NumericInput } from '../../quantity/index.js'
import { type Fraction, minus } from '../../quantity/internal.js'
import { fold } from '../fold.js'
import type { Formula } from '../formula.js'
import type { Analysis, Cliff, Fall, Piece } from './analysis.js'
import { lastPassing } from './bisect.js'
import { isExact } from './bounds.js'
import { choiceLog } from './choices.js'
import { type Drop, dropsOf } from './drops.js'
import { isNondecreasing, type Jump, jumpsOf, spanOf } from './facts.js'
import { greatest, negated, textOf, unitOf } from './fraction.js'
import { before, compareCuts, rangeOf } from './interval.js'
import { boundsOf, lineAt, unique, type ValueAt } from './part.js'
import { piecewise } from './piecewise.js'
import { readQuestion } from './question.js'
import { type Stretch, stretchesOf } from './stretches.js'
import { atPoint } from './varying.js'

/** What to analyse a formula over. */
export interface AnalysisOptions<Name extends string = string> {
  /** The number input that is varied. */
  readonly over: Name
  /** Every other input. */
  readonly given?: Readonly<Partial<Record<Name, NumericInput>>>
  /**
   * The values of the input to look at, both ends included; an end left out is without limit. From
   * zero up, unless it is given. What the input refuses, not being above its bound, is left out.
   */
  readonly domain?: { readonly from?: NumericInput; readonly to?: NumericInput }
}

/**
 * The exact facts of a formula as one number input moves and the others are held fixed: its straight
 * pieces, where it jumps or falls, which tiers are never reached, where caps and gates bind, its
 * range. Worked out on the tree by exact fractions; nothing is sampled and nothing is rounded but
 * where a node says so.
 *
 * A node that rounds makes a staircase: the piece is the exact line, and `deviation` says how far a
 * result may be from it. Breakpoints stay exact, for the input has a declared scale. Where the
 * formula is no straight line (two parts that vary are multiplied, or one divides), the piece says
 * so, with the node's path, and gives bounds.
 *
 * Throws a `PolicyError` with every problem of the options: an unknown input, a category to vary, a
 * missing or unknown input among those given, a domain that ends before it begins, has more places
 * than the input or holds nothing above its bound; for tables that have too many pieces
 * (`too-many-pieces`), and for formulas that would take too long (`too-much-work`).
 *
 * @example
 * const formula = check(minimum(multiply(input('sales', 'count', 0), constant('2')), constant('10', 'count')))
 * analyze(formula, { over: 'sales' }).pieces.map(({ from }) => from) //=> ['0', '5']
 */
export function analyze<Name extends string>(
  formula: Formula<Name>,
  { over, given, domain = { from: 0 } }: AnalysisOptions<NoInfer<Name>>,
): Analysis {
  const { interval, scale, numbers, categories } = readQuestion(formula, {
    over,
    given: given ?? {},
    domain,
  })
  const step = unitOf(scale)
  const node = fold(
    formula.expression,
    piecewise(formula, { input: over, step, numbers, categories }),
  )
  const { log, choices, dead } = choiceLog(step, scale)
  const stretches = stretchesOf(node.on(interval, log), step)
  const valueAt = valuesOf(stretches, atPoint(node))
  const nonlinear = unique(stretches.flatMap(({ part }) => part.causes))
  const nondecreasing = isNondecreasing(stretches, step, valueAt)
  const write = {
    x: (x: Fraction) => textOf(x, scale),
    y: (y: Fraction) => textOf(y, formula.scale),
  }
  const { low, high, exact } = spanOf(stretches, step, valueAt)
  return {
    over,
    step: textOf(step),
    given: Object.fromEntries([
      ...[...numbers].map(([name, number]) => [name, textOf(number)]),
      ...categories,
    ]),
    domain: rangeOf(interval, scale),
    linear: nonlinear.length === 0,
    nonlinear,
    pieces: stretches.map((stretch) => pieceOf(stretch, step, scale)),
    cliffs: jumpsOf(stretches, step, valueAt).map((jump) => cliffOf(jump, write)),
    falls: dropsOf(stretches, step, valueAt).map((drop) => fallOf(drop, write)),
    choices: choices(),
    dead: dead(),
    ...(nondecreasing !== undefined && { nondecreasing }),
    range: { ...(low && { low: write.y(low) }), ...(high && { high: write.y(high) }), exact },
  }
}

/** The exact value at each input, worked out once; where a stretch is a line, from the line. */
function valuesOf(stretches: readonly Stretch[], valueAt: ValueAt): ValueAt {
  const known = new Map<string, Fraction>()
  return (x) => {
    const { part } = stretches[stretchAt(stretches, x)] as Stretch
    if (isExact(part) && part.causes.length === 0) return lineAt(part, x)
    const key = textOf(x)
    const found = known.get(key) ?? valueAt(x)
    known.set(key, found)
    return found
  }
}

function stretchAt(stretches: readonly Stretch[], x: Fraction): number {
  return lastPassing(stretches.length, (i) => {
    const from = stretches[i]?.interval.from
    return from === undefined || compareCuts(from, before(x)) <= 0
  })
}

interface Writing {
  readonly x: (x: Fraction) => string
  readonly y: (y: Fraction) => string
}

function pieceOf({ interval, part }: Stretch, step: Fraction, places: number): Piece {
  const range = rangeOf(interval, places)
  if (part.causes.length === 0) {
    const [low, high] = [part.low as Fraction, part.high as Fraction]
    const deviation = textOf(greatest(negated(low), high))
    return { ...range, slope: textOf(part.slope), intercept: textOf(part.base), deviation }
  }
  const { low, high } = boundsOf(part, step)
  const bounds = { ...(low && { low: textOf(low) }), ...(high && { high: textOf(high) }) }
  return { ...range, ...bounds, causes: part.causes }
}

function cliffOf({ cut, size, before, after }: Jump, { x, y }: Writing): Cliff {
  return {
    at: x(cut.at),
    ...(cut.after && { exclusive: true }),
    size: textOf(size),
    before: y(before),
    after: y(after),
  }
}

function fallOf({ from, highest, lowest, to }: Drop, { x, y }: Writing): Fall {
  return {
    from: x(from),
    highest: y(highest),
    ...(lowest && {
      lowest: y(lowest.value),
      lowestAt: x(lowest.at),
      lost: y(minus(highest, lowest.value)),
    }),
    ...(to && { to: x(to) }),
  }
}

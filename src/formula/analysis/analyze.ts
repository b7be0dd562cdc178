import type { NumericInput } from '../../quantity/index.js'
import { type Fraction, minus } from '../../quantity/internal.js'
import type { Formula } from '../formula.js'
import type { Analysis, Cliff, Fall } from './analysis.js'
import { choiceLog } from './choices.js'
import { type Drop, dropsOf } from './drops.js'
import { isNondecreasing, type Jump, jumpsOf, spanOf } from './facts.js'
import { textOf, unitOf } from './fraction.js'
import { rangeOf } from './interval.js'
import { unique } from './part.js'
import { pieceOf } from './pieces.js'
import { readQuestion } from './question.js'
import { stretched } from './stretched.js'

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
  const question = readQuestion(formula, { over, given: given ?? {}, domain })
  const { interval, scale, numbers, categories } = question
  const step = unitOf(scale)
  const { log, choices, dead } = choiceLog(step, scale)
  const { stretches, valueAt } = stretched(formula, over, question, log)
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

interface Writing {
  readonly x: (x: Fraction) => string
  readonly y: (y: Fraction) => string
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

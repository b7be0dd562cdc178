import { type Analysis, analyze, evaluate, type Formula, type LinePiece } from '../formula/index.js'
import { inputsIn } from '../formula/internal.js'
import { at, type Problem } from '../problem/index.js'
import { type Decimal, decimal, type NumericInput } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { PayBook } from './book.js'
import type { PayData } from './data-schema.js'
import { moving, type PayFormulaRequest, payParts } from './pay-formula.js'
import type { Run } from './run.js'

/** Whose pay is looked at, over which number of the data, and over which values of it. */
export interface LintPayRequest extends PayFormulaRequest {
  /** The values of the number to look at, both ends included: from zero up, unless given. */
  readonly domain?: { readonly from: NumericInput; readonly to?: NumericInput } | undefined
}

/** What a component does as the number moves. */
interface Looked {
  readonly component: string
  readonly formula: Formula
  readonly analysis: Analysis
}

/**
 * What the components of a book do to each other, seen in all that a person is paid as one number of the
 * data moves, such as the amount of one more deal. Proved from the formula that {@link payFormula} writes:
 * - `pay-falls`: more of the number pays less in all
 * - `pay-stands-still`: what one component earns, another takes back to the last cent
 * - `pay-jumps`: the smallest step of the number makes all pay jump
 * - `pay-held`: an input that the number may change in a way that was not followed; without any, the
 *   findings are exact
 *
 * Each is told at the component that does it, in the order of the number. What a component does by itself,
 * such as a cap within a plan, `lintPlan` tells. Amounts are those of the formulas, roundings included.
 *
 * Throws a `PolicyError` for what {@link payFormula} and `analyze` refuse.
 *
 * @example
 * lintPay(book, data, run, { person: 'li', over: { figure: 'sales' } }).map(({ code, path }) => [code, path]) //=> [['pay-stands-still', 'components.top_up']]
 */
export function lintPay(
  book: PayBook,
  data: PayData,
  run: Run,
  { domain = { from: 0 }, ...request }: LintPayRequest,
): readonly Problem[] {
  const { parts, held, written } = payParts(book, data, run, request)
  const look = (formula: Formula) => analyze(formula, { over: moving, domain })
  const all = look(written(parts.flatMap(({ made }) => made)))
  const looked = parts
    .filter(({ made }) => made.some(({ moves }) => moves))
    .map(({ component, made }): Looked => {
      const formula = written(made)
      return { component, formula, analysis: look(formula) }
    })
  return [
    ...fallsIn(all, looked),
    ...stillIn(all, looked),
    ...jumpsIn(all, looked),
    ...held.map((each) => payProblem('pay-held', at('components', each.component), each)),
  ]
}

function fallsIn({ falls }: Analysis, looked: readonly Looked[]): readonly Problem[] {
  return falls.map(({ from, highest, lowestAt, lost, to }) => {
    const component = mostBy(looked, -1, from, lowestAt ?? farBeyond(from))
    const more = {
      ...(lost !== undefined && { lost }),
      ...(to !== undefined && { to: plain(to) }),
    }
    return payProblem('pay-falls', at('components', component), {
      component,
      from: plain(from),
      highest,
      ...more,
    })
  })
}

/** A value of the number, without the places that it has and does not need. */
function plain(value: string): string {
  return decimal(value).toFixed()
}

/** So far that the last line alone tells who falls for ever. */
function farBeyond(from: string): string {
  return decimal(from).plus('1000000000000').toFixed()
}

function jumpsIn(all: Analysis, looked: readonly Looked[]): readonly Problem[] {
  return all.cliffs
    .filter(({ size }) => !size.startsWith('-'))
    .map(({ at: from, exclusive = false, before, after }) => {
      const first = inputsIn(all, { from, exclusive }).first as string
      const last = decimal(first).minus(all.step).toFixed()
      const component = mostBy(looked, 1, last, first)
      const path = at('components', component)
      return payProblem('pay-jumps', path, { component, at: plain(first), before, after })
    })
}

/** The component that goes furthest up or down from one input to another. */
function mostBy(looked: readonly Looked[], sign: 1 | -1, from: string, to: string): string {
  const moved = looked.map(({ component, formula }) => {
    const [before, after] = [from, to].map((x) =>
      decimal(evaluate(formula, { [moving]: x }).value),
    ) as [Decimal, Decimal]
    return { component, by: after.minus(before).times(sign) }
  })
  return moved.reduce((a, b) => (b.by.greaterThan(a.by) ? b : a)).component
}

/** Values of the number from one to before another, or from one on. */
interface Range {
  readonly from: string
  readonly to: string | undefined
}

/** Where one component takes what another earns. */
interface Taken extends Range {
  readonly component: string
  readonly earned: string
}

function stillIn(all: Analysis, looked: readonly Looked[]): readonly Problem[] {
  const stretches: Taken[] = []
  for (const level of linesOf(all, 0))
    for (const next of takenOn(level, looked)) {
      const i = stretches.findIndex(
        ({ component, earned, to }) =>
          component === next.component &&
          earned === next.earned &&
          to !== undefined &&
          decimal(next.from).equals(to),
      )
      if (i < 0) stretches.push(next)
      else stretches[i] = { ...(stretches[i] as Taken), to: next.to }
    }
  return stretches.map(({ to, ...each }) => {
    const values = { ...each, from: plain(each.from), ...(to !== undefined && { to: plain(to) }) }
    return payProblem('pay-stands-still', at('components', each.component), values)
  })
}

/** Where a component rises, on a stretch on which all pay is level, and the first that falls there. */
function takenOn(level: Range, looked: readonly Looked[]): readonly Taken[] {
  return looked.flatMap(({ component: earned, analysis }) =>
    sharedBy(level, linesOf(analysis, 1)).flatMap((rising) => {
      const taker = looked.find(
        (other) => sharedBy(rising, linesOf(other.analysis, -1)).length > 0,
      ) as Looked
      return [{ component: taker.component, earned, ...rising }]
    }),
  )
}

/** The straight pieces that go up, down or neither. */
function linesOf(analysis: Analysis, sign: 1 | 0 | -1): readonly Range[] {
  return analysis.pieces.flatMap((piece) => {
    if (!('slope' in piece) || signOf(piece) !== sign) return []
    const { first, last } = inputsIn(analysis, piece)
    if (last === undefined || piece.toInclusive) return [{ from: first as string, to: last }]
    return [{ from: first as string, to: decimal(last).plus(analysis.step).toFixed() }]
  })
}

function signOf({ slope }: LinePiece): number {
  if (slope === '0') return 0
  return slope.startsWith('-') ? -1 : 1
}

/** What ranges have of another, where it is more than one value. */
function sharedBy(range: Range, others: readonly Range[]): readonly Range[] {
  return others.flatMap((other) => {
    const from = decimal(other.from).greaterThan(range.from) ? other.from : range.from
    const ends = [range.to, other.to].filter((end) => end !== undefined)
    const to = ends.reduce<string | undefined>(
      (a, b) => (a === undefined || decimal(b).lessThan(a) ? b : a),
      undefined,
    )
    return to === undefined || decimal(to).greaterThan(from) ? [{ from, to }] : []
  })
}

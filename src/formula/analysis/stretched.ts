import type { Fraction } from '../../quantity/internal.js'
import { fold } from '../fold.js'
import type { Formula } from '../formula.js'
import { lastPassing } from './bisect.js'
import { isExact } from './bounds.js'
import { type ChoiceLog, noLog } from './choices.js'
import { textOf, unitOf } from './fraction.js'
import { before, compareCuts } from './interval.js'
import { lineAt, type ValueAt } from './part.js'
import { piecewise } from './piecewise.js'
import type { Question } from './question.js'
import { type Stretch, stretchesOf } from './stretches.js'
import { atPoint } from './varying.js'
import { type Work, workLimits } from './work.js'

/** A formula as one of its inputs moves: its parts in order, and the exact value at each input. */
export interface Stretched {
  readonly stretches: readonly Stretch[]
  readonly valueAt: ValueAt
}

/** The parts of a formula over what a question asks. */
export function stretched(
  formula: Formula,
  input: string,
  { interval, scale, numbers, categories }: Question,
  log: ChoiceLog = noLog,
  work: Work = workLimits(),
): Stretched {
  const step = unitOf(scale)
  const algebra = piecewise(formula, { input, step, numbers, categories }, work)
  const node = fold(formula.expression, algebra)
  const stretches = stretchesOf(node.on(interval, log), step)
  return { stretches, valueAt: valuesOf(stretches, atPoint(node)) }
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

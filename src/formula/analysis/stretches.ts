import { type Fraction, minus, plus } from '../../quantity/internal.js'
import { isExact } from './bounds.js'
import { isEqual, zero } from './fraction.js'
import { type Held, holdsPoint, type Interval, lonePoint } from './interval.js'
import { lineAt, type Part } from './part.js'

/** A part of the whole formula, and how far the line jumps where it begins. */
export interface Stretch extends Held {
  readonly part: Part
  /** `undefined` where one of the two sides is no line. */
  readonly jump: Fraction | undefined
}

/**
 * The parts of a formula made ready to be read: those without a point that the input can take are
 * left out, their jumps added up; neighbours on one line are one.
 */
export function stretchesOf(parts: readonly Part[], step: Fraction): readonly Stretch[] {
  const found: Stretch[] = []
  for (const next of withPoints(parts, step)) {
    const previous = found.at(-1)
    const together = previous && (sameLine(previous, next) ?? sharedLine(previous, next, step))
    if (together === undefined) found.push(next)
    else found[found.length - 1] = together
  }
  return found
}

function withPoints(parts: readonly Part[], step: Fraction): readonly Stretch[] {
  const found: Stretch[] = []
  let pending: Fraction | undefined = zero
  parts.forEach((part, i) => {
    const jump = jumpBetween(parts[i - 1], part)
    pending = pending && jump && plus(pending, jump)
    const previous = found.at(-1)
    if (holdsPoint(part.interval, step)) {
      if (previous) found[found.length - 1] = extended(previous, part.interval.from)
      found.push({ interval: part.interval, part: settled(part), jump: pending })
      pending = zero
    } else found[found.length - 1] = extended(previous as Stretch, part.interval.to)
  })
  return found
}

function jumpBetween(before: Part | undefined, part: Part): Fraction | undefined {
  const at = part.interval.from?.at
  if (before === undefined || at === undefined) return zero
  if (before.causes.length + part.causes.length > 0) return undefined
  return minus(lineAt(part, at), lineAt(before, at))
}

function extended({ interval, part, jump }: Stretch, to: Interval['to']): Stretch {
  const longer = { from: interval.from, to }
  return { interval: longer, part: { ...part, interval: longer }, jump }
}

/** A fixed deviation is the line itself. */
function settled(part: Part): Part {
  return isExact(part)
    ? { ...part, base: plus(part.base, part.low as Fraction), low: zero, high: zero }
    : part
}

function sameLine(a: Stretch, b: Stretch): Stretch | undefined {
  const same = (['slope', 'base', 'low', 'high'] as const).every((name) => {
    const [x, y] = [a.part[name], b.part[name]]
    return x === undefined || y === undefined ? x === y : isEqual(x, y)
  })
  const alike =
    same &&
    a.part.turn === b.part.turn &&
    a.part.causes.map(causeText).join() === b.part.causes.map(causeText).join()
  return alike ? extended(a, b.interval.to) : undefined
}

const causeText = ({ code, path }: Part['causes'][number]) => `${code} ${path}`

/** A single point that lies on the exact line beside it. */
function sharedLine(a: Stretch, b: Stretch, step: Fraction): Stretch | undefined {
  if (![a, b].every(({ part }) => isExact(part) && part.causes.length === 0)) return undefined
  const meets = (x: Fraction | undefined) =>
    x !== undefined && isEqual(lineAt(a.part, x), lineAt(b.part, x))
  if (meets(lonePoint(b.interval, step))) return extended(a, b.interval.to)
  if (!meets(lonePoint(a.interval, step))) return undefined
  const interval = { from: a.interval.from, to: b.interval.to }
  return { interval, part: { ...b.part, interval }, jump: a.jump }
}

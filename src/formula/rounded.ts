import type { Locale } from '../problem/index.js'
import { type Decimal, decimal, formatQuantity, fromScaled } from '../quantity/index.js'
import type { Bare } from './fold.js'
import { valueText } from './infix.js'
import type { Point } from './nodes.js'
import type { Line, Reason, Step } from './trace.js'
import { words } from './words.js'

type RoundingNode = Bare<'round' | 'divide' | 'interpolate'>

/** How a step was rounded, in words; nothing where its value is exact. */
export function roundingLines(step: Step, node: RoundingNode, locale: Locale): readonly string[] {
  if (isExact(step, node.op)) return []
  const say = words[locale]
  const isWhole = node.places === 0 && step.unit === 'ratio'
  const unit = isWhole ? say.whole : formatQuantity(fromScaled(1n, node.places), step.unit, locale)
  const rounded = say.roundedTo(node.rounding, unit)
  if (node.op !== 'round') return [rounded]
  const [before, after] = [valueText(step.parts[0] as Step, locale), valueText(step, locale)]
  return [say.becomes(rounded, before, after)]
}

/** Whether a step came out as it is without rounding; multiplied out, as a quotient may never end. */
function isExact({ value, parts, reason }: Step, op: RoundingNode['op']): boolean {
  const [first, second] = parts.map((part) => decimal(part.value)) as [Decimal, Decimal]
  switch (op) {
    case 'round':
      return first.equals(value)
    case 'divide':
      return second.times(value).equals(first)
    case 'interpolate':
      return isOnLine((reason as Extract<Reason, { kind: 'line' }>).line, first, decimal(value))
  }
}

function isOnLine({ low, high }: Line, x: Decimal, value: Decimal): boolean {
  if (low === undefined || high === undefined) return value.equals(((low ?? high) as Point).value)
  const run = decimal(high.at).minus(low.at)
  const rise = decimal(high.value).minus(low.value)
  return value.minus(low.value).times(run).equals(x.minus(low.at).times(rise))
}

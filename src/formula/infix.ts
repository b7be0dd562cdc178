import { type Label, type Locale, labelIn } from '../problem/index.js'
import { formatQuantity } from '../quantity/index.js'
import { minusSign } from '../quantity/internal.js'
import type { Step } from './trace.js'
import { words } from './words.js'

/** How a step is called where it stands in another one's formula. */
export type Style = 'names' | 'numbers'

const binding = { phrase: 0, sum: 1, product: 2, whole: 3 } as const
type Binding = (typeof binding)[keyof typeof binding]

/**
 * A step as one line of arithmetic, down to the steps that have a name: `min(Tiered commission ×
 * Quality coefficient, 8,000.00 CNY)`. In the style `numbers` each name gives way to its value.
 */
export function infix(step: Step, style: Style, locale: Locale): string {
  return write(step, style, locale).text
}

/** The name of a step that has one: a named node, or an input. */
export function nameOf({ node }: Step, locale: Locale): string | undefined {
  if (node.op === 'named') return labelIn(node.label, locale)
  if (node.op === 'input') return inputName(node.name, node.label, locale)
  return undefined
}

export function inputName(name: string, label: Label | undefined, locale: Locale): string {
  return label === undefined ? name : labelIn(label, locale)
}

/** The value of a step with its unit. */
export function valueText({ value, unit }: Step, locale: Locale): string {
  return formatQuantity(value, unit, locale)
}

const [plus, minus] = [' + ', ` ${minusSign} `]

interface Written {
  readonly text: string
  readonly binds: Binding
  /** The text after its minus sign, where it is a number below zero or begins with one. */
  readonly negated?: string
}

function write(step: Step, style: Style, locale: Locale): Written {
  const { node, parts } = step
  const say = words[locale]
  const value = number(valueText(step, locale))
  if (node.op === 'named' || node.op === 'input')
    return style === 'names'
      ? { text: nameOf(step, locale) as string, binds: binding.whole }
      : value
  const first = () => infix(parts[0] as Step, style, locale)
  const whole = (text: string) => ({ text, binds: binding.whole })
  const among = (by: (of: readonly string[]) => string): Written => {
    const written = parts.map((part) => write(part, style, locale))
    if (!say.asPhrase) return whole(by(written.map(({ text }) => text)))
    const apart = written.map(({ text, binds }) => (binds === binding.phrase ? `(${text})` : text))
    return { text: by(apart), binds: binding.phrase }
  }
  switch (node.op) {
    case 'add':
      return operation(parts, plus, binding.sum, style, locale)
    case 'subtract':
      return operation(parts, minus, binding.sum, style, locale)
    case 'multiply':
      return operation(parts, ' × ', binding.product, style, locale)
    case 'divide':
      return operation(parts, ' ÷ ', binding.product, style, locale)
    case 'minimum':
      return among(say.least)
    case 'maximum':
      return among(say.greatest)
    case 'round':
      return say.rounded === undefined
        ? write(parts[0] as Step, style, locale)
        : whole(say.rounded(first()))
    case 'marginal':
      return style === 'names' ? { text: say.tiered(first()), binds: binding.phrase } : value
    case 'match':
    case 'when':
      return write(parts[0] as Step, style, locale)
    case 'constant':
    case 'step':
    case 'interpolate':
    case 'grid':
      return value
  }
}

function number(text: string): Written {
  const whole = { text, binds: binding.whole }
  return text.startsWith(minusSign) ? { ...whole, negated: text.slice(minusSign.length) } : whole
}

/**
 * Joins operands; those that bind less, and a right operand that binds the same or is below zero, get
 * brackets. A term below zero is taken off: `100.00 CNY − 28.00 CNY`.
 */
function operation(
  parts: readonly Step[],
  sign: string,
  binds: Binding,
  style: Style,
  locale: Locale,
): Written {
  const [first, ...others] = parts.map((part) => write(part, style, locale)) as [
    Written,
    ...Written[],
  ]
  if (others.length === 0) return first
  const left: Pick<Written, 'text' | 'negated'> =
    first.binds < binds ? { text: `(${first.text})` } : first
  const text = others.reduce((before, { text, binds: own, negated }) => {
    if (own <= binds) return `${before}${sign}(${text})`
    if (negated === undefined) return `${before}${sign}${text}`
    return sign === plus ? `${before}${minus}${negated}` : `${before}${sign}(${text})`
  }, left.text)
  const negated = binds === binding.product ? left.negated : undefined
  return { text, binds, ...(negated !== undefined && { negated: text.slice(minusSign.length) }) }
}

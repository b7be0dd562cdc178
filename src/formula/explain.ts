import type { Locale } from '../problem/index.js'
import { formatQuantity } from '../quantity/index.js'
import type { Evaluation } from './evaluate.js'
import type { Bare } from './fold.js'
import { infix, inputName, nameOf, valueText } from './infix.js'
import type { Point } from './nodes.js'
import { roundingLines } from './rounded.js'
import type { Line, Reason, Step, Test } from './trace.js'
import { rangeText, words } from './words.js'

/** A named step of a run in words: what it is, what it came to, how, and from which steps. */
export interface Explanation {
  readonly label: string
  readonly value: string
  /** The clause of the policy, where the policy names one. */
  readonly clause?: string
  /** The arithmetic in names, the same in numbers, and the reason for each choice. */
  readonly how: readonly string[]
  readonly steps: readonly Explanation[]
}

/**
 * A run as a tree of its named steps and inputs, in words: every number, every choice with its
 * reason, the clause it came from. Render it with `renderText`, `renderMarkdown` or `renderHtml`.
 *
 * @example
 * const formula = check(named('Pay', multiply(input('sales', money('CNY'), 2), constant('0.02'))))
 * const result = evaluate(formula, { sales: 100 })
 * explain(result, { locale: 'en' }).how //=> ['sales × 2%', '100.00 CNY × 2%']
 */
export function explain(
  { trace }: Pick<Evaluation, 'trace'>,
  { locale }: { readonly locale: Locale },
): Explanation {
  return explainedWith(trace, { locale, tell: (_, told) => told, isFlag: () => false })
}

/** What is known of inputs by whoever knows where they come from. */
export interface Knowing {
  readonly locale: Locale
  /** What is told of an input, made of its name and what its step tells by itself. */
  readonly tell: (name: string, told: Explanation) => Explanation
  /** Whether it says no more than yes or no: 1 or 0. */
  readonly isFlag: (name: string) => boolean
}

/** A run as {@link explain} tells it, its inputs as somebody tells who knows where they come from. */
export function explainedWith(step: Step, knowing: Knowing): Explanation {
  const { node } = step
  const { locale, tell, isFlag } = knowing
  const label = nameOf(step, locale) ?? words[locale].result
  const value = valueText(step, locale)
  if (node.op === 'input') {
    const said = isFlag(node.name) ? words[locale].flagged(step.value !== '0') : value
    return tell(node.name, { label, value: said, how: [], steps: [] })
  }
  const inner = node.op === 'named' ? (step.parts[0] as Step) : step
  return {
    label,
    value,
    ...(node.op === 'named' && node.clause !== undefined && { clause: node.clause }),
    how: how(inner, knowing),
    steps: namedBelow(inner, locale).map((next) => explainedWith(next, knowing)),
  }
}

function how(inner: Step, knowing: Knowing): readonly string[] {
  const { locale } = knowing
  const names = infix(inner, 'names', locale)
  const numbers = infix(inner, 'numbers', locale)
  const value = valueText(inner, locale)
  const arithmetic = [names, numbers].filter(
    (line, i, lines) => line !== value && line !== lines[i - 1] && !isRoundedNumber(inner, locale),
  )
  return [...arithmetic, ...unnamed(inner, locale).flatMap((step) => reasons(step, knowing))]
}

/** Whether nothing but a number is rounded: what becomes of it is told by the line about rounding. */
function isRoundedNumber({ node, parts }: Step, locale: Locale): boolean {
  const [of] = parts
  return (
    node.op === 'round' && of !== undefined && infix(of, 'names', locale) === valueText(of, locale)
  )
}

/** The unnamed steps that belong to one named step, itself first. */
function unnamed(step: Step, locale: Locale): readonly Step[] {
  if (nameOf(step, locale) !== undefined) return []
  return [step, ...step.parts.flatMap((part) => unnamed(part, locale))]
}

/**
 * The nearest named steps and inputs that a step was made of. A named step is told once a place, since
 * two of one name and value may have come about differently, or be added up; an input once, wherever
 * it stands. A step that was only compared is told where it is not told already.
 */
function namedBelow(step: Step, locale: Locale): readonly Step[] {
  const made: Step[] = []
  const compared: Step[] = []
  const visit = (next: Step, found: Step[]): void => {
    if (nameOf(next, locale) !== undefined) {
      found.push(next)
      return
    }
    for (const part of next.parts) visit(part, found)
    for (const part of testedSteps(next)) visit(part, compared)
  }
  visit(step, made)
  const told = new Set(compared.length === 0 ? [] : made.map(accountOf))
  const rest = compared.filter((next) => {
    const account = accountOf(next)
    return !told.has(account) && told.add(account)
  })
  const places = new Map([...made, ...rest].map((next) => [placeOf(next), next]))
  return [...places.values()]
}

function placeOf({ node, path }: Step): string {
  return node.op === 'input' ? `input ${node.name}` : path
}

/** All that a step tells but its place: alike for one step that stands in two places. */
function accountOf(step: Step): string {
  return JSON.stringify(step, (key, part) => (key === 'path' ? undefined : part))
}

function testedSteps({ reason }: Step): readonly Step[] {
  const compared = (test: Test): readonly Step[] => [
    ...test.compared,
    ...test.parts.flatMap(compared),
  ]
  return reason?.kind === 'test' ? compared(reason.test) : []
}

function reasons(step: Step, knowing: Knowing): readonly string[] {
  const { node, reason, parts } = step
  const { locale } = knowing
  const say = words[locale]
  if (node.op === 'round' || node.op === 'divide') return roundingLines(step, node, locale)
  switch (reason?.kind) {
    case 'slices':
      return sliceLines(step, reason, locale)
    case 'bands':
      return reason.bands.map((range, i) => {
        const part = parts[i] as Step
        const x = subject(part, locale)
        const text = rangeText(range, part.unit, locale)
        return say.inBand(x, text)
      })
    case 'line':
      return [
        lineText(step, reason.line, locale),
        ...roundingLines(step, node as Bare<'interpolate'>, locale),
      ]
    case 'category': {
      const { key, label } = node as Bare<'match'>
      const name = inputName(key, label, locale)
      return [(reason.listed ? say.isCase : say.isOther)(name, reason.found)]
    }
    case 'test':
      return [say.because(testText(reason.test, knowing))]
    case undefined:
      return []
  }
}

function sliceLines(
  { unit, parts, node }: Step,
  { slices }: Extract<Reason, { kind: 'slices' }>,
  locale: Locale,
): readonly string[] {
  const x = parts[0] as Step
  const { rateUnit } = node as Bare<'marginal'>
  if (slices.length === 0) return [words[locale].noSlice]
  return slices.map((slice) =>
    words[locale].slice(
      rangeText(slice, x.unit, locale),
      formatQuantity(slice.amount, x.unit, locale),
      formatQuantity(slice.rate, rateUnit, locale),
      formatQuantity(slice.pay, unit, locale),
    ),
  )
}

function lineText({ parts, unit }: Step, { low, high }: Line, locale: Locale): string {
  const say = words[locale]
  const part = parts[0] as Step
  const x = subject(part, locale)
  const point = ({ at, value }: Point) =>
    say.point(formatQuantity(at, part.unit, locale), formatQuantity(value, unit, locale))
  if (low && high) return say.onLine(x, point(low), point(high))
  const range = { ...(low && { from: low.at }), ...(high && { to: high.at }) }
  return say.inBand(x, rangeText(range, part.unit, locale))
}

/** The tests that settled the outcome: where one was enough, that one alone. */
function testText(test: Test, knowing: Knowing): string {
  const { node, holds, compared, parts } = test
  const { locale, isFlag } = knowing
  const say = words[locale]
  if (node.op === 'not') return testText(parts[0] as Test, knowing)
  if (node.op === 'all' || node.op === 'any') {
    const agreeing = parts.filter((part) => part.holds === holds)
    return agreeing.map((part) => testText(part, knowing)).join(say.and)
  }
  const [left, right] = compared as readonly [Step, Step]
  const isAsked = node.op === 'above' && right.value === '0'
  if (isAsked && left.node.op === 'input' && isFlag(left.node.name))
    return say.flag(nameOf(left, locale) as string, holds)
  // What is asked about comes first: "A is at most 5", not "5 is at least A".
  const turned = left.node.op === 'constant' && right.node.op !== 'constant'
  const [first, second] = turned ? [right, left] : [left, right]
  const verb = (turned ? say.turned : say.comparison)[node.op][holds ? 0 : 1]
  return `${subject(first, locale)} ${verb} ${subject(second, locale)}`
}

/** A step as the subject of a sentence: its name and value, or its value alone. */
function subject(step: Step, locale: Locale): string {
  const name = nameOf(step, locale) ?? infix(step, 'names', locale)
  const value = valueText(step, locale)
  return name === value ? value : `${name} ${value}`
}

import { refuse } from '../problem/index.js'
import { type Decimal, decimal, divideTo, type NumericInput, roundTo } from '../quantity/index.js'
import { type Algebra, bare, divisorOf, fold } from './fold.js'
import type { Formula, ValueType } from './formula.js'
import type { Condition, Expression } from './nodes.js'
import { divisionByZero } from './problems.js'
import { readInputs, type Scope } from './scope.js'
import { bandAt, interpolated, slicesOf } from './tables.js'
import type { Reason, Step, Test } from './trace.js'

/** A formula's result: the exact value, and the run that led to it. */
export interface Evaluation {
  /** A decimal string with the formula's scale. */
  readonly value: string
  readonly formula: Formula
  /** The inputs as they were read: decimal strings, and categories as text. */
  readonly inputs: Readonly<Record<string, string>>
  /** The run as a tree, for `explain`. */
  readonly trace: Step
}

/** A value, and how to tell the step that led to it: most are never told. */
interface Run {
  readonly value: Decimal
  readonly step: () => Step
}
interface Tested {
  readonly holds: boolean
  readonly test: () => Test
}
type Compute = (scope: Scope) => Run
type Decide = (scope: Scope) => Tested

/**
 * The exact value of a formula for one set of inputs: the reference that every other interpreter is
 * held to. Nothing is rounded but where a node says so.
 *
 * Throws a `PolicyError` with every problem of the inputs (missing, unknown, not a number, too many
 * places, not above its bound, an unlisted category), or for a division by zero.
 *
 * @example
 * const formula = check(multiply(input('sales', money('CNY'), 2), constant('0.015')))
 * evaluate(formula, { sales: '61250.00' }).value //=> '918.75000'
 */
export function evaluate<Name extends string>(
  formula: Formula<Name>,
  inputs: Readonly<Record<Name, NumericInput>>,
): Evaluation {
  return evaluateIn(readInputs(formula.inputs, inputs), formula)
}

/** The value of a formula whose inputs are read. Throws a `PolicyError` for a division by zero. */
export function evaluateIn(scope: Scope, formula: Formula): Evaluation {
  const step = computationOf(formula)(scope).step()
  return { value: step.value, formula, inputs: Object.freeze(shownInputs(scope)), trace: step }
}

/**
 * The exact value of a formula as {@link evaluate} gives it, without the run that led to it.
 *
 * @example
 * valueIn(check(multiply(input('sales', money('CNY'), 2), constant('0.015'))), { sales: '61250.00' }) //=> '918.75000'
 */
export function valueIn(formula: Formula, inputs: Readonly<Record<string, NumericInput>>): string {
  const { value } = computationOf(formula)(readInputs(formula.inputs, inputs))
  return value.toFixed(formula.scale)
}

function shownInputs({ numbers, categories }: Scope): Record<string, string> {
  return Object.fromEntries([
    ...[...numbers].map(([name, number]) => [name, number.toFixed()]),
    ...categories,
  ])
}

/** Formulas are frozen, and one pays many people: what every run of it shares is made once. */
const computations = new WeakMap<Formula, Compute>()

function computationOf(formula: Formula): Compute {
  const known = computations.get(formula)
  if (known !== undefined) return known
  const made = fold(formula.expression, evaluation(formula))
  computations.set(formula, made)
  return made
}

function evaluation({ types }: Formula): Algebra<Compute, Decide> {
  const stepOf = (expression: Expression, path: string) => {
    const { unit, scale } = types.get(expression) as ValueType
    const node = bare(expression)
    return (value: Decimal, parts: readonly Run[], reason?: () => Reason): Run => ({
      value,
      step: () => ({
        node,
        path,
        value: value.toFixed(scale),
        unit,
        parts: parts.map((part) => part.step()),
        ...(reason && { reason: reason() }),
      }),
    })
  }
  const combine =
    (merge: (left: Decimal, right: Decimal) => Decimal) =>
    ({ of }: { of: readonly Compute[] }, node: Expression, path: string): Compute => {
      const done = stepOf(node, path)
      return (scope) => {
        const parts = of.map((part) => part(scope))
        return done(parts.map((part) => part.value).reduce(merge), parts)
      }
    }
  const compare =
    (holds: (left: Decimal, right: Decimal) => boolean) =>
    ({ left, right }: { left: Compute; right: Compute }, condition: Condition): Decide => {
      const node = bare(condition)
      return (scope) => {
        const [a, b] = [left(scope), right(scope)]
        const result = holds(a.value, b.value)
        return {
          holds: result,
          test: () => ({ node, holds: result, compared: [a.step(), b.step()], parts: [] }),
        }
      }
    }
  /** Tests in order until one decides, so that an early test can guard a later one. */
  const untilOne =
    (deciding: boolean) =>
    ({ of }: { of: readonly Decide[] }, condition: Condition): Decide => {
      const node = bare(condition)
      return (scope) => {
        const parts: Tested[] = []
        for (const decide of of) {
          const part = decide(scope)
          parts.push(part)
          if (part.holds === deciding) break
        }
        const { holds } = parts.at(-1) as Tested
        const tests = () => parts.map(({ test }) => test())
        return { holds, test: () => ({ node, holds, compared: [], parts: tests() }) }
      }
    }

  return {
    input: (_, node, path) => {
      const done = stepOf(node, path)
      return (scope) => done(scope.numbers.get(node.name) as Decimal, [])
    },
    constant: (_, node, path) => {
      const done = stepOf(node, path)
      const value = decimal(node.value)
      return () => done(value, [])
    },
    add: combine((left, right) => left.plus(right)),
    subtract: ({ left, right }, node, path) =>
      combine((a, b) => a.minus(b))({ of: [left, right] }, node, path),
    multiply: combine((left, right) => left.times(right)),
    divide: ({ left, right }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const parts = [left(scope), right(scope)] as const
        const [dividend, divisor] = parts
        if (divisor.value.isZero()) refuse([divisionByZero(path, divisorOf(node.right))])
        const quotient = divideTo(dividend.value, divisor.value, node.places, node.rounding)
        return done(quotient, parts)
      }
    },
    minimum: combine((left, right) => (right.lessThan(left) ? right : left)),
    maximum: combine((left, right) => (right.greaterThan(left) ? right : left)),
    round: ({ of }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const part = of(scope)
        return done(roundTo(part.value, node.places, node.rounding), [part])
      }
    },
    marginal: ({ x }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const part = x(scope)
        const { total, slices } = slicesOf(node.tiers, part.value)
        return done(total, [part], () => ({ kind: 'slices', slices }))
      }
    },
    step: ({ x }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const part = x(scope)
        const { index, range } = bandAt(node.bands, part.value)
        const value = decimal((node.bands[index] as { value: string }).value)
        return done(value, [part], () => ({ kind: 'bands', bands: [range] }))
      }
    },
    interpolate: ({ x }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const part = x(scope)
        const { value, line } = interpolated(node, part.value)
        return done(value, [part], () => ({ kind: 'line', line }))
      }
    },
    grid: ({ row, column }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const parts = [row(scope), column(scope)] as const
        const [inRow, inColumn] = [
          bandAt(node.rows, parts[0].value),
          bandAt(node.columns, parts[1].value),
        ]
        const value = decimal(node.values[inRow.index]?.[inColumn.index] as string)
        const bands = [inRow.range, inColumn.range]
        return done(value, parts, () => ({ kind: 'bands', bands }))
      }
    },
    match: ({ cases, otherwise }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const found = scope.categories.get(node.key) as string
        const listed = Object.hasOwn(cases, found)
        const branch = (listed ? cases[found] : otherwise) as Compute
        const part = branch(scope)
        return done(part.value, [part], () => ({ kind: 'category', found, listed }))
      }
    },
    when: ({ condition, then, otherwise }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const { holds, test } = condition(scope)
        const part = (holds ? then : otherwise)(scope)
        return done(part.value, [part], () => ({ kind: 'test', test: test() }))
      }
    },
    named: ({ of }, node, path) => {
      const done = stepOf(node, path)
      return (scope) => {
        const part = of(scope)
        return done(part.value, [part])
      }
    },
    atLeast: compare((left, right) => left.greaterThanOrEqualTo(right)),
    above: compare((left, right) => left.greaterThan(right)),
    equals: compare((left, right) => left.equals(right)),
    all: untilOne(false),
    any: untilOne(true),
    not: ({ of }, node) => {
      const own = bare(node)
      return (scope) => {
        const { holds, test } = of(scope)
        return {
          holds: !holds,
          test: () => ({ node: own, holds: !holds, compared: [], parts: [test()] }),
        }
      }
    },
  }
}

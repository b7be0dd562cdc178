import fc from 'fast-check'
import { check } from '../../src/formula/check.js'
import { childrenOf } from '../../src/formula/fold.js'
import type { Formula, NumberInput } from '../../src/formula/formula.js'
import type { Condition, Expression } from '../../src/formula/nodes.js'
import type { FormulaProgram } from '../../src/formula/program.js'
import { problemsOf } from '../../src/problem/index.js'
import { fromScaled, type Unit } from '../../src/quantity/index.js'
import { expressions } from '../../src/testing/arbitraries/expressions.js'
import { usualOf } from '../../src/testing/arbitraries/known-units.js'

/** A formula, and rows of inputs that it accepts. A row may still divide by zero. */
export interface FormulaAndInputs {
  readonly formula: Formula
  readonly inputs: Record<string, string>[]
}

/** The numbers that formulas compare with, by unit: where their pieces begin and end. */
function breakpointsOf(formulas: readonly Formula[]): ReadonlyMap<Unit, readonly string[]> {
  const found = new Map<Unit, string[]>()
  const put = (unit: Unit | undefined, values: readonly (string | undefined)[]): void => {
    if (unit === undefined) return
    found.set(unit, [...(found.get(unit) ?? []), ...values.filter((value) => value !== undefined)])
  }
  const visit = (node: Expression | Condition, types: Formula['types']): void => {
    const unitOf = (part: Expression) => types.get(part)?.unit
    if (node.op === 'constant') put(node.unit, [node.value])
    if (node.op === 'marginal')
      put(
        unitOf(node.x),
        node.tiers.map((tier) => tier.from),
      )
    if (node.op === 'step')
      put(
        unitOf(node.x),
        node.bands.map((band) => band.from),
      )
    if (node.op === 'interpolate')
      put(
        unitOf(node.x),
        node.points.map((point) => point.at),
      )
    if (node.op === 'grid') {
      put(
        unitOf(node.row),
        node.rows.map((bound) => bound.from),
      )
      put(
        unitOf(node.column),
        node.columns.map((bound) => bound.from),
      )
    }
    for (const child of childrenOf(node)) visit(child, types)
  }
  for (const { expression, types } of formulas) visit(expression, types)
  return found
}

/** A literal as an integer of the input's smallest unit; what is finer is cut off. */
function scaledTo(literal: string, scale: number): bigint {
  const [whole = '', fraction = ''] = literal.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale))
}

/** Amounts at the breakpoints and a smallest unit beside them, usual ones, zero, and huge ones. */
function amountOf(unit: Unit, scale: number, breakpoints: readonly string[]): fc.Arbitrary<string> {
  const max = BigInt(usualOf(unit).most) * 10n ** BigInt(scale)
  const edge = 2n ** 53n
  const near = fc
    .tuple(fc.constantFrom('0', ...breakpoints), fc.constantFrom(-1n, 0n, 1n))
    .map(([breakpoint, aside]) => scaledTo(breakpoint, scale) + aside)
  return fc
    .oneof(
      { weight: 6, arbitrary: near },
      { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: max * 2n }) },
      { weight: 2, arbitrary: fc.bigInt({ min: -max, max }) },
      { weight: 1, arbitrary: fc.bigInt({ min: edge - 3n, max: edge + 3n }) },
      { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }) },
    )
    .map((scaled) => fromScaled(scaled, scale))
}

/** What is not above the bound of an input becomes the smallest amount that is. */
function accepted(
  { above, scale }: NumberInput,
  amounts: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  if (above === undefined) return amounts
  const least = scaledTo(above, scale) + 1n
  return amounts.map((amount) => {
    const scaled = scaledTo(amount, scale)
    return fromScaled(scaled < least ? least : scaled, scale)
  })
}

/** Rows of inputs that a formula accepts; of a program, each that some formula of it accepts. */
export function inputsOf(of: Formula | FormulaProgram): fc.Arbitrary<Record<string, string>> {
  const breakpoints = breakpointsOf('results' in of ? Object.values(of.results) : [of])
  return fc.record(
    Object.fromEntries(
      Object.entries(of.inputs).map(([name, declared]) => [
        name,
        declared.kind === 'number'
          ? accepted(
              declared,
              amountOf(declared.unit, declared.scale, breakpoints.get(declared.unit) ?? []),
            )
          : fc.constantFrom(...declared.cases, ...(declared.open ? ['elsewhere', 'toString'] : [])),
      ]),
    ),
  )
}

/**
 * Random well-typed formulas of every kind of node, with rows of inputs near their breakpoints:
 * for laws that hold of any formula, and for comparing interpreters. Nothing is drawn that a formula
 * refuses, but a row may divide by zero: then every interpreter must say so.
 */
export function formulaAndInputs(): fc.Arbitrary<FormulaAndInputs> {
  return expressions()
    .filter((expression) => {
      const found = problemsOf(() => check(expression))
      const other = found.find(({ code }) => code !== 'too-many-digits')
      if (other !== undefined) throw new Error(`an ill-typed formula: ${JSON.stringify(other)}`)
      return found.length === 0
    })
    .map(check)
    .chain((formula) =>
      fc.record({
        formula: fc.constant(formula),
        inputs: fc.array(inputsOf(formula), { minLength: 1, maxLength: 6 }),
      }),
    )
}

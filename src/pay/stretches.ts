import { check, type Expression, type Formula } from '../formula/index.js'
import { rowValue } from '../formula/internal.js'
import { problemsOf } from '../problem/index.js'
import {
  type Decimal,
  decimal,
  divideTo,
  fromScaled,
  type Rounding,
  roundTo,
  toScaled,
} from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { Failed } from './work.js'

/** Several stretches of one row as one amount, rounded once, and the part of each. */
export interface Tiled {
  readonly value: Decimal
  readonly amounts: readonly string[]
}

type Inputs = Readonly<Record<string, string>>

/**
 * Adds up the stretches of a row (R30): of a division the dividends are added and divided once, of a
 * rounding the operands are added and rounded once, of what rounds nothing the values. The parts are
 * divided by largest remainder of what each would exactly be.
 */
export function tiled(
  component: string,
  formula: Formula,
  rows: readonly Inputs[],
): Tiled | Failed {
  const root = rootOf(formula)
  const operands = rows.map((row) => amountFor(root.operand, row))
  const divisors = rows.map((row) =>
    root.divisor === undefined ? one : amountFor(root.divisor, row),
  )
  const divisor = divisors[0] as Decimal
  if (divisors.some((each) => !each.eq(divisor)))
    return { problems: [payProblem('divisor-differs', '', { component })] }
  const sum = operands.reduce((total, operand) => total.plus(operand))
  // The whole formula says best what is wrong with a divisor of zero.
  if (divisor.isZero()) return { problems: problemsOf(() => rowValue(formula, rows[0] as Inputs)) }
  const { scale } = formula
  const { rounding } = root
  const value =
    root.divisor === undefined
      ? rounding === undefined
        ? sum
        : roundTo(sum, scale, rounding)
      : divideTo(sum, divisor, scale, rounding as Rounding)
  return { value, amounts: apportioned(value, operands, divisor, scale) }
}

const one = decimal('1')

interface Root {
  readonly operand: Formula
  readonly divisor?: Formula
  readonly rounding?: Rounding
}

/** What is added up below the root of a formula; made once a formula. */
const roots = new WeakMap<Formula, Root>()

function rootOf(formula: Formula): Root {
  const known = roots.get(formula)
  if (known !== undefined) return known
  const made = split(formula, formula.expression)
  roots.set(formula, made)
  return made
}

function split(formula: Formula, expression: Expression): Root {
  if (expression.op === 'named') return split(formula, expression.of)
  if (expression.op === 'round')
    return { operand: check(expression.of), rounding: expression.rounding }
  if (expression.op === 'divide')
    return {
      operand: check(expression.left),
      divisor: check(expression.right),
      rounding: expression.rounding,
    }
  return { operand: formula }
}

function amountFor(formula: Formula, row: Inputs): Decimal {
  return decimal(rowValue(formula, row))
}

/** The parts of a rounded sum: each rounded down, and the units left over to the largest remainders. */
function apportioned(
  value: Decimal,
  operands: readonly Decimal[],
  divisor: Decimal,
  scale: number,
): readonly string[] {
  const places = Math.max(...[...operands, divisor].map((each) => each.decimalPlaces()))
  const sign = divisor.isNegative() ? -1n : 1n
  const by = sign * toScaled(divisor, places)
  const exact = operands.map((operand) => sign * toScaled(operand, places) * 10n ** BigInt(scale))
  const floors = exact.map((part) => floored(part, by))
  const left = Number(toScaled(value, scale) - floors.reduce((sum, part) => sum + part, 0n))
  const remainders = exact.map((part, i) => ({ i, rest: part - (floors[i] as bigint) * by }))
  const first = remainders.sort((a, b) =>
    a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1,
  )
  const raised = new Set(first.slice(0, left).map(({ i }) => i))
  return floors.map((part, i) => fromScaled(raised.has(i) ? part + 1n : part, scale))
}

function floored(part: bigint, by: bigint): bigint {
  const quotient = part / by
  return part % by < 0n ? quotient - 1n : quotient
}

import type {
  Check,
  Instruction,
  Program,
  Quotient,
  Read,
  Register,
  Result,
} from '../formula/instructions.js'
import type { Rounding } from '../quantity/index.js'
import { type Dialect, wordsOf } from './dialect.js'
import { textLiteral } from './quote.js'
import { branch, firstOf, lowErrors } from './row-error.js'

/** The place of a term in its list; the parts of a term always stand earlier. */
export type Place = number

/** A piece of SQL over earlier pieces; one that it writes several times stands in `of` twice. */
export interface Term {
  readonly of: readonly Place[]
  readonly write: (parts: readonly string[]) => string
  /** The column that the term is, where it is one. */
  readonly column?: string
}

/** A program in SQL, not yet put together. */
export interface Terms {
  readonly terms: readonly Term[]
  /** Of each result the value, and the error: NULL, or what is wrong with the row. */
  readonly results: readonly { readonly value: Place; readonly error: Place }[]
}

/** How the terms of a program find what they are made from. */
export interface Columns {
  readonly input: (name: string) => string
  /** What is wrong with the inputs of a result; `undefined` where it reads none. */
  readonly fault: (result: Result) => string | undefined
}

const operators = {
  sum: '+',
  difference: '-',
  product: '*',
  notLess: '>=',
  greater: '>',
  same: '=',
  and: 'AND',
  or: 'OR',
} as const

/**
 * Writes each instruction as a term. A quotient takes three: the remainder, the quotient of what is
 * left without it, and the rounding. So it does not matter how an engine rounds a division, only
 * that a remainder has the sign of its dividend, which is so in all three.
 */
export function termsOf(
  { instructions, results }: Program,
  dialect: Dialect,
  columns: Columns,
): Terms {
  const {
    literal,
    remainder: remainderOf,
    exactQuotient,
    text: textType,
    limits,
  } = wordsOf(dialect)
  const terms: Term[] = []
  const places: Place[] = []
  const place = (register: Register) => places[register] as Place
  const put = (of: readonly Place[], write: (...parts: string[]) => string): Place =>
    terms.push({ of, write: (parts) => write(...parts) }) - 1
  const putColumn = (column: string): Place =>
    terms.push({ of: [], write: () => column, column }) - 1
  const call = (name: string, left: Register, right: Register): Place =>
    put([place(left), place(right)], (a, b) => `${name}(${a}, ${b})`)

  const putQuotient = ({ left, right, rounding }: Quotient): Place => {
    const known = instructions[right]
    const dividend = place(left)
    const divisor =
      known?.op === 'literal' && known.value !== 0n
        ? place(right)
        : // Of zero anything, but no NULL: LEAST and GREATEST would leave it out, and its bounds.
          put([place(right)], (value) => `COALESCE(NULLIF(${value}, 0), ${literal(1n)})`)
    const remainder = put([dividend, divisor], (a = '', b = '') => remainderOf(a, b))
    const quotient = put([dividend, remainder, divisor], (a, r, b = '') =>
      exactQuotient(`(${a} - ${r})`, b),
    )
    return rounding === 'down'
      ? quotient
      : put([quotient, remainder, divisor, quotient], (q = '', r = '', b = '') => {
          const adjusted = `WHEN ${sameSign(r, b)} THEN ${q} + 1 ELSE ${q} - 1 END`
          return `CASE WHEN ${stays[rounding](q, r, b)} THEN ${q} ${adjusted}`
        })
  }
  const putInstruction = (instruction: Instruction): Place => {
    switch (instruction.op) {
      case 'column':
        return putColumn(columns.input(instruction.name))
      case 'literal':
        return put([], () => literal(instruction.value))
      case 'quotient':
        return putQuotient(instruction)
      case 'least':
        return call('LEAST', instruction.left, instruction.right)
      case 'greatest':
        return call('GREATEST', instruction.left, instruction.right)
      case 'select': {
        const { condition, then, otherwise } = instruction
        return put([condition, then, otherwise].map(place), choice)
      }
      case 'category': {
        const text = textLiteral(instruction.value, dialect)
        return put(
          [putColumn(columns.input(instruction.name))],
          (category) => `(${category} = ${text})`,
        )
      }
      case 'negation':
        return put([place(instruction.of)], (of) => `(NOT ${of})`)
      default: {
        const operator = operators[instruction.op]
        const { left, right } = instruction
        return put([place(left), place(right)], (a, b) => `(${a} ${operator} ${b})`)
      }
    }
  }
  const putCheck = ({ divisor, guard }: Check): Place =>
    guard === undefined
      ? put([place(divisor)], (value) => `(${value} = 0)`)
      : put([place(guard), place(divisor)], (holds, value) => `(${holds} AND ${value} = 0)`)

  /** NULL, or what is wrong with a result that another one reads. */
  const putRead = (
    { name, result, above }: Extract<Read, { result: number }>,
    errors: readonly Place[],
  ): Place => {
    const { register, scale } = results[result] as Result
    const error = errors[result] as Place
    const fails = (wrong: string) => branch(`${wrong} IS NOT NULL`, 'failed-result', name)
    return above === undefined
      ? put([error], (wrong) => firstOf([fails(wrong)]))
      : put([error, place(register)], (wrong, value) =>
          firstOf([
            fails(wrong),
            ...lowErrors(name, value, { above, scale, digits: limits.result }, dialect),
          ]),
        )
  }

  /** NULL, or the first of: a fault of its inputs, a result without a value, a division by zero. */
  const putError = (result: Result, errors: readonly Place[]): Place => {
    const fault = columns.fault(result)
    const failed = result.reads.flatMap((read) => ('result' in read ? putRead(read, errors) : []))
    const zero =
      result.checks.length === 0
        ? []
        : [
            put(
              result.checks.map(putCheck),
              (...holds) =>
                `CASE WHEN ${[...new Set(holds)].join(' OR ')} THEN 'division-by-zero' END`,
            ),
          ]
    const parts = [...(fault === undefined ? [] : [putColumn(fault)]), ...failed, ...zero]
    if (parts.length === 0) return put([], () => `CAST(NULL AS ${textType})`)
    return parts.length === 1
      ? (parts[0] as Place)
      : put(parts, (...all) => `COALESCE(${all.join(', ')})`)
  }

  for (const instruction of instructions) places.push(putInstruction(instruction))
  const errors: Place[] = []
  for (const result of results) errors.push(putError(result, errors))
  return {
    terms,
    results: results.map(({ register }, i) => ({
      value: place(register),
      error: errors[i] as Place,
    })),
  }
}

/** The parts that are columns or literals: to write them again costs nothing. */
export function isLeaf(term: Term): boolean {
  return term.of.length === 0
}

/** A choice, and the choices that it ends in as one list of branches. */
function choice(condition: string, then: string, otherwise: string): string {
  // What begins with CASE is one CASE as a whole: all else stands in brackets.
  const rest = otherwise.startsWith('CASE ')
    ? otherwise.slice('CASE '.length)
    : `ELSE ${otherwise} END`
  return `CASE WHEN ${condition} THEN ${then} ${rest}`
}

type Stays = (quotient: string, remainder: string, divisor: string) => string

/** How twice the remainder compares with the divisor, without a number that is larger than both. */
function half(comparison: string, remainder: string, divisor: string): string {
  return `ABS(${remainder}) ${comparison} ABS(${divisor}) - ABS(${remainder})`
}

function sameSign(remainder: string, divisor: string): string {
  return `(${remainder} < 0) = (${divisor} < 0)`
}

/** When a quotient that was cut toward zero stays; where it does not, it goes away from zero. */
const stays: Readonly<Record<Exclude<Rounding, 'down'>, Stays>> = {
  'half-up': (_, r, b) => half('<', r, b),
  'half-down': (_, r, b) => half('<=', r, b),
  'half-even': (q, r, b) => `${half('<', r, b)} OR (${half('=', r, b)} AND ${q} % 2 = 0)`,
  up: (_, r) => `${r} = 0`,
  ceiling: (_, r, b) => `${r} = 0 OR NOT (${sameSign(r, b)})`,
  floor: (_, r, b) => `${r} = 0 OR ${sameSign(r, b)}`,
}

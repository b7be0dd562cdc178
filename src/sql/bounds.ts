import type { Instruction, Program, Register, Result } from '../formula/instructions.js'
import { registersOf } from '../formula/prune.js'
import { at, type Problem } from '../problem/index.js'
import type { Limits } from './dialect.js'
import { tooManyDigits } from './problems.js'

/** The least and the greatest that an integer can be. */
interface Range {
  readonly low: bigint
  readonly high: bigint
}

type Merge = (left: Range, right: Range) => Range

/**
 * The instructions of a program whose integers could have more digits than the engine's, whatever
 * the inputs within their own limit: by interval arithmetic, each instruction once. What follows
 * from an instruction that is too wide is not reported again.
 */
export function digitProblems(program: Program, limits: Limits): readonly Problem[] {
  const problems: Problem[] = []
  /** Of each integer register; `undefined` for a condition and for what is reported already. */
  const ranges: (Range | undefined)[] = []
  const inputs = around(10n ** BigInt(limits.input) - 1n)
  /** What an operand can be; for a select, what it can be in the rows that choose it. */
  const known = (operand: Register, chosen = false): Range | undefined => {
    const by = program.instructions[operand]
    return chosen && by?.op === 'quotient' && by.ends !== undefined && ranges[operand] !== undefined
      ? spanning(by.ends)
      : ranges[operand]
  }
  program.instructions.forEach((instruction, register) => {
    const range = rangeOf(instruction, known, inputs)
    const limit = instruction.op === 'quotient' ? limits.quotient : limits.result
    const digits = range === undefined ? 0 : String(reach(range)).length
    if (digits > limit)
      problems.push(tooManyDigits(pathOf(program, register), instruction.op, digits, limit))
    ranges.push(digits > limit ? undefined : range)
  })
  return problems
}

/** An instruction, under the name of the first result that needs it. */
function pathOf({ results }: Program, register: Register): string {
  const needing = results.find((result) => Math.max(...registersOf(result)) >= register)
  const { name } = needing as Result
  return at(name === '' ? '' : at('results', name), `instructions[${register}]`)
}

function rangeOf(
  instruction: Instruction,
  known: (register: Register, chosen?: boolean) => Range | undefined,
  inputs: Range,
): Range | undefined {
  const merged = (left: Register, right: Register, merge: Merge, chosen = false) => {
    const [a, b] = [known(left, chosen), known(right, chosen)]
    return a && b && merge(a, b)
  }
  switch (instruction.op) {
    case 'column':
      return inputs
    case 'literal':
      return { low: instruction.value, high: instruction.value }
    case 'select':
      return merged(
        instruction.then,
        instruction.otherwise,
        (a, b) => spanning([a.low, a.high, b.low, b.high]),
        true,
      )
    case 'sum':
    case 'difference':
    case 'product':
    case 'quotient':
    case 'least':
    case 'greatest':
      return merged(instruction.left, instruction.right, merges[instruction.op])
    case 'notLess':
    case 'greater':
    case 'same':
    case 'category':
    case 'and':
    case 'or':
    case 'negation':
      return undefined
  }
}

const merges: Readonly<
  Record<'sum' | 'difference' | 'product' | 'quotient' | 'least' | 'greatest', Merge>
> = {
  sum: (a, b) => ({ low: a.low + b.low, high: a.high + b.high }),
  difference: (a, b) => ({ low: a.low - b.high, high: a.high - b.low }),
  product: (a, b) => spanning([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]),
  quotient: (a, b) => around((reach(a) + nearest(b) - 1n) / nearest(b)),
  least: (a, b) => ({ low: lesser(a.low, b.low), high: lesser(a.high, b.high) }),
  greatest: (a, b) => ({ low: greater(a.low, b.low), high: greater(a.high, b.high) }),
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

function spanning(values: readonly bigint[]): Range {
  return { low: values.reduce(lesser), high: values.reduce(greater) }
}

function around(reach: bigint): Range {
  return { low: -reach, high: reach }
}

/** How far from zero a range goes. */
function reach({ low, high }: Range): bigint {
  return greater(-low, high)
}

/** How near to zero a divisor comes; one that is zero is an error of the row, so 1 at least. */
function nearest({ low, high }: Range): bigint {
  return greater(1n, greater(low, -high))
}

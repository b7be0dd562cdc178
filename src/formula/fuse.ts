import type { Instruction, Program, Register } from './instructions.js'
import { type Line, prune } from './prune.js'

/** `value` where `of` is at least `bound`, or else `otherwise`. */
export interface Band {
  readonly op: 'band'
  readonly of: Register
  readonly bound: bigint
  readonly value: bigint
  readonly otherwise: Register
}

/** `rate` times the part of `of` between two bounds, put onto what the slices below paid. */
export interface Slice {
  readonly op: 'slice'
  readonly of: Register
  readonly from: bigint
  readonly to?: bigint
  readonly rate: bigint
  readonly onto?: Register
}

export type FusedInstruction = Instruction | Band | Slice

/**
 * A program with each comparison and choice of a band made one instruction, and each slice of a tier:
 * a loop over a block costs about the same for either, and a tier takes five instructions otherwise.
 */
export function fuse(program: Program): Line<FusedInstruction> {
  const { instructions, checks, result } = program
  const at = (register: Register) => instructions[register] as Instruction
  const literal = (register: Register): bigint | undefined => {
    const instruction = at(register)
    return instruction.op === 'literal' ? instruction.value : undefined
  }

  const bandOf = (instruction: Instruction): Band | undefined => {
    if (instruction.op !== 'select') return undefined
    const condition = at(instruction.condition)
    if (condition.op !== 'notLess' && condition.op !== 'greater') return undefined
    const [right, value] = [literal(condition.right), literal(instruction.then)]
    if (right === undefined || value === undefined) return undefined
    const bound = condition.op === 'notLess' ? right : right + 1n
    return { op: 'band', of: condition.left, bound, value, otherwise: instruction.otherwise }
  }

  const sliceOf = (instruction: Instruction): Slice | undefined => {
    if (instruction.op !== 'product') return undefined
    const [above, rate] = [at(instruction.left), literal(instruction.right)]
    if (above.op !== 'greatest' || literal(above.right) !== 0n || rate === undefined)
      return undefined
    const past = at(above.left)
    if (past.op !== 'difference') return undefined
    const from = literal(past.right)
    if (from === undefined) return undefined
    const upTo = at(past.left)
    const to = upTo.op === 'least' ? literal(upTo.right) : undefined
    return upTo.op === 'least' && to !== undefined
      ? { op: 'slice', of: upTo.left, from, to, rate }
      : { op: 'slice', of: past.left, from, rate }
  }

  const ontoSlice = (instruction: Instruction): Slice | undefined => {
    if (instruction.op !== 'sum') return undefined
    const slice = sliceOf(at(instruction.right))
    return slice && { ...slice, onto: instruction.left }
  }

  return prune({
    instructions: instructions.map(
      (instruction) =>
        bandOf(instruction) ?? sliceOf(instruction) ?? ontoSlice(instruction) ?? instruction,
    ),
    checks,
    result,
  })
}

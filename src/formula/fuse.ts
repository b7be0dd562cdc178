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

/** The sum, over the tiers, of what `of` is above `from` times how much the rate rises there. */
export interface Tiers {
  readonly op: 'tiers'
  readonly of: Register
  readonly rises: readonly { readonly from: bigint; readonly rate: bigint }[]
}

export type FusedInstruction = Instruction | Band | Tiers

interface Slice {
  readonly of: Register
  readonly from: bigint
  readonly to?: bigint
  readonly rate: bigint
}

/** A slice, or a sum of slices by its last one. */
interface Slices {
  readonly last: Slice
  readonly before?: Slices
}

/**
 * A program with each comparison and choice of a band made one instruction, and all slices of a
 * marginal: a loop over a block costs about as much for either, and a tier takes five instructions
 * otherwise.
 */
export function fuse({ instructions, results }: Program): Line<FusedInstruction> {
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
    if (above.op !== 'greatest' || literal(above.right) !== 0n) return undefined
    const past = at(above.left)
    if (past.op !== 'difference' || rate === undefined) return undefined
    const [upTo, from] = [at(past.left), literal(past.right)]
    if (from === undefined) return undefined
    const to = upTo.op === 'least' ? literal(upTo.right) : undefined
    return upTo.op === 'least' && to !== undefined
      ? { of: upTo.left, from, to, rate }
      : { of: past.left, from, rate }
  }

  /** Slices added up so far, each from where the one before it ends: one pass knows them all. */
  const slices: (Slices | undefined)[] = []
  const slicesOf = (instruction: Instruction): Slices | undefined => {
    const alone = sliceOf(instruction)
    if (alone !== undefined) return { last: alone }
    if (instruction.op !== 'sum') return undefined
    const [before, next] = [slices[instruction.left], slices[instruction.right]]
    const meet =
      before !== undefined &&
      next !== undefined &&
      next.before === undefined &&
      next.last.of === before.last.of &&
      next.last.from === before.last.to
    return meet ? { last: next.last, before } : undefined
  }

  const tiersOf = (sum: Slices | undefined): Tiers | undefined => {
    if (sum === undefined || sum.last.to !== undefined) return undefined
    const all: Slice[] = []
    for (let each: Slices | undefined = sum; each !== undefined; each = each.before)
      all.push(each.last)
    const rises = all.reverse().map(({ from, rate }, i) => ({
      from,
      rate: rate - (all[i - 1]?.rate ?? 0n),
    }))
    return { op: 'tiers', of: sum.last.of, rises }
  }

  for (const instruction of instructions) slices.push(slicesOf(instruction))
  return prune<FusedInstruction>({
    instructions: instructions.map(
      (instruction, i) => bandOf(instruction) ?? tiersOf(slices[i]) ?? instruction,
    ),
    results,
  })
}

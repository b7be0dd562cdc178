import type { Instruction, Program, Register, Result } from './instructions.js'
import { operandsOf, withOperands } from './operands.js'

/** What of a program computes something. */
export interface Line<I extends object = Instruction> extends Pick<Program, 'results'> {
  readonly instructions: readonly I[]
}

/**
 * The program without the instructions that neither a result nor a check needs: literals that were
 * rescaled, guards of branches that do not divide, the condition of equal branches.
 */
export function prune<I extends object>({ instructions, results }: Line<I>): Line<I> {
  const needed = new Set(results.flatMap(registersOf))
  instructions.toReversed().forEach((instruction, i) => {
    if (needed.has(instructions.length - 1 - i))
      for (const operand of operandsOf(instruction)) needed.add(operand)
  })
  const places = new Map([...needed].toSorted((a, b) => a - b).map((old, place) => [old, place]))
  const moved = (register: Register) => places.get(register) as Register
  return {
    instructions: instructions
      .filter((_, register) => needed.has(register))
      .map((instruction) => withOperands(instruction, moved)),
    results: results.map((result) => ({
      ...result,
      register: moved(result.register),
      checks: result.checks.map(({ divisor, guard, ...node }) => ({
        divisor: moved(divisor),
        ...(guard !== undefined && { guard: moved(guard) }),
        ...node,
      })),
    })),
  }
}

/** The registers that are read after all instructions: the result's own, and those of its checks. */
export function registersOf({ register, checks }: Result): readonly Register[] {
  return [register, ...checks.flatMap(({ divisor, guard = divisor }) => [divisor, guard])]
}

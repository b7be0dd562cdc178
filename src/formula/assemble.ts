import { decimal, type Rounding, toScaled } from '../quantity/index.js'
import type { Instruction, Register } from './instructions.js'

/** The condition under which a node would be computed; `undefined` for always. */
export type Guard = Register | undefined

/** Writes instructions one after another, each once: the same instruction is the same register. */
export interface Assembler {
  readonly instructions: readonly Instruction[]
  readonly emit: (instruction: Instruction) => Register
  /** A decimal of the policy as an integer of a scale that holds it. */
  readonly literal: (text: string, scale: number) => Register
  /** An integer of one scale as one of a scale no smaller. */
  readonly rescale: (register: Register, from: number, to: number) => Register
  /** A quotient times ten to the power of `shift`, rounded to an integer. */
  readonly quotient: (
    left: Register,
    right: Register,
    shift: number,
    rounding: Rounding,
    ends?: readonly [bigint, bigint],
  ) => Register
  /** One of two integers. */
  readonly choose: (condition: Register, then: Register, otherwise: Register) => Register
  /** A guard narrowed by a condition. */
  readonly within: (guard: Guard, condition: Register) => Register
}

export function assembler(): Assembler {
  const instructions: Instruction[] = []
  const known = new Map<string, Register>()
  const emit = (instruction: Instruction): Register => {
    const key = JSON.stringify(Object.values(instruction).map(String))
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, instructions.length)
    return instructions.push(instruction) - 1
  }
  const integer = (value: bigint): Register => emit({ op: 'literal', value })
  const rescale = (register: Register, from: number, to: number): Register => {
    if (from === to) return register
    const factor = 10n ** BigInt(to - from)
    const instruction = instructions[register] as Instruction
    return instruction.op === 'literal'
      ? integer(instruction.value * factor)
      : emit({ op: 'product', left: register, right: integer(factor) })
  }
  return {
    instructions,
    emit,
    rescale,
    literal: (text, scale) => integer(toScaled(decimal(text), scale)),
    quotient: (left, right, shift, rounding, ends) => {
      const dividend = rescale(left, 0, Math.max(0, shift))
      const divisor = rescale(right, 0, Math.max(0, -shift))
      return emit({
        op: 'quotient',
        left: dividend,
        right: divisor,
        rounding,
        ...(ends && { ends }),
      })
    },
    choose: (condition, then, otherwise) =>
      then === otherwise ? then : emit({ op: 'select', condition, then, otherwise }),
    within: (guard, condition) =>
      guard === undefined ? condition : emit({ op: 'and', left: guard, right: condition }),
  }
}

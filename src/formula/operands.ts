import type { Register } from './instructions.js'

const roles = ['left', 'right', 'condition', 'then', 'otherwise', 'of', 'onto'] as const
type Operands = Partial<Record<(typeof roles)[number], Register>>

/** The registers that an instruction reads. */
export function operandsOf(instruction: object): readonly Register[] {
  const operands: Operands = instruction
  return roles.flatMap((role) => operands[role] ?? [])
}

/** The same instruction over registers that have moved. */
export function withOperands<I extends object>(
  instruction: I,
  moved: (register: Register) => Register,
): I {
  const operands: Operands = instruction
  const next: Operands = {}
  for (const role of roles) {
    const register = operands[role]
    if (register !== undefined) next[role] = moved(register)
  }
  return { ...instruction, ...next }
}

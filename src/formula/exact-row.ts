import type { Check, Instruction, Program, Register } from './instructions.js'
import { exactQuotient } from './quotient.js'

/** The integer or category of an input. */
type Read = (name: string) => bigint | string

/** What a row comes to where all that the result reads has a value: its integer, or the failed check. */
export type ExactOutcome = bigint | Check

/**
 * Runs a program over bigints, a row at a time: the path of the rows that doubles cannot hold. Gives
 * what each result comes to.
 */
export function exactRow({
  instructions,
  results,
}: Program): (read: Read) => readonly ExactOutcome[] {
  const registers: (bigint | boolean)[] = []
  const integer = (register: Register) => registers[register] as bigint
  const truth = (register: Register) => registers[register] as boolean

  const run = (instruction: Instruction, read: Read): bigint | boolean => {
    switch (instruction.op) {
      case 'column':
        return read(instruction.name) as bigint
      case 'literal':
        return instruction.value
      case 'sum':
        return integer(instruction.left) + integer(instruction.right)
      case 'difference':
        return integer(instruction.left) - integer(instruction.right)
      case 'product':
        return integer(instruction.left) * integer(instruction.right)
      case 'quotient':
        return exactQuotient(
          integer(instruction.left),
          integer(instruction.right),
          instruction.rounding,
        )
      case 'least': {
        const [left, right] = [integer(instruction.left), integer(instruction.right)]
        return right < left ? right : left
      }
      case 'greatest': {
        const [left, right] = [integer(instruction.left), integer(instruction.right)]
        return right > left ? right : left
      }
      case 'select':
        return integer(truth(instruction.condition) ? instruction.then : instruction.otherwise)
      case 'notLess':
        return integer(instruction.left) >= integer(instruction.right)
      case 'greater':
        return integer(instruction.left) > integer(instruction.right)
      case 'same':
        return integer(instruction.left) === integer(instruction.right)
      case 'category':
        return read(instruction.name) === instruction.value
      case 'and':
        return truth(instruction.left) && truth(instruction.right)
      case 'or':
        return truth(instruction.left) || truth(instruction.right)
      case 'negation':
        return !truth(instruction.of)
    }
  }

  return (read) => {
    instructions.forEach((instruction, register) => {
      registers[register] = run(instruction, read)
    })
    const fails = ({ divisor, guard }: Check) =>
      integer(divisor) === 0n && (guard === undefined || truth(guard))
    return results.map(({ register, checks }) => checks.find(fails) ?? integer(register))
  }
}

import type { BoundInput } from './bound-inputs.js'
import { isSafe } from './columns.js'
import { type FusedInstruction, fuse } from './fuse.js'
import type { Program, Register, Result } from './instructions.js'
import { markLow } from './load.js'
import { band, integerLoops, rise, select } from './loops.js'
import { operandsOf } from './operands.js'
import { registersOf } from './prune.js'
import { quotientLoop } from './quotient.js'
import { highestRefused } from './scope.js'
import { isCase, negation, truthLoops, zeroDivisors } from './truth-loops.js'

/** Rows in a block: so few that the registers in use stay in the fastest cache. */
export const blockRows = 512

/** An input that is read a block at a time. */
export type Loaded = Pick<BoundInput, 'name' | 'load'>

/** A program over doubles, a block of rows at a time. Its registers are its own and used again. */
export interface Blocks {
  /** Computes rows of a batch; `results` and `marks` then hold the block's rows from the front. */
  readonly run: (inputs: readonly Loaded[], from: number, rows: number) => void
  readonly results: readonly Float64Array[]
  /** 1 where the exact path must compute the row. */
  readonly marks: Uint8Array
}

type Loop = (rows: number) => void

/** The loops of a program, or `undefined` where a literal of it is beyond 2^53. */
export function blocksOf(
  program: Program,
  casesOf: (name: string) => readonly string[],
  size = blockRows,
): Blocks | undefined {
  const { instructions, results } = fuse(program)
  if (instructions.some((instruction) => !literalsOf(instruction).every(isSafe))) return undefined

  const marks = new Uint8Array(size)
  const filled = (value: number) => new Float64Array(size).fill(value)
  const [zeros, ones] = [filled(0), filled(1)]
  const columns = new Map(Object.keys(program.inputs).map((name) => [name, filled(0)]))
  const lastUse = new Map<Register, number>()
  instructions.forEach((instruction, i) => {
    for (const operand of operandsOf(instruction)) lastUse.set(operand, i)
  })
  for (const register of results.flatMap(registersOf)) lastUse.set(register, instructions.length)

  const arrays: Float64Array[] = []
  const array = (register: Register) => arrays[register] as Float64Array
  const free: Float64Array[] = []
  const steps: Loop[] = []
  instructions.forEach((instruction, i) => {
    if (instruction.op === 'column') arrays.push(columns.get(instruction.name) as Float64Array)
    else if (instruction.op === 'literal') arrays.push(filled(Number(instruction.value)))
    else {
      // An operand that nothing reads later gives its array to the result, since a row is read before
      // it is written. Tiers read their operand once more for each tier; literals are filled only once.
      const own = instruction.op === 'tiers' ? (free.pop() ?? filled(0)) : undefined
      for (const operand of new Set(operandsOf(instruction)))
        if (lastUse.get(operand) === i && instructions[operand]?.op !== 'literal')
          free.push(array(operand))
      arrays.push(own ?? free.pop() ?? filled(0))
      steps.push(loopOf(instruction, array(i)))
    }
  })
  for (const { divisor, guard } of results.flatMap(({ checks }) => checks)) {
    const [by, where] = [array(divisor), guard === undefined ? ones : array(guard)]
    steps.push((rows) => zeroDivisors(by, where, marks, rows))
  }
  for (const read of results.flatMap(({ reads }) => reads)) {
    if (!('result' in read) || read.above === undefined) continue
    const { register, scale } = results[read.result] as Result
    const bound = Number(highestRefused(read.above, scale))
    steps.push((rows) => markLow(array(register), bound, marks, rows))
  }

  return {
    marks,
    results: results.map(({ register }) => array(register)),
    run: (inputs, from, rows) => {
      marks.fill(0)
      for (const { name, load } of inputs)
        load(columns.get(name) as Float64Array, marks, from, rows)
      for (const step of steps) step(rows)
    },
  }

  function loopOf(
    instruction: Exclude<FusedInstruction, { op: 'column' | 'literal' }>,
    out: Float64Array,
  ): Loop {
    switch (instruction.op) {
      case 'sum':
      case 'difference':
      case 'product':
      case 'least':
      case 'greatest': {
        const loop = integerLoops[instruction.op]
        const [left, right] = [array(instruction.left), array(instruction.right)]
        return (rows) => loop(out, left, right, marks, rows)
      }
      case 'quotient': {
        const loop = quotientLoop(instruction.rounding)
        const [left, right] = [array(instruction.left), array(instruction.right)]
        return (rows) => loop(out, left, right, rows)
      }
      case 'select': {
        const [then, otherwise] = [array(instruction.then), array(instruction.otherwise)]
        const condition = array(instruction.condition)
        return (rows) => select(out, then, otherwise, condition, rows)
      }
      case 'band': {
        const [x, below] = [array(instruction.of), array(instruction.otherwise)]
        const edge = Float64Array.of(Number(instruction.bound), Number(instruction.value))
        return (rows) => band(out, x, below, edge, rows)
      }
      case 'tiers': {
        const x = array(instruction.of)
        const loops = instruction.rises.map(({ from, rate }, i): Loop => {
          const [tier, onto] = [Float64Array.of(Number(from), Number(rate)), i === 0 ? zeros : out]
          return (rows) => rise(out, x, onto, tier, marks, rows)
        })
        return (rows) => {
          for (const loop of loops) loop(rows)
        }
      }
      case 'notLess':
      case 'greater':
      case 'same':
      case 'and':
      case 'or': {
        const loop = truthLoops[instruction.op]
        const [left, right] = [array(instruction.left), array(instruction.right)]
        return (rows) => loop(out, left, right, rows)
      }
      case 'negation': {
        const of = array(instruction.of)
        return (rows) => negation(out, of, rows)
      }
      case 'category': {
        const cases = columns.get(instruction.name) as Float64Array
        const place = casesOf(instruction.name).indexOf(instruction.value)
        return (rows) => isCase(out, cases, place, rows)
      }
    }
  }
}

function literalsOf(instruction: FusedInstruction): readonly bigint[] {
  const parts = instruction.op === 'tiers' ? instruction.rises.flatMap(Object.values) : instruction
  return Object.values(parts).filter((part) => typeof part === 'bigint')
}

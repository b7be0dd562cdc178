import { remembered } from '../problem/remembered.js'
import { scaledDouble, textOfScaled } from '../quantity/internal.js'
import { blocksOf, type Loaded } from './blocks.js'
import { listedCases } from './compile.js'
import { valueIn } from './evaluate.js'
import type { CategoryInput, Formula, InputDeclaration, NumberInput } from './formula.js'
import { leave } from './loops.js'
import { lower } from './lower.js'
import { accepts, highestRefused } from './scope.js'

/** The texts of a row's inputs; others than those of the formula are not looked at. */
type Texts = Readonly<Record<string, string>>

/**
 * The value of a formula for one row, as `compile` computes it: where many people are paid, most of the
 * time of `evaluate` goes into decimals. What integers in doubles cannot hold, and what is wrong with
 * the row, `evaluate` tells.
 *
 * Throws a `PolicyError` as `evaluate` does.
 */
export function rowValue(formula: Formula, texts: Texts): string {
  return programs(formula)(texts) ?? valueIn(formula, ownOf(formula, texts))
}

function ownOf({ inputs }: Formula, texts: Texts): Texts {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, texts[name] as string]))
}

/** One row, and as many as a turn of a loop takes. */
const rows = 4

/** Formulas are frozen, and one pays many people. */
const programs = remembered((formula: Formula) => programOf(formula), new WeakMap())

function programOf(formula: Formula): (texts: Texts) => string | undefined {
  const program = lower(formula)
  const listed = listedCases(program)
  const blocks = blocksOf(program, (name) => listed.get(name) as readonly string[], rows)
  if (blocks === undefined) return () => undefined
  const { scale } = formula
  const result = blocks.results[0] as Float64Array
  let row: Texts = {}
  const inputs = Object.entries(program.inputs).map(([name, declared]) =>
    inputOf(name, declared, listed, () => row[name] as string),
  )
  return (texts) => {
    row = texts
    blocks.run(inputs, 0, 1)
    return blocks.marks[0] === 0 ? textOfScaled(result[0] as number, scale) : undefined
  }
}

/** An input that is loaded from the text of the row that is computed. */
function inputOf(
  name: string,
  declared: InputDeclaration,
  listed: ReturnType<typeof listedCases>,
  text: () => string,
): Loaded {
  const integerOf =
    declared.kind === 'number' ? numberOf(declared) : placeOf(declared, listed.get(name) ?? [])
  return {
    name,
    load: (register, marks) => {
      const integer = integerOf(text())
      if (Number.isNaN(integer)) leave(register, marks, 0)
      else register[0] = integer
    },
  }
}

function numberOf({ scale, above }: NumberInput): (text: string) => number {
  const bound =
    above === undefined ? Number.NEGATIVE_INFINITY : Number(highestRefused(above, scale))
  return (text) => {
    const integer = scaledDouble(text, scale)
    return integer > bound ? integer : Number.NaN
  }
}

/** The place of a text among the cases that are asked for; of another that is taken, one after them. */
function placeOf(declared: CategoryInput, cases: readonly string[]): (text: string) => number {
  return (text) => {
    const place = cases.indexOf(text)
    if (place !== -1) return place
    return accepts(declared, text) ? cases.length : Number.NaN
  }
}

import fc from 'fast-check'
import {
  atLeast,
  check,
  constant,
  type Expression,
  type InputDeclaration,
  input,
  type ProgramDefinition,
  round,
  type ValueType,
  when,
} from '../../formula/index.js'
import { type Rounding, roundings, type Unit } from '../../quantity/index.js'
import { expressions } from './expressions.js'

const names = ['base', 'bonus', 'share', 'extra', 'gross'] as const

/** A result that is there to be read. */
interface Earlier {
  readonly name: string
  readonly unit: Unit
  readonly scale: number
}

/** Results with more places or digits are not read: beyond, a chain gets too long for any check. */
const readable = { places: 8, digits: 90 }

const part = fc.record({
  expression: expressions(),
  rounding: fc.option(
    fc.record({
      places: fc.integer({ min: 0, max: 4 }),
      rounding: fc.constantFrom<Rounding>(...roundings),
    }),
  ),
  /** For each number that is read: which of the results that fit it becomes, if any. */
  links: fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 }),
  /** With how many places more results are read. */
  finer: fc.nat({ max: 2 }),
})
type Part = typeof part extends fc.Arbitrary<infer P> ? P : never

/**
 * Draws two to five formulas of which the later ones read the earlier ones wherever the units agree,
 * written down in any order: `program` accepts them. A row of inputs may still divide by zero, come to
 * a result that is not above the bound of its reader, or have a category that not all of them take;
 * {@link figuresOf} draws rows.
 *
 * @example
 * fc.assert(fc.property(programs(), (definition) => Object.keys(program(definition).results).length > 1))
 */
export function programs(): fc.Arbitrary<ProgramDefinition> {
  return fc
    .array(part, { minLength: 2, maxLength: names.length })
    .chain((parts) => fc.shuffledSubarray(linked(parts), { minLength: parts.length }))
    .map((results) => ({ results: Object.fromEntries(results) }))
}

function linked(parts: readonly Part[]): [name: string, Expression][] {
  const before: Earlier[] = []
  return parts.map(({ expression, rounding, links, finer }, i) => {
    const name = names[i] as string
    const read = before.map((result) => ({ ...result, scale: result.scale + finer }))
    const reading = readingResults(expression, read, links)
    const whole = rounding === null ? reading : round(reading, rounding)
    const { unit, scale, expression: root, types } = check(whole)
    const { digits } = types.get(root) as ValueType
    if (scale <= readable.places && digits <= readable.digits) before.push({ name, unit, scale })
    return [name, whole]
  })
}

/**
 * An expression with some of its inputs replaced by results of the same unit. One that fits none of
 * them asks for the latest in a condition, which may be of any unit.
 */
function readingResults(
  expression: Expression,
  results: readonly Earlier[],
  links: readonly number[],
): Expression {
  const { inputs, unit } = check(expression)
  const replaced = new Map<string, Expression>()
  for (const [i, [name, declared]] of Object.entries(inputs).entries()) {
    const result = resultFor(declared, results, links[i] as number)
    if (result !== undefined) replaced.set(name, read(result, declared))
  }
  const latest = results.at(-1)
  if (replaced.size === 0 && latest !== undefined)
    return when(atLeast(read(latest), constant('0', latest.unit)), expression, constant('1', unit))
  return JSON.parse(JSON.stringify(expression), (_, value) =>
    value?.op === 'input' ? (replaced.get(value.name) ?? value) : value,
  )
}

function read({ name, unit, scale }: Earlier, declared?: InputDeclaration): Expression {
  const above = declared?.kind === 'number' ? declared.above : undefined
  return input(name, unit, scale, undefined, above)
}

function resultFor(
  declared: InputDeclaration,
  results: readonly Earlier[],
  link: number,
): Earlier | undefined {
  const fitting = results.filter(({ unit }) => declared.kind === 'number' && declared.unit === unit)
  return fitting[link % (fitting.length + 1)]
}

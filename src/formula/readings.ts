import { at, type Problem } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import type { Formula, InputDeclaration, NumberInput, ValueType } from './formula.js'
import {
  coarserReader,
  declaredApart,
  otherUnit,
  readAsCategory,
  unknownRead,
} from './program-problems.js'

/** An input that a formula declares, and the first node that reads it. */
export interface Reading {
  readonly name: string
  readonly declared: InputDeclaration
  readonly path: string
}

/**
 * What is wrong where a formula reads a result; nothing is asked of a result that has problems of its
 * own, or that reads its reader.
 */
export function resultProblems(
  reader: string,
  { name, declared, path }: Reading,
  result: Formula | undefined,
): readonly Problem[] {
  if (declared.kind === 'category') return [readAsCategory(path, name)]
  if (result === undefined) return []
  const { unit, scale: places } = declared
  if (unit !== result.unit) return [otherUnit(at(path, 'unit'), name, unit, result.unit)]
  return places < result.scale
    ? [coarserReader(at(path, 'scale'), { name, reader, places, scale: result.scale })]
    : []
}

/** The digits of a result where it is read with so many places. */
export function digitsRead({ expression, types }: Formula, places: number): number {
  const { scale, digits } = types.get(expression) as ValueType
  return digits - scale + places
}

/** Collects what the formulas of a program read from outside, one declaration a name. */
export function outsideInputs(results: readonly string[], listed: readonly string[] | undefined) {
  const found = new Map<string, { readonly declared: InputDeclaration; readonly by: string }>()
  const given = new Set(listed)
  const problemsOf = (reader: string, { name, declared, path }: Reading): readonly Problem[] => {
    if (listed !== undefined && !given.has(name))
      return [unknownRead(path, name, [...results, ...listed])]
    const known = found.get(name) ?? { declared, by: reader }
    const both = joined(known.declared, declared)
    found.set(name, { ...known, ...(both && { declared: Object.freeze(both) }) })
    return both === undefined ? [declaredApart(path, name, known.by)] : []
  }
  const inputs = (): Readonly<Record<string, InputDeclaration>> =>
    Object.fromEntries([...found].map(([name, { declared }]) => [name, declared]))
  return { problemsOf, inputs }
}

/**
 * One declaration for two formulas: a number has one unit and one scale in both. Each has its own
 * bound, and takes its own cases of a category: what is declared for all is what any of them takes.
 */
function joined(known: InputDeclaration, next: InputDeclaration): InputDeclaration | undefined {
  if (known.kind === 'category' && next.kind === 'category') {
    const cases = [...new Set([...known.cases, ...next.cases])]
    return { ...next, ...known, cases, open: known.open || next.open }
  }
  if (known.kind === 'category' || next.kind === 'category') return undefined
  if (known.unit !== next.unit || known.scale !== next.scale) return undefined
  const { above: _, ...both } = { ...next, ...known }
  return { ...both, ...lower(known, next) }
}

/** The lower of two bounds; none where a number has none. */
function lower(known: NumberInput, next: NumberInput): Pick<NumberInput, 'above'> {
  const [a, b] = [known.above, next.above]
  if (a === undefined || b === undefined) return {}
  return { above: decimal(b).lessThan(a) ? b : a }
}

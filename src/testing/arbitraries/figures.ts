import fc from 'fast-check'
import type {
  Condition,
  Expression,
  Formula,
  FormulaProgram,
  InputDeclaration,
  ValueType,
} from '../../formula/index.js'
import { childrenOf } from '../../formula/index.js'
import { decimal, fromScaled, toScaled, type Unit } from '../../quantity/index.js'

/** A row of inputs of a formula or a program. */
export type Figures = Readonly<Record<string, string>>

/**
 * Draws rows of inputs that a formula accepts: amounts at the numbers that the formula itself names
 * (bounds of tiers, gates, caps), a smallest unit beside them, and anywhere up to twice the greatest.
 * They shrink towards zero and the first category. Of a program, each category is one that some
 * formula of it accepts.
 *
 * @example
 * fc.assert(fc.property(figuresOf(plan.formula), (row) => isDecimal(evaluate(plan.formula, row).value)))
 */
export function figuresOf(of: Formula | FormulaProgram): fc.Arbitrary<Figures> {
  return fc.record(inputsOf(of))
}

/** What {@link figuresOf} draws for each input. */
export function inputsOf(
  of: Formula | FormulaProgram,
): Readonly<Record<string, fc.Arbitrary<string>>> {
  const named = numbersIn('results' in of ? Object.values(of.results) : [of])
  const entries = Object.entries(of.inputs)
  return Object.fromEntries(entries.map(([name, declared]) => [name, inputOf(declared, named)]))
}

function inputOf(
  declared: InputDeclaration,
  named: ReadonlyMap<Unit, readonly string[]>,
): fc.Arbitrary<string> {
  if (declared.kind === 'category')
    return fc.constantFrom(...declared.cases, ...(declared.open ? ['any other'] : []))
  const { above, scale } = declared
  const amounts = amountsNear(named.get(declared.unit) ?? [], scale)
  if (above === undefined) return amounts
  const least = decimal(above).plus(`1e-${scale}`).toFixed(scale)
  return amounts.map((amount) => (decimal(amount).greaterThan(above) ? amount : least))
}

/** Amounts at the numbers named, a smallest unit beside them, and up to twice the greatest. */
export function amountsNear(numbers: readonly string[], scale: number): fc.Arbitrary<string> {
  const starts = numbers.map((each) => toScaled(decimal(each).toDecimalPlaces(scale), scale))
  const greatest = starts.reduce((a, b) => (b > a ? b : a), 100n * 10n ** BigInt(scale))
  const near = fc
    .tuple(fc.constantFrom(0n, ...starts), fc.constantFrom(0n, -1n, 1n))
    .map(([start, aside]) => start + aside)
    .map((amount) => (amount < 0n ? 0n : amount))
  return fc
    .oneof(
      { weight: 2, arbitrary: near },
      { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 2n * greatest }) },
    )
    .map((amount) => fromScaled(amount, scale))
}

/** The numbers that formulas compare with or hold to, by the unit of what they stand for. */
function numbersIn(formulas: readonly Formula[]): ReadonlyMap<Unit, readonly string[]> {
  const found = new Map<Unit, string[]>()
  const note = (unit: Unit, numbers: readonly (string | undefined)[]) => {
    const known = found.get(unit) ?? []
    found.set(unit, [...known, ...numbers.filter((each) => each !== undefined)])
  }
  const from = (bounds: readonly { readonly from?: string | undefined }[]) =>
    bounds.map((bound) => bound.from)
  const visit = (node: Expression | Condition, types: Formula['types']): void => {
    const unitOf = (part: Expression) => (types.get(part) as ValueType).unit
    if (node.op === 'constant') note(unitOf(node), [node.value])
    if (node.op === 'marginal') note(unitOf(node.x), from(node.tiers))
    if (node.op === 'step') note(unitOf(node.x), from(node.bands))
    if (node.op === 'interpolate')
      note(
        unitOf(node.x),
        node.points.map(({ at }) => at),
      )
    if (node.op === 'grid') {
      note(unitOf(node.row), from(node.rows))
      note(unitOf(node.column), from(node.columns))
    }
    for (const child of childrenOf(node)) visit(child, types)
  }
  for (const { expression, types } of formulas) visit(expression, types)
  return found
}

import fc from 'fast-check'
import type { Condition, Expression, NodeOf } from '../../formula/index.js'
import * as build from '../../formula/index.js'
import {
  fromScaled,
  productUnit,
  quotientUnit,
  type Rounding,
  roundings,
  type Unit,
} from '../../quantity/index.js'
import { type KnownUnit, knownUnits, numbers, usualOf } from './known-units.js'

const categories = ['east', "o'brien", '客服', 'op'] as const

function literalOf(unit: Unit): fc.Arbitrary<string> {
  const { most, places } = usualOf(unit)
  return fc.integer({ min: 0, max: places }).chain((scale) => {
    const max = most * 10 ** scale
    return fc
      .oneof(
        { weight: 3, arbitrary: fc.integer({ min: 0, max }) },
        { weight: 1, arbitrary: fc.integer({ min: -max, max }) },
      )
      .map((scaled) => fromScaled(BigInt(scaled), scale))
  })
}

/** Bounds in order, each once: at least `minLength`, at most three more than that. */
function ascending(unit: Unit, minLength: number): fc.Arbitrary<string[]> {
  return fc
    .uniqueArray(literalOf(unit), { minLength, maxLength: minLength + 3, selector: Number })
    .map((bounds) => bounds.sort((a, b) => Number(a) - Number(b)))
}

type Band = NodeOf<'step'>['bands'][number]

/** Bounds of bands that cover every number: the first open, any of the rest exclusive. */
function bandsOf(unit: Unit): fc.Arbitrary<Omit<Band, 'value'>[]> {
  return ascending(unit, 0).chain((bounds) =>
    fc
      .array(fc.boolean(), { minLength: bounds.length, maxLength: bounds.length })
      .map((exclusive) => [
        {},
        ...bounds.map((from, i) => ({ from, ...(exclusive[i] && { exclusive: true }) })),
      ]),
  )
}

const unitArbitrary = fc.constantFrom<KnownUnit>(...knownUnits)
const roundingRule = fc.record({
  places: fc.integer({ min: 0, max: 6 }),
  rounding: fc.constantFrom<Rounding>(...roundings),
})
const label = fc.constantFrom('Pay', { en: 'Base', 'zh-CN': '基数' }, '<b>*Bonus*</b>')
const key = fc.constantFrom(...categories)

function leaf(unit: KnownUnit): fc.Arbitrary<Expression> {
  const inputs = numbers.filter((input) => input.unit === unit)
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.constantFrom(...inputs) },
    { weight: 1, arbitrary: literalOf(unit).map((value) => build.constant(value, unit)) },
  )
}

const made = new Map<string, fc.Arbitrary<Expression>>()

/** Expressions of a unit, at most so many levels above their leaves; each arbitrary made once. */
function expressionOf(unit: KnownUnit, levels: number): fc.Arbitrary<Expression> {
  const id = `${unit} ${levels}`
  const known = made.get(id)
  if (known !== undefined) return known
  const next =
    levels === 0
      ? leaf(unit)
      : fc.oneof(
          { withCrossShrink: true },
          { weight: 4 - levels, arbitrary: leaf(unit) },
          ...composed(unit, levels - 1).map((arbitrary) => ({ weight: 1, arbitrary })),
        )
  made.set(id, next)
  return next
}

/** What a table looks up, most often an input itself, so that breakpoints are met. */
function lookedUp(unit: KnownUnit, levels: number): fc.Arbitrary<Expression> {
  return fc.oneof(
    { weight: 2, arbitrary: leaf(unit) },
    { weight: 1, arbitrary: expressionOf(unit, levels) },
  )
}

function composed(unit: KnownUnit, levels: number): fc.Arbitrary<Expression>[] {
  const same = expressionOf(unit, levels)
  const several = fc.array(same, { minLength: 1, maxLength: 3 })
  const literal = literalOf(unit)
  return [
    several.map((of) => build.add(...of)),
    several.map((of) => build.minimum(...of)),
    several.map((of) => build.maximum(...of)),
    fc.tuple(same, same).map(([left, right]) => build.subtract(left, right)),
    fc.tuple(same, roundingRule).map(([of, rule]) => build.round(of, rule)),
    fc.tuple(label, same).map(([text, of]) => build.named(text, of, '§1')),
    products(unit, levels),
    quotients(unit, levels),
    fc
      .tuple(conditionOf(levels), same, same)
      .map(([condition, then, otherwise]) => build.when(condition, then, otherwise)),
    fc.dictionary(key, same, { minKeys: 1 }).chain((cases) =>
      fc.oneof(
        same.map((otherwise) => build.match('region', cases, otherwise)),
        // Every closed match of one key lists one case in common: some text satisfies them all.
        same.map((shared) => build.match('grade', { ...cases, A: shared })),
      ),
    ),
    marginals(unit, levels),
    ...unitTables(unit, literal, levels),
  ]
}

/** The pairs of units that an operation makes this unit of. */
function pairsGiving(
  unit: KnownUnit,
  unitOf: (left: Unit, right: Unit) => Unit | undefined,
): readonly (readonly [KnownUnit, KnownUnit])[] {
  return knownUnits.flatMap((left) =>
    knownUnits
      .filter((right) => unitOf(left, right) === unit)
      .map((right) => [left, right] as const),
  )
}

function products(unit: KnownUnit, levels: number): fc.Arbitrary<Expression> {
  return fc
    .constantFrom(...pairsGiving(unit, productUnit))
    .chain(([left, right]) => fc.tuple(expressionOf(left, levels), expressionOf(right, levels)))
    .map(([left, right]) => build.multiply(left, right))
}

/** Quotients with and without a guard against a divisor of zero. */
function quotients(unit: KnownUnit, levels: number): fc.Arbitrary<Expression> {
  return fc.constantFrom(...pairsGiving(unit, quotientUnit)).chain(([dividend, divisor]) =>
    fc
      .tuple(
        expressionOf(dividend, levels),
        expressionOf(divisor, levels),
        roundingRule,
        literalOf(unit).map((value) => build.constant(value, unit)),
        fc.constantFrom('none', 'when', 'all'),
      )
      .map(([left, right, rule, otherwise, guard]) => {
        const quotient = build.divide(left, right, rule)
        const zero = build.constant('0', divisor)
        if (guard === 'none') return quotient
        if (guard === 'when') return build.when(build.equals(right, zero), otherwise, quotient)
        const both = build.all(build.above(right, zero), build.above(quotient, otherwise))
        return build.when(both, quotient, otherwise)
      }),
  )
}

function marginals(unit: KnownUnit, levels: number): fc.Arbitrary<Expression> {
  return fc.constantFrom(...pairsGiving(unit, productUnit)).chain(([x, rate]) =>
    fc
      .tuple(
        lookedUp(x, levels),
        ascending(x, 1),
        fc.boolean(),
        fc.array(literalOf(rate), exactly(5)),
      )
      .map(([of, bounds, open, rates]) =>
        build.marginal(
          of,
          [...(open ? [{}] : []), ...bounds.map((from) => ({ from }))].map((tier, i) => ({
            ...tier,
            rate: rates[i] as string,
          })),
          rate,
        ),
      ),
  )
}

/** The tables that give a unit, whatever the unit they look up. */
function unitTables(
  unit: KnownUnit,
  literal: fc.Arbitrary<string>,
  levels: number,
): fc.Arbitrary<Expression>[] {
  return [
    unitArbitrary.chain((of) =>
      fc
        .tuple(lookedUp(of, levels), bandsOf(of), fc.array(literal, exactly(4)))
        .map(([x, bounds, values]) =>
          build.step(
            x,
            bounds.map((bound, i) => ({ ...bound, value: values[i] as string })),
            unit,
          ),
        ),
    ),
    unitArbitrary.chain((of) =>
      fc
        .tuple(lookedUp(of, levels), ascending(of, 1), fc.array(literal, exactly(4)), roundingRule)
        .map(([x, starts, values, rule]) =>
          build.interpolate(
            x,
            starts.map((at, i) => ({ at, value: values[i] as string })),
            { ...rule, unit },
          ),
        ),
    ),
    fc.tuple(unitArbitrary, unitArbitrary).chain(([down, across]) =>
      fc
        .tuple(
          lookedUp(down, levels),
          lookedUp(across, levels),
          bandsOf(down),
          bandsOf(across),
          fc.array(fc.array(literal, exactly(4)), exactly(4)),
        )
        .map(([row, column, rows, columns, cells]) =>
          build.grid({
            row,
            column,
            rows,
            columns,
            values: rows.map((_, i) => (cells[i] as string[]).slice(0, columns.length)),
            unit,
          }),
        ),
    ),
  ]
}

const exactly = (length: number) => ({ minLength: length, maxLength: length })

function conditionOf(levels: number): fc.Arbitrary<Condition> {
  const comparison = unitArbitrary.chain((unit) => {
    const same = expressionOf(unit, levels)
    return fc
      .tuple(
        fc.constantFrom(build.atLeast, build.above, build.equals),
        lookedUp(unit, levels),
        same,
      )
      .map(([compare, left, right]) => compare(left, right))
  })
  if (levels === 0) return comparison
  const parts = fc.array(conditionOf(levels - 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: comparison },
    { weight: 1, arbitrary: parts.map((of) => build.all(...of)) },
    { weight: 1, arbitrary: parts.map((of) => build.any(...of)) },
    { weight: 1, arbitrary: conditionOf(levels - 1).map(build.not) },
  )
}

/**
 * Draws well-typed expressions of every unit and every kind of node, at most four levels deep: `check`
 * accepts them, though a row of inputs may still divide by zero. With {@link figuresOf} for the rows,
 * they try whatever reads any formula. They shrink towards a single input.
 *
 * @example
 * fc.assert(fc.property(expressions(), (expression) => check(expression).scale >= 0))
 */
export function expressions(): fc.Arbitrary<Expression> {
  return unitArbitrary.chain((unit) => expressionOf(unit, 3))
}

import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, inputDigits, isProblem, productUnit, quotientUnit, readDecimal, type Unit } from '../quantity/index.js'
import { declareInputs } from './declare.js'
import { type Algebra, fold } from './fold.js'
import { type Formula, formulaLimits, type ValueType } from './formula.js'
import { frozenCopy, sizeProblems } from './limits.js'
import type { Bound, Expression } from './nodes.js'
import {
  badPlaces,
  emptyList,
  gridShape,
  mixedUnits,
  noProduct,
  noQuotient,
  tooWide,
} from './problems.js'
import { boundProblems } from './tables.js'

/** `undefined` where the node already has a problem, so that one mistake is reported once. */
type Checked = ValueType | undefined

/**
 * Checks an expression before any data: units, scales, literals, the order of tables, input
 * declarations, size. Throws a `PolicyError` with every problem and the path of its node.
 *
 * @example
 * const formula = check(multiply(input('sales', money('CNY')), constant('0.015')))
 * formula.scale //=> 5
 */
export function check(expression: Expression): Formula {
  refuse(sizeProblems(expression))
  const copy = frozenCopy(expression)
  const problems: Problem[] = []
  const types = new Map<Expression, ValueType>()
  const type = fold(copy, checkAlgebra(problems, types))
  const inputs = declareInputs(copy, problems)
  refuse(problems)
  const { unit, scale } = type as ValueType
  return Object.freeze({ expression: copy, unit, scale, inputs, types })
}

function checkAlgebra(problems: Problem[], types: Map<Expression, ValueType>): Algebra<Checked, void> {
  const keep = (node: Expression, path: string, type: Checked): Checked => {
    if (type === undefined) return undefined
    if (type.digits > formulaLimits.digits) {
      problems.push(tooWide(path, type.digits, formulaLimits.digits))
      return undefined
    }
    types.set(node, type)
    return type
  }
  const literal = (value: string, path: string): Decimal | undefined => {
    const number = readDecimal(value, path)
    if (!isProblem(number)) return number
    problems.push(number)
    return undefined
  }
  const literals = (values: readonly string[], path: (i: number) => string): Sizes | undefined => {
    const numbers = values.map((value, i) => literal(value, path(i)))
    return numbers.includes(undefined) ? undefined : sizes(values)
  }
  const places = (value: number, path: string): boolean => {
    const fine = Number.isInteger(value) && value >= 0 && value <= formulaLimits.places
    if (!fine) problems.push(badPlaces(path, value, formulaLimits.places))
    return fine
  }
  const alike = (parts: readonly Checked[], path: string): ValueType | undefined => {
    if (parts.length === 0) problems.push(emptyList(at(path, 'of')))
    const [first, ...rest] = parts
    if (first === undefined || rest.includes(undefined)) return undefined
    const units = parts.map((part) => (part as ValueType).unit)
    if (units.some((unit) => unit !== first.unit)) {
      problems.push(mixedUnits(path, units))
      return undefined
    }
    return widest(parts as readonly ValueType[])
  }
  const bounds = (list: readonly Bound[], path: string, first: 'open' | 'any'): boolean => {
    const found = boundProblems(list, path, first)
    problems.push(...found)
    return found.length === 0
  }
  const compared = (
    { left, right }: { left: Checked; right: Checked },
    _node: unknown,
    path: string,
  ): void => {
    alike([left, right], path)
  }

  return {
    input: (_, node, path) =>
      places(node.scale, at(path, 'scale'))
        ? keep(node, path, { unit: node.unit, scale: node.scale, digits: inputDigits + node.scale })
        : undefined,
    constant: (_, node, path) => {
      const size = literals([node.value], () => at(path, 'value'))
      return keep(node, path, size && { unit: node.unit, ...size })
    },
    add: ({ of }, node, path) => keep(node, path, carried(alike(of, path), of.length)),
    subtract: ({ left, right }, node, path) =>
      keep(node, path, carried(alike([left, right], path), 2)),
    multiply: ({ of }, node, path) => {
      if (of.length === 0) problems.push(emptyList(at(path, 'of')))
      return keep(
        node,
        path,
        of.reduce((left, right, i) => {
          if (i === 0 || left === undefined || right === undefined) return i === 0 ? right : undefined
          const unit = productUnit(left.unit, right.unit)
          if (unit === undefined) problems.push(noProduct(path, left.unit, right.unit))
          return unit && product(unit, left, right)
        }, undefined),
      )
    },
    divide: ({ left, right }, node, path) => {
      if (!places(node.places, at(path, 'places')) || left === undefined || right === undefined)
        return undefined
      const unit = quotientUnit(left.unit, right.unit)
      if (unit === undefined) problems.push(noQuotient(path, left.unit, right.unit))
      const digits = left.digits - left.scale + right.scale + node.places + 1
      return keep(node, path, unit && { unit, scale: node.places, digits })
    },
    minimum: ({ of }, node, path) => keep(node, path, alike(of, path)),
    maximum: ({ of }, node, path) => keep(node, path, alike(of, path)),
    round: ({ of }, node, path) =>
      places(node.places, at(path, 'places'))
        ? keep(node, path, of && rescaled(of, node.places))
        : undefined,
    marginal: ({ x }, node, path) => {
      const ordered = bounds(node.tiers, at(path, 'tiers'), 'any')
      const rates = literals(
        node.tiers.map((tier) => tier.rate),
        (i) => at(at(at(path, 'tiers'), i), 'rate'),
      )
      if (x === undefined || rates === undefined || !ordered) return undefined
      const slice = widest([x, { unit: x.unit, ...sizes(froms(node.tiers)) }])
      const unit = productUnit(x.unit, node.rateUnit)
      if (unit === undefined) problems.push(noProduct(path, x.unit, node.rateUnit))
      const rate = { unit: node.rateUnit, ...rates }
      return keep(node, path, unit && carried(product(unit, slice, rate), node.tiers.length))
    },
    step: ({ x }, node, path) => {
      const ordered = bounds(node.bands, at(path, 'bands'), 'open')
      const size = literals(
        node.bands.map((band) => band.value),
        (i) => at(at(at(path, 'bands'), i), 'value'),
      )
      return x && ordered && size ? keep(node, path, { unit: node.unit, ...size }) : undefined
    },
    interpolate: ({ x }, node, path) => {
      const ordered = bounds(
        node.points.map((point) => ({ from: point.at })),
        at(path, 'points'),
        'any',
      )
      const size = literals(
        node.points.map((point) => point.value),
        (i) => at(at(at(path, 'points'), i), 'value'),
      )
      if (!places(node.places, at(path, 'places')) || !ordered) return undefined
      return keep(node, path, x && size && rescaled({ unit: node.unit, ...size }, node.places))
    },
    grid: ({ row, column }, node, path) => {
      const ordered = [
        bounds(node.rows, at(path, 'rows'), 'open'),
        bounds(node.columns, at(path, 'columns'), 'open'),
      ].every(Boolean)
      const shaped =
        node.values.length === node.rows.length &&
        node.values.every((values) => values.length === node.columns.length)
      if (!shaped)
        problems.push(gridShape(at(path, 'values'), node.rows.length, node.columns.length))
      const size = literals(node.values.flat(), (i) =>
        at(
          at(at(path, 'values'), Math.floor(i / node.columns.length)),
          i % node.columns.length,
        ),
      )
      return row && column && ordered && shaped && size
        ? keep(node, path, { unit: node.unit, ...size })
        : undefined
    },
    match: ({ cases, otherwise }, node, path) => {
      const branches = Object.values(cases)
      if (branches.length === 0) problems.push(emptyList(at(path, 'cases')))
      const all = 'otherwise' in node ? [...branches, otherwise] : branches
      return keep(node, path, all.length === 0 ? undefined : alike(all, path))
    },
    when: ({ then, otherwise }, node, path) => keep(node, path, alike([then, otherwise], path)),
    named: ({ of }, node, path) => keep(node, path, of),
    atLeast: compared,
    above: compared,
    equals: compared,
    all: ({ of }, _, path) => void (of.length === 0 && problems.push(emptyList(at(path, 'of')))),
    any: ({ of }, _, path) => void (of.length === 0 && problems.push(emptyList(at(path, 'of')))),
    not: () => {},
  }
}

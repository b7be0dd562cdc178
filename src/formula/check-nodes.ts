import { at, isName, type Problem } from '../problem/index.js'
import {
  isProblem,
  isUnit,
  productUnit,
  quotientUnit,
  readDecimal,
  type Unit,
} from '../quantity/index.js'
import { inputDigits, tooManyPlaces } from '../quantity/internal.js'
import type { collectInputs } from './declare.js'
import type { Algebra } from './fold.js'
import { type Formula, formulaLimits, type ValueType } from './formula.js'
import type { Expression } from './nodes.js'
import {
  badName,
  badPlaces,
  badUnit,
  emptyList,
  gridShape,
  mixedUnits,
  noProduct,
  noQuotient,
  tooWide,
} from './problems.js'
import { digitsRead } from './readings.js'
import { boundProblems, writtenBounds } from './tables.js'
import { product, rounded, sizeOf, summed, widest } from './value-type.js'

/** `undefined` where the node already has a problem, so that one mistake is reported once. */
type Checked = ValueType | undefined

/**
 * What each kind of node asks of its parts. Problems go into one list, types into a map by the node;
 * `results` are the formulas whose results an input of their name reads.
 */
export function checkAlgebra(
  problems: Problem[],
  types: Map<Expression, ValueType>,
  declare: ReturnType<typeof collectInputs>['declare'],
  results: ReadonlyMap<string, Formula>,
): Algebra<Checked, void> {
  const literals = (values: readonly string[], path: (i: number) => string) => {
    const found = values.map((value, i) => readDecimal(value, path(i))).filter(isProblem)
    problems.push(...found)
    return found.length === 0 ? sizeOf(values) : undefined
  }
  const entry = (path: string, list: string, field: string) => (i: number) =>
    at(at(at(path, list), i), field)
  const places = (value: number, path: string): boolean => {
    const fine = Number.isInteger(value) && value >= 0 && value <= formulaLimits.places
    if (!fine) problems.push(badPlaces(path, value, formulaLimits.places))
    return fine
  }
  const unit = (value: Unit, path: string): boolean => {
    const fine = isUnit(value)
    if (!fine) problems.push(badUnit(path, value))
    return fine
  }
  const name = (value: string, path: string): boolean => {
    const fine = isName(value)
    if (!fine) problems.push(badName(path, value))
    return fine
  }
  const bounds = (...table: Parameters<typeof boundProblems>): boolean => {
    const found = boundProblems(...table)
    problems.push(...found)
    return found.length === 0
  }
  const some = (list: readonly unknown[], path: string): boolean => {
    if (list.length === 0) problems.push(emptyList(path))
    return list.length > 0
  }
  /** Parts that must share a unit; their common type. */
  const alike = (parts: readonly Checked[], path: string): Checked => {
    const known = parts.filter((part) => part !== undefined)
    const [first, ...rest] = known
    if (first === undefined) return undefined
    const units = known.map((part) => part.unit)
    const same = units.every((unit) => unit === first.unit)
    if (!same) problems.push(mixedUnits(path, units))
    return same && known.length === parts.length ? widest(first, ...rest) : undefined
  }
  const unitOfProduct = (left: Unit, right: Unit, path: string): Unit | undefined => {
    const of = productUnit(left, right)
    if (of === undefined) problems.push(noProduct(path, left, right))
    return of
  }
  const times = (left: Checked, right: Checked, path: string): Checked => {
    if (left === undefined || right === undefined) return undefined
    const of = unitOfProduct(left.unit, right.unit, path)
    return of && product(of, left, right)
  }
  const keep = (node: Expression, path: string, type: Checked): Checked => {
    if (type === undefined) return undefined
    types.set(node, type)
    if (type.digits <= formulaLimits.digits) return type
    problems.push(tooWide(path, type.digits, formulaLimits.digits))
    return undefined
  }
  const list = (of: readonly Checked[], node: Expression, path: string): Checked =>
    some(of, at(path, 'of')) ? keep(node, path, alike(of, path)) : undefined
  const compared = (parts: { left: Checked; right: Checked }, _: unknown, path: string): void => {
    alike([parts.left, parts.right], path)
  }
  const combined = (_: unknown, node: { of: readonly unknown[] }, path: string): void => {
    some(node.of, at(path, 'of'))
  }

  return {
    input: (_, node, path) => {
      const fine = [
        name(node.name, at(path, 'name')),
        unit(node.unit, at(path, 'unit')),
        places(node.scale, at(path, 'scale')),
      ].every(Boolean)
      const { unit: of, scale, label, above } = node
      const size = above === undefined ? undefined : literals([above], () => at(path, 'above'))
      if (size !== undefined && size.scale > scale)
        problems.push(tooManyPlaces(at(path, 'above'), above as string, scale))
      if (!fine) return undefined
      const bound = size && { above: above as string }
      declare(
        node.name,
        { kind: 'number', unit: of, scale, ...(label && { label }), ...bound },
        path,
      )
      const result = results.get(node.name)
      const digits = result === undefined ? inputDigits + scale : digitsRead(result, scale)
      return keep(node, path, { unit: of, scale, digits })
    },
    constant: (_, node, path) => {
      const known = unit(node.unit, at(path, 'unit'))
      const size = literals([node.value], () => at(path, 'value'))
      return known && size ? keep(node, path, { unit: node.unit, ...size }) : undefined
    },
    add: ({ of }, node, path) => {
      const type = list(of, node, path)
      return type && keep(node, path, summed(type, of.length))
    },
    subtract: ({ left, right }, node, path) => {
      const type = alike([left, right], path)
      return type && keep(node, path, summed(type, 2))
    },
    multiply: ({ of }, node, path) =>
      some(of, at(path, 'of'))
        ? keep(
            node,
            path,
            of.reduce((left, right) => times(left, right, path)),
          )
        : undefined,
    divide: ({ left, right }, node, path) => {
      const fine = places(node.places, at(path, 'places'))
      if (!left || !right) return undefined
      const of = quotientUnit(left.unit, right.unit)
      if (of === undefined) problems.push(noQuotient(path, left.unit, right.unit))
      if (!fine || !of) return undefined
      const whole = left.digits - left.scale + right.scale
      return keep(node, path, rounded({ unit: of, scale: 0, digits: whole }, node.places))
    },
    minimum: ({ of }, node, path) => list(of, node, path),
    maximum: ({ of }, node, path) => list(of, node, path),
    round: ({ of }, node, path) =>
      places(node.places, at(path, 'places')) && of
        ? keep(node, path, rounded(of, node.places))
        : undefined,
    marginal: ({ x }, node, path) => {
      const ordered = bounds(node.tiers, at(path, 'tiers'), 'any')
      const known = unit(node.rateUnit, at(path, 'rateUnit'))
      const rates = literals(
        node.tiers.map((tier) => tier.rate),
        entry(path, 'tiers', 'rate'),
      )
      const of = x && known ? unitOfProduct(x.unit, node.rateUnit, path) : undefined
      if (!x || !ordered || !rates || !of) return undefined
      const slice = widest(x, { unit: x.unit, ...sizeOf(writtenBounds(node.tiers)) })
      return keep(node, path, summed(product(of, slice, rates), node.tiers.length))
    },
    step: ({ x }, node, path) => {
      const ordered = bounds(node.bands, at(path, 'bands'), 'open')
      const known = unit(node.unit, at(path, 'unit'))
      const size = literals(
        node.bands.map((band) => band.value),
        entry(path, 'bands', 'value'),
      )
      return x && ordered && known && size
        ? keep(node, path, { unit: node.unit, ...size })
        : undefined
    },
    interpolate: ({ x }, node, path) => {
      const starts = node.points.map((point) => ({ from: point.at }))
      const fine = [
        bounds(starts, at(path, 'points'), 'any', 'at'),
        unit(node.unit, at(path, 'unit')),
        places(node.places, at(path, 'places')),
      ].every(Boolean)
      const size = literals(
        node.points.map((point) => point.value),
        entry(path, 'points', 'value'),
      )
      return x && fine && size
        ? keep(node, path, rounded({ unit: node.unit, ...size }, node.places))
        : undefined
    },
    grid: ({ row, column }, node, path) => {
      const columns = node.columns.length
      const shaped =
        node.values.length === node.rows.length &&
        node.values.every((values) => values.length === columns)
      if (!shaped) problems.push(gridShape(at(path, 'values'), node.rows.length, columns))
      const fine = [
        bounds(node.rows, at(path, 'rows'), 'open'),
        bounds(node.columns, at(path, 'columns'), 'open'),
        unit(node.unit, at(path, 'unit')),
      ].every(Boolean)
      const cells = node.values.flatMap((values, i) =>
        values.map((_, j) => at(at(at(path, 'values'), i), j)),
      )
      const size = literals(node.values.flat(), (i) => cells[i] as string)
      return row && column && shaped && fine && size
        ? keep(node, path, { unit: node.unit, ...size })
        : undefined
    },
    match: ({ cases, otherwise }, node, path) => {
      const listed = Object.keys(cases)
      const open = node.otherwise !== undefined
      const parts = open ? [...Object.values(cases), otherwise] : Object.values(cases)
      const fine = [some(listed, at(path, 'cases')), name(node.key, at(path, 'key'))].every(Boolean)
      const type = alike(parts, path)
      if (!fine) return undefined
      const { label } = node
      declare(node.key, { kind: 'category', cases: listed, open, ...(label && { label }) }, path)
      return keep(node, path, type)
    },
    when: ({ then, otherwise }, node, path) => keep(node, path, alike([then, otherwise], path)),
    named: ({ of }, node, path) => keep(node, path, of),
    atLeast: compared,
    above: compared,
    equals: compared,
    all: combined,
    any: combined,
    not: () => {},
  }
}

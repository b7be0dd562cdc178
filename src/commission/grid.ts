import {
  atLeast,
  type Condition,
  constant,
  divide,
  type Expression,
  grid,
  maximum,
  minimum,
  multiply,
  type NodeOf,
  named,
  subtract,
  when,
} from '../formula/index.js'
import type { Unit } from '../quantity/index.js'
import { attainmentOf, factorRule } from './curves.js'
import type { OwnOr } from './own-schema.js'
import {
  between,
  chosen,
  lineOf,
  type OwnBound,
  pick,
  stepOf,
  type TableTypes,
  typesOf,
  whereRising,
} from './own-tables.js'
import { cellType, type NumberType, numberOf, partType } from './owns.js'
import { kpiInput, measureInput, quotaInput, typeAsked } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'
import type { PlanTiers } from './tiers-schema.js'

export type GridTiers = Extract<PlanTiers, { readonly kind: 'grid' }>

/** How the attainment of bands is rounded: down, so that no row is reached by rounding. */
const attainmentRule = { places: 12, rounding: 'floor' } as const

/** The cell of a grid by attainment and a KPI, or what lies between its cells: a rate, or an amount. */
export function gridCell(policy: PlanPolicy, tiers: GridTiers): Expression {
  return tiers.between === 'linear' ? betweenCells(policy, tiers) : cellOfBands(policy, tiers)
}

type Row = readonly OwnOr[]

interface At {
  readonly row: Expression
  readonly column: Expression
}

function cellOfBands(policy: PlanPolicy, tiers: GridTiers): Expression {
  const { rows, kpi, columns, rates } = tiers
  const types = typesOf(typeAsked(policy, { kpi }), cellType(policy, tiers))
  const attainment = named(
    { en: 'Attainment', 'zh-CN': '目标达成率' },
    divide(measureInput(policy), quotaInput(policy), attainmentRule),
  )
  const at = { row: attainment, column: kpiInput(policy, kpi) }
  const ofRow = (row: Row) =>
    stepOf(
      at.column,
      columns.map((bound, i) => ({ ...bound, value: row[i] as OwnOr })),
      types,
    )
  const cell = cellAt(at, { rows, columns, cells: rates }, types)
  return whereQuota(policy, inRisingGrid(cell, tiers, types), {
    reached: () => ofRow(rates.at(-1) as Row),
    missed: () => ofRow(rates[0] as Row),
  })
}

function inRisingGrid(
  cell: Expression,
  { rows, columns }: GridTiers,
  { x, unit }: Pick<TableTypes, 'x' | 'unit'>,
): Expression {
  return whereRising(whereRising(cell, unit, columns, x), unit, rows, partType)
}

interface Table {
  readonly rows: readonly OwnBound[]
  readonly columns: readonly OwnBound[]
  readonly cells: readonly Row[]
}

/** The cell of the bands that a row and a column fall in, of bounds that rise. */
function cellAt({ row, column }: At, table: Table, types: TableTypes): Expression {
  const { rows, columns, cells } = table
  const values = cells.map((list) => list.filter((cell) => typeof cell === 'string'))
  const [down, across] = [literalBounds(rows), literalBounds(columns)]
  const isLiteral =
    down.length === rows.length &&
    across.length === columns.length &&
    values.flat().length === cells.flat().length
  return isLiteral
    ? grid({ row, column, rows: down, columns: across, values, unit: types.unit })
    : chosen(
        row,
        rows,
        cells.map((list) => pick(column, columns, list, types)),
        partType,
      )
}

/**
 * What lies between the four cells around an attainment and a KPI: lines along the columns at both rows, and a
 * line from one to the other. It is one quotient of exact numbers, rounded once.
 */
function betweenCells(policy: PlanPolicy, tiers: GridTiers): Expression {
  const { rows, kpi, columns, rates } = tiers
  const [unit, places] = cellType(policy, tiers)
  const type = typeAsked(policy, { kpi })
  // What a KPI counts, such as days, multiplies no money: there the cells are bare until the end.
  const isBare = type[0] !== 'ratio' && unit !== 'ratio'
  const number = (cell: OwnOr) =>
    isBare ? bareNumber(cell, unit, places) : numberOf(cell, unit, places)
  const inUnit = (cell: Expression) => (isBare ? multiply(cell, constant('1', unit)) : cell)
  const column = kpiInput(policy, kpi)
  const across = segmentsOf(column, columns, type)
  const down = segmentsOf(attainmentOf(measureInput(policy), quotaInput(policy)), rows, partType)
  const heights = rates.map((cells) => cells.map(number))
  const cells = down.map((row, i) => {
    const around = heights.slice(i, i + 2)
    const along = across.map((each, j) => {
      const [atLow, atHigh] = around.map((list) =>
        lineTo(each, list.slice(j, j + 2) as [Expression, Expression]),
      ) as [Expression, Expression]
      return inUnit(
        divide(lineTo(row, [atLow, atHigh]), multiply(runOf(row), runOf(each)), factorRule),
      )
    })
    return chosenIn(across, along)
  })
  const ofRow = (row: Row) => {
    const points = columns.map(({ from }, i) => ({ at: from as OwnOr, value: row[i] as OwnOr }))
    return inUnit(
      lineOf(column, points, { x: type, unit: isBare ? 'ratio' : unit, number }, factorRule),
    )
  }
  const cell = chosenIn(down, cells)
  return whereQuota(policy, inRisingGrid(cell, tiers, { x: type, unit }), {
    reached: () => ofRow(rates.at(-1) as Row),
    missed: () => ofRow(rates[0] as Row),
  })
}

function bareNumber(cell: OwnOr, unit: Unit, places: number): Expression {
  if (typeof cell === 'string') return constant(cell)
  return divide(numberOf(cell, unit, places), constant('1', unit), { places, rounding: 'down' })
}

/** What lies between two rows, or two columns: what is read there, held at the ends of the table. */
interface Segment {
  readonly reached: Condition
  readonly x: Expression
  readonly ends: readonly [Expression, Expression]
}

function segmentsOf(
  read: Expression,
  bounds: readonly OwnBound[],
  type: NumberType,
): readonly Segment[] {
  const starts = bounds.map(({ from }) => numberOf(from as OwnOr, ...type))
  return starts.slice(1).map((to, i) => {
    const from = starts[i] as Expression
    const upTo = i + 2 === starts.length ? minimum(read, to) : read
    const x = i === 0 ? maximum(upTo, from) : upTo
    return { reached: atLeast(read, from), x, ends: [from, to] }
  })
}

/** What belongs to the last segment that is reached, and of none to the first. */
function chosenIn(segments: readonly Segment[], values: readonly Expression[]): Expression {
  return values.reduce((below, value, i) => when((segments[i] as Segment).reached, value, below))
}

function lineTo({ x, ends }: Segment, heights: readonly [Expression, Expression]): Expression {
  return between(x, ends, heights)
}

function runOf({ ends: [from, to] }: Segment): Expression {
  return subtract(to, from)
}

function literalBounds(bounds: readonly OwnBound[]): readonly Bound[] {
  return bounds.flatMap(({ from, ...bound }) =>
    typeof from === 'object' ? [] : [{ ...bound, ...(from !== undefined && { from }) }],
  )
}

type Bound = NodeOf<'grid'>['rows'][number]

import type { Formula } from '../../formula/index.js'
import { decimal, divideTo, type NumericInput } from '../../quantity/index.js'
import type { OwnOr } from '../own-schema.js'
import { ownsOf } from '../own-uses.js'
import { ownName } from '../owns.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { boundsIn, type PlacedBounds } from '../plan-tables.js'
import { type Figures, usualAmount, valueIn } from './usual.js'

/**
 * What a person's own numbers are held at: rates at a tenth, factors at one, amounts at what may well be
 * reached, bounds so that they rise, and cells so that more does not pay less.
 */
export function ownFigures(policy: PlanPolicy, { inputs }: Formula, given: Figures): Figures {
  const usual = usualAmount(policy)
  const figures: Record<string, NumericInput> = { ...given }
  for (const table of boundsIn(policy)) holdRising(table, figures, usual)
  if (policy.tiers.kind === 'grid') holdCells(policy.tiers.rates, figures)
  for (const { own, type, role } of ownsOf(policy)) {
    const value = type[0] !== 'ratio' ? usual : role === 'factor' ? '1' : '0.1'
    figures[ownName(own)] ??= value
  }
  return Object.fromEntries(
    Object.entries(figures).filter(
      ([name]) => Object.hasOwn(inputs, name) || Object.hasOwn(given, name),
    ),
  )
}

/** Each bound of a person between those beside it, evenly where several follow each other. */
function holdRising(
  { bounds, type: [unit, places] }: PlacedBounds,
  figures: Record<string, NumericInput>,
  usual: string,
): void {
  const stride = decimal(unit === 'ratio' ? '1' : usual)
  const written = bounds.flatMap(({ from }) => (from === undefined ? [] : [from]))
  const heldAt = (from: OwnOr | undefined) => {
    const known = typeof from === 'string' || (from && Object.hasOwn(figures, ownName(from)))
    return known ? decimal(valueIn(from, figures)) : undefined
  }
  written.forEach((from, i) => {
    if (heldAt(from) !== undefined || typeof from === 'string') return
    const later = written.slice(i).map(heldAt)
    const open = later.findIndex((value) => value !== undefined)
    const high = later[open]
    const before = heldAt(written[i - 1])
    if (high === undefined) {
      figures[ownName(from)] = (before ?? decimal('0')).plus(stride).toFixed()
      return
    }
    const low = before ?? (high.greaterThan(0) ? decimal('0') : high.minus(stride))
    const gap = divideTo(high.minus(low), decimal(String(open + 1)), places, 'floor')
    figures[ownName(from)] = low.plus(gap).toFixed()
  })
}

/** Each cell of a person at the most of those above it and before it. */
function holdCells(
  rates: readonly (readonly OwnOr[])[],
  figures: Record<string, NumericInput>,
): void {
  const most = (cells: readonly OwnOr[]) =>
    cells.reduce<string>((high, cell) => {
      const held = typeof cell === 'string' || Object.hasOwn(figures, ownName(cell))
      const value = held ? valueIn(cell, figures) : '0'
      return decimal(value).greaterThan(high) ? value : high
    }, '0')
  rates.forEach((row, i) => {
    row.forEach((cell, j) => {
      if (typeof cell === 'string') return
      const before = rates.slice(0, i + 1).flatMap((list) => list.slice(0, j + 1))
      figures[ownName(cell)] ??= most(before)
    })
  })
}

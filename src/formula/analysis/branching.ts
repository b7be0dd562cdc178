import { at } from '../../problem/index.js'
import type { Fraction } from '../../quantity/internal.js'
import type { Bound, Expression, NodeOf } from '../nodes.js'
import { bandStarts, bandsOf, type InBand } from './bands.js'
import type { ChoiceLog } from './choices.js'
import { greatest, least, readFraction } from './fraction.js'
import { holdsPoint, type Interval, overlaid } from './interval.js'
import type { Chosen, Operand } from './lesser.js'
import {
  boundedPart,
  type Cause,
  constantOf,
  constantPart,
  either,
  hasNoValue,
  type Part,
  unique,
} from './part.js'
import { type Bent, bend, tierSegments } from './polyline.js'
import { atPoint, type Decision, type Piecewise } from './varying.js'
import type { Work } from './work.js'

/** The nodes that take one of several ways. Each tells the log which way it takes where. */

type On = Piecewise['on']

/** The least or greatest of several. */
export function extremeOn(
  of: readonly Piecewise[],
  choose: (operands: readonly Operand[], step: Fraction) => readonly Chosen[],
  op: Expression['op'],
  path: string,
  step: Fraction,
  work: Work,
): On {
  const branches = pathsOf(of, at(path, 'of'))
  const varies = of.some((part) => part.varies)
  return (interval, log) => {
    if (varies) log.offer(path, op, branches)
    const operands = of.map((part) => ({ parts: part.on(interval, log), valueAt: atPoint(part) }))
    // Each operand is laid over all those before it.
    let before = 0
    for (const { parts } of operands) {
      before += parts.length
      work.spend(before, path)
    }
    return choose(operands, step).map(({ part, holds, possible }) => {
      logWay(log, branches, part.interval, holds, possible)
      return part
    })
  }
}

/** What tiers pay for each part of an amount. */
export function marginalOn(
  x: Piecewise,
  { op, tiers }: NodeOf<'marginal'>,
  path: string,
  step: Fraction,
  work: Work,
): On {
  const segments = tierSegments(tiers)
  const unpaid = segments.length - tiers.length
  const branches = pathsOf(tiers, at(path, 'tiers'))
  return (interval, log) => {
    if (x.varies) log.offer(path, op, branches)
    const parts = x.on(interval, log)
    work.spend(bentCost(parts, segments.length), path)
    const bent = parts.flatMap((part) =>
      bend(part, segments, step, atPoint(x), (count) => work.keep(count, path)),
    )
    for (const { part, segment } of bent)
      if (segment !== undefined && segment >= unpaid)
        log.take(branches[segment - unpaid] as string, part.interval)
    // Every tier below one that is reached pays too: the part that reaches the highest tells of all.
    const told = bent.filter(({ part }) => holdsPoint(part.interval, step))
    const highest = told.reduce<Bent | undefined>(
      (most, next) => (most === undefined || lastOf(next) > lastOf(most) ? next : most),
      undefined,
    )
    if (highest !== undefined)
      for (const branch of branches.slice(0, lastOf(highest) - unpaid + 1))
        log.allow(branch, highest.part.interval)
    return bent.map(({ part }) => part)
  }
}

const lastOf = ({ reached }: Bent): number => reached.at(-1) as number

/** What it costs to bend parts: each that varies is cut wherever it may meet a segment. */
export function bentCost(parts: readonly Part[], segments: number): number {
  return parts.filter((part) => constantOf(part) === undefined).length * segments
}

/** The value of the band that a number falls in. */
export function stepOn(
  x: Piecewise,
  { op, bands }: NodeOf<'step'>,
  path: string,
  step: Fraction,
  work: Work,
): On {
  const values = bands.map(({ value }) => readFraction(value))
  const banded = bandedBy(x, bands, op, at(path, 'bands'), step, work)
  return (interval, log) =>
    banded(interval, log).map((found) =>
      tabled(
        found.interval,
        values.slice(found.lowest, found.highest + 1),
        found.part.causes,
        path,
      ),
    )
}

/** The value of a two-way table. */
export function gridOn(
  row: Piecewise,
  column: Piecewise,
  { op, rows, columns, values }: NodeOf<'grid'>,
  path: string,
  step: Fraction,
  work: Work,
): On {
  const inRow = bandedBy(row, rows, op, at(path, 'rows'), step, work)
  const inColumn = bandedBy(column, columns, op, at(path, 'columns'), step, work)
  return (interval, log) => {
    const inRows = inRow(interval, log)
    const inColumns = inColumn(interval, log)
    return overlaid(inRows, inColumns).map((shared) => {
      const [ofRow, ofColumn] = shared.of
      const found = values
        .slice(ofRow.lowest, ofRow.highest + 1)
        .flatMap((list) => list.slice(ofColumn.lowest, ofColumn.highest + 1))
      const causes = [...ofRow.part.causes, ...ofColumn.part.causes]
      return tabled(shared.interval, found.map(readFraction), causes, path)
    })
  }
}

/** The branch that a condition takes. */
export function whenOn(
  condition: Decision,
  then: Piecewise,
  otherwise: Piecewise,
  path: string,
  step: Fraction,
): On {
  const branches = [at(path, 'then'), at(path, 'otherwise')]
  return (interval, log) => {
    if (condition.varies) log.offer(path, 'when', branches)
    return condition.on(interval, log).flatMap(({ interval, holds, causes }) => {
      const way = holds === undefined ? undefined : Number(!holds)
      logWay(log, branches, interval, way, way === undefined ? [0, 1] : [])
      if (way !== undefined) return (way === 0 ? then : otherwise).on(interval, log)
      return overlaid(then.on(interval, log), otherwise.on(interval, log)).map((shared) =>
        either(shared.interval, shared.of, causes, step),
      )
    })
  }
}

function pathsOf(list: readonly unknown[], path: string): readonly string[] {
  return list.map((_, i) => at(path, i))
}

function logWay(
  log: ChoiceLog,
  branches: readonly string[],
  interval: Interval,
  way: number | undefined,
  possible: readonly number[],
): void {
  if (way !== undefined) log.take(branches[way] as string, interval)
  for (const i of possible) if (i !== way) log.allow(branches[i] as string, interval)
}

/** In which bands a number falls, and the log told so. */
function bandedBy(
  x: Piecewise,
  bounds: readonly Bound[],
  op: Expression['op'],
  path: string,
  step: Fraction,
  work: Work,
): (interval: Interval, log: ChoiceLog) => readonly InBand[] {
  const branches = pathsOf(bounds, path)
  const starts = bandStarts(bounds)
  return (interval, log) => {
    if (x.varies) log.offer(path, op, branches)
    const parts = x.on(interval, log)
    work.spend(bentCost(parts, starts.length), path)
    const found = bandsOf(parts, starts, step, atPoint(x), (count) => work.keep(count, path))
    for (const { interval, lowest, highest } of found) {
      const possible = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i)
      logWay(log, branches, interval, lowest === highest ? lowest : undefined, possible)
    }
    return found
  }
}

/** The value of a table's entry; bounds where several are possible. */
function tabled(
  interval: Interval,
  values: readonly Fraction[],
  causes: readonly Cause[],
  path: string,
): Part {
  const [first, ...rest] = values as [Fraction, ...Fraction[]]
  if (rest.length === 0 && !hasNoValue(causes)) return constantPart(interval, first)
  const bounds = { low: least(first, ...rest), high: greatest(first, ...rest) }
  return boundedPart(interval, bounds, 'mixed', unique([...causes, { code: 'undecided', path }]))
}

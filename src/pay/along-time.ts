import { canonicalJson } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { alikeIn, failedThrough } from './alike.js'
import type { LinkedComponent } from './book.js'
import type { ComponentSource, Each, Over } from './component.js'
import type { Holder } from './data-index.js'
import { periodsIn, windowOf } from './windows.js'
import { type Failed, isFailed, numberOf, type PayRow, type Work, type Worked } from './work.js'

/** What was read of one period. */
export interface OfPeriod {
  readonly index: number
  readonly value: Decimal
}

/** The values of a component of one owner in a window of a reader, in the order of their periods. */
export function alongTime(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  holder: Holder,
  over: Over,
): readonly OfPeriod[] | Failed {
  if (over === 'period' && target.rhythm === row.component.rhythm)
    return listed(row.index, sameRow(work, row, target, holder))
  // Whoever reads a component reads whole periods, also from a stretch or a record.
  return within(work, row, target, over, (index) => {
    const own = index === row.index && target.rhythm === row.component.rhythm
    return own ? sameRow(work, row, target, holder) : work.over(target, holder, index)
  })
}

/** What a component came to for the records that are like the row's, in each period of a window. */
export function alikeAlongTime(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  holder: Holder,
  { over = 'period' }: ComponentSource,
  same: readonly string[],
): readonly OfPeriod[] | Failed {
  return within(work, row, target, over, alikeIn(work, row, target, holder, same))
}

/** A value of each period of a window, in their order; of an earlier value the nearest alone. */
function within(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  over: Over,
  read: (index: number) => Decimal | Failed | undefined,
): readonly OfPeriod[] | Failed {
  const timeline = work.timeline(target)
  const found: OfPeriod[] = []
  const window = windowOf(work, row, over, { days: row.period })
  if ('problems' in window) return window
  const indexes = periodsIn(timeline, window, timeline.indexOf(work.begin))
  for (const index of over === 'before' ? [...indexes].reverse() : indexes) {
    const one = listed(index, read(index))
    if (isFailed(one)) return one
    found.push(...one)
    if (over === 'before' && found.length > 0) break
  }
  return found
}

/** A value that there is, by its period. */
export function listed(
  index: number,
  value: Decimal | Failed | undefined,
): readonly OfPeriod[] | Failed {
  if (value === undefined) return []
  return isFailed(value) ? value : [{ index, value }]
}

/** The value of the reader's own period: of the same record where both are worked out for each of the same. */
function sameRow(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  holder: Holder,
): Decimal | Failed | undefined {
  const result = work.result(target, holder, row.index)
  if (result === undefined) return undefined
  if (isFailed(result)) return failedThrough(target, holder, result)
  if (row.records === undefined || !sameEach(row, target)) return numberOf(result)
  const part = partsByRecord(result).get(row.records.name)
  return part === undefined ? undefined : decimal(part.amount)
}

/** The parts of a result by what their records have in common; as many rows may ask for them. */
const partsByRecord = remembered(
  ({ parts }: Worked) => new Map(parts.map((part) => [part.record, part])),
  new WeakMap(),
)

/** Whether a component is worked out for each of the same as a row. */
export function sameEach({ version }: PayRow, target: LinkedComponent): boolean {
  const own = version.component.each
  if (typeof own !== 'object') return false
  const text = textOf(own)
  return target.versions.some(
    ({ component: { each } }) => typeof each === 'object' && textOf(each) === text,
  )
}

/** What rows are of, as a text to compare. */
const textOf = remembered((each: Exclude<Each, 'stretch'>) => canonicalJson(each), new WeakMap())

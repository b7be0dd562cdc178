import type { IsoDate, Span } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { shortestText } from '../quantity/internal.js'
import { asSettled } from './alike.js'
import type { LinkedComponent, PayBook } from './book.js'
import type { DataIndex, Holder } from './data-index.js'
import { entitled } from './entitle.js'
import { evidenceKept } from './evidence.js'
import { noFingerprint } from './fingerprint.js'
import { baselineOf, type Horizon, horizonOf, type Reopened, type Runs } from './horizon.js'
import { madeOnce } from './keyed.js'
import { type Ledger, readAs, recordedOf } from './ledger.js'
import { livesOnce } from './lives.js'
import { peopledGroups, wholeRow } from './rows.js'
import { countedTable, type Table } from './tables.js'
import type { Timeline } from './timeline.js'
import { isTouched, touchedFrom } from './touched.js'
import { type Failed, isFailed, type Lists, numberOf, type Result, type Work } from './work.js'

/** What every horizon of one run has in common. */
export interface Sheet {
  readonly book: PayBook
  readonly index: DataIndex
  readonly runs: Runs
  readonly ledger: Ledger
  /** What the lines of the payments of some days come to. */
  readonly due: (component: LinkedComponent, holder: Holder, days: Span) => Decimal | Failed
  /** What was known of earlier days when the first run was made. */
  readonly baseline: () => SheetWork
}

/** The work of a horizon, and by which period news reaches an owner that is closed. */
export interface SheetWork extends Work {
  /** The period of the runs in which one of a component falls due. */
  readonly positionOf: (component: LinkedComponent, period: number) => number
  /** The earliest closed period of a component that news of an open day reaches. */
  readonly touchedFrom: (component: LinkedComponent) => number | undefined
  readonly isTouched: (component: LinkedComponent, holder: Holder, period: number) => boolean
}

/** The horizons of one run: of each number of open periods, and of keys that stayed open. */
export type Horizons = (retro: number, reopened?: Reopened) => SheetWork

/** Works out numbers by any horizon, each once. */
export function horizonsOf(sheet: Sheet): Horizons {
  const works = new Map<string, SheetWork>()
  const workFor: Horizons = (retro, reopened) => {
    const key = `${retro} ${reopened?.period ?? ''} ${reopened?.asOf ?? ''}`
    const known = works.get(key)
    if (known !== undefined) return known
    const made = workOf(sheet, horizonOf(sheet.runs, retro, reopened), {
      own: (own) => (own === retro ? undefined : workFor(own, reopened)),
      reopened: (period) => workFor(retro, { period, asOf: sheet.runs.asOf }),
    })
    works.set(key, made)
    return made
  }
  return workFor
}

/** What was known when the first run was made: of one horizon, since all of its days are closed. */
export function baselineWork(sheet: Sheet): SheetWork {
  return workOf(sheet, baselineOf(sheet.runs))
}

/** Other horizons of the same run. */
interface Others {
  /** That of a component with so many open periods of its own, where it is another. */
  readonly own: (retro: number) => SheetWork | undefined
  /** That in which a key of a period is open still. */
  readonly reopened: (period: number) => SheetWork
}

function workOf(sheet: Sheet, horizon: Horizon, others?: Others): SheetWork {
  const { book, index, runs, ledger } = sheet
  const shared = new Map<string, unknown>()
  const once = <T>(key: string, make: () => T): T => {
    if (!shared.has(key)) shared.set(key, make())
    return shared.get(key) as T
  }
  const rows = madeOnce((component, holder, period) => wholeRow(work, component, holder, period))
  const results = madeOnce((component, holder, period) =>
    resultOf(work, ledger, component, holder, period),
  )
  const lists = madeOnce((): Lists => ({ own: new Map(), selected: new Map() }))
  const tables = remembered((name: string) =>
    countedTable((index.tables.get(name) as () => Table)(), horizon, runs.asOf),
  )
  const own = ({ retro }: LinkedComponent) => (retro === undefined ? undefined : others?.own(retro))
  const timeline = ({ rhythm }: LinkedComponent) => index.timelines.get(rhythm) as Timeline
  const positionOf = (component: LinkedComponent, period: number) =>
    runs.timeline.indexOf(timeline(component).at(period).to)

  const work: SheetWork = {
    book,
    index,
    horizon,
    firstOpen: horizon.firstOpen,
    current: runs.current,
    begin: beginOf(sheet),
    once,
    timeline,
    positionOf,
    due: sheet.due,
    settled: ledger.of,
    table: tables,
    lives: livesOnce({ index, horizon }),
    lists: (component, holder) => lists(component, holder, 0),
    row: (component, holder, period) => (own(component)?.row ?? rows)(component, holder, period),
    result: (component, holder, period) =>
      (own(component)?.result ?? results)(component, holder, period),
    touchedFrom: (component) => touchedFrom(work, component),
    isTouched: (component, holder, position) => isTouched(work, component, holder, position),
    over: (component, holder, period) => {
      const apart = own(component)
      if (apart !== undefined) return apart.over(component, holder, period)
      const position = positionOf(component, period)
      const settled = ledger.of(component, holder, period)
      const recorded = recordedOf(settled)
      if (position < runs.first) {
        const early = beforeFirst(work, sheet.baseline(), component, holder, period)
        return early === undefined || isFailed(early) ? early : readAs(settled, early)
      }
      // What was paid is what it was: a balance follows from it, and not from what should have been.
      if (component.cash && position < runs.current) return recorded
      const live = horizon.isOpen(position) || work.isTouched(component, holder, position)
      if (!live && recorded !== undefined) return recorded
      const by = !live && settled?.withheld === true ? (others as Others).reopened(position) : work
      const result = by.result(component, holder, period)
      return result === undefined || isFailed(result) ? result : numberOf(result)
    },
    rowsOver: (component, holder, period) => {
      const apart = own(component)
      if (apart !== undefined) return apart.rowsOver(component, holder, period)
      const position = positionOf(component, period)
      const settled = ledger.of(component, holder, period)
      const live =
        position < runs.first ||
        horizon.isOpen(position) ||
        work.isTouched(component, holder, position)
      if (live) return work.result(component, holder, period)
      if (settled?.withheld === true)
        return (others as Others).reopened(position).result(component, holder, period)
      return asSettled(work, { component, holder, index: period }, settled)
    },
    owners: (component, period) =>
      once(`owners ${component.name} ${period}`, () => ownersOf(work, component, period)),
  }
  return work
}

/**
 * A number of a period before the first run: what it was brought along with, else what it was known to
 * come to when that was made; and what news changed in it since. Cash begins with the first run.
 */
export function beforeFirst(
  work: SheetWork,
  baseline: SheetWork,
  component: LinkedComponent,
  holder: Holder,
  period: number,
): Decimal | Failed | undefined {
  const settled = work.settled(component, holder, period)
  const touched =
    work !== baseline &&
    (settled?.withheld === true ||
      work.isTouched(component, holder, work.positionOf(component, period)))
  const recorded = recordedOf(settled)
  if (component.cash || (recorded !== undefined && !touched)) return recorded
  const then = baseline.result(component, holder, period)
  const now = touched ? work.result(component, holder, period) : then
  if (isFailed(now)) return now
  if (settled?.brought === undefined) return now && numberOf(now)
  if (isFailed(then)) return then
  return decimal(settled.brought)
    .plus(now?.text ?? '0')
    .minus(then?.text ?? '0')
}

/** A row's number: of a component whose first value stands, that; else what it comes to. */
function resultOf(
  work: Work,
  ledger: Ledger,
  component: LinkedComponent,
  holder: Holder,
  period: number,
): Result {
  const stands = component.retro === 0 ? ledger.of(component, holder, period) : undefined
  if (stands?.value !== undefined)
    return {
      text: shortestText(stands.value),
      parts: [],
      rows: [],
      fingerprint: noFingerprint,
      evidence: evidenceKept(stands),
    }
  const row = work.row(component, holder, period)
  return row === undefined || isFailed(row) ? row : entitled(work, row)
}

/** The first day of anybody's employment, or of a period of which something was brought along. */
function beginOf({ index, runs, ledger, book }: Sheet): IsoDate {
  const days = [...book.components.values()].flatMap((component) =>
    ledger
      .keys(component)
      .filter(({ settled }) => settled.why !== undefined)
      .map(
        ({ index: period }) => (index.timelines.get(component.rhythm) as Timeline).at(period).from,
      ),
  )
  return [index.begin, runs.timeline.at(runs.first).from, ...days].sort()[0] as IsoDate
}

/** All owners of a component that have a row in a period. */
function ownersOf(work: Work, component: LinkedComponent, period: number): readonly Holder[] {
  const { index } = work
  const holders = candidates(work, component, period)
  return holders.filter((holder) => work.row(component, holder, period) !== undefined)

  function candidates(of: Work, { of: scope, rhythm }: LinkedComponent, at: number) {
    if (scope === 'person') return index.everybody
    if (scope === 'assignment') return [...index.posts.values()].flat()
    if (scope === 'company') return [index.company]
    const told = index.toldGroups(scope.by)
    const values = new Set([...peopledGroups(of, scope.by, rhythm, at), ...told])
    return [...values].sort().map((value) => index.group(scope.by, value))
  }
}

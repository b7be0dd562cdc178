import {
  type Basis,
  type IsoDate,
  monthsBetween,
  monthsOfService,
  type Period,
  type Span,
} from '../calendar/index.js'
import { daysCounted, overlap, partsOf, tally, writtenDays } from '../calendar/internal.js'
import { remembered } from '../problem/remembered.js'
import { absencesAtOnce } from './absences-at-once.js'
import { textOn } from './attribute.js'
import type { CalendarSource, DaysSource, ServiceSource } from './component.js'
import { dayOf } from './day.js'
import { allDays } from './horizon.js'
import { windowOf } from './windows.js'
import type { Failed, PayRow, Work } from './work.js'

/** Days as a basis counts them, of the row or of a window; `undefined` where no basis is named. */
export function countedDays(
  work: Work,
  row: PayRow,
  source: DaysSource,
): string | Failed | undefined {
  const { count, over = 'period' } = source
  const basis = basisOf(work, row, source)
  if (basis === undefined) return undefined
  const counting = { work, row, basis, kinds: source.kinds }
  if (over !== 'period') {
    const window = windowOf(work, row, over)
    if ('problems' in window) return window
    if (window.to < window.from) return '0'
    const spans = work
      .lives(row.component, row.holder)
      .flatMap((living) => overlap(window, living) ?? [])
    if (count === 'whole') return writtenDays(tallied(counting, [window]).inPeriod)
    const { absent, paid } = tallied(counting, spans)
    return writtenDays(count === 'absent' ? absent : paid)
  }
  if (count === 'present') return writtenDays(tallied(counting, row.spans).paid)
  if (count === 'absent') {
    const kinds = source.kinds ?? []
    return (
      absencesAtOnce(work, row, kinds, countedIn(basis)) ??
      writtenDays(tallied(counting, row.spans).absent)
    )
  }
  const runs = row.stretches ?? [row.whole]
  const paid = runs.map((spans) => tallied(counting, spans).paid)
  const { numerators, denominator } = partsIn(basis)(row.period)(paid.join(' '))
  if (count === 'whole') return denominator
  return numerators[row.stretches?.indexOf(row.spans) ?? 0]
}

/** The parts of a period as texts; most people are paid for the same days of it. */
const partsIn = remembered(
  (basis: Basis) =>
    remembered(
      (period: Period) =>
        remembered((paid: string) => {
          const { numerators, denominator } = partsOf(
            { period, basis },
            paid.split(' ').map(Number),
          )
          return {
            numerators: numerators.map((each) => each.toFixed()),
            denominator: denominator.toFixed(),
          }
        }),
      new WeakMap(),
    ),
  new WeakMap(),
)

interface Counting {
  readonly work: Work
  readonly row: PayRow
  readonly basis: Basis
  readonly kinds: readonly string[] | undefined
}

/** Counts the days of some spans, and the absences of each day as they were known. */
function tallied(counting: Counting, spans: readonly Span[]): Tally {
  const { work, row, basis } = counting
  const { person } = row.holder
  const isAway = work.horizon.pieces.some(
    ({ cutoff }) => person !== undefined && person.knownBy(cutoff).absences.length > 0,
  )
  return isAway ? tallyOf(counting, spans) : present(work)(basis)(spans)
}

type Tally = ReturnType<typeof tallyOf>

/** Those of somebody who is never away: many have the same spans. */
const present = remembered(
  (work: Work) =>
    remembered(
      (basis: Basis) =>
        remembered(
          (spans: readonly Span[]): Tally => tallyOf({ work, basis, kinds: [] }, spans),
          new WeakMap(),
        ),
      new WeakMap(),
    ),
  new WeakMap(),
)

function tallyOf(
  { work, row, basis, kinds }: Omit<Counting, 'row'> & Partial<Counting>,
  spans: readonly Span[],
) {
  const sums = { inPeriod: 0, absent: 0, paid: 0 }
  for (const span of spans)
    for (const piece of work.horizon.pieces) {
      const days = overlap(span, piece)
      if (days === undefined) continue
      const known = row?.holder.person?.knownBy(piece.cutoff).absences ?? []
      const absences = known.filter(({ kind }) => kinds === undefined || kinds.includes(kind))
      if (absences.length === 0) {
        const counted = countedIn(basis)(days)
        sums.inPeriod += counted
        sums.paid += counted
        continue
      }
      const { inPeriod, absent, paid } = tally(
        { period: days, employment: allDays, absences, basis },
        days,
      )
      sums.inPeriod += inPeriod
      sums.absent += absent
      sums.paid += paid
    }
  return sums
}

const calendarDays: Basis = { basis: 'calendar-days' }

/** Counts the days of spans by a basis of a book; most people have the same spans. */
const countedIn = remembered((basis: Basis) => {
  const counts = remembered((key: string) => {
    const [from, to] = key.split(' ') as [IsoDate, IsoDate]
    return daysCounted({ from, to }, basis)
  })
  return ({ from, to }: Span) => counts(`${from} ${to}`)
}, new WeakMap())

/** The basis of a source: one of the book's, that of the owner on the row's last day, or calendar days. */
function basisOf(work: Work, row: PayRow, { basis }: DaysSource): Basis | undefined {
  if (basis === undefined) return calendarDays
  const last = (row.stretches?.at(-1)?.at(-1) ?? row).to
  const name = typeof basis === 'string' ? basis : textOn(work, row.holder, basis.attribute, last)
  return name === undefined ? undefined : work.book.definition.basis?.[name]
}

/** Full months or years of service, never below none; `undefined` where there is no day to count from. */
export function service(work: Work, row: PayRow, source: ServiceSource): string | undefined {
  const { count, since, full } = source
  const [first, last] = [dayOf(work, row, since), lastDayOf(work, row, source)]
  if (first === undefined || last === undefined) return undefined
  const months = (full === 'day' ? monthsBetween : monthsOfService)(first, last)
  return String(Math.max(0, count === 'months' ? months : Math.floor(months / 12)))
}

/** The day until which a source counts. */
export function lastDayOf(
  work: Work,
  row: PayRow,
  { until }: Pick<ServiceSource, 'until'>,
): IsoDate | undefined {
  if (until === undefined) return row.to
  if (typeof until === 'object' && 'end' in until) return (row.whole.at(-1) ?? row).to
  return dayOf(work, row, until)
}

/** Which month or quarter of its year the row's last day lies in: the place of its period among the year's. */
export function placeInYear(work: Work, row: PayRow, { count }: CalendarSource): string {
  const month = work.timeline(row.component).monthOf(row.to)
  return String(count === 'month' ? month : Math.ceil(month / 3))
}

import type { Span } from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import { formatQuantity } from '../quantity/index.js'
import type { DaysSource, ServiceSource, Source } from './component.js'
import type { PersonAbsence } from './data.js'
import { dayOf } from './day.js'
import { countedDays, lastDayOf } from './days.js'
import { kindsCalled } from './explain-labels.js'
import { firstOf, type Telling } from './explain-telling.js'
import { allDays } from './horizon.js'
import { type Window, windowOf } from './windows.js'
import type { PayRow, Work } from './work.js'

/** The days of a window as they are told: those from the beginning of all without their first. */
export function daysIn({ from, to }: Span): { readonly from?: string; readonly to: string } {
  return from === allDays.from ? { to } : { from, to }
}

/** What days, months or years were counted, and which absences. */
export function tellTime(
  telling: Telling,
  work: Work,
  row: PayRow,
  source: Extract<Source, { readonly from: 'time' }>,
): readonly string[] {
  const { say } = telling
  switch (source.count) {
    case 'month':
    case 'quarter':
      return [say.inYear[source.count](row.to)]
    case 'months':
    case 'years':
      return tellService(telling, work, row, source)
    case 'present':
    case 'absent':
    case 'part':
    case 'whole':
      return tellDays(telling, work, row, source)
  }
}

function tellService(
  { say }: Telling,
  work: Work,
  row: PayRow,
  source: ServiceSource,
): readonly string[] {
  const { count, since, full } = source
  const [first, last] = [dayOf(work, row, since), lastDayOf(work, row, source)] as [string, string]
  return [say.service[count](first, last), ...(full === 'day' ? [say.onItsDay] : [])]
}

function tellDays(
  telling: Telling,
  work: Work,
  row: PayRow,
  source: DaysSource,
): readonly string[] {
  const { say, locale } = telling
  const { count, basis, kinds, over = 'period' } = source
  const own = over === 'period'
  const window = own ? row.period : (windowOf(work, row, over) as Window)
  const lives = own ? row.spans : work.lives(row.component, row.holder)
  const within = lives.flatMap((living) => overlap(window, living) ?? [])
  const spans = count === 'whole' ? [window] : within
  const days = say.list(spans.map((span) => say.days(daysIn(span))))
  const written = (of: DaysSource['count']) =>
    formatQuantity(
      countedDays(work, row, { ...source, count: of }) as string,
      'duration:day',
      locale,
    )
  return [
    say.counted[count](days),
    ...(count !== 'whole' && own ? [say.outOf(written(count), written('whole'))] : []),
    ...(basis === undefined
      ? []
      : [say.basis(typeof basis === 'string' ? basis : basis.attribute)]),
    ...(kinds === undefined ? [] : [say.kinds(kinds.map(kindsCalled(work, telling.locale)))]),
    ...(count === 'whole'
      ? []
      : firstOf(telling, tellAbsences(telling, work, row, source, within))),
  ]
}

/** The absences of some days, as each day knew them, each once. */
function tellAbsences(
  { say, locale }: Telling,
  work: Work,
  { holder }: PayRow,
  { kinds }: DaysSource,
  spans: readonly Span[],
): readonly string[] {
  const found = new Map<string, PersonAbsence>()
  for (const span of spans)
    for (const piece of work.horizon.pieces) {
      const days = overlap(span, piece)
      if (days === undefined) continue
      for (const absence of holder.person?.knownBy(piece.cutoff).absences ?? [])
        if (overlap(days, absence) !== undefined && kinds?.includes(absence.kind) !== false)
          found.set(absence.id, absence)
    }
  const called = kindsCalled(work, locale)
  return [...found.values()].map((absence) =>
    say.away(called(absence.kind), say.days(absence), absence.part),
  )
}

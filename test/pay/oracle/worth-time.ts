import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { DaysSource, Over } from '../../../src/pay/component.js'
import { decimal } from '../../../src/quantity/index.js'
import { daysOf, indexOf, lastDayOf, monthAt, visible } from './known.js'
import { personOf } from './worth-people.js'
import { fail, once, type RowOf, sum } from './worth-row.js'

export function daysCounted({ known, owner, month, days }: RowOf, source: DaysSource): string {
  if (source.basis !== undefined || source.over !== undefined)
    throw new Error('the oracle knows calendar days of the period')
  if (source.count === 'whole') return String(daysOf(month).length)
  const { id, absences = [] } = personOf(known, (owner as { person: string }).person)
  const away = (day: IsoDate) => {
    const by = known.cutoff(day)
    const told = once(known, `absences ${id} ${by}`, () =>
      visible(absences, { key: (absence) => absence.id, own: ({ from }) => from, by }),
    )
    const there = told.filter(({ from, to }) => from <= day && day <= to)
    const counted = there.filter(({ kind }) => source.kinds?.includes(kind) ?? true)
    const kinds = new Set(there.map(({ kind }) => kind))
    const isOver = sum(there.map((absence) => absence.part ?? '1')).gt(1)
    if (source.count === 'absent' && source.kinds && counted.length > 0 && kinds.size > 1 && isOver)
      fail('a day away of several kinds counts more than once')
    const part = sum(counted.map((absence) => absence.part ?? '1'))
    return part.gt(1) ? decimal('1') : part
  }
  const absent = days.reduce((all, day) => all.plus(away(day)), decimal('0'))
  return (source.count === 'absent' ? absent : decimal(String(days.length)).minus(absent)).toFixed()
}

/** The first and the last day of a window, seen from a month. */
export function windowOf(month: string, over: Over = 'period'): readonly [IsoDate, IsoDate] {
  const at = indexOf(month)
  const between = (from: string, to: number): readonly [IsoDate, IsoDate] => [
    from,
    lastDayOf(monthAt(to)),
  ]
  if (over === 'period') return between(`${month}-01`, at)
  if (over === 'before') throw new Error('a balance has no window')
  if ('ago' in over) {
    const { ago } = over
    return typeof ago === 'number'
      ? between(`${monthAt(at - ago)}-01`, at - ago)
      : [addDays(`${month}-01`, -ago.days), addDays(lastDayOf(month), -ago.days)]
  }
  const last = over.through === 'before' ? at - 1 : at
  if ('last' in over) return between(`${monthAt(last - over.last + 1)}-01`, last)
  if (over.since === 'ever') return between('0000-01-01', last)
  if (over.since === 'year') return between(`${month.slice(0, 4)}-01-01`, last)
  throw new Error('the oracle knows windows of the year')
}

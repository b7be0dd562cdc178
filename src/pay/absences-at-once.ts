import { addDays, type Span } from '../calendar/index.js'
import { covers, overlap } from '../calendar/internal.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { PersonAbsence } from './data.js'
import { nameOf } from './data-index.js'
import type { Failed, PayRow, Work } from './work.js'

/**
 * Why days away of some kinds cannot be told: absences of several kinds, one of them counted, that take more
 * than all of a day, so that it would be paid twice. `counts` says how many days of a span are counted.
 */
export function absencesAtOnce(
  work: Work,
  { holder, spans }: Pick<PayRow, 'holder' | 'spans'>,
  kinds: readonly string[],
  counts: (span: Span) => number,
): Failed | undefined {
  for (const span of spans)
    for (const piece of work.horizon.pieces) {
      const days = overlap(span, piece)
      const known = holder.person?.knownBy(piece.cutoff).absences ?? []
      if (days === undefined || known.length < 2) continue
      for (const { from } of known) {
        const first = from < days.from ? days.from : from
        const away = known.filter((each) => covers(each, first))
        const names = [...new Set(away.map(({ kind }) => kind))]
        if (names.length < 2 || !names.some((name) => kinds.includes(name))) continue
        if (!partsOf(away).greaterThan(1)) continue
        const to = away.reduce((last, each) => (each.to < last ? each.to : last), days.to)
        const day = firstCounted({ from: first, to }, counts)
        if (day === undefined) continue
        return {
          problems: [
            payProblem('absences-at-once', '', { owner: nameOf(holder), day, kinds: names }),
          ],
        }
      }
    }
  return undefined
}

function partsOf(absences: readonly PersonAbsence[]): Decimal {
  return absences.reduce((sum, { part = '1' }) => sum.plus(part), decimal('0'))
}

function firstCounted({ from, to }: Span, counts: (span: Span) => number): string | undefined {
  let day = from
  while (day <= to && counts({ from: day, to: day }) === 0) day = addDays(day, 1)
  return day <= to ? day : undefined
}

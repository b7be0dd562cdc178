import { addDays, compareDates, type IsoDate, type Span } from '../calendar/index.js'
import { spanProblems } from '../calendar/internal.js'
import { refuse, repeatedIds } from '../problem/index.js'
import type { Career } from './career-schema.js'
import { type Eligibility, nextMoves } from './eligibility.js'
import type { CareerFramework } from './framework-schema.js'
import type { PromotionRounds } from './rounds-schema.js'

/** One round of promotion: the day it takes effect, and the last day whose evidence counts. */
export interface PromotionRound {
  readonly on: IsoDate
  readonly evidenceBy: IsoDate
}

/** One person before one move in one round. */
export interface Candidacy extends Eligibility {
  readonly person: string
  readonly position: string
}

/** Who may be proposed in a round, and who not yet, by what is missing. */
export interface RoundCandidates extends PromotionRound {
  readonly eligible: readonly Candidacy[]
  readonly notYet: readonly Candidacy[]
}

/**
 * The rounds of promotion that take effect within a span, both ends included, in order.
 *
 * Throws a `PolicyError` for dates that are none, and a span that ends before it starts.
 *
 * @example
 * roundsIn(parsePromotionRounds({ months: [4, 10], day: 1, evidenceDays: 31 }), parsePeriod('2026')) //=> [{ on: '2026-04-01', evidenceBy: '2026-03-01' }, { on: '2026-10-01', evidenceBy: '2026-08-31' }]
 */
export function roundsIn(
  { months, day, evidenceDays }: PromotionRounds,
  { from, to }: Span,
): readonly PromotionRound[] {
  refuse(spanProblems({ from, to }, 'span'))
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return years
    .flatMap((year) =>
      [...new Set(months)].map(
        (month) => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`,
      ),
    )
    .filter((on) => compareDates(on, from) >= 0 && compareDates(on, to) <= 0)
    .toSorted(compareDates)
    .map((on) => ({ on, evidenceBy: addDays(on, -evidenceDays) }))
}

/**
 * Who may be proposed in each round, as known today: months served are counted up to the last day of
 * evidence, and what will have expired by then no longer counts. Everybody stands in every round once
 * for each move that leads on; people in the order of their ids.
 *
 * Throws a `PolicyError` for two careers of one id.
 *
 * @example
 * promotionCalendar(framework, [career], rounds)[1]?.eligible.map(({ person }) => person) //=> ['lin']
 */
export function promotionCalendar(
  framework: CareerFramework,
  careers: readonly Career[],
  rounds: readonly PromotionRound[],
): readonly RoundCandidates[] {
  refuse(repeatedIds('careers', careers, 'id'))
  const people = careers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return rounds.map((round) => {
    const all = people.flatMap((career) =>
      nextMoves(framework, career, round.evidenceBy).map((each) => ({
        person: career.id,
        position: career.position,
        ...each,
      })),
    )
    return {
      ...round,
      eligible: all.filter(({ eligible }) => eligible),
      notYet: all.filter(({ eligible }) => !eligible),
    }
  })
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

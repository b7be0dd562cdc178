import { addDays, addMonths, compareDates, type IsoDate } from '../calendar/index.js'
import type { Career } from './career-schema.js'
import type { CareerFramework, Move, Training } from './framework-schema.js'
import type { Gap } from './gap.js'
import { after, certificateSkill, gapOf, type Skills, skillsNeeded } from './skills.js'
import { certificatesOn, levelsOn } from './standing.js'
import { bestPlan, type TrainingPlan } from './training-plan.js'

/** One move of a way, and when it comes. */
export interface DatedMove {
  readonly to: string
  readonly on: IsoDate
  /** The trainings to follow for it, in order. */
  readonly trainings: readonly string[]
  /** What it needs that will have expired by then. */
  readonly renew: readonly Expiry[]
}

/** The day on which a competency's assessment or a certificate ceases to count. */
export interface Expiry {
  readonly kind: 'competency' | 'certificate'
  readonly id: string
  readonly expires: IsoDate
}

/** The days on which the moves of a route come, with the trainings of a plan before each. */
export function dateMoves(
  framework: CareerFramework,
  career: Career,
  {
    route,
    plan,
    gap,
    on,
  }: {
    readonly route: readonly Move[]
    readonly plan: TrainingPlan
    readonly gap: Gap
    readonly on: IsoDate
  },
): readonly DatedMove[] {
  const expiries = expiriesOn(framework, career, on)
  let [skills, trained, since] = [gap.have, on, career.since]
  let open = plan.trainings
  return route.map(({ to, needs }) => {
    const { trainings } = bestPlan(open, skills, stillOpen(gap.teachable, needs, skills), 'days')
    open = open.filter((training) => !trainings.includes(training))
    for (const training of trainings) {
      trained = addDays(trained, training.days)
      skills = after(skills, training)
      renewed(expiries, framework, training, trained)
    }
    const days = [trained, ...waits(career, needs, since), since].toSorted(compareDates)
    since = days.at(-1) as IsoDate
    return {
      to,
      on: since,
      trainings: trainings.map(({ id }) => id),
      renew: [...skillsNeeded(needs).keys()].flatMap((skill) => {
        const expiry = expiries.get(skill)
        return expiry !== undefined && compareDates(expiry.expires, since) <= 0 ? [expiry] : []
      }),
    }
  })
}

/** The part of a move's needs that trainings are to bring, and have not yet. */
function stillOpen(teachable: Skills, needs: Move['needs'], skills: Skills): Skills {
  const needed = [...skillsNeeded(needs)].filter(([skill]) => teachable.has(skill))
  return gapOf(new Map(needed), skills)
}

function waits(career: Career, needs: Move['needs'], since: IsoDate): readonly IsoDate[] {
  const { monthsInPosition, monthsOfService } = needs
  return [
    ...(monthsInPosition === undefined ? [] : [addMonths(since, monthsInPosition)]),
    ...(monthsOfService === undefined ? [] : [addMonths(career.hired, monthsOfService)]),
  ]
}

/** When what counts on a day ceases to, by skill. */
function expiriesOn(framework: CareerFramework, career: Career, on: IsoDate): Map<string, Expiry> {
  const levels = levelsOn(framework, career, on).flatMap(({ competency, expired, expires }) =>
    expired || expires === undefined
      ? []
      : [{ kind: 'competency', id: competency, expires } as const],
  )
  const held = [...certificatesOn(career, on)].flatMap(([id, expires]) =>
    expires === undefined ? [] : [{ kind: 'certificate', id, expires } as const],
  )
  return new Map([...levels, ...held].map((expiry) => [skillOf(expiry), expiry]))
}

/** Lets what a training brings count anew from the day on which it ends. */
function renewed(
  expiries: Map<string, Expiry>,
  { competencies }: CareerFramework,
  { teaches }: Training,
  ended: IsoDate,
): void {
  for (const { id, validMonths } of competencies) {
    if (!teaches.some(({ competency }) => competency === id)) continue
    if (validMonths === undefined) expiries.delete(id)
    else expiries.set(id, { kind: 'competency', id, expires: addMonths(ended, validMonths) })
  }
}

function skillOf({ kind, id }: Pick<Expiry, 'kind' | 'id'>): string {
  return kind === 'certificate' ? certificateSkill(id) : id
}

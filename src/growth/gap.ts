import type { IsoDate } from '../calendar/index.js'
import type { Career } from './career-schema.js'
import { type Condition, conditionsOf } from './eligibility.js'
import type { CareerFramework, Move } from './framework-schema.js'
import { certificateSkill, gapOf, highest, reachable, type Skills, skillsNeeded } from './skills.js'
import { certificatesOn, levelsOn } from './standing.js'

/** What a person has, and what the moves of a route need beyond it. */
export interface Gap {
  readonly have: Skills
  /** What trainings can bring. */
  readonly teachable: Skills
  /** What no training brings far enough. */
  readonly beyond: Skills
}

/** The gap to all that the moves of a route need, each skill at the highest level asked for. */
export function gapAlong(
  framework: CareerFramework,
  career: Career,
  route: readonly Move[],
  on: IsoDate,
): Gap {
  const have: Skills = new Map([
    ...levelsOn(framework, career, on).map(({ competency, level }) => [competency, level] as const),
    ...[...certificatesOn(career, on).keys()].map((id) => [certificateSkill(id), 1] as const),
  ])
  const needed = highest(route.map(({ needs }) => skillsNeeded(needs)))
  const beyond = gapOf(needed, reachable(have, framework.trainings ?? []))
  const teachable = new Map([...gapOf(needed, have)].filter(([skill]) => !beyond.has(skill)))
  return { have, teachable, beyond }
}

/** The conditions along a route that neither waiting nor training meets, each once. */
export function toEarn(
  framework: CareerFramework,
  career: Career,
  { route, gap, on }: { readonly route: readonly Move[]; readonly gap: Gap; readonly on: IsoDate },
): readonly Condition[] {
  const found = route
    .flatMap(({ needs }) => conditionsOf(framework, career, needs, on))
    .filter(({ kind, id = '', met }) => {
      if (met) return false
      if (kind === 'competency') return gap.beyond.has(id)
      if (kind === 'certificate') return gap.beyond.has(certificateSkill(id))
      return kind === 'ratings'
    })
  return [...new Map(found.map((each) => [each.text.en, each])).values()]
}

import type { IsoDate } from '../calendar/index.js'
import { decimal } from '../quantity/index.js'
import type { Career } from './career-schema.js'
import type { CareerFramework, Training } from './framework-schema.js'
import { gapAlong } from './gap.js'
import { certificateSkill, type Skills } from './skills.js'
import { waysTo } from './ways.js'

/** How much of the gap to a goal one training closes by itself. */
export interface Suggestion {
  readonly training: string
  /** Levels of competencies, and certificates, that it brings and the goal needs. */
  readonly closes: number
  /** The same, missing in all, as far as trainings can bring it. */
  readonly of: number
  readonly cost: string
  readonly days: number
  /** Whether the person may follow it now; where not, other trainings come first. */
  readonly ready: boolean
}

/**
 * The trainings that close a part of the gap to a position, the one that closes most first; of equal
 * ones the cheaper, then the shorter, then by name. The gap is that of the cheapest way there, each
 * competency at the highest level that a move of it needs. A training closes the levels from where it
 * begins, or where the person is, up to what is needed.
 *
 * Throws a `PolicyError` as {@link waysTo} does.
 *
 * @example
 * suggestTrainings(framework, career, { goal: 'team-lead', on: '2026-03-01' })[0]?.training //=> 'coaching-day'
 */
export function suggestTrainings(
  framework: CareerFramework,
  career: Career,
  { goal, on }: { readonly goal: string; readonly on: IsoDate },
): readonly Suggestion[] {
  const { positions } = waysTo(framework, career, { goal, on }).cheapest
  const route = framework.moves.filter(({ from, to }) => {
    const i = positions.indexOf(from)
    return i >= 0 && positions[i + 1] === to
  })
  const { have, teachable } = gapAlong(framework, career, route, on)
  const level = (skill: string) => have.get(skill) ?? 0
  const of = [...teachable].reduce((sum, [skill, needed]) => sum + needed - level(skill), 0)
  return (framework.trainings ?? [])
    .map((training) => ({
      training: training.id,
      closes: closedBy(training, have, teachable),
      of,
      cost: training.cost,
      days: training.days,
      ready: training.teaches.every(({ competency, from }) => level(competency) >= from),
    }))
    .filter(({ closes }) => closes > 0)
    .sort(
      (a, b) =>
        b.closes - a.closes ||
        decimal(a.cost).comparedTo(b.cost) ||
        a.days - b.days ||
        (a.training < b.training ? -1 : 1),
    )
}

function closedBy({ teaches, grants = [] }: Training, have: Skills, gap: Skills): number {
  const levels = teaches.map(({ competency, from, to }) => {
    const begins = Math.max(from, have.get(competency) as number)
    return Math.max(0, Math.min(to, gap.get(competency) ?? 0) - begins)
  })
  const granted = grants.filter((id) => gap.has(certificateSkill(id))).length
  return levels.reduce((sum, closed) => sum + closed, granted)
}

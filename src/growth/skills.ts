import type { Needs, Training } from './framework-schema.js'

/** How far each skill has come: competencies by level, certificates 1 where held. What a person has
 * holds every competency of the framework. */
export type Skills = ReadonlyMap<string, number>

/** The name of a certificate among skills; no competency has it, for names hold no space. */
export function certificateSkill(id: string): string {
  return `certificate ${id}`
}

/** What a move needs, as skills. */
export function skillsNeeded({ competencies = {}, certificates = [] }: Needs): Skills {
  return new Map([
    ...Object.entries(competencies),
    ...certificates.map((id) => [certificateSkill(id), 1] as const),
  ])
}

/** The higher of each skill. */
export function highest(all: readonly Skills[]): Skills {
  const found = new Map<string, number>()
  for (const skills of all)
    for (const [skill, level] of skills) found.set(skill, Math.max(level, found.get(skill) ?? 0))
  return found
}

/** What the skills lack of what is needed. */
export function gapOf(needed: Skills, have: Skills): Skills {
  return new Map([...needed].filter(([skill, level]) => level > (have.get(skill) ?? 0)))
}

/** The levels and certificates that a training leads to. */
export function taughtBy({ teaches, grants = [] }: Training): Skills {
  return new Map([
    ...teaches.map(({ competency, to }) => [competency, to] as const),
    ...grants.map((id) => [certificateSkill(id), 1] as const),
  ])
}

/** The skills after a training; the same ones where it cannot be followed yet or teaches nothing new. */
export function after(skills: Skills, training: Training): Skills {
  const isReady = training.teaches.every(
    ({ competency, from }) => (skills.get(competency) as number) >= from,
  )
  const taught = taughtBy(training)
  return isReady && gapOf(taught, skills).size > 0 ? highest([skills, taught]) : skills
}

/** How far all trainings together can bring the skills. */
export function reachable(skills: Skills, trainings: readonly Training[]): Skills {
  const next = trainings.reduce(after, skills)
  return next === skills ? skills : reachable(next, trainings)
}

import { refuse } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import type { Training } from './framework-schema.js'
import { tooManyWays } from './problems.js'
import { after, gapOf, type Skills, taughtBy } from './skills.js'

/** A set of trainings in an order in which they can be taken. */
export interface TrainingPlan {
  readonly trainings: readonly Training[]
  readonly cost: Decimal
  readonly days: number
}

/** The most states of a person's skills that are weighed for one plan. */
const mostStates = 20_000

interface State extends TrainingPlan {
  readonly skills: Skills
}

/**
 * The trainings that close a gap at the least cost, or in the fewest days; equal ones by the other, then
 * by name. The gap must be reachable. Trainings only add to skills, so the states they lead through
 * have no circle: each is settled once, those of fewer levels before those of more.
 */
export function bestPlan(
  trainings: readonly Training[],
  have: Skills,
  needed: Skills,
  first: 'cost' | 'days',
): TrainingPlan {
  const useful = usefulFor(trainings, needed)
  const taught = [...new Set(useful.flatMap((training) => [...taughtBy(training).keys()]))]
  const levels = (skills: Skills) => taught.map((skill) => skills.get(skill) ?? 0)
  const bySum: (Map<string, State> | undefined)[] = []
  const put = (state: State) => {
    const found = levels(state.skills)
    const sum = found.reduce((all, level) => all + level, 0)
    const same = bySum[sum]?.get(found.join())
    if (same !== undefined && !isBetter(state, same, first)) return
    bySum[sum] = (bySum[sum] ?? new Map<string, State>()).set(found.join(), state)
  }
  put({ skills: have, trainings: [], cost: decimal('0'), days: 0 })
  const complete: State[] = []
  let seen = 0
  for (let sum = 0; sum < bySum.length; sum += 1)
    for (const state of bySum[sum]?.values() ?? []) {
      if (++seen > mostStates) refuse([tooManyWays('trainings', mostStates)])
      if (gapOf(needed, state.skills).size === 0) complete.push(state)
      else for (const next of nextStates(state, useful)) put(next)
    }
  return complete.reduce((best, state) => (isBetter(state, best, first) ? state : best))
}

function nextStates(state: State, trainings: readonly Training[]): readonly State[] {
  return trainings.flatMap((training) => {
    const skills = after(state.skills, training)
    return skills === state.skills
      ? []
      : [
          {
            skills,
            trainings: [...state.trainings, training],
            cost: state.cost.plus(training.cost),
            days: state.days + training.days,
          },
        ]
  })
}

/** The trainings that teach what is needed, or what they themselves build on. */
function usefulFor(trainings: readonly Training[], needed: Skills): readonly Training[] {
  const wanted = new Set(needed.keys())
  const teachesWanted = (training: Training) =>
    [...taughtBy(training).keys()].some((skill) => wanted.has(skill))
  for (let size = -1; size < wanted.size; ) {
    size = wanted.size
    for (const training of trainings.filter(teachesWanted))
      for (const { competency, from } of training.teaches) if (from > 0) wanted.add(competency)
  }
  return trainings.filter(teachesWanted)
}

function isBetter(a: TrainingPlan, b: TrainingPlan, first: 'cost' | 'days'): boolean {
  const cost = a.cost.comparedTo(b.cost)
  const days = a.days - b.days
  const order = first === 'cost' ? cost || days : days || cost
  return (order || (namesOf(a) < namesOf(b) ? -1 : 1)) < 0
}

function namesOf({ trainings }: TrainingPlan): string {
  return trainings.map(({ id }) => id).join()
}

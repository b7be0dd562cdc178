import { compareDates, type IsoDate } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { refuse } from '../problem/index.js'
import { decimal, minorUnits } from '../quantity/index.js'
import type { Career } from './career-schema.js'
import type { Condition } from './eligibility.js'
import type { CareerFramework, Move } from './framework-schema.js'
import { gapAlong, toEarn } from './gap.js'
import { noWay, tooManyWays, unknownPosition } from './problems.js'
import { type DatedMove, dateMoves } from './schedule.js'
import { bestPlan } from './training-plan.js'

/** A way to a position: moves with their dates, trainings, cost. */
export interface Way {
  /** From the position held to the goal. */
  readonly positions: readonly string[]
  readonly moves: readonly DatedMove[]
  /** The price of all trainings, a decimal string in the framework's currency. */
  readonly cost: string
  /** The day of the last move. */
  readonly arrives: IsoDate
  /** What neither waiting nor training brings: ratings, and what no training teaches. */
  readonly toEarn: readonly Condition[]
}

/** The two best ways to a position; they may be one and the same. */
export interface Ways {
  readonly shortest: Way
  readonly cheapest: Way
}

/** The most ways that are weighed. */
const mostWays = 1_000

/**
 * The way to a position that arrives first, and the one that costs least, over all ways through the
 * moves. For each way the trainings are chosen that close its whole gap at the least cost, and those
 * that do in the fewest days. They are followed one after another from `on`, in the order in which the
 * moves need them; a move comes on the first day on which its waiting is over and its trainings are
 * done. Ways with less {@link Way.toEarn} come before all others, since nobody can promise it; equal
 * ones go by the other measure, then by name.
 *
 * Throws a `PolicyError` for a day that is no date, a goal that there is not or no moves lead to, and
 * where more than 1,000 ways, or 20,000 states of a person's skills, would have to be weighed.
 *
 * @example
 * const { shortest, cheapest } = waysTo(framework, career, { goal: 'team-lead', on: '2026-03-01' })
 * cheapest.cost //=> '800.00'
 */
export function waysTo(
  framework: CareerFramework,
  career: Career,
  { goal, on }: { readonly goal: string; readonly on: IsoDate },
): Ways {
  const positions = framework.positions.map(({ id }) => id)
  refuse([
    ...dateProblems(on, 'on'),
    ...(positions.includes(goal) ? [] : [unknownPosition('goal', goal, positions)]),
  ])
  const routes = routesTo(framework.moves, career.position, goal)
  if (routes.length === 0) refuse([noWay('goal', career.position, goal)])
  const ways = routes.flatMap((route) => waysAlong(framework, career, route, on))
  const places = minorUnits(framework.currency)
  const [shortest, cheapest] = (['arrives', 'cost'] as const).map((first) =>
    ways.reduce((best, way) => (isBetter(way, best, first) ? way : best)),
  ) as [Way, Way]
  const priced = (way: Way) => ({ ...way, cost: decimal(way.cost).toFixed(places) })
  return { shortest: priced(shortest), cheapest: priced(cheapest) }
}

function waysAlong(
  framework: CareerFramework,
  career: Career,
  route: readonly Move[],
  on: IsoDate,
): readonly Way[] {
  const gap = gapAlong(framework, career, route, on)
  const earn = toEarn(framework, career, { route, gap, on })
  return (['days', 'cost'] as const).map((first) => {
    const plan = bestPlan(framework.trainings ?? [], gap.have, gap.teachable, first)
    const moves = dateMoves(framework, career, { route, plan, gap, on })
    return {
      positions: [career.position, ...route.map(({ to }) => to)],
      moves,
      cost: plan.cost.toString(),
      arrives: moves.at(-1)?.on ?? on,
      toEarn: earn,
    }
  })
}

/** All ways through the moves. Moves never lead back, so each ends. */
function routesTo(
  moves: readonly Move[],
  from: string,
  goal: string,
): readonly (readonly Move[])[] {
  const leading = leadingTo(moves, goal)
  const found: (readonly Move[])[] = []
  const walk = (position: string, walked: readonly Move[]): void => {
    if (found.length > mostWays) refuse([tooManyWays('goal', mostWays)])
    if (position === goal) found.push(walked)
    for (const move of leading) if (move.from === position) walk(move.to, [...walked, move])
  }
  walk(from, [])
  return found
}

/** The moves from which a goal can still be reached: no walk along them ends elsewhere. */
function leadingTo(moves: readonly Move[], goal: string): readonly Move[] {
  const reached = new Set([goal])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const { from, to } of moves) if (reached.has(to)) reached.add(from)
  }
  return moves.filter(({ to }) => reached.has(to))
}

function isBetter(a: Way, b: Way, first: 'arrives' | 'cost'): boolean {
  const cost = decimal(a.cost).comparedTo(b.cost)
  const date = compareDates(a.arrives, b.arrives)
  const order = first === 'cost' ? cost || date : date || cost
  const earn = a.toEarn.length - b.toEarn.length
  return (earn || order || (a.positions.join() < b.positions.join() ? -1 : 1)) < 0
}

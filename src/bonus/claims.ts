import { evaluate, type Formula, type Step } from '../formula/index.js'
import { at, type Label, type Problem, problemsOf, repeatedId } from '../problem/index.js'
import { decimal, minorUnits, type NumericInput, total } from '../quantity/index.js'
import type { Pool, PoolLevel } from './pool.js'
import {
  boundsCross,
  capsBelowFund,
  floorsAboveFund,
  negativeWeight,
  notAsDeep,
  tooDeepMembers,
  unreadFigure,
} from './problems.js'

/** One who takes part in a pool, with the figures that its level's formulas read. */
export interface PoolMember {
  readonly id: string
  readonly label?: Label
  readonly figures: Readonly<Record<string, NumericInput>>
  /** Among whom its share is divided: none on the last level, one at least on every other. */
  readonly members?: readonly PoolMember[]
}

/** A member's claim: its weight, and the least and most it can get with its members' bounds. */
export interface Claim {
  readonly id: string
  readonly label: Label
  readonly weight: string
  readonly floor: string
  readonly cap?: string
  /** How the weight, then the member's own floor and cap came about. */
  readonly steps: readonly [weight: Step, ...bounds: Step[]]
  readonly members: readonly Claim[]
}

interface Reading {
  readonly pool: Pool
  /** What is wrong with the data. */
  readonly problems: Problem[]
  /** Which floors and caps cannot be kept together. */
  readonly unkept: Problem[]
}

/** What members can get in all: `cap` is `undefined` where one of them has none. */
interface Room {
  readonly floor: string
  readonly cap: string | undefined
}

/** The claims of all members of all levels, what they can get in all, and all that is wrong. */
export function readMembers(
  pool: Pool,
  members: readonly PoolMember[],
): Room & Pick<Reading, 'problems' | 'unkept'> & { readonly claims: readonly Claim[] } {
  const reading: Reading = { pool, problems: [], unkept: [] }
  const claims = claimsOf(reading, members, 0, 'members')
  const { problems, unkept } = reading
  return { claims, problems, unkept, ...roomOf(claims, minorUnits(pool.policy.currency)) }
}

function claimsOf(
  reading: Reading,
  members: readonly PoolMember[],
  depth: number,
  path: string,
): readonly Claim[] {
  const ids = new Set<string>()
  return members.flatMap((member, i) => {
    const place = at(path, i)
    if (ids.has(member.id)) reading.problems.push(repeatedId(at(place, 'id'), member.id))
    ids.add(member.id)
    return claimOf(reading, member, depth, place)
  })
}

/** A member's claim; none where its figures are wrong. */
function claimOf(
  reading: Reading,
  member: PoolMember,
  depth: number,
  path: string,
): readonly Claim[] {
  const { levels, policy } = reading.pool
  const level = levels[depth] as PoolLevel
  const next = levels[depth + 1]
  const { id, label = id, members = [] } = member
  const within = at(path, 'members')
  if (next === undefined && members.length > 0) reading.problems.push(tooDeepMembers(within))
  if (next !== undefined && members.length === 0)
    reading.problems.push(notAsDeep(within, next.level))
  const own = next === undefined ? [] : claimsOf(reading, members, depth + 1, within)
  const { steps, problems } = evaluated(level, member, path)
  reading.problems.push(...problems)
  const [weight, floor, cap] = steps
  if (weight === undefined || problems.length > 0) return []
  const places = minorUnits(policy.currency)
  const room = next === undefined ? { floor: '0', cap: undefined } : roomOf(own, places)
  reading.unkept.push(...crossings(path, { floor: floor?.value ?? '0', cap: cap?.value }, room))
  const most = least(cap?.value, room.cap)
  return [
    {
      id,
      label,
      weight: weight.value,
      floor: total([greatest(floor?.value ?? '0', room.floor)], places),
      ...(most !== undefined && { cap: most }),
      steps: [weight, ...[floor, cap].filter((step) => step !== undefined)],
      members: own,
    },
  ]
}

/** The runs of a level's formulas on one member's figures, and what is wrong with those. */
function evaluated(
  { weight, floor, cap }: PoolLevel,
  { figures }: PoolMember,
  path: string,
): { readonly steps: readonly (Step | undefined)[]; readonly problems: readonly Problem[] } {
  const formulas = [weight, floor, cap]
  const known = formulas.flatMap((formula) => Object.keys(formula?.inputs ?? {}))
  // Two formulas may read one figure: what is wrong with it is told once.
  const problems = new Map<string, Problem>()
  const note = (problem: Problem) => problems.set(problem.path + problem.code, problem)
  for (const name of Object.keys(figures).filter((name) => !known.includes(name)))
    note(unreadFigure(at(at(path, 'figures'), name), name, known))
  const steps = formulas.map((formula) => {
    let step: Step | undefined
    const found = problemsOf(() => {
      step = formula && evaluate(formula, figuresFor(formula, figures)).trace
    })
    for (const problem of found)
      note({ ...problem, path: at(path, problem.path.replace(/^inputs/, 'figures')) })
    return step
  })
  const value = steps[0]?.value
  if (value !== undefined && decimal(value).isNegative() && !decimal(value).isZero())
    note(negativeWeight(at(path, 'figures'), value))
  return { steps, problems: [...problems.values()] }
}

function figuresFor(
  { inputs }: Formula,
  figures: PoolMember['figures'],
): Readonly<Record<string, NumericInput>> {
  return Object.fromEntries(Object.entries(figures).filter(([name]) => Object.hasOwn(inputs, name)))
}

/** Which of a member's own bounds cross each other, or those of its members. */
function crossings(path: string, { floor, cap }: Room, members: Room): readonly Problem[] {
  if (cap !== undefined && decimal(cap).lessThan(greatest(floor, '0')))
    return [boundsCross(path, floor, cap)]
  const within = at(path, 'members')
  if (cap !== undefined && decimal(cap).lessThan(members.floor))
    return [floorsAboveFund(within, members.floor, cap)]
  if (members.cap !== undefined && decimal(members.cap).lessThan(floor))
    return [capsBelowFund(within, members.cap, floor)]
  return []
}

function roomOf(claims: readonly Claim[], places: number): Room {
  const most = claims.map(({ weight, floor, cap }) => (decimal(weight).isZero() ? floor : cap))
  return {
    floor: total(
      claims.map(({ floor }) => floor),
      places,
    ),
    cap: most.every((cap) => cap !== undefined) ? total(most, places) : undefined,
  }
}

function greatest(a: string, b: string): string {
  return decimal(a).greaterThan(b) ? a : b
}

function least(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return decimal(a).lessThan(b) ? a : b
}

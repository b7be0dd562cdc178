import type { Step } from '../formula/index.js'
import { type Label, refuse } from '../problem/index.js'
import {
  allocate,
  type Currency,
  type Decimal,
  decimal,
  divideTo,
  isProblem,
  minorUnits,
  type NumericInput,
  readDecimal,
  total,
} from '../quantity/index.js'
import { placesProblems } from '../quantity/internal.js'
import { type Claim, type PoolMember, readMembers } from './claims.js'
import type { Pool, PoolLevel } from './pool.js'
import { capsBelowFund, floorsAboveFund } from './problems.js'

/** What one member of a pool gets, and why. Amounts are decimal strings in the pool's currency. */
export interface PoolShare {
  readonly id: string
  readonly label: Label
  /** The level of the pool that it stands on. */
  readonly level: string
  readonly amount: string
  /** What the weight alone would give, rounded down, without any floor, cap or leftover unit. */
  readonly proportional: string
  /** The bound that fixed the amount, where one did. */
  readonly bound?: 'floor' | 'cap'
  /** Whether one of the leftover smallest units went here. */
  readonly roundedUp: boolean
  /** The weight, and the sum of the weights of those among whom the same fund is divided. */
  readonly weight: string
  readonly weights: string
  /** What is divided among them. */
  readonly fund: string
  /** The least and most that it may get: its own floor and cap, and what its members' make of them. */
  readonly floor: string
  readonly cap?: string
  /** How the weight, then the member's own floor and cap came about. */
  readonly steps: readonly [weight: Step, ...bounds: Step[]]
  /** The clause of the policy, where the level names one. */
  readonly clause?: string
  /** What it is divided into: they add up to the amount exactly. */
  readonly members: readonly PoolShare[]
}

/** A pool that is divided: the shares of each level add up to what they divide, exactly. */
export interface Division {
  readonly pool: string
  readonly label: Label
  readonly clause?: string
  readonly currency: Currency
  readonly fund: string
  readonly shares: readonly PoolShare[]
}

/**
 * Divides a fund level by level: by largest remainder, so that the shares of every level add up to
 * what is divided there to the last minor unit. What a floor or cap adds or takes is borne by the
 * others in proportion to their weights.
 *
 * The bounds of members hold on the levels above too: a department gets at least the sum of its
 * people's floors, and at most the sum of their caps. So the fund is divided whenever any division
 * keeps every bound. Who weighs zero gets the floor, or nothing.
 *
 * Throws a `PolicyError` with every problem: of the fund, of the members' figures (missing, misspelt,
 * not a number), negative weights, repeated ids among siblings, members missing or too deep; else
 * with every floor and cap that cannot be kept.
 *
 * @example
 * const members = [{ id: 'li', figures: { months: 12 } }, { id: 'wang', figures: { months: 6 } }]
 * dividePool(pool, { fund: '100.00', members }).shares.map(({ amount }) => amount) //=> ['66.67', '33.33']
 */
export function dividePool(
  pool: Pool,
  { fund, members }: { readonly fund: NumericInput; readonly members: readonly PoolMember[] },
): Division {
  const { id, label, clause, currency } = pool.policy
  const places = minorUnits(currency)
  const amount = readDecimal(fund, 'fund')
  const fundProblems = isProblem(amount)
    ? [amount]
    : placesProblems('fund', amount.toFixed(), currency)
  const { claims, problems, unkept, floor, cap } = readMembers(pool, members)
  refuse([...fundProblems, ...problems])
  const whole = (amount as Decimal).toFixed(places)
  refuse(unkept)
  refuse([
    ...(decimal(floor).greaterThan(whole) ? [floorsAboveFund('members', floor, whole)] : []),
    ...(cap !== undefined && decimal(cap).lessThan(whole)
      ? [capsBelowFund('members', cap, whole)]
      : []),
  ])
  return {
    pool: id,
    label: label ?? id,
    ...(clause !== undefined && { clause }),
    currency,
    fund: whole,
    shares: divide(pool, 0, whole, claims),
  }
}

function divide(
  pool: Pool,
  depth: number,
  fund: string,
  claims: readonly Claim[],
): readonly PoolShare[] {
  const { ties, currency } = pool.policy
  const places = minorUnits(currency)
  const { level, clause } = pool.levels[depth] as PoolLevel
  const weights = total(
    claims.map(({ weight }) => weight),
    0,
  )
  const parts = allocate({
    total: fund,
    places,
    ties,
    shares: claims.map(({ id, weight, floor, cap }) => ({
      id,
      weight,
      floor,
      ...(cap !== undefined && { cap }),
    })),
  })
  return claims.map(({ members, ...claim }, i) => {
    const { amount, bound, roundedUp } = parts[i] as (typeof parts)[number]
    const proportional = decimal(weights).isZero()
      ? decimal('0')
      : divideTo(decimal(fund).times(claim.weight), decimal(weights), places, 'down')
    return {
      ...claim,
      level,
      amount,
      proportional: proportional.toFixed(places),
      ...(bound !== undefined && { bound }),
      roundedUp,
      weights,
      fund,
      ...(clause !== undefined && { clause }),
      members: members.length === 0 ? [] : divide(pool, depth + 1, amount, members),
    }
  })
}

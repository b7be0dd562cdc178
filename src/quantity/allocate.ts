import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, isProblem, type NumericInput, readDecimal } from './decimal.js'
import {
  boundOnNegativeTotal,
  boundsCross,
  negative,
  noWeight,
  repeatedShare,
  tooManyPlaces,
  totalAboveCaps,
  totalBelowFloors,
} from './problems.js'
import { fromScaled, toScaled } from './scaled.js'

/**
 * Who gets a leftover unit when remainders are equal: the share of larger weight, of smaller weight,
 * or neither; what is then still equal goes by id, in ascending code-unit order.
 */
export type TieRule = 'larger-weight' | 'smaller-weight' | 'id'

/** One claim on a total. Floor and cap are amounts, with no more places than the allocation. */
export interface Share {
  readonly id: string
  readonly weight: NumericInput
  readonly floor?: NumericInput
  readonly cap?: NumericInput
}

/** What one share gets, and why it is not simply its quota. */
export interface Allocated {
  readonly id: string
  readonly amount: string
  /** The bound that fixed the amount, where one did. */
  readonly bound?: 'floor' | 'cap'
  /** Whether one of the leftover smallest units went here. */
  readonly roundedUp: boolean
}

interface Claim {
  readonly id: string
  readonly weight: bigint
  readonly floor: bigint
  readonly cap: bigint | undefined
}

interface Bounded {
  readonly amount: bigint
  readonly bound: 'floor' | 'cap'
}

/**
 * Divides a total by weights so that the parts add up to it exactly, to the last unit of `places`.
 *
 * Method: largest remainder (Hamilton 1792): each share gets its quota rounded down, and leftover
 * units go to the largest remainders, so every part is within one unit of its quota. Floors and caps
 * hold first; what they add or take is borne by the other shares in proportion to their weights. The
 * order of the shares does not matter. A negative total (a recovery) mirrors the positive one.
 *
 * Throws a `PolicyError` for repeated ids, negative weights, amounts with too many places, weights
 * all zero, floors above the total, caps below it, a floor or cap with a negative total.
 *
 * @example
 * allocate({ total: '10', places: 0, ties: 'id', shares: [{ id: 'a', weight: 6 }, { id: 'b', weight: 5 }, { id: 'c', weight: 4 }] })
 * //=> amounts 4, 3, 3
 */
export function allocate(request: {
  readonly total: NumericInput
  readonly places: number
  readonly shares: readonly Share[]
  readonly ties: TieRule
}): readonly Allocated[] {
  const { places, ties } = request
  const { total, claims } = read(request)
  const amount = total < 0n ? -total : total
  const sign = total < 0n ? -1n : 1n
  const bounded = applyBounds(amount, claims)
  const free = claims.filter(({ id }) => !bounded.has(id))
  const rest = amount - sum([...bounded.values()].map((share) => share.amount))
  const quotas = largestRemainder(rest, free, ties)
  return claims.map(({ id }) => {
    const fixed = bounded.get(id)
    if (fixed !== undefined)
      return { id, amount: fromScaled(fixed.amount, places), bound: fixed.bound, roundedUp: false }
    const quota = quotas.get(id) as { units: bigint; roundedUp: boolean }
    return { id, amount: fromScaled(sign * quota.units, places), roundedUp: quota.roundedUp }
  })
}

function largestRemainder(total: bigint, claims: readonly Claim[], ties: TieRule) {
  const whole = sum(claims.map((claim) => claim.weight))
  const quotas = claims.map(({ id, weight }) => {
    const share = weight * total
    // Only a total of zero can be left where no free share has weight.
    const units = whole === 0n ? 0n : share / whole
    return { id, weight, units, remainder: share - units * whole }
  })
  const leftover = Number(total - sum(quotas.map((quota) => quota.units)))
  const raised = new Set(
    [...quotas]
      .sort(
        (a, b) => compare(b.remainder, a.remainder) || byTieRule(a, b, ties) || compare(a.id, b.id),
      )
      .slice(0, leftover)
      .map((quota) => quota.id),
  )
  return new Map(
    quotas.map(({ id, units }) => [
      id,
      { units: raised.has(id) ? units + 1n : units, roundedUp: raised.has(id) },
    ]),
  )
}

function byTieRule(a: { weight: bigint }, b: { weight: bigint }, ties: TieRule): number {
  if (ties === 'id') return 0
  return ties === 'larger-weight' ? compare(b.weight, a.weight) : compare(a.weight, b.weight)
}

/**
 * The shares that a floor or cap fixes. Each round divides what is left by weight; if the floors of
 * the shares below theirs cost more than the caps of those above theirs give back, the floors are
 * fixed, else the caps: the method that CSS Flexible Box §9.7 gives for the same question. It ends
 * with the one common factor f at which the clamped f × weight add up to the total.
 */
function applyBounds(total: bigint, claims: readonly Claim[]): ReadonlyMap<string, Bounded> {
  const fixed = new Map<string, Bounded>()
  let free = claims
  let rest = total
  for (;;) {
    const whole = sum(free.map((claim) => claim.weight))
    const below: Claim[] = []
    const above: Claim[] = []
    let balance = 0n
    for (const claim of free) {
      const share = claim.weight * rest
      const cap = claim.cap
      if (share < claim.floor * whole || (whole === 0n && claim.floor > 0n)) {
        below.push(claim)
        balance += claim.floor * whole - share
      } else if (cap !== undefined && share > cap * whole) {
        above.push(claim)
        balance += cap * whole - share
      }
    }
    if (below.length === 0 && above.length === 0) return fixed
    if (balance >= 0n)
      for (const { id, floor } of below) fixed.set(id, { amount: floor, bound: 'floor' })
    if (balance <= 0n)
      for (const { id, cap } of above) fixed.set(id, { amount: cap as bigint, bound: 'cap' })
    free = free.filter(({ id }) => !fixed.has(id))
    rest = total - sum([...fixed.values()].map((share) => share.amount))
  }
}

function read(request: Parameters<typeof allocate>[0]): { total: bigint; claims: Claim[] } {
  const { places, shares } = request
  const problems: Problem[] = []
  const number = (value: NumericInput, path: string): Decimal | undefined => {
    const result = readDecimal(value, path)
    if (!isProblem(result)) return result
    problems.push(result)
    return undefined
  }
  const units = (value: NumericInput, path: string): bigint | undefined => {
    const result = number(value, path)
    if (result === undefined) return undefined
    if (result.decimalPlaces() <= places) return toScaled(result, places)
    problems.push(tooManyPlaces(path, result.toFixed(), places))
    return undefined
  }
  const total = units(request.total, 'total') ?? 0n
  const weights = shares.map(({ weight }, i) => number(weight, at(at('shares', i), 'weight')))
  const weightScale = weights.reduce(
    (places, weight) => Math.max(places, weight?.decimalPlaces() ?? 0),
    0,
  )
  const ids = new Set<string>()
  const claims = shares.map(({ id, floor, cap }, i): Claim => {
    const path = at('shares', i)
    const weight = weights[i]
    if (weight?.lessThan(0)) problems.push(negative(at(path, 'weight')))
    if (ids.has(id)) problems.push(repeatedShare(at(path, 'id'), id))
    ids.add(id)
    const claim: Claim = {
      id,
      weight: weight === undefined ? 0n : toScaled(weight, weightScale),
      floor: floor === undefined ? 0n : (units(floor, at(path, 'floor')) ?? 0n),
      cap: cap === undefined ? undefined : units(cap, at(path, 'cap')),
    }
    if (claim.floor < 0n) problems.push(negative(at(path, 'floor')))
    if (claim.cap !== undefined && claim.floor > claim.cap) problems.push(boundsCross(path))
    if (total < 0n && (floor !== undefined || cap !== undefined))
      problems.push(boundOnNegativeTotal(path))
    return claim
  })
  refuse(problems)
  refuse(infeasible(total, claims, places))
  return { total, claims }
}

function infeasible(total: bigint, claims: readonly Claim[], places: number): readonly Problem[] {
  const shown = (units: bigint) => fromScaled(units, places)
  const floors = sum(claims.map((claim) => claim.floor))
  if (total >= 0n && floors > total) return [totalBelowFloors(shown(total), shown(floors))]
  if (total === floors) return []
  if (claims.every((claim) => claim.weight === 0n)) return [noWeight(shown(total))]
  if (claims.some((claim) => claim.weight > 0n && claim.cap === undefined)) return []
  const most = sum(claims.map(({ weight, floor, cap }) => (weight > 0n ? (cap as bigint) : floor)))
  return most < total ? [totalAboveCaps(shown(total), shown(most))] : []
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}

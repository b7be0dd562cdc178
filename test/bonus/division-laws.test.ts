import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dividePool, type PoolMember, type PoolShare, parsePool } from '../../src/bonus/index.js'
import { input } from '../../src/formula/index.js'
import { decimal, fromScaled, money, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { amountsOf } from './pools.js'

const cny = money('CNY')
const level = {
  weight: input('weight', 'ratio', 0),
  floor: input('floor', cny, 2),
  cap: input('cap', cny, 2),
}
const pool = parsePool({
  id: 'laws',
  currency: 'CNY',
  ties: 'larger-weight',
  levels: ['department', 'team', 'person'].map((name) => ({ level: name, ...level })),
})
const flat = parsePool({ ...pool.policy, levels: pool.policy.levels.slice(2) })

/** So much that it binds nobody: a cap that is as good as none. */
const unbounded = 1_000_000_000

/** A member in whole cents, and the least and most that it can get: what the laws are held to. */
interface Grown {
  readonly weight: number
  readonly floor: number
  readonly cap: number
  readonly members: readonly Grown[]
}

const least = ({ floor, members }: Grown): number => Math.max(floor, sum(members.map(least)))
const most = ({ cap, members }: Grown): number =>
  members.length === 0 ? cap : Math.min(cap, sum(members.map(reach)))
const reach = (each: Grown): number => (each.weight === 0 ? least(each) : most(each))
const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0)

const weight = fc.integer({ min: 0, max: 5 })
const person: fc.Arbitrary<Grown> = fc
  .record({ weight, floor: fc.nat(300), room: fc.option(fc.nat(500)) })
  .map(({ room, ...own }) => ({
    ...own,
    cap: room === null ? unbounded : own.floor + room,
    members: [],
  }))

/** Bounds of its own that its members can keep. */
const group = (of: fc.Arbitrary<Grown>): fc.Arbitrary<Grown> =>
  fc
    .record({
      weight,
      members: fc.array(of, { minLength: 1, maxLength: 4 }),
      up: fc.nat(400),
      room: fc.option(fc.nat(800)),
    })
    .map(({ weight, members, up, room }) => {
      const floor = Math.min(up, sum(members.map(reach)))
      const low = Math.max(floor, sum(members.map(least)))
      return { weight, members, floor, cap: room === null ? unbounded : low + room }
    })

const tree = fc.array(group(group(person)), { minLength: 1, maxLength: 4 })

const memberOf = ({ weight, floor, cap, members }: Grown, i: number): PoolMember => ({
  id: `m${i}`,
  figures: {
    weight,
    floor: fromScaled(BigInt(floor), 2),
    cap: fromScaled(BigInt(cap), 2),
  },
  ...(members.length > 0 && { members: members.map(memberOf) }),
})

const cents = (amount: string) => Number(decimal(amount).times(100).toFixed())

function checkBalanced(shares: readonly PoolShare[], fund: string, grown: readonly Grown[]): void {
  expect(
    total(
      shares.map(({ amount }) => amount),
      2,
    ),
  ).toBe(fund)
  shares.forEach((share, i) => {
    const own = grown[i] as Grown
    expect(cents(share.amount)).toBeGreaterThanOrEqual(own.floor)
    expect(cents(share.amount)).toBeLessThanOrEqual(own.cap)
    expect(cents(share.floor)).toBe(least(own))
    if (share.members.length > 0) checkBalanced(share.members, share.amount, own.members)
  })
}

describe('a nested pool', () => {
  test('balances on every level within all bounds, for every fund that can', () => {
    fc.assert(
      fc.property(tree, fc.nat(5000), (grown, more) => {
        const [low, high] = [sum(grown.map(least)), sum(grown.map(reach))]
        const fund = fromScaled(BigInt(Math.min(low + more, high)), 2)
        const { shares } = dividePool(pool, { fund, members: grown.map(memberOf) })
        checkBalanced(shares, fund, grown)
      }),
    )
  })

  test('is refused by name for every fund that cannot', () => {
    fc.assert(
      fc.property(tree, (grown) => {
        const [low, high] = [sum(grown.map(least)), sum(grown.map(reach))]
        const members = grown.map(memberOf)
        const divided = (units: number) => () =>
          dividePool(pool, { fund: fromScaled(BigInt(units), 2), members })
        expect(found(divided(low - 1))).toEqual([['floors-above-fund', 'members']])
        if (high < unbounded)
          expect(found(divided(high + 1))).toEqual([['caps-below-fund', 'members']])
      }),
    )
  })

  test('pays each the same whatever the order, on every level', () => {
    const reversed = (members: readonly PoolMember[]): readonly PoolMember[] =>
      [...members]
        .reverse()
        .map((each) => (each.members ? { ...each, members: reversed(each.members) } : each))
    fc.assert(
      fc.property(tree, fc.nat(5000), (grown, more) => {
        const units = Math.min(sum(grown.map(least)) + more, sum(grown.map(reach)))
        const fund = fromScaled(BigInt(units), 2)
        const members = grown.map(memberOf)
        const amounts = (given: readonly PoolMember[]) =>
          new Map(amountsOf(dividePool(pool, { fund, members: given }).shares))
        expect(amounts(reversed(members))).toEqual(amounts(members))
      }),
    )
  })
})

describe('a pool of people', () => {
  const people = fc.array(person, { minLength: 1, maxLength: 6 })
  const amounts = (grown: readonly Grown[], units: number, name = (i: number) => i) => {
    const members = grown.map((each, i) => memberOf(each, name(i)))
    const fund = fromScaled(BigInt(units), 2)
    return dividePool(flat, { fund, members }).shares.map(({ amount }) => cents(amount))
  }
  const range = (grown: readonly Grown[]) => [sum(grown.map(least)), sum(grown.map(reach))] as const

  test('pays by figures, not by names: renaming leaves the amounts, as a whole, as they were', () => {
    fc.assert(
      fc.property(people, fc.nat(5000), (grown, more) => {
        const [low, high] = range(grown)
        const units = Math.min(low + more, high)
        const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
        expect(sorted(amounts(grown, units, (i) => 9 - i))).toEqual(sorted(amounts(grown, units)))
      }),
    )
  })

  test('pays the share by weight and at most the leftover unit, where no bound holds', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(weights, fc.nat(99_999), (given, units) => {
        const free = given.map((own) => ({ weight: own, floor: 0, cap: unbounded, members: [] }))
        const members = free.map(memberOf)
        const { shares } = dividePool(flat, { fund: fromScaled(BigInt(units), 2), members })
        shares.forEach(({ amount, proportional, roundedUp, bound }) => {
          expect(bound).toBeUndefined()
          expect(cents(amount)).toBe(cents(proportional) + (roundedUp ? 1 : 0))
        })
      }),
    )
  })

  test('never pays less for more weight', () => {
    fc.assert(
      fc.property(people, fc.nat(5000), weight, (grown, more, added) => {
        const [first, ...rest] = grown
        if (first === undefined) return
        const heavier = [{ ...first, weight: first.weight + added }, ...rest]
        const [low, high] = range(grown)
        const units = Math.min(low + more, high)
        expect(amounts(heavier, units)[0]).toBeGreaterThanOrEqual(amounts(grown, units)[0] ?? 0)
      }),
    )
  })

  test('pays equal figures equally, to a cent', () => {
    fc.assert(
      fc.property(people, person, fc.nat(5000), (others, twin, more) => {
        const grown = [twin, twin, ...others]
        const [low, high] = range(grown)
        const [one = 0, two = 0] = amounts(grown, Math.min(low + more, high))
        expect(Math.abs(one - two)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

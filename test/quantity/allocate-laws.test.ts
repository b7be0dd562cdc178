import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type Share, type TieRule } from '../../src/quantity/index.js'
import { writeScaled } from './reference.js'

const places = 2
const units = (amount: string) => BigInt(amount.replace('.', ''))
const sum = (values: readonly bigint[]) => values.reduce((left, right) => left + right, 0n)
const ties = fc.constantFrom<TieRule>('larger-weight', 'smaller-weight', 'id')

/** A share in whole units, beside the share that is given to `allocate`. */
interface Claim {
  readonly weight: bigint
  readonly floor?: bigint
  readonly cap?: bigint
}
const shareOf = ({ weight, floor, cap }: Claim, id: string): Share => ({
  id,
  weight: writeScaled(weight, 1),
  ...(floor === undefined ? {} : { floor: writeScaled(floor, places) }),
  ...(cap === undefined ? {} : { cap: writeScaled(cap, places) }),
})
const sharesOf = (claims: readonly Claim[]) => claims.map((claim, i) => shareOf(claim, `p${i}`))

// Small weights make ties and equal shares likely; large ones make long remainders.
const weight = fc.oneof(fc.bigInt({ min: 0n, max: 4n }), fc.bigInt({ min: 0n, max: 10n ** 12n }))
const weights = fc
  .array(weight, { minLength: 1, maxLength: 8 })
  .filter((values) => values.some((value) => value > 0n))
const total = fc.oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 15n }))

const plain = fc.record({
  total,
  claims: weights.map((ws) => ws.map((w): Claim => ({ weight: w }))),
  ties,
})

/** Shares with bounds, and a total that they can hold. */
const bounded = fc
  .record({
    claims: fc.array(
      fc.record({
        weight: fc.bigInt({ min: 0n, max: 5n }),
        floor: fc.option(fc.bigInt({ min: 0n, max: 40n }), { nil: undefined }),
        room: fc.option(fc.bigInt({ min: 0n, max: 60n }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    part: fc.bigInt({ min: 0n, max: 100n }),
    ties,
  })
  .map(({ claims, part, ties }) => {
    const withCaps = claims.map(
      ({ weight, floor, room }): Claim => ({
        weight,
        ...(floor === undefined ? {} : { floor }),
        ...(room === undefined ? {} : { cap: (floor ?? 0n) + room }),
      }),
    )
    const least = sum(withCaps.map(({ floor = 0n }) => floor))
    const most = sum(
      withCaps.map(({ weight, floor = 0n, cap = floor + 80n }) => (weight > 0n ? cap : floor)),
    )
    return { claims: withCaps, total: least + ((most - least) * part) / 100n, ties }
  })
const any = fc.oneof(plain, bounded)

const run = (request: { total: bigint; claims: readonly Claim[]; ties: TieRule }) =>
  allocate({
    total: writeScaled(request.total, places),
    places,
    shares: sharesOf(request.claims),
    ties: request.ties,
  })

describe('the laws of allocation', () => {
  test('the parts add up to the total, to the last minor unit', () => {
    fc.assert(
      fc.property(any, (request) => {
        expect(sum(run(request).map(({ amount }) => units(amount)))).toBe(request.total)
      }),
      { numRuns: 500 },
    )
  })

  test('the order of the shares does not matter', () => {
    const shuffled = any.chain((request) =>
      fc.record({
        request: fc.constant(request),
        order: fc.shuffledSubarray([...request.claims.keys()], {
          minLength: request.claims.length,
        }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ request, order }) => {
        const shares = sharesOf(request.claims)
        const permuted = allocate({
          total: writeScaled(request.total, places),
          places,
          shares: order.map((i) => shares[i] as Share),
          ties: request.ties,
        })
        const inOrder = run(request)
        expect(permuted).toEqual(order.map((i) => inOrder[i]))
      }),
    )
  })

  test('without bounds each share is its quota rounded down or up, and says which', () => {
    fc.assert(
      fc.property(plain, (request) => {
        const whole = sum(request.claims.map((claim) => claim.weight))
        const result = run(request)
        request.claims.forEach((claim, i) => {
          const share = claim.weight * request.total
          const lower = share / whole
          const { amount, roundedUp, bound } = result[i] as (typeof result)[number]
          expect(bound).toBeUndefined()
          expect(units(amount)).toBe(roundedUp ? lower + 1n : lower)
          if (roundedUp) expect(share % whole).toBeGreaterThan(0n)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('without bounds no share rounded down has a larger remainder than one rounded up', () => {
    fc.assert(
      fc.property(plain, (request) => {
        const whole = sum(request.claims.map((claim) => claim.weight))
        const remainder = (i: number) =>
          ((request.claims[i] as Claim).weight * request.total) % whole
        const result = run(request)
        const [up, down] = [true, false].map((raised) =>
          [...result.keys()].filter((i) => result[i]?.roundedUp === raised),
        ) as [number[], number[]]
        for (const i of up)
          for (const j of down) {
            expect(remainder(i)).toBeGreaterThanOrEqual(remainder(j))
            const [mine, theirs] = [request.claims[i], request.claims[j]] as [Claim, Claim]
            if (remainder(i) !== remainder(j) || request.ties === 'id') continue
            if (request.ties === 'larger-weight') expect(mine.weight >= theirs.weight).toBe(true)
            else expect(mine.weight <= theirs.weight).toBe(true)
          }
      }),
      { numRuns: 500 },
    )
  })

  test('equal weights without bounds differ by one unit at most', () => {
    fc.assert(
      fc.property(plain, (request) => {
        const result = run(request)
        request.claims.forEach((mine, i) => {
          request.claims.forEach((theirs, j) => {
            if (mine.weight !== theirs.weight) return
            const gap = units(result[i]?.amount as string) - units(result[j]?.amount as string)
            expect(gap <= 1n && gap >= -1n).toBe(true)
          })
        })
      }),
    )
  })

  // Floors and caps hold, and all other shares stand at one rate for each unit of weight: a share at
  // its floor would get no more at that rate, a share at its cap no less. Such a rate is the
  // definition of redistribution in proportion to weight, and there is only one set of quotas with it.
  test('floors and caps hold, and what they leave is shared at one common rate', () => {
    fc.assert(
      fc.property(bounded, (request) => {
        const result = run(request).map(({ amount, bound }, i) => ({
          ...(request.claims[i] as Claim),
          amount: units(amount),
          bound,
        }))
        for (const { amount, floor = 0n, cap, bound } of result) {
          expect(amount).toBeGreaterThanOrEqual(floor)
          if (cap !== undefined) expect(amount).toBeLessThanOrEqual(cap)
          if (bound === 'floor') expect(amount).toBe(floor)
          if (bound === 'cap') expect(amount).toBe(cap)
        }
        const free = result.filter(({ bound }) => bound === undefined)
        const rest = sum(free.map(({ amount }) => amount))
        const whole = sum(free.map((share) => share.weight))
        for (const { weight, amount, floor = 0n, cap } of free.filter(
          (share) => share.weight > 0n,
        )) {
          const quota = weight * rest
          expect(amount === quota / whole || amount === quota / whole + 1n).toBe(true)
          expect(quota).toBeGreaterThanOrEqual(floor * whole)
          if (cap !== undefined) expect(quota).toBeLessThanOrEqual(cap * whole)
        }
        const floored = result.filter(({ bound }) => bound === 'floor')
        const capped = result.filter(({ bound }) => bound === 'cap')
        for (const low of floored) {
          if (whole > 0n) expect(low.weight * rest).toBeLessThanOrEqual(low.amount * whole)
          for (const high of capped)
            expect(high.amount * low.weight).toBeLessThanOrEqual(low.amount * high.weight)
        }
        for (const high of capped)
          if (whole > 0n) expect(high.weight * rest).toBeGreaterThanOrEqual(high.amount * whole)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a negative total mirrors the positive one', () => {
    fc.assert(
      fc.property(plain, (request) => {
        const mirrored = run({ ...request, total: -request.total })
        expect(mirrored.map(({ amount }) => -units(amount))).toEqual(
          run(request).map(({ amount }) => units(amount)),
        )
        expect(mirrored.map(({ roundedUp }) => roundedUp)).toEqual(
          run(request).map(({ roundedUp }) => roundedUp),
        )
      }),
    )
  })

  test('names do not matter where ties go by weight: each weight gets the same amounts', () => {
    const renamed = any.chain((request) =>
      fc.record({
        request: fc.constant(request),
        ids: fc.uniqueArray(fc.string(), {
          minLength: request.claims.length,
          maxLength: request.claims.length,
        }),
        ties: fc.constantFrom<TieRule>('larger-weight', 'smaller-weight'),
      }),
    )
    fc.assert(
      fc.property(renamed, ({ request, ids, ties }) => {
        const pay = (shares: readonly Share[]) =>
          allocate({ total: writeScaled(request.total, places), places, shares, ties })
            .map(({ amount }, i) => `${shares[i]?.weight}: ${amount}`)
            .sort()
        const anonymous = request.claims.map((claim, i) => shareOf(claim, ids[i] as string))
        expect(pay(anonymous)).toEqual(pay(sharesOf(request.claims)))
      }),
    )
  })

  test('only the proportion of the weights matters', () => {
    fc.assert(
      fc.property(any, fc.bigInt({ min: 1n, max: 1_000n }), (request, factor) => {
        const claims = request.claims.map((claim) => ({ ...claim, weight: claim.weight * factor }))
        expect(run({ ...request, claims })).toEqual(run(request))
      }),
    )
  })
})

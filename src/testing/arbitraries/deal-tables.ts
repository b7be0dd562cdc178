import fc from 'fast-check'
import { addDays } from '../../calendar/index.js'
import type { CreditedPerson, Owner, Touch } from '../../credit/index.js'
import { customers, dealPeople, hour } from './deal-events.js'
import { day, sharesOfOne, whole } from './draws.js'
import { corrected, history, takenAway } from './pay-data.js'

/** Shares or weights that make exactly the whole. */
const parts: fc.Arbitrary<readonly Pick<Owner, 'share' | 'weight'>[]> = fc.oneof(
  { withCrossShrink: true },
  sharesOfOne.map((shares) => shares.map((share) => ({ share }))),
  fc.constant([{ share: '1/3' }, { share: '2/3' }]),
  fc
    .array(whole(1, 3), { minLength: 1, maxLength: 3 })
    .map((weights) => weights.map((weight) => ({ weight }))),
)

/** All who own a value at one time. */
export function ownersOf(of: string): fc.Arbitrary<readonly Owner[]> {
  return fc.tuple(parts, fc.nat(dealPeople.length - 1)).map(([shares, first]) =>
    shares.map((share, i) => ({
      of,
      person: dealPeople[(first + i) % dealPeople.length] as string,
      ...share,
    })),
  )
}

/** Some owners of a value, others from a day on, and the first taken away late. */
function ownersOverTime(of: string): fc.Arbitrary<readonly Owner[]> {
  return fc
    .record(
      {
        first: ownersOf(of),
        next: fc.record({
          from: day('2026-01-15', 40),
          late: fc.integer({ min: 0, max: 40 }),
          owners: ownersOf(of),
        }),
        voided: day('2026-02-15', 60),
      },
      { requiredKeys: ['first'] },
    )
    .map(({ first, next, voided }) => [
      ...first.map((owner) => ({ ...owner, ...(next && { to: addDays(next.from, -1) }) })),
      ...(next?.owners ?? []).map((owner) => {
        const { from, late } = next as NonNullable<typeof next>
        return { ...owner, from, recorded: addDays(from, late) }
      }),
      ...(voided === undefined ? [] : first).map(
        ({ person }): Owner => ({ of, person, recorded: voided, void: true }),
      ),
    ])
}

/**
 * Draws tables of owners that `parseOwners` accepts: of the regions of {@link dealEvents}, of which
 * shares or weights make the whole at each time, some from a day of 2026 on and told late, some taken
 * away.
 *
 * @example
 * fc.assert(fc.property(dealOwners(), (owners) => parseOwners(owners).length <= 24))
 */
export function dealOwners(): fc.Arbitrary<readonly Owner[]> {
  return fc
    .record(
      { north: ownersOverTime('north'), south: ownersOverTime('south') },
      { requiredKeys: [] },
    )
    .map(({ north = [], south = [] }) => [...north, ...south])
}

/**
 * Draws people that `parseCreditedPeople` accepts: up to four, with ranks and managers over time, some
 * of it told late; whoever is above comes later in the alphabet.
 *
 * @example
 * fc.assert(fc.property(creditedPeople(), (people) => parseCreditedPeople(people).length <= 4))
 */
export function creditedPeople(): fc.Arbitrary<readonly CreditedPerson[]> {
  const ranks = history('2025-06-01', fc.constantFrom('bronze', 'silver', 'gold'))
  const people = dealPeople.map((id, i): fc.Arbitrary<CreditedPerson> => {
    const above = dealPeople.slice(i + 1)
    const told: Record<string, typeof ranks> = { rank: ranks }
    if (above.length > 0) told['manager'] = history('2025-06-01', fc.constantFrom(...above))
    return fc
      .record(told, { requiredKeys: [] })
      .map((attributes) => ({ id, attributes: attributes as CreditedPerson['attributes'] }))
  })
  return fc
    .integer({ min: 0, max: people.length })
    .chain((count) => fc.tuple(...people.slice(0, count)))
}

/**
 * Draws touches that `parseTouches` of `payproof/credit` accepts: up to six of the customers of
 * {@link dealEvents}, some told late, of another person or taken away.
 *
 * @example
 * fc.assert(fc.property(dealTouches(), (touches) => parseTouches(touches).length <= 10))
 */
export function dealTouches(): fc.Arbitrary<readonly Touch[]> {
  const person = fc.constantFrom(...dealPeople)
  const touch = fc.record(
    { key: customers, person, on: day('2025-12-01', 90), order: hour },
    { requiredKeys: ['key', 'person', 'on'] },
  )
  const told = fc
    .array(touch, { maxLength: 6 })
    .map((drawn): readonly Touch[] => drawn.map((each, i) => ({ id: `t${i + 1}`, ...each })))
  return corrected(told, ({ on }) => on, fc.oneof(takenAway, fc.record({ person })))
}

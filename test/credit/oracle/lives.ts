import fc from 'fast-check'
import { addDays } from '../../../src/calendar/index.js'
import type { Crediting } from '../../../src/credit/crediting.js'
import type { CreditedPerson, Owner, Touch } from '../../../src/credit/tables.js'
import {
  type DrawnDeal,
  type DrawnOwners,
  type DrawnPerson,
  type DrawnSet,
  type DrawnTouch,
  dayAt,
  drawnDeal,
  drawnOwners,
  drawnPerson,
  drawnTouch,
  persons,
  regions,
} from './draws.js'
import { eventsOf } from './ledgers.js'
import { anyCrediting } from './rules.js'
import type { Company, World } from './world.js'

/** The ids of deals: some differ in case alone, some are of other order by code points than by code units. */
export const dealIds = ['o1', 'O1', '😀~1', '～|1'] as const

const rates: World['rates'] = [
  {
    from: 'USD',
    to: 'CNY',
    rates: [
      { from: '2025-01-01', value: '7.0237' },
      { from: dayAt(15), value: '7.1' },
      { from: dayAt(30), value: '6.999999' },
    ],
  },
  { from: 'JPY', to: 'CNY', rates: [{ from: '2025-06-01', value: '0.0465' }] },
  { from: 'CNY', to: 'JPY', rates: [{ from: '2025-06-01', value: '21.505' }] },
  {
    from: 'USD',
    to: 'JPY',
    rates: [
      { from: '2025-06-01', value: '155.1' },
      { from: dayAt(20), value: '149.75' },
    ],
  },
]

/** A company with all that is ever told, some of it not to be accepted. */
export function anyCompany(
  crediting: fc.Arbitrary<Crediting> = anyCrediting,
  deals: fc.Arbitrary<readonly DrawnDeal[]> = fc.array(drawnDeal, {
    minLength: 1,
    maxLength: 4,
    size: 'max',
  }),
): fc.Arbitrary<Company> {
  const owned = fc.tuple(drawnOwners, drawnOwners, drawnOwners)
  return fc
    .record({
      crediting,
      deals,
      regions: owned,
      others: owned,
      lines: fc.tuple(drawnOwners, drawnOwners),
      people: fc.tuple(...persons.map(() => drawnPerson)),
      /** How many of the rates are not told. */
      unrated: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2),
      touches: fc.array(drawnTouch, { maxLength: 8, size: 'max' }),
    })
    .map(({ crediting, deals, people, touches, unrated, ...owners }) => {
      const kinds = Object.entries(crediting.credits).flatMap(([name, kind]) =>
        'of' in kind ? [] : [name],
      )
      return {
        crediting,
        world: {
          events: deals.flatMap((deal, i) => eventsOf(deal, dealIds[i] as string, kinds)),
          owners: {
            regions: owners.regions.flatMap((drawn, i) => ownersOf(drawn, regions[i] as string)),
            others: owners.others.flatMap((drawn, i) => ownersOf(drawn, regions[i] as string)),
            lines: owners.lines.flatMap((drawn, i) => ownersOf(drawn, i === 0 ? 'hard' : 'soft')),
          },
          people: people.flatMap((person, i) => (person.known ? [personOf(person, i)] : [])),
          touches: touches.flatMap(touchesOf),
          rates: rates.slice(unrated),
        },
      }
    })
}

function setOf({ division: [how, ...sizes], first }: DrawnSet, of: string): readonly Owner[] {
  return sizes.map((size, i) => {
    const person = persons[(first + i) % persons.length] as string
    const isWeight = how === 'weight' || (how === 'mixed' && i > 0)
    return { of, person, ...(isWeight ? { weight: size } : { share: size }) }
  })
}

/** The owners of a value: a first set, another from a day on, and another told instead of the first. */
function ownersOf({ set, handover, instead }: DrawnOwners, of: string): readonly Owner[] {
  const first = setOf(set, of)
  const rows = [...first]
  const until = handover && { to: addDays(dayAt(handover.on), -1 - (handover.gap ?? 0)) }
  const second = handover === undefined ? [] : setOf(handover.set, of)
  if (instead !== undefined) {
    const recorded = dayAt(instead.told)
    const others = setOf(instead.set, of)
    const isIn = ({ person }: Owner, of: readonly Owner[]) =>
      of.some((other) => other.person === person)
    rows.push(
      ...others.map((owner) => ({ ...owner, recorded })),
      ...first
        .filter((owner) => !isIn(owner, others))
        .map(({ person }) => ({ of, person, recorded, void: true as const })),
    )
  }
  return [
    ...rows.map((owner) => ({ ...owner, ...(!owner.void && until) })),
    ...second.map((owner) => {
      const from = dayAt(handover?.on ?? 0)
      const { late } = handover ?? {}
      return { ...owner, from, ...(late !== undefined && { recorded: addDays(from, late) }) }
    }),
  ]
}

function touchesOf(drawn: DrawnTouch, i: number): readonly Touch[] {
  const on = dayAt(drawn.on)
  const told = addDays(on, drawn.late ?? 0)
  const touch = {
    id: `t${i}`,
    key: drawn.customer,
    person: persons[drawn.person] as string,
    on,
    ...(drawn.place !== undefined && { order: drawn.place }),
  }
  const first = { ...touch, ...(drawn.late !== undefined && { recorded: told }) }
  const { later } = drawn
  if (later === undefined) return [first]
  const again = { ...touch, recorded: addDays(told, later.told) }
  return later.person === null
    ? [first, { ...again, void: true }]
    : [first, { ...again, person: persons[later.person] as string }]
}

/** Somebody above whom those are who come later among all, rarely before; the last has nobody. */
function personOf({ above, rank, active }: DrawnPerson, i: number): CreditedPerson {
  const versions = <T>(
    history: readonly { value: T; from: number; late: number | undefined }[],
    textOf: (value: T) => string,
  ) => {
    const days = new Set<number>()
    return history.flatMap(({ value, from, late }) => {
      if (days.has(from)) return []
      days.add(from)
      const day = dayAt(from)
      return [
        {
          from: day,
          value: textOf(value),
          ...(late !== undefined && { recorded: addDays(day, late) }),
        },
      ]
    })
  }
  const ups = above.filter(({ value }) => i + value >= 0)
  return {
    id: persons[i] as string,
    attributes: {
      manager: versions(
        [{ value: 1, from: -100, late: undefined }, ...ups].filter(
          ({ value }) => i + value <= persons.length,
        ),
        (value) => persons[i + value] ?? 'boss',
      ),
      rank: versions(
        [
          { value: ['bronze', 'silver', 'gold'][i % 3] as string, from: -100, late: undefined },
          ...rank,
        ],
        (value) => value,
      ),
      active: versions(
        [{ value: 'yes', from: -100, late: undefined }, ...active],
        (value) => value,
      ),
    },
  }
}

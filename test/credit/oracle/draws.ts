import fc from 'fast-check'
import { addDays, type IsoDate } from '../../../src/calendar/index.js'

/**
 * Persons, customers and texts that are easily confused, or mistaken for what separates the parts of an
 * id. The wide tilde is a code point below the face, and a code unit above its first.
 */
export const persons = ['li', 'wu', 'li|wu', '～~', '😀'] as const
export const regions = ['north', 'south', 'a|b'] as const
const customers = ['c1', 'c~1'] as const

export function dayAt(offset: number): IsoDate {
  return addDays('2026-01-05', offset)
}

export const rarely = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 4 })
export const often = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 1 })

export const person = fc.nat(persons.length - 1)
const offset = fc.integer({ min: 0, max: 45 })

/** How many days after its own something is told: mostly at once, sometimes before. */
export const late = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: -20, max: 0 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) },
)

/** A place within the day, of few, so that some are the same. */
const place = rarely(fc.constantFrom('1', '10', '2', '２'))

export const drawnChange = fc.record({
  kind: fc.constantFrom(
    'invoice',
    'collection',
    'collection',
    'refund',
    'refund',
    'cancellation',
    'correction',
    'correction',
    'payback',
    'order',
    'transfer',
    'transfer',
    'transfer',
  ),
  of: fc.nat(9),
  /** Days after the deal's; few, so that some are the same. */
  after: fc.constantFrom(0, 0, 1, 2, 5, 5, 9, 20, 33),
  late,
  place,
  /** How much of what there is, in sixths. */
  part: fc.constantFrom(0, 1, 2, 3, 4, 6, 6, 9),
  up: fc.boolean(),
  figures: fc.record({
    units: often(fc.nat(4)),
    margin: often(fc.constantFrom('-3.33', '10', '0', '12.5')),
    again: fc.boolean(),
    silent: rarely(fc.constant(true)),
  }),
  from: person,
  to: fc.integer({ min: 1, max: persons.length - 1 }),
  share: fc.constantFrom(undefined, undefined, '1/2', '1/3', '0.25', '1', '2/7'),
  credit: fc.option(fc.nat(9), { nil: undefined, freq: 2 }),
  due: rarely(offset),
  clerk: rarely(person),
})
export type DrawnChange = typeof drawnChange extends fc.Arbitrary<infer T> ? T : never

export const drawnDeal = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('order' as const) },
    { weight: 2, arbitrary: fc.constantFrom('invoice', 'collection') },
    { weight: 1, arbitrary: fc.constantFrom('refund', 'correction') },
  ),
  on: offset,
  late,
  place,
  amount: fc.constantFrom('100', '0', '0.01', '9.99', '1000', '333.34', '0.07', '20000'),
  currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD', 'JPY'),
  units: often(fc.nat(7)),
  margin: often(fc.constantFrom('30', '-4.2', '0', '400')),
  due: rarely(offset),
  region: rarely(fc.constantFrom('south', 'a|b')),
  customer: often(fc.constantFrom(...customers)),
  line: fc.constantFrom('hard', 'soft'),
  clerk: fc.option(person, { nil: undefined, freq: 9 }),
  changes: fc.array(drawnChange, { maxLength: 7, size: 'max' }),
})
export type DrawnDeal = typeof drawnDeal extends fc.Arbitrary<infer T> ? T : never

const whole = fc.constantFrom<readonly string[]>(
  ['share', '1'],
  ['share', '1/2', '1/2'],
  ['share', '1/3', '1/3', '1/3'],
  ['share', '0.7', '0.3'],
  ['share', '0.1', '1/5', '7/10'],
  ['weight', '1', '1', '1'],
  ['weight', '2', '5'],
  ['weight', '7'],
)
const unequal = fc.constantFrom<readonly string[]>(
  ['share', '0.6', '0.3'],
  ['share', '2/3', '1/2'],
  ['share', '1/7'],
)
/** Shares that make the whole, and some that do not. */
const divisions = fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: unequal })
/** A share beside a weight. */
const mixed = fc.constant<readonly string[]>(['mixed', '1/2', '1'])
const drawnSet = fc.record({ division: divisions, first: person })
const lastSet = fc.record({
  division: fc.oneof({ weight: 40, arbitrary: divisions }, { weight: 1, arbitrary: mixed }),
  first: person,
})
export type DrawnSet = typeof drawnSet extends fc.Arbitrary<infer T> ? T : never

/** The owners of one value: some, then others from a day on, and others told in their place. */
export const drawnOwners = fc.record({
  set: drawnSet,
  handover: rarely(fc.record({ set: lastSet, on: offset, gap: rarely(fc.constant(4)), late })),
  instead: rarely(fc.record({ set: lastSet, told: fc.integer({ min: 0, max: 60 }) })),
})
export type DrawnOwners = typeof drawnOwners extends fc.Arbitrary<infer T> ? T : never

export const drawnTouch = fc.record({
  customer: fc.constantFrom(...customers),
  person,
  on: fc.integer({ min: -12, max: 45 }),
  late,
  place,
  later: rarely(
    fc.record({ told: fc.integer({ min: 1, max: 40 }), person: fc.option(person, { freq: 2 }) }),
  ),
})
export type DrawnTouch = typeof drawnTouch extends fc.Arbitrary<infer T> ? T : never

const history = <T>(of: fc.Arbitrary<T>) =>
  fc.array(fc.record({ value: of, from: fc.integer({ min: -20, max: 40 }), late }), {
    maxLength: 2,
    size: 'max',
  })
/** A person: who is above (so many places on), of which rank, and whether there at all. */
export const drawnPerson = fc.record({
  above: history(
    fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 1, max: 2 }) },
      // Those below, and oneself: the way up comes back.
      { weight: 1, arbitrary: fc.integer({ min: -2, max: 0 }) },
    ),
  ),
  rank: history(fc.constantFrom('bronze', 'silver', 'gold', 'none')),
  active: history(fc.constantFrom('yes', 'no')),
  known: fc.option(fc.constant(true), { nil: false, freq: 9 }),
})
export type DrawnPerson = typeof drawnPerson extends fc.Arbitrary<infer T> ? T : never

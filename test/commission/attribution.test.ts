import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attribution,
  attribute,
  type SalesEvent,
  type Touch,
} from '../../src/commission/index.js'
import { minorUnits, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { anyEvents } from './arbitraries.js'
import { event } from './one-seller.js'

const rule = (model: Attribution['model'], window = 30): Attribution => ({
  credit: 'indirect',
  by: 'customer',
  window,
  model,
})
const sale = event('s', 'order', '2026-03-31', '100.00', {
  attributes: { customer: 'c7', returning: 'yes' },
})
const touch = (id: string, person: string, date: string, key = 'c7'): Touch => ({
  id,
  person,
  date,
  key,
})
const touches = [
  touch('1', 'ann', '2026-03-01'),
  touch('2', 'ben', '2026-03-17'),
  touch('3', 'cho', '2026-03-24'),
  touch('4', 'dev', '2026-03-31'),
]
const parts = (
  model: Attribution['model'],
  of: readonly Touch[] = touches,
  events: readonly SalesEvent[] = [sale],
) => Object.fromEntries(attribute(events, of, rule(model)).map((c) => [c.person, c.amount]))

describe('the touch models', () => {
  test('first and last give all to one', () => {
    expect(parts({ kind: 'first' })).toEqual({ ann: '100.00' })
    expect(parts({ kind: 'last' })).toEqual({ dev: '100.00' })
  })

  test('linear gives each touch the same', () => {
    expect(parts({ kind: 'linear' })).toEqual({
      ann: '25.00',
      ben: '25.00',
      cho: '25.00',
      dev: '25.00',
    })
  })

  const position = { kind: 'position', first: '40', last: '40', middle: '20' } as const

  test.each([
    [1, { ann: '100.00' }],
    [2, { ann: '50.00', ben: '50.00' }],
    [3, { ann: '40.00', ben: '20.00', cho: '40.00' }],
    [4, { ann: '40.00', ben: '10.00', cho: '10.00', dev: '40.00' }],
  ])('position-based 40/20/40 with %i touches gives %j', (count, expected) => {
    expect(parts(position, touches.slice(0, count))).toEqual(expected)
  })

  test('time decay halves the weight with each half-life', () => {
    // 0, 7 and 14 days before: weights 4, 2 and 1.
    expect(parts({ kind: 'time-decay', halfLife: 7 }, touches.slice(1))).toEqual({
      ben: '14.29',
      cho: '28.57',
      dev: '57.14',
    })
  })

  test('time decay tells old touches apart by how much older one is, however old all are', () => {
    const decay = { kind: 'time-decay', halfLife: 1 } as const
    const [old, older] = [touch('2', 'ben', '2026-01-01'), touch('1', 'ann', '2025-12-31')]
    const long = (...of: readonly Touch[]) =>
      attribute([sale], of, { ...rule(decay), window: 365 }).map((each) => [
        each.person,
        each.amount,
      ])
    expect(long(old)).toEqual([['ben', '100.00']])
    expect(long(older, old)).toEqual([
      ['ann', '33.33'],
      ['ben', '66.67'],
    ])
    expect(long(touch('0', 'cho', '2025-10-01'), old)).toEqual([['ben', '100.00']])
  })

  test('add up the touches of one person', () => {
    const again = [...touches.slice(0, 2), touch('5', 'ann', '2026-03-20')]
    expect(parts({ kind: 'linear' }, again)).toEqual({ ann: '66.67', ben: '33.33' })
  })

  test('order the touches of one day by their ids', () => {
    const same = [touch('b', 'ben', '2026-03-10'), touch('a', 'ann', '2026-03-10')]
    expect(parts({ kind: 'first' }, same)).toEqual({ ann: '100.00' })
    expect(parts({ kind: 'last' }, same)).toEqual({ ben: '100.00' })
  })
})

describe('the window', () => {
  test.each([
    ['2026-02-28', {}],
    ['2026-03-01', { ann: '100.00' }],
    ['2026-03-31', { ann: '100.00' }],
    ['2026-04-01', {}],
  ])('of 30 days before the sale: a touch on %s gives %j', (date, expected) => {
    expect(parts({ kind: 'linear' }, [touch('1', 'ann', date)])).toEqual(expected)
  })

  test('of none is the day of the sale', () => {
    const credits = attribute([sale], touches, rule({ kind: 'linear' }, 0))
    expect(credits.map(({ person }) => person)).toEqual(['dev'])
  })
})

describe('what is credited', () => {
  test('is nothing where nobody touched, where the key is missing, and for a transfer', () => {
    const other = event('o', 'order', '2026-03-31', '100.00', { attributes: { customer: 'c8' } })
    const keyless = event('k', 'order', '2026-03-31', '100.00')
    const transfer = {
      ...sale,
      id: 't',
      kind: 'transfer',
      credit: 'x',
      from: 'a',
      to: 'b',
    } as const
    expect(parts({ kind: 'linear' }, touches, [other, keyless, transfer])).toEqual({})
  })

  test('is what the rule’s attributes match', () => {
    const where = (returning: string) => ({ ...rule({ kind: 'last' }), where: { returning } })
    expect(attribute([sale], touches, where('yes'))).toHaveLength(1)
    expect(attribute([sale], touches, where('no'))).toHaveLength(0)
  })

  test('of a refund goes the way of its sale, though other touches came since', () => {
    const refund = event('r', 'refund', '2026-05-10', '-50.00', { of: 's' })
    const since = [...touches, touch('9', 'zoe', '2026-05-01')]
    expect(parts({ kind: 'last' }, since, [refund, sale])).toEqual({ dev: '100.00' })
    const credits = attribute([sale, refund], since, rule({ kind: 'linear' }))
    const back = credits.filter((credit) => credit.event === 'r')
    expect(back.map(({ person, amount }) => [person, amount])).toEqual([
      ['ann', '-12.50'],
      ['ben', '-12.50'],
      ['cho', '-12.50'],
      ['dev', '-12.50'],
    ])
  })

  test('cannot be told by weights that are all zero', () => {
    const none = { kind: 'position', first: '0', last: '0', middle: '1' } as const
    expect(found(() => parts(none, touches.slice(0, 2)))).toEqual([['no-weight', 'model']])
  })
})

const anyModel: fc.Arbitrary<Attribution['model']> = fc.constantFrom(
  { kind: 'first' },
  { kind: 'last' },
  { kind: 'linear' },
  { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' },
  { kind: 'position', first: '1', last: '0', middle: '0' },
  { kind: 'time-decay', halfLife: 3 },
)
const anyTouches = fc.array(
  fc.record({
    key: fc.constantFrom('north', 'south'),
    person: fc.constantFrom('ann', 'ben', '李雷'),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  { maxLength: 8 },
)

test('the credits of a sale add up to its amount, to the smallest unit, whatever the order', () => {
  fc.assert(
    fc.property(anyEvents, anyTouches, anyModel, fc.func(fc.nat()), (events, drawn, model, mix) => {
      const all = drawn.map(({ key, person, day }, i) =>
        touch(String(i), person, `2026-02-${String(day).padStart(2, '0')}`, key),
      )
      const by: Attribution = { ...rule(model), by: 'desk' }
      const shuffled = [...all].sort((a, b) => mix(a.id) - mix(b.id))
      expect(attribute(events, shuffled, by)).toEqual(attribute(events, all, by))
      for (const each of events) {
        const places = minorUnits(each.currency)
        const credits = attribute([each], all, by)
        const touched = all.some(
          ({ key, date }) => key === each.attributes['desk'] && date <= each.effective,
        )
        expect(credits.length > 0).toBe(touched)
        if (touched)
          expect(
            total(
              credits.map(({ amount }) => amount),
              places,
            ),
          ).toBe(each.amount)
      }
    }),
  )
})

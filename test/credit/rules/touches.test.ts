import { expect, test } from 'vitest'
import { credited, direct, order, shown } from './shop.js'

/** The models are the rules-based ones of Google Analytics; each figure is worked out by hand. */

const touch = (id: string, person: string, on: string, place?: string) => ({
  id,
  key: 'c7',
  person,
  on,
  ...(place !== undefined && { order: place }),
})
const sale = order({ on: '2026-03-31', order: '12:00', attributes: { customer: 'c7', line: 'a' } })
const three = [
  touch('t1', 'amina', '2026-03-03'),
  touch('t2', 'ben', '2026-03-17'),
  touch('t3', 'cai', '2026-03-24'),
]

function shares(model: object, touches: readonly object[], kind: object = {}, window = 30) {
  const rules = direct({ touches: { by: 'customer', window, model }, ...kind })
  return shown(credited(rules, [sale], { touches }), 'sales')
}

test.each([
  ['first', { kind: 'first' }, ['o1 direct amina 100.00']],
  ['last', { kind: 'last' }, ['o1 direct cai 100.00']],
  [
    'linear',
    { kind: 'linear' },
    ['o1 direct amina 33.333333', 'o1 direct ben 33.333333', 'o1 direct cai 33.333334'],
  ],
  [
    'position',
    { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' },
    ['o1 direct amina 40.00', 'o1 direct ben 20.00', 'o1 direct cai 40.00'],
  ],
  [
    'time decay: 1/8, 1/2 and 1 of each 13/8',
    { kind: 'time-decay', halfLife: 7 },
    ['o1 direct amina 7.692308', 'o1 direct ben 30.769231', 'o1 direct cai 61.538461'],
  ],
])('%s', (_, model, rows) => expect(shares(model, three)).toEqual(rows))

test('two touches have no middle, and one has all', () => {
  const model = { kind: 'position', first: '0.3', last: '0.1', middle: '0.6' }
  expect(shares(model, three.slice(0, 2))).toEqual(['o1 direct amina 75.00', 'o1 direct ben 25.00'])
  expect(shares(model, three.slice(0, 1))).toEqual(['o1 direct amina 100.00'])
})

test('those between share the middle, and touches of one person add up', () => {
  const model = { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' }
  const touches = [...three, touch('t4', 'ben', '2026-03-20'), touch('t5', 'amina', '2026-03-29')]
  expect(shares(model, touches)).toEqual([
    'o1 direct amina 80.00',
    'o1 direct ben 13.333333',
    'o1 direct cai 6.666667',
  ])
})

test('touches of a day without an order share their place; with one they have their own', () => {
  const [a, b] = [touch('t1', 'amina', '2026-03-24'), touch('t2', 'ben', '2026-03-24')]
  expect(shares({ kind: 'last' }, [a, b])).toEqual(['o1 direct amina 50.00', 'o1 direct ben 50.00'])
  const told = [
    { ...a, order: '16:00' },
    { ...b, order: '09:30' },
  ]
  expect(shares({ kind: 'last' }, told)).toEqual(['o1 direct amina 100.00'])
  expect(shares({ kind: 'first' }, told)).toEqual(['o1 direct ben 100.00'])
})

test('what comes after the sale does not count: another day, or later on the same', () => {
  const touches = [
    touch('t1', 'amina', '2026-03-31', '12:00'),
    touch('t2', 'ben', '2026-03-31', '12:01'),
    touch('t3', 'cai', '2026-04-01'),
    touch('t4', 'dan', '2026-03-31'),
  ]
  expect(shares({ kind: 'linear' }, touches)).toEqual([
    'o1 direct amina 50.00',
    'o1 direct dan 50.00',
  ])
})

test('the window counts days before the sale, 0 the same day alone', () => {
  const touches = [touch('t1', 'amina', '2026-03-01'), touch('t2', 'ben', '2026-03-31')]
  expect(shares({ kind: 'first' }, touches, {}, 30)).toEqual(['o1 direct amina 100.00'])
  expect(shares({ kind: 'first' }, touches, {}, 29)).toEqual(['o1 direct ben 100.00'])
  expect(shares({ kind: 'first' }, touches, {}, 0)).toEqual(['o1 direct ben 100.00'])
})

test('a sale that nobody touched is listed, refused or given to the house', () => {
  const model = { kind: 'linear' }
  const rules = (unowned?: unknown) =>
    direct({
      touches: { by: 'customer', window: 3, model },
      ...(unowned !== undefined && { unowned }),
    })
  const none = credited(rules(), [sale], { touches: three })
  expect(none.credits).toEqual([])
  expect(none.reconciliation).toEqual([{ finding: 'uncredited', deal: 'o1', credit: 'direct' }])
  expect(shown(credited(rules({ to: 'house' }), [sale], { touches: three }), 'sales')).toEqual([
    'o1 direct house 100.00',
  ])
  expect(() => credited(rules('refuse'), [sale], { touches: three })).toThrow(
    /nobody gets the credit/,
  )
})

test('a sale that the kind is not about is not listed', () => {
  const kind = { touches: { by: 'customer', window: 30, model: { kind: 'last' } } }
  const rules = direct({ ...kind, where: { line: ['b'] } })
  expect(credited(rules, [sale], { touches: three })).toEqual({ credits: [], reconciliation: [] })
})

test('a touch told late takes its part, on the day on which it was told', () => {
  const late = { ...touch('t4', 'dan', '2026-03-30'), recorded: '2026-04-08' }
  const rules = direct({ touches: { by: 'customer', window: 30, model: { kind: 'last' } } })
  const { credits } = credited(rules, [sale], { touches: [...three, late] })
  expect(
    credits.map(({ kind, person, sales, on, counts }) => [kind, person, sales, on, counts]),
  ).toEqual([
    ['order', 'cai', '100.00', '2026-03-31', '2026-03-31'],
    ['owner', 'cai', '-100.00', '2026-04-08', '2026-03-31'],
    ['owner', 'dan', '100.00', '2026-04-08', '2026-03-31'],
  ])
})

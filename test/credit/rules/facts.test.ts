import { expect, test } from 'vitest'
import { bySeller, credited, later, order } from './shop.js'

const sold = (id: string, on: string, members: object = {}) =>
  order({ id, on, attributes: { seller: 'li', customer: 'c7' }, ...members })

test('each row says how long after the deal it was, and after the day by which to pay', () => {
  const events = [
    sold('o1', '2026-01-31', { due: '2026-02-14' }),
    later('collection', { id: 'c1', on: '2026-02-10', amount: '30.00' }),
    later('invoice', { id: 'i1', on: '2026-02-28', due: '2026-03-15' }),
    later('collection', { id: 'c2', on: '2026-03-31', amount: '70.00' }),
    later('transfer', { id: 't1', on: '2026-04-01', from: 'li', to: 'wu' }),
  ]
  const { credits } = credited(bySeller, events)
  expect(
    credits.map(({ event, days, months, due, overdue }) => [event, days, months, due, overdue]),
  ).toEqual([
    ['o1', '0', '0', '2026-02-14', undefined],
    ['c1', '10', '0', '2026-02-14', '-4'],
    ['i1', '28', '1', '2026-03-15', undefined],
    ['c2', '59', '2', '2026-03-15', '16'],
    ...Array.from({ length: 5 }, () => ['t1', '60', '2', '2026-03-15', undefined]),
  ])
})

test('the customer’s purchases are counted as they became known', () => {
  const crediting = { ...bySeller, customer: 'customer' }
  const events = [
    sold('o3', '2026-03-20'),
    sold('o1', '2026-01-10'),
    sold('o2', '2026-02-09'),
    sold('late', '2026-01-02', { recorded: '2026-03-31' }),
    sold('b', '2026-03-20', { order: '2' }),
    sold('a', '2026-03-20', { order: '3' }),
    order({ id: 'other', attributes: { seller: 'li' } }),
    order({ id: 'bill', kind: 'invoice', attributes: { seller: 'li', customer: 'c7' } }),
  ]
  const { credits } = credited(crediting, events)
  const told = credits.map((row) => [
    row.event,
    row.purchase,
    row.customer_since,
    row.days_since_first,
    row.months_since_first,
    row.days_since_last,
  ])
  expect(told.sort((a, b) => Number(a[1] ?? 9) - Number(b[1] ?? 9))).toEqual([
    ['o1', '1', '2026-01-10', '0', '0', undefined],
    ['o2', '2', '2026-01-10', '30', '0', '30'],
    ['o3', '3', '2026-01-10', '69', '2', '39'],
    ['b', '4', '2026-01-10', '69', '2', '0'],
    ['a', '5', '2026-01-10', '69', '2', '0'],
    ['late', '6', '2026-01-02', '0', '0', '-77'],
    ['other', undefined, undefined, undefined, undefined, undefined],
    ['bill', undefined, undefined, undefined, undefined, undefined],
  ])
})

test('a row within the day comes deal by deal, and what comes back beside its sale', () => {
  const events = [
    sold('o1', '2026-01-10', { order: '09:00' }),
    sold('o2', '2026-01-10', { order: '10:00' }),
    later('refund', { id: 'r1', amount: '-10.00', order: '17:00' }),
    later('collection', { id: 'c1', on: '2026-01-10', order: '08:00' }),
  ]
  const { credits } = credited(bySeller, events)
  expect(credits.map(({ event, order: place }) => [event, place])).toEqual([
    ['o1', '09:00 o1 2026-01-10 09:00'],
    ['c1', '08:00 o1 2026-01-10 08:00'],
    ['r1', '09:00 o1 2026-02-03 17:00'],
    ['o2', '10:00 o2 2026-01-10 10:00'],
  ])
})

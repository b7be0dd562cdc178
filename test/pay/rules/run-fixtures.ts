import { input } from '../../../src/formula/index.js'
import type { Component } from '../../../src/pay/component.js'
import type { settle } from '../../../src/pay/settle.js'
import type { RunValues } from '../../../src/words/codes.js'
import {
  base,
  bookOf,
  cny,
  counting,
  dataOf,
  figure,
  order,
  person,
  reading,
  run,
  since,
  summing,
  told,
} from './paying.js'

const strict = reading('bonus', { from: 'figure', name: 'bonus' })
export const bonus = reading('bonus', { from: 'figure', name: 'bonus', missing: '0.00' })
export const sales = summing('sales')
export const given = dataOf([person('li', {}, { figures: [figure('bonus', '2026-03', '1.00')] })])
const orders = [order('a', '2026-03-05', '1.00'), order('b', '2026-03-06', '2.00')]
export const sold = dataOf([person('li')], { orders })
export const march = () => run(bookOf([bonus]), given, '2026-03')
const pot: Component = {
  component: 'pot',
  of: 'company',
  formula: input('x', cny, 2),
  reads: { x: { from: 'figure', name: 'pot' } },
}
const weight = counting('weight', { from: 'attribute', name: 'weight' })
const share = reading('share', {
  from: 'component',
  name: 'pot',
  among: { group: 'company', as: { share: 'weight' } },
})
const two = [person('li', { weight: '1' }), person('wu', { weight: '1' })]
const posts = (...teams: string[]) =>
  person(
    'li',
    {},
    {
      assignments: teams.map((team) => ({
        id: team,
        from: '2020-01-01',
        attributes: since({ team, bonus: team === 'red' ? '1.00' : '2.00' }),
      })),
    },
  )
const managed = (manager: string) =>
  dataOf([person('li', { manager }), person('wu', { manager: 'li' })])
const score = counting('score', { from: 'attribute', name: 'score', missing: '1' })
const among = (more: object) =>
  told('out', {
    from: 'component',
    name: 'score',
    among: { group: 'company', as: 'count', ...more },
  })

/** Every problem of a run, and one that has it. */
export const fixtures: Record<keyof RunValues, () => ReturnType<typeof settle>> = {
  'as-of-goes-back': () => run(bookOf([bonus]), given, '2026-04', march(), { asOf: '2026-03-30' }),
  'circle-below': () =>
    run(bookOf([score, among({ group: { below: 'manager' } })]), managed('wu'), '2026-03'),
  'divisor-differs': () => {
    // He moves to a team that has another norm, with another salary.
    const normed: Component = {
      ...base,
      reads: { ...base.reads, whole: { from: 'figure', name: 'norm' } },
    }
    const team = (value: string, norm: string) => ({
      of: { by: 'team', value },
      figures: [figure('norm', '2026-03', norm)],
    })
    const moved = [
      { from: '2020-01-01', value: 'red' },
      { from: '2026-03-11', value: 'blue' },
    ]
    const li = person(
      'li',
      {},
      {
        attributes: {
          team: moved,
          salary: [
            { from: '2020-01-01', value: '1.00' },
            { from: '2026-03-11', value: '2.00' },
          ],
        },
      },
    )
    return run(
      bookOf([normed]),
      dataOf([li], {}, [team('red', '20'), team('blue', '25')]),
      '2026-03',
    )
  },
  'failed-component': () =>
    run(
      bookOf([strict, reading('out', { from: 'component', name: 'bonus' })]),
      dataOf([person('li')]),
      '2026-03',
    ),
  'failed-member': () =>
    run(
      bookOf([
        strict,
        reading('out', {
          from: 'component',
          name: 'bonus',
          among: { group: 'company', as: 'sum' },
        }),
      ]),
      dataOf([person('li')]),
      '2026-03',
    ),
  'no-date': () =>
    run(
      bookOf([
        reading('sum', {
          from: 'records',
          of: 'orders',
          as: 'sum',
          value: 'amount',
          over: { since: { date: 'hired' } },
        }),
      ]),
      dataOf([person('li', { hired: 'soon' })], { orders }),
      '2026-03',
    ),
  'no-member': () =>
    run(
      bookOf([sales]),
      dataOf([person('li')], { orders: [order('a', '2026-03-05', 'x')] }),
      '2026-03',
    ),
  'no-rate': () =>
    run(
      bookOf([
        reading('abroad', {
          from: 'attribute',
          name: 'pay',
          convert: { from: { by: 'in' }, rates: 'fx' },
        }),
      ]),
      dataOf([person('li', { pay: '1.00', in: 'USD' })]),
      '2026-03',
    ),
  'no-version': () =>
    run(bookOf([{ from: '2026-04-01', value: bonus }]), given, '2026-04', march()),
  'not-in-book': () => run(bookOf([sales]), sold, '2026-04', march()),
  'not-next-period': () => run(bookOf([bonus]), given, '2026-09', march()),
  'not-ranked': () =>
    run(
      bookOf([score, among({ who: 'ahead', by: 'score', where: { team: ['red'] } })]),
      dataOf([person('li', { team: 'blue' })]),
      '2026-03',
    ),
  'openings-not-first': () =>
    run(bookOf([bonus]), given, '2026-04', march(), {
      openings: [
        {
          component: 'bonus',
          person: 'li',
          earned: { rhythm: 'month', period: '2026-02' },
          settled: '1.00',
          why: 'x',
        },
      ],
    }),
  'other-kind': () => run(bookOf([bonus]), given, '2026-Q1'),
  'parts-differ': () => {
    const of = (value: string) => {
      const each = { record: 'orders' } as const
      const part: Component = {
        ...reading('part', { from: 'record', name: value }),
        each,
      }
      const all: Component = {
        ...reading('all', { from: 'component', name: 'part', same: ['deal'], over: { last: 2 } }),
        each,
      }
      return bookOf([part, all], { retro: 0 })
    }
    const deal = { deal: 'd', cost: '2.00' }
    const first = [order('a', '2026-03-05', '1.00', deal)]
    const both = [...first, order('b', '2026-04-05', '1.00', deal)]
    const before = run(of('amount'), dataOf([person('li')], { orders: first }), '2026-03')
    return run(of('cost'), dataOf([person('li')], { orders: both }), '2026-04', before)
  },
  'several-totals': () =>
    run(
      bookOf([
        { ...pot, of: 'person', reads: { x: { from: 'attribute', name: 'worth' } } },
        weight,
        share,
      ]),
      dataOf([
        person('li', { weight: '1', worth: '1.00' }),
        person('wu', { weight: '1', worth: '2.00' }),
      ]),
      '2026-03',
    ),
  'several-values': () =>
    run(
      bookOf([reading('bonus', { from: 'attribute', name: 'bonus' })]),
      dataOf([posts('red', 'blue')]),
      '2026-03',
    ),
  'share-waits': () => {
    const of = bookOf([pot, weight, share])
    const worth = (...values: readonly [string, string?][]) =>
      dataOf(two, {}, [
        {
          of: 'company',
          figures: values.map(([value, recorded]) =>
            figure('pot', '2026-03', value, recorded === undefined ? {} : { recorded }),
          ),
        },
      ])
    const first = run(of, worth(['10.00']), '2026-03')
    return run(of, worth(['10.00'], ['20.00', '2026-04-01']), '2026-03', first, {
      asOf: '2026-04-02',
      only: ['li'],
    })
  },
  'unclear-assignment': () =>
    run(
      bookOf([{ ...sales, of: 'assignment' }]),
      dataOf([posts('red', 'blue')], { orders }),
      '2026-03',
    ),
  'unread-figure': () =>
    run(
      bookOf([base], { unreadFigures: 'refuse' }),
      dataOf([
        person(
          'li',
          { salary: '100.00' },
          { figures: [{ name: 'bonsu', period: '2026-03', value: '1' }] },
        ),
      ]),
      '2026-03',
    ),
  'vanished-figures': () => run(bookOf([bonus]), dataOf([person('li')]), '2026-04', march()),
  'vanished-records': () =>
    run(
      bookOf([sales]),
      dataOf([person('li')], { orders: orders.slice(1) }),
      '2026-04',
      run(bookOf([sales]), sold, '2026-03'),
    ),
  'version-changed': () => {
    const of = (component: Component) => bookOf([component], { retro: 0 })
    const refund = order('r', '2026-04-05', '-1.00', { counts: '2026-03-05' })
    const data = dataOf([person('li')], { orders: [...orders, refund] })
    const changed = { ...sales, clause: '2' }
    return run(of(changed), data, '2026-04', run(of(sales), data, '2026-03'))
  },
}

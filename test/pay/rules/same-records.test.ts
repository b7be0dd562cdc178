import { describe, expect, it } from 'vitest'
import { renderText } from '../../../src/index.js'
import type { Component, Over } from '../../../src/pay/component.js'
import { parseData } from '../../../src/pay/data-schema.js'
import { explain } from '../../../src/pay/explain.js'
import { settle } from '../../../src/pay/settle.js'
import { bookOf, dataOf, lines, order, person, reading, run, runs, withheld } from './paying.js'

const months = ['2026-01', '2026-02', '2026-03']
const orders = [
  order('a', '2026-01-05', '1.00', { deal: 'x' }),
  order('b', '2026-01-06', '2.00', { deal: 'y' }),
  order('c', '2026-02-05', '4.00', { deal: 'x' }),
  order('d', '2026-02-06', '8.00', { deal: 'z' }),
  order('e', '2026-03-05', '16.00', { deal: 'x' }),
  order('f', '2026-03-06', '32.00', { deal: 'z' }),
  order('g', '2026-03-07', '64.00'),
]
const each = { record: 'orders' } as const
const part: Component = {
  ...reading('part', { from: 'record', name: 'amount' }, { each }),
}
const reader = (over?: Over, more: Partial<Component> = {}, missing?: string) =>
  reading(
    'reader',
    { from: 'component', name: 'part', same: ['deal'], ...(over && { over }) },
    { each, ...more },
    missing,
  )
const read = (component: Component, period = '2026-03', ...others: Component[]) => {
  const made = run(bookOf([part, component, ...others]), dataOf([person('li')], { orders }), period)
  const line = made.lines.find((found) => found.component === 'reader')
  return line?.parts.map(({ record, amount }) => `${record} ${amount}`)
}

describe('a component read for the same records', () => {
  it.each<[Over | undefined, string, string]>([
    [undefined, '16.00', '32.00'],
    ['period', '16.00', '32.00'],
    ['before', '4.00', '8.00'],
    [{ ago: 2 }, '1.00', '0.00'],
    [{ last: 2 }, '20.00', '40.00'],
    [{ since: 'ever' }, '21.00', '40.00'],
    [{ since: 'ever', through: 'before' }, '5.00', '8.00'],
  ])('over %j, and of records that say no deal nothing', (over, x, z) => {
    expect(read(reader(over))).toEqual([`e ${x}`, `f ${z}`, 'g 0.00'])
  })

  it('by what other rows have in common, which differ from the own', () => {
    const byDeal = reader({ since: 'ever' }, { each: { ...each, by: 'id' } })
    expect(read(byDeal)).toEqual(['e 21.00', 'f 40.00', 'g 0.00'])
    const sums = reader({ since: 'ever' })
    const whole: Component = {
      ...part,
      each: { ...each, where: { deal: ['x', 'z'] }, by: 'deal' },
      reads: { x: { from: 'records', of: 'orders', as: 'sum', value: 'amount', same: ['deal'] } },
    }
    const made = run(bookOf([whole, sums]), dataOf([person('li')], { orders }), '2026-03')
    const line = made.lines.find(({ component }) => component === 'reader')
    expect(line?.parts.map(({ amount }) => amount)).toEqual(['21.00', '40.00', '0.00'])
  })

  it('of a closed period as it was known then, and as it was settled', () => {
    const late = order('h', '2026-01-07', '128.00', { deal: 'x', recorded: '2026-03-01' })
    const made = runs(
      bookOf([part, reader({ since: 'ever' })], { retro: 1 }),
      dataOf([person('li')], { orders: [...orders, late] }),
      months,
    )
    expect(made.flatMap(lines).filter((line) => line.startsWith('reader'))).toEqual([
      'reader li 2026-01 3.00',
      'reader li 2026-02 13.00',
      'reader li 2026-03 61.00',
    ])
  })

  it('of a period before the first run from the records that are given', () => {
    expect(read(reader({ since: 'ever' }))?.[0]).toBe('e 21.00')
    const made = run(
      bookOf([part, reader('before')]),
      dataOf([person('li')], { orders }),
      '2026-03',
      'first',
      {
        openings: [
          {
            component: 'part',
            person: 'li',
            earned: { rhythm: 'month', period: '2026-02' },
            settled: '99.00',
            why: 'moved from another system',
          },
        ],
      },
    )
    expect(made.lines.at(-1)?.parts.map(({ amount }) => amount)).toEqual(['4.00', '8.00', '0.00'])
  })

  it('of a component that keeps other periods open', () => {
    const own = { ...part, retro: 2 }
    const late = order('h', '2026-02-07', '128.00', { deal: 'x', recorded: '2026-03-01' })
    const made = runs(
      bookOf([own, reader({ since: 'ever' })], { retro: 0 }),
      dataOf([person('li')], { orders: [...orders, late] }),
      months,
    )
    expect(made.flatMap(lines).at(-1)).toBe('reader li 2026-03 189.00')
  })

  it('fails where what it reads fails, and reads it anew once that is mended', () => {
    const bad = order('b', '2026-01-06', 'two', { deal: 'y' })
    const told = [bad, ...orders.filter(({ id }) => id !== 'b')]
    const mended = order('b', '2026-01-06', '2.00', { deal: 'y', recorded: '2026-03-08' })
    const of = bookOf([part, reader({ since: 'ever' })], { retro: 0 })
    const data = dataOf([person('li')], { orders: [...told, mended] })
    const made = runs(of, data, months)
    expect(made.map(withheld)).toEqual([
      ['part li 2026-01 not-a-number', 'reader li 2026-01 failed-component'],
      [
        'part li 2026-01 not-a-number',
        'reader li 2026-02 failed-component',
        'reader li 2026-01 failed-component',
      ],
      [],
    ])
    expect(made.flatMap(lines).slice(-4)).toEqual([
      'part li 2026-01 3.00',
      'reader li 2026-03 61.00',
      'reader li 2026-01 3.00',
      'reader li 2026-02 13.00',
    ])
  })

  it('of a component without a line tells why that failed', () => {
    const { pays: _, ...unpaid } = part
    const bad = [order('a', '2026-01-05', 'one', { deal: 'x' })]
    const made = run(bookOf([unpaid, reader()]), dataOf([person('li')], { orders: bad }), '2026-01')
    expect(withheld(made)).toEqual(['reader li 2026-01 failed-component not-a-number'])
  })
})

describe('what a component came to for the same records', () => {
  const of = bookOf([part, reader({ since: 'ever' })], { retro: 0 })
  const sold = [order('a', '2026-01-05', '1.00', { deal: 'x' })]
  const more = [...sold, order('c', '2026-02-05', '4.00', { deal: 'x' })]

  it('is of who was employed then', () => {
    const later = person('wu', {}, { employment: [{ from: '2026-02-01' }] })
    const records = more.map((each) => ({ ...each, person: 'wu' }))
    const made = run(of, dataOf([person('li'), later], { orders: records }), '2026-02')
    expect(lines(made)).toContain('reader wu 2026-02 4.00')
  })

  it('is no longer known where a closed month has no row any more', () => {
    const employed = (from: string) => person('li', {}, { employment: [{ from }] })
    const first = run(of, dataOf([employed('2026-01-01')], { orders: sold }), '2026-01')
    const data = dataOf([employed('2026-02-01')], { orders: more })
    expect(withheld(run(of, data, '2026-02', first))).toEqual([
      'reader li 2026-02 failed-component parts-differ',
    ])
  })

  it('is told with what it is read of', () => {
    const data = parseData(dataOf([person('li')], { orders: more }))
    const first = settle(of, data, { period: '2026-01', before: 'first' })
    const made = settle(of, data, { period: '2026-02', before: first })
    const told = (locale: 'en' | 'zh-CN') =>
      renderText(
        explain(of, data, made, { component: 'reader', person: 'li', period: '2026-02', locale }),
      )
    expect(told('en')).toContain('part, x, 2026-01: 1.00 CNY')
    expect(told('en')).toContain('What it came to for records like these')
    expect(told('zh-CN')).toContain('其中同类记录所得的部分')
  })
})

describe('records of some days earlier', () => {
  const sum = (days: number): Component => ({
    ...reading('sum', {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      over: { ago: { days } },
    }),
  })
  it.each([
    [1, '2026-02', '12.00'],
    [30, '2026-02', '3.00'],
    [26, '2026-01', '1.00'],
    [37, '2026-03', '12.00'],
    [54, '2026-03', '6.00'],
    [55, '2026-03', '3.00'],
  ])('%i days, in %s', (days, period, expected) => {
    const made = run(bookOf([sum(days)]), dataOf([person('li')], { orders }), period)
    expect(lines(made)).toEqual([`sum li ${period} ${expected}`])
  })

  it('fall into one period each, and none is left out', () => {
    const held = { ...part, each: { ...each, over: { ago: { days: 45 } } } }
    const made = runs(bookOf([held]), dataOf([person('li')], { orders }), [...months, '2026-04'])
    const records = made.flatMap(({ period, lines: all }) =>
      all
        .filter(({ earned }) => earned.period === period)
        .flatMap(({ parts }) => parts.map(({ record }) => `${period} ${record}`)),
    )
    expect(records).toEqual([
      '2026-02 a',
      '2026-02 b',
      '2026-03 c',
      '2026-03 d',
      '2026-04 e',
      '2026-04 f',
      '2026-04 g',
    ])
  })
})

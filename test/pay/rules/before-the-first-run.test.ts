import { describe, expect, test } from 'vitest'
import {
  bookOf,
  dataOf,
  lines,
  order,
  person,
  reading,
  run,
  runs,
  since,
  summing,
  withheld,
} from './paying.js'

const sold = summing('sold')

describe('before the first run', () => {
  const refund = order('2', '2026-03-05', '-4.00', { counts: '2026-01-10' })

  test('what cannot be told of an earlier period withholds what news changes in it', () => {
    const orders = [
      { id: '1', on: '2026-01-10', person: 'li' },
      { ...order('1', '2026-03-06', '9.00'), recorded: '2026-03-06' },
    ]
    const made = run(bookOf([sold]), dataOf([person('li')], { orders }), '2026-03')
    expect(withheld(made)).toEqual(['sold li 2026-01 no-member'])
    const openings = [
      {
        component: 'sold',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-01' },
        settled: '9.00',
        why: 'x',
      },
    ]
    const opened = run(bookOf([sold]), dataOf([person('li')], { orders }), '2026-03', 'first', {
      openings,
    })
    expect(withheld(opened)).toEqual(['sold li 2026-01 no-member'])
  })

  test('what was brought along of a month without a row stands', () => {
    const openings = [
      {
        component: 'sold',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-01' },
        settled: '9.00',
        why: 'x',
      },
    ]
    const late = person('li', {}, { employment: [{ from: '2026-03-01' }] })
    const year = reading('year', { from: 'component', name: 'sold', over: { since: 'year' } })
    const made = run(
      bookOf([sold, year]),
      dataOf([late], { orders: [refund] }),
      '2026-03',
      'first',
      { openings },
    )
    expect(lines(made)).toEqual(['sold li 2026-03 0.00', 'year li 2026-03 9.00'])
  })

  test('an opening of a post is of that post', () => {
    const post = reading('post', { from: 'attribute', name: 'allowance' }, { of: 'assignment' })
    const assignments = [
      { id: 'desk', from: '2020-01-01', attributes: since({ allowance: '7.00' }) },
    ]
    const opening = {
      component: 'post',
      person: 'li',
      assignment: 'desk',
      settled: '3.00',
      why: 'x',
    }
    const openings = [{ ...opening, earned: { rhythm: 'month', period: '2026-03' } }]
    const data = dataOf([person('li', {}, { assignments })])
    const made = run(bookOf([post]), data, '2026-03', 'first', { openings })
    expect(lines(made)).toEqual(['post li/desk 2026-03 4.00'])
  })

  describe('what counts in a later period is not what an earlier one came to', () => {
    const early = order('1', '2026-01-12', '9.00', { counts: '2026-03-03', made: '2026-01-13' })
    const news = order('2', '2026-04-25', '4.00', { counts: '2026-04-17', made: '2026-01-14' })
    const taken = { ...news, recorded: '2026-04-30', void: true as const }
    // Told in good time: by then the first run knows it.
    const dated = (...values: readonly (readonly [from: string, value: string])[]) =>
      values.map(([from, value]) => ({ from, value, recorded: '2026-02-10' }))

    test.each([
      ['of whoever is employed', {}, {}],
      ['of whoever meets a condition', { eligible: { where: { grade: ['A'] } } }, {}],
      [
        'of who met it again',
        { eligible: { where: { grade: ['A'] } } },
        { grade: dated(['2020-01-01', 'A'], ['2026-02-01', 'B'], ['2026-03-01', 'A']) },
      ],
    ])('%s', (_, more, attributes) => {
      const li = person('li', { grade: 'A' })
      const data = dataOf([{ ...li, attributes: { ...li.attributes, ...attributes } }], {
        orders: [early, news, taken],
      })
      const all = runs(bookOf([{ ...sold, ...more }], { retro: 1 }), data, [
        '2026-02',
        '2026-03',
        '2026-04',
      ])
      expect(all.flatMap(lines).filter((line) => !line.endsWith(' 0.00'))).toEqual([
        'sold li 2026-03 9.00',
      ])
    })

    test('of who had left, it is', () => {
      const employment = [{ from: '2020-01-01', to: '2026-01-20' }]
      const data = dataOf([person('li', {}, { employment })], { orders: [early, news] })
      const all = runs(bookOf([sold], { retro: 1 }), data, ['2026-02', '2026-03', '2026-04'])
      expect(all.flatMap(lines)).toEqual(['sold li 2026-01 4.00'])
    })
  })
})

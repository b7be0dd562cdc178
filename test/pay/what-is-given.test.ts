import { describe, expect, it } from 'vitest'
import { parseData, parseRun, type Run, settle } from '../../src/pay/index.js'
import { digestOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { base, bookOf, dataOf, person, quarterly, reading, run } from './rules/paying.js'

const book = bookOf([base])
const json = dataOf([person('li', { salary: '3000.00' })])
const data = parseData(json)
const march = settle(book, data, { period: '2026-03', before: 'first' })
const request = { period: '2026-04', before: march }
const asked = (change: object | null) =>
  found(() => settle(book, data, (change && { ...request, ...change }) as typeof request))
/** A run that was changed, its digest made anew. */
const forged = (change: (run: Run) => object): Run => {
  const { digest: _, ...content } = march
  const made = { ...content, ...change(march) }
  return { ...made, digest: digestOf(made) } as Run
}

describe('what a run is given from JavaScript', () => {
  it.each([null, undefined, 7, 'x', [], {}, json, { ...data }, JSON.parse(JSON.stringify(data))])(
    'A24 data that parseData has not read are refused: %j',
    (odd) => {
      expect(found(() => settle(book, odd as never, request))).toEqual([['unread-data', 'data']])
    },
  )

  it.each([null, undefined, 7, [], {}, { components: {} }, { ...book, tagged: {} }])(
    'A24 what is no book is refused: %j',
    (odd) => {
      expect(found(() => settle(odd as never, data, request))).toEqual([['unread-book', 'book']])
    },
  )

  it.each<[string, object | null, string, string]>([
    ['no request', null, 'wrong-type', ''],
    ['no period', { period: undefined }, 'missing', 'period'],
    ['a period of null', { period: null }, 'wrong-type', 'period'],
    ['a period that is an object', { period: { name: '2026-04' } }, 'wrong-type', 'period'],
    ['a day that is a number', { asOf: 7 }, 'wrong-type', 'asOf'],
    ['people that are one text', { only: 'li' }, 'wrong-type', 'only'],
    ['people that are numbers', { only: [7] }, 'wrong-type', 'only[0]'],
    ['openings that are none', { openings: {} }, 'wrong-type', 'openings'],
    ['an opening of nothing', { openings: [null] }, 'wrong-type', 'openings[0]'],
    [
      'an opening of no period',
      { openings: [{ component: 'base', why: 'x' }] },
      'missing',
      'openings[0].earned',
    ],
    [
      'A25 an opening that is a number',
      {
        openings: [
          {
            component: 'base',
            person: 'li',
            earned: { rhythm: 'month', period: '2026-03' },
            settled: 5,
            why: 'x',
          },
        ],
      },
      'wrong-type',
      'openings[0].settled',
    ],
    ['a misspelt key', { before: undefined, befor: march }, 'unknown-key', 'befor'],
    ['no run before', { before: undefined }, 'no-before', 'before'],
    ['a run before of null', { before: null }, 'wrong-type', 'before'],
    ['a run before of another word', { before: 'frist' }, 'wrong-type', 'before'],
    ['a run before that is a list', { before: [march] }, 'wrong-type', 'before'],
    ['a run before that is empty', { before: {} }, 'missing', 'before.format'],
    [
      'a run before that is cut short',
      { before: { ...march, state: undefined } },
      'wrong-type',
      'before.state',
    ],
    [
      'a run before that was changed',
      { before: { ...march, lines: [] } },
      'changed-run',
      'before.digest',
    ],
  ])('A24 %s is refused', (_, change, code, path) => {
    const [first] = asked(change)
    expect(first?.[0]).toMatch(code === 'wrong-type' ? /^(wrong-type|missing)$/ : code)
    expect(first?.[1]).toBe(path)
  })

  it('goes on from a run that was stored', () => {
    const stored = JSON.parse(JSON.stringify(march))
    const april = settle(book, data, request)
    expect(settle(book, data, { ...request, before: stored })).toEqual(april)
    expect(settle(book, data, { ...request, before: parseRun(stored) })).toEqual(april)
  })

  it('F4 goes on from no run of another currency, rhythm or calendar', () => {
    const goesOn = (of: Parameters<typeof bookOf>[1], before: Run = march, period = '2026-04') =>
      found(() => settle(bookOf([base], of), data, { period, before }))
    expect(goesOn({ rhythms: { quarter: { kind: 'quarter' } } }, march, '2026-Q2')).toEqual([
      ['before-in-rhythm', 'before.rhythm'],
    ])
    expect(
      goesOn(
        {},
        forged(() => ({ currency: 'JPY' })),
      ),
    ).toEqual([['before-in-currency', 'before.currency']])
    const from26 = { kind: 'gregorian', startMonth: 1, startDay: 26 } as const
    expect(goesOn({ rhythms: { month: { kind: 'month', calendar: from26 } } })).toEqual([
      ['before-of-days', 'before.lines[0]'],
    ])
    expect(goesOn({ rhythms: { month: { kind: 'quarter' } } }, march, '2026-Q2')).toEqual([
      ['before-of-periods', 'before'],
    ])
  })

  it('F4 goes on from nothing that was settled by a rhythm that the book has no more', () => {
    const bonus = reading('bonus', { from: 'attribute', name: 'salary' }, { period: 'quarter' })
    const both = bookOf([base, bonus], { rhythms: quarterly })
    const before = run(both, json, '2026-03')
    expect(found(() => settle(book, data, { period: '2026-04', before }))).toEqual([
      ['before-of-periods', 'before'],
    ])
  })

  it('goes on from lines for days outside of their period, and from none across its end', () => {
    const away = (from: string, to: string, record?: string) =>
      forged(({ lines }) => ({
        lines: lines.map((line) => ({
          ...line,
          parts: line.parts.map((part) => ({ ...part, from, to, ...(record && { record }) })),
        })),
      }))
    const next = (before: Run) => found(() => settle(book, data, { period: '2026-04', before }))
    expect(next(away('2026-02-28', '2026-02-28'))).toEqual([])
    expect(next(away('2026-02-28', '2026-03-31', 'o1'))).toEqual([])
    expect(next(away('2026-02-28', '2026-03-01'))).toEqual([['before-of-days', 'before.lines[0]']])
    expect(next(away('2026-03-31', '2026-04-01'))).toEqual([['before-of-days', 'before.lines[0]']])
    const earlier = forged(({ lines }) => ({
      lines: lines.map((line) => ({ ...line, earned: { rhythm: 'month', period: '2026-02' } })),
    }))
    expect(next(earlier)).toEqual([])
  })
})

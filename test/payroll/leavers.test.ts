import { describe, expect, test } from 'vitest'
import type { Run } from '../../src/pay/index.js'
import { parseRunData, run } from '../../src/payroll/index.js'
import { bookOf, policy } from './policies.js'

const since = (value: string, from = '2020-01-01') => [{ from, value }]
const base = policy('salary', 'base', { prorated: true })
const off = policy('adjustments', 'off', {})

/** What months pay Li, what they leave over and what came too late to count. */
function months(
  person: object,
  names: readonly string[],
  {
    records = {},
    policies = [base, off],
    ...more
  }: { records?: object; policies?: readonly ReturnType<typeof policy>[]; retro?: number } = {},
) {
  const book = bookOf(policies, more)
  const li = {
    id: 'li',
    employment: [{ from: '2020-01-01' }],
    attributes: { base: since('3100.00') },
    ...person,
  }
  const { data } = parseRunData(book, { people: [li], records: { adjustments: [], ...records } })
  let before: Run | 'first' = 'first'
  return names.map((period) => {
    const made: Run = run(book, data, { period, before })
    before = made
    return {
      lines: made.lines.flatMap(({ component, earned, amount }) =>
        Number(amount) === 0 ? [] : [`${component} ${earned.period} ${amount}`],
      ),
      left: made.leftOver.map(
        ({ component = 'payment', owner, value }) => `${component} ${owner.person} ${value}`,
      ),
      late: made.late.map(({ key, period: of }) => `${key} ${of}`),
    }
  })
}

const leaving = (to: string, recorded: string) => ({
  employment: [{ from: '2020-01-01' }, { from: '2020-01-01', to, recorded }],
})

describe('who left, and was paid on before it was told', () => {
  test('owes what no later payment can be less by', () => {
    const [march, april, may] = months(leaving('2026-03-10', '2026-04-03'), [
      '2026-03',
      '2026-04',
      '2026-05',
    ])
    expect(march).toEqual({ lines: ['base 2026-03 3100.00'], left: [], late: [] })
    expect(april).toEqual({
      lines: ['base 2026-03 -2100.00'],
      left: ['payment li -2100.00'],
      late: [],
    })
    expect(may).toEqual({ lines: [], left: [], late: [] })
  })

  test('owes what is left of it, where something is paid to them too', () => {
    const adjustments = [
      {
        id: 'a',
        person: 'li',
        on: '2026-03-09',
        recorded: '2026-04-20',
        amount: '500.00',
        reason: 'Leave days',
      },
    ]
    const [, april] = months(leaving('2026-03-10', '2026-04-03'), ['2026-03', '2026-04'], {
      records: { adjustments },
    })
    expect(april?.left).toEqual(['payment li -1600.00'])
    const more = [{ ...adjustments[0], amount: '2100.00' }]
    expect(
      months(leaving('2026-03-10', '2026-04-03'), ['2026-03', '2026-04'], {
        records: { adjustments: more },
      })[1]?.left,
    ).toEqual([])
  })

  test('owes it at the end of a month in which they were still there', () => {
    const adjustments = [
      { id: 'a', person: 'li', on: '2026-04-02', amount: '-2500.00', reason: 'Advance' },
    ]
    const [, april] = months(leaving('2026-04-10', '2026-04-03'), ['2026-03', '2026-04'], {
      records: { adjustments },
    })
    expect(april).toEqual({
      lines: ['base 2026-04 1033.33', 'off 2026-04 -2500.00'],
      left: ['payment li -1466.67'],
      late: [],
    })
  })

  test.each([
    ['who is still there', {}],
    ['who leaves later', { employment: [{ from: '2020-01-01', to: '2026-05-31' }] }],
    [
      'who has come back',
      { employment: [{ from: '2020-01-01', to: '2025-12-31' }, { from: '2026-02-01' }] },
    ],
  ])('%s has months to come', (_, person) => {
    const adjustments = [
      { id: 'a', person: 'li', on: '2026-03-02', amount: '-9000.00', reason: 'Advance' },
    ]
    expect(months(person, ['2026-03'], { records: { adjustments } })[0]?.left).toEqual([])
  })
})

describe('a leaving that is told late', () => {
  const names = ['2026-01', '2026-02', '2026-03', '2026-04']
  test('is not told as late where all of its days count', () => {
    const all = months(leaving('2026-02-10', '2026-04-03'), names, { retro: 2 })
    expect(all.map(({ late }) => late)).toEqual([[], [], [], []])
    expect(all[3]?.lines).toEqual(['base 2026-02 -1992.86', 'base 2026-03 -3100.00'])
  })

  test('is, of the first day that is closed', () => {
    const all = months(leaving('2026-02-10', '2026-04-03'), names, { retro: 1 })
    expect(all[3]?.late).toEqual(['li 2020-01-01 2026-02'])
    expect(all[3]?.lines).toEqual(['base 2026-03 -3100.00'])
  })

  test.each([
    [
      'a leaving that is taken back',
      [
        { from: '2020-01-01', to: '2026-02-10' },
        { from: '2020-01-01', recorded: '2026-04-03' },
      ],
      ['li 2020-01-01 2026-02'],
    ],
    [
      'another last day',
      [
        { from: '2020-01-01', to: '2026-03-20' },
        { from: '2020-01-01', to: '2026-02-20', recorded: '2026-04-03' },
      ],
      ['li 2020-01-01 2026-02'],
    ],
    [
      'a later one',
      [
        { from: '2020-01-01', to: '2026-03-20' },
        { from: '2020-01-01', to: '2026-03-25', recorded: '2026-04-03' },
      ],
      [],
    ],
    [
      'the same once more',
      [{ from: '2020-01-01' }, { from: '2020-01-01', recorded: '2026-04-03' }],
      [],
    ],
    [
      'an employment that was never one',
      [{ from: '2020-01-01' }, { from: '2020-01-01', void: true, recorded: '2026-04-03' }],
      ['li 2020-01-01 2020-01'],
    ],
    [
      'one that nobody knew',
      [
        { from: '2020-01-01', to: '2025-12-31' },
        { from: '2026-02-10', recorded: '2026-04-03' },
      ],
      ['li 2026-02-10 2026-02'],
    ],
  ])('%s', (_, employment, late) => {
    expect(months({ employment }, names, { retro: 1 })[3]?.late).toEqual(late)
  })

  test('so is an absence, or a post, from the first day that changes', () => {
    const absence = { id: 'a', from: '2026-02-02', kind: 'sick' }
    const post = { id: 'desk', attributes: {}, from: '2026-02-02' }
    const person = (to: string, again: string, more: object = {}) => ({
      absences: [
        { ...absence, to },
        { ...absence, ...more, to: again, recorded: '2026-04-03' },
      ],
      assignments: [
        { ...post, to },
        { ...post, ...more, to: again, recorded: '2026-04-03' },
      ],
    })
    const told = (...of: Parameters<typeof person>) =>
      months(person(...of), names, { retro: 1 })[3]?.late
    expect(told('2026-03-05', '2026-03-09')).toEqual([])
    expect(told('2026-02-05', '2026-02-09')).toEqual(['li a 2026-02', 'li desk 2026-02'])
    expect(told('2026-03-05', '2026-03-09', { from: '2026-01-30' })).toEqual([
      'li a 2026-01',
      'li desk 2026-01',
    ])
    expect(told('2026-03-05', '2026-03-09', { from: '2026-02-03' })).toEqual([
      'li a 2026-02',
      'li desk 2026-02',
    ])
  })
})

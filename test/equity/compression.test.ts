import { describe, expect, test } from 'vitest'
import { compression, type Person, payBesideManagers } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { hourly } from './company.js'

const person = (
  id: string,
  pay: string,
  tenure: string,
  attributes: Readonly<Record<string, string>> = {},
): Person => ({
  id,
  attributes: { job: 'agent', ...attributes },
  amounts: { hourly: pay },
  measures: { tenure },
})

const agents = [
  person('old-b', '20.00', '3'),
  person('old-a', '21.00', '10.5'),
  person('between', '1.00', '1'),
  person('new-b', '21.00', '0'),
  person('new-a', '22.00', '0.99'),
]

describe('compression', () => {
  const jobs = (change: Partial<Parameters<typeof compression>[0]> = {}) =>
    compression({
      people: agents,
      pay: hourly,
      job: 'job',
      tenure: 'tenure',
      newBelow: '1',
      tenuredFrom: '3',
      minimum: 1,
      ...change,
    })

  test('medians of new hires beside the tenured, and who is paid less than a new hire', () => {
    expect(jobs()).toEqual([
      {
        job: 'agent',
        ratio: '1.048780',
        inversions: [
          { person: 'old-a', paidLessThan: ['new-a'] },
          { person: 'old-b', paidLessThan: ['new-a', 'new-b'] },
        ],
      },
    ])
  })

  test('jobs stand alone, in order, and a job without inversions has none', () => {
    const other = [
      person('x', '1.00', '0', { job: 'aide' }),
      person('y', '2.00', '5', { job: 'aide' }),
    ]
    expect(jobs({ people: [...agents, ...other] })).toMatchObject([
      { job: 'agent' },
      { job: 'aide', ratio: '0.500000', inversions: [] },
    ])
  })

  test('the order of people changes nothing', () => {
    expect(jobs({ people: agents.toReversed() })).toEqual(jobs())
  })

  test('few people, or nobody, on a side suppress the ratio', () => {
    expect(jobs({ minimum: 3 })[0]?.ratio).toEqual({ suppressed: 'small-group', minimum: 3 })
    expect(jobs({ newBelow: 0 })[0]?.ratio).toEqual({ suppressed: 'small-group', minimum: 1 })
    const unpaid = [person('o', '0', '9'), person('n', '1', '0')]
    expect(jobs({ people: unpaid })[0]?.ratio).toEqual({ suppressed: 'zero-reference' })
    expect(jobs({ people: unpaid, pay: { ...hourly, missing: 'leave-out' } })[0]?.ratio).toEqual({
      suppressed: 'small-group',
      minimum: 1,
    })
  })

  test.each([
    [{ newBelow: '1e1' }, [['not-a-number', 'newBelow']]],
    [
      { newBelow: 0.5, tenuredFrom: 'x' },
      [
        ['not-a-number', 'newBelow'],
        ['not-a-number', 'tenuredFrom'],
      ],
    ],
    [
      { people: [{ id: 'x', attributes: {}, amounts: {} }] },
      [
        ['missing-attribute', 'people[0].attributes'],
        ['missing-amount', 'people[0].amounts'],
        ['missing-measure', 'people[0].measures'],
      ],
    ],
  ])('%j is refused', (change, expected) => {
    expect(found(() => jobs(change))).toEqual(expected)
  })
})

describe('payBesideManagers', () => {
  const team = [
    person('boss', '40.00', '9'),
    person('lead', '38.00', '5', { manager: 'boss' }),
    person('low', '20.00', '5', { manager: 'boss' }),
    person('high', '39.00', '5', { manager: 'lead' }),
    person('also', '38.00', '5', { manager: 'lead' }),
  ]
  const ratios = (people: readonly Person[], from: string) =>
    payBesideManagers({ people, pay: hourly, manager: 'manager', from })

  test('who is paid at least so much of what the manager is', () => {
    expect(ratios(team, '0.95')).toEqual([
      { manager: 'boss', report: 'lead', ratio: '0.950000' },
      { manager: 'lead', report: 'also', ratio: '1.000000' },
      { manager: 'lead', report: 'high', ratio: '1.026316' },
    ])
    expect(ratios(team, '0.9500001').map(({ report }) => report)).toEqual(['also', 'high'])
    expect(ratios(team.toReversed(), '0')).toEqual(ratios(team, '0'))
  })

  test('a manager paid nothing gives no ratio', () => {
    const people = [person('boss', '0', '9'), person('x', '1', '1', { manager: 'boss' })]
    expect(ratios(people, '1')).toEqual([
      { manager: 'boss', report: 'x', ratio: { suppressed: 'zero-reference' } },
    ])
  })

  test('an unknown manager and a bad limit are refused', () => {
    const people = [...team, person('x', '1', '1', { manager: 'bos' })]
    expect(found(() => ratios(people, 'much'))).toEqual([['not-a-number', 'from']])
    expect(found(() => ratios(people, '1'))).toEqual([
      ['unknown-person', 'people[5].attributes.manager'],
    ])
    expect(
      describeProblems(
        problemsOf(() => ratios(people, '1')),
        'zh-CN',
      ),
    ).toBe('people[5].attributes.manager：主管“bos”不在人员名单中。请加入主管，或改正标识。')
  })
})

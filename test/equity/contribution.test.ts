import { describe, expect, test } from 'vitest'
import { contributionShares, type Person } from '../../src/equity/index.js'
import { found } from '../found.js'
import { hourly } from './company.js'

const person = (
  id: string,
  department: string,
  amounts: Readonly<Record<string, string>>,
): Person => ({
  id,
  attributes: { department },
  amounts,
})

const people = [
  person('a', 'operations', { hourly: '60', sales: '900' }),
  person('b', 'operations', { hourly: '20', sales: '100' }),
  person('c', 'service', { hourly: '10', assisted: '400' }),
  person('d', 'service', { hourly: '10', assisted: '100' }),
  person('e', 'support', { hourly: '0' }),
]

const shares = (change: Partial<Parameters<typeof contributionShares>[0]> = {}) =>
  contributionShares({
    people,
    pay: hourly,
    department: 'department',
    direct: ['sales'],
    indirect: ['assisted'],
    minimum: 1,
    ...change,
  })

describe('contributionShares', () => {
  test('pay beside what is brought in, with and without indirect revenue', () => {
    expect(shares()).toEqual([
      {
        department: 'operations',
        people: 2,
        peopleShare: '0.400000',
        payShare: '0.800000',
        directShare: '1.000000',
        contributionShare: '0.666667',
        payToContribution: '1.200000',
      },
      {
        department: 'service',
        people: 2,
        peopleShare: '0.400000',
        payShare: '0.200000',
        directShare: '0.000000',
        contributionShare: '0.333333',
        payToContribution: '0.600000',
      },
      {
        department: 'support',
        people: 1,
        peopleShare: '0.200000',
        payShare: '0.000000',
        directShare: '0.000000',
        contributionShare: '0.000000',
        payToContribution: { suppressed: 'zero-reference' },
      },
    ])
  })

  test('the order of people changes nothing', () => {
    expect(shares({ people: people.toReversed() })).toEqual(shares())
  })

  test('small departments are suppressed, and count in the shares of the others', () => {
    const [operations, service, support] = shares({ minimum: 2 })
    // Of all but the others one could work out what the one of support is paid.
    expect(operations).toMatchObject({ suppressed: 'complementary', minimum: 2 })
    expect(service).toHaveProperty('payShare', '0.200000')
    expect(support).toEqual({ department: 'support', suppressed: 'small-group', minimum: 2 })
  })

  test.each([
    [
      { people: [] },
      [
        ['nothing-paid', 'pay'],
        ['nothing-paid', 'direct'],
        ['nothing-paid', 'contribution'],
      ],
    ],
    [{ direct: ['assist'], indirect: ['assisted'] }, [['nothing-paid', 'direct']]],
    [
      { people: [{ id: 'x', attributes: {}, amounts: {} }] },
      [
        ['missing-attribute', 'people[0].attributes'],
        ['missing-amount', 'people[0].amounts'],
      ],
    ],
  ])('case %# is refused', (change, expected) => {
    expect(found(() => shares(change))).toEqual(expected)
  })
})

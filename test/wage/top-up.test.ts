import { describe, expect, test } from 'vitest'
import { parseTopUp } from '../../src/wage/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { policy } from '../payroll/policies.js'
import { figures, li, months, salary, since } from './firm.js'

const overtime = policy('overtime', 'overtime', {
  base: '8700',
  figures: { rest_hours: '2' },
})
const byCity = { attribute: 'city', values: { shanghai: '2740', wuhan: '2210' }, otherwise: '2000' }
const topUp = (terms: object = {}) =>
  policy('topUp', 'top_up', { of: { tag: 'wage' }, minimum: '2490', prorated: true, ...terms })
const wages = (value: string, change: object = {}) =>
  li({
    ...change,
    attributes: { base: since(value), ...(change as { attributes?: object }).attributes },
  })
const month = (person: ReturnType<typeof li>, terms: object = {}, names = ['2026-03']) =>
  months([salary, overtime, topUp(terms)], { people: [person] }, names)
const absent = (from: string, to: string, kind = 'personal') => ({
  absences: [{ id: from, from, to, kind }],
})

describe('a top-up to the minimum wage', () => {
  test('rank 2 overtime does not count', () => {
    const person = wages('1760.00', { figures: figures('rest_hours', { '2026-03': '3' }) })
    expect(month(person).lines).toEqual([
      ['base 2026-03 1760.00', 'overtime 2026-03 300.00', 'top_up 2026-03 730.00'],
    ])
  })

  test.each([
    ['a wage above it', '2490.01', []],
    ['a wage just as much', '2490.00', []],
    ['a cent below it', '2489.99', ['top_up 2026-03 0.01']],
    ['no wage at all', '0.00', ['top_up 2026-03 2490.00']],
  ])('%s', (_, wage, expected) => {
    expect(month(wages(wage)).lines[0]?.filter((line) => line.startsWith('top_up'))).toEqual(
      expected,
    )
  })

  test('a wage below zero', () => {
    const off = policy('adjustments', 'off', {}, { tags: ['wage'] })
    const adjustments = [
      { id: 'a', person: 'li', on: '2026-03-02', amount: '-10.00', reason: 'Key lost' },
    ]
    const given = { people: [wages('0.00')], records: { adjustments } }
    expect(months([salary, off, topUp()], given, ['2026-03']).lines).toEqual([
      ['off 2026-03 -10.00', 'top_up 2026-03 2500.00'],
    ])
  })

  test.each([
    // March 2026 has 22 weekdays, of which 12 lie from the 16th: 21.75 − 10 = 11.75.
    ['a joiner', { employment: [{ from: '2026-03-16' }] }, 'top_up 2026-03 394.37'],
    [
      'a leaver',
      { employment: [{ from: '2020-01-01', to: '2026-03-13' }] },
      'top_up 2026-03 327.24',
    ],
    ['who is away without pay', absent('2026-03-02', '2026-03-06'), 'top_up 2026-03 562.19'],
  ])('%s has the part of both', (_, change, expected) => {
    expect(month(wages('1760.00', change)).lines[0]?.[1]).toBe(expected)
  })

  test('of a month without pay nothing is topped up', () => {
    expect(month(wages('1760.00', absent('2026-03-01', '2026-03-31'))).lines).toEqual([[]])
  })

  test('absences that are not unpaid leave the minimum as it is', () => {
    const sick = absent('2026-03-02', '2026-03-06', 'sick')
    // 1,760 × 16.75 ÷ 21.75 = 1,355.40 is paid.
    expect(month(wages('1760.00', sick), { unpaid: ['personal'] }).lines[0]?.[1]).toBe(
      'top_up 2026-03 1134.60',
    )
    expect(month(wages('1760.00', sick), { unpaid: [] }).lines[0]?.[1]).toBe(
      'top_up 2026-03 1134.60',
    )
  })

  test('not prorated it is that of the last day employed', () => {
    const joiner = { employment: [{ from: '2026-03-16' }] }
    // 2,490 − 950.80
    expect(month(wages('1760.00', joiner), { prorated: false }).lines[0]?.[1]).toBe(
      'top_up 2026-03 1539.20',
    )
  })

  test('a mover between cities has the minimum of each for its days', () => {
    const city = [...since('shanghai'), ...since('wuhan', '2026-03-16')]
    const mover = wages('1760.00', { attributes: { city } })
    // 2,740 × 10 ÷ 22 + 2,210 × 12 ÷ 22 = 2,450.909…
    expect(month(mover, { minimum: byCity }).lines[0]?.[1]).toBe('top_up 2026-03 690.91')
    const elsewhere = wages('1760.00', { attributes: { city: since('luoyang') } })
    expect(month(elsewhere, { minimum: byCity }).lines[0]?.[1]).toBe('top_up 2026-03 240.00')
  })

  test('by another basis, and of components by their names', () => {
    const joiner = wages('1760.00', { employment: [{ from: '2026-03-16' }] })
    const { lines } = months(
      [salary, topUp({ of: ['base'], basis: 'days' })],
      { people: [joiner] },
      ['2026-03'],
      {
        basis: {
          month: { basis: 'fixed-21.75', count: 'days-absent', weekend: ['saturday', 'sunday'] },
          days: { basis: 'calendar-days' },
        },
      },
    )
    // 2,490 × 16 ÷ 31 = 1,285.16 less 1,760 × 11.75 ÷ 21.75 = 950.80
    expect(lines[0]?.[1]).toBe('top_up 2026-03 334.36')
  })

  test('a wage that is put right later takes the top-up back', () => {
    const base = [
      ...since('1760.00'),
      { from: '2026-03-01', value: '2400.00', recorded: '2026-04-10' },
    ]
    expect(month(li({ attributes: { base } }), {}, ['2026-03', '2026-04']).lines[1]).toEqual([
      'base 2026-03 640.00',
      'base 2026-04 2400.00',
      'top_up 2026-03 -640.00',
      'top_up 2026-04 90.00',
    ])
  })

  test('a wage that cannot be worked out withholds it', () => {
    const late = { from: '2026-04-01', value: '1760.00' }
    const { runs } = month(li({ attributes: { base: [late] } }))
    expect(runs[0]?.withheld.map(({ component }) => component)).toEqual(['base', 'top_up'])
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const city = [...since('shanghai'), ...since('wuhan', '2026-03-16')]
    const { why } = month(wages('1760.00', { attributes: { city } }), {
      minimum: byCity,
      unpaid: [],
    })
    expectGolden(`test/wage/golden/top-up.${locale}.txt`, why('top_up', locale))
  })

  test.each([
    [
      {},
      [
        ['missing', 'of'],
        ['missing', 'minimum'],
        ['missing', 'prorated'],
      ],
    ],
    [{ of: [], minimum: '1', prorated: true }, [['too-small', 'of']]],
    [{ of: { tag: 'x' }, minimum: '1', prorated: true, unpayed: [] }, [['unknown-key', 'unpayed']]],
  ])('%j is refused', (terms, problems) => {
    expect(found(() => parseTopUp(terms))).toEqual(problems)
  })
})

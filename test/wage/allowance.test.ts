import { describe, expect, test } from 'vitest'
import { parseAllowance } from '../../src/wage/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { policy, version } from '../payroll/policies.js'
import { figures, type Given, li, months, since } from './firm.js'

const paid = (terms: object, change: object = {}, given: Given = {}) =>
  months([policy('allowance', 'a', terms)], { people: [li(change)], ...given }, ['2026-03'])
    .lines[0]?.map((line) => line.split(' ').at(-1))
    .join() ?? ''
const byCity = { attribute: 'city', values: { shanghai: '600', wuhan: '300' } }
const city = (...of: readonly (readonly [string, string])[]) => ({
  attributes: { city: of.map(([value, from]) => ({ from, value })) },
})
const absent = (from: string, to: string, kind = 'personal', part = '1') => ({
  absences: [{ id: from, from, to, kind, part }],
})
const hired = (from: string) => ({ attributes: { hired: since(from) } })

describe('an allowance of a whole period', () => {
  test.each([
    ['a constant', '300', {}, '300.00'],
    ['an attribute', { attribute: 'car' }, { attributes: { car: since('450.50') } }, '450.50'],
    ['none below zero', { attribute: 'car' }, { attributes: { car: since('-5.00') } }, ''],
    ['none', '0', {}, ''],
    ['by a table', byCity, city(['wuhan', '2020-01-01']), '300.00'],
    [
      'by a table, otherwise',
      { ...byCity, otherwise: '100' },
      city(['xian', '2020-01-01']),
      '100.00',
    ],
    // F12
    [
      'the city of the last day',
      byCity,
      city(['wuhan', '2020-01-01'], ['shanghai', '2026-03-31']),
      '600.00',
    ],
    ['a joiner of the last day', '300', { employment: [{ from: '2026-03-31' }] }, '300.00'],
    [
      'a leaver, by the last day employed',
      byCity,
      {
        ...city(['wuhan', '2020-01-01'], ['shanghai', '2026-03-20']),
        employment: [{ from: '2020-01-01', to: '2026-03-19' }],
      },
      '300.00',
    ],
    ['who is away all month', '300', absent('2026-03-01', '2026-03-31'), '300.00'],
  ])('F12 not prorated: %s', (_, amount, change, expected) => {
    expect(paid({ amount, prorated: false }, change)).toBe(expected)
  })

  test.each([
    ['a whole month', {}, '310.00'],
    ['a joiner', { employment: [{ from: '2026-03-16' }] }, '160.00'],
    ['a leaver', { employment: [{ from: '2020-01-01', to: '2026-03-10' }] }, '100.00'],
    ['who is away', absent('2026-03-02', '2026-03-06'), '260.00'],
    ['who is away all month', absent('2026-03-01', '2026-03-31'), ''],
  ])('prorated by calendar days: %s', (_, change, expected) => {
    expect(paid({ amount: '310', prorated: true, basis: 'calendar' }, change)).toBe(expected)
  })

  test('prorated by working days, and by 21.75', () => {
    const joiner = { employment: [{ from: '2026-03-16' }] }
    expect(paid({ amount: '310', prorated: true, basis: 'working' }, joiner)).toBe('169.09')
    expect(paid({ amount: '310', prorated: true }, joiner)).toBe('167.47')
  })

  test('prorated, of a mover the amount of each city for its days', () => {
    const mover = city(['shanghai', '2020-01-01'], ['wuhan', '2026-03-16'])
    // 600 × 15 ÷ 31 + 300 × 16 ÷ 31 = 445.16…
    expect(paid({ amount: byCity, prorated: true, basis: 'calendar' }, mover)).toBe('445.16')
  })

  test('absences that are not unpaid take nothing off', () => {
    const sick = absent('2026-03-02', '2026-03-06', 'sick')
    const terms = { amount: '310', prorated: true, basis: 'calendar' }
    expect(paid({ ...terms, unpaid: ['personal'] }, sick)).toBe('310.00')
    expect(paid({ ...terms, unpaid: [] }, sick)).toBe('310.00')
  })

  test('of two departments in a month, to whom it is', () => {
    const terms = { amount: '310', prorated: true, basis: 'calendar' }
    const shop = policy('allowance', 'a', terms, {
      versions: [version(terms, { eligible: { where: { department: ['shop'] } } })],
    })
    const attributes = { department: [...since('shop'), ...since('office', '2026-03-11')] }
    const { lines } = months([shop], { people: [li({ attributes })] }, ['2026-03'])
    expect(lines).toEqual([['a 2026-03 100.00']])
  })

  test('an attribute that nobody gave withholds it, and is paid when it is told', () => {
    const attributes = { city: [{ from: '2026-03-01', value: 'wuhan', recorded: '2026-04-02' }] }
    const own = policy('allowance', 'a', { amount: byCity, prorated: false })
    const { lines, runs } = months([own], { people: [li({ attributes })] }, ['2026-03', '2026-04'])
    expect(runs[0]?.withheld.map(({ component }) => component)).toEqual(['a'])
    expect(lines).toEqual([[], ['a 2026-03 300.00', 'a 2026-04 300.00']])
  })
})

describe('an allowance by service', () => {
  const steps = {
    months: [{ value: '0' }, { from: '12', value: '100' }, { from: '36', value: '300' }],
  }

  test.each([
    ['2026-04-01', ''],
    ['2025-04-01', '100.00'],
    ['2025-04-02', ''],
    ['2023-04-01', '300.00'],
    ['2000-01-01', '300.00'],
  ])('司龄奖 by months of service, the last day counted: hired on %s', (from, expected) => {
    expect(paid({ amount: steps, prorated: false }, hired(from))).toBe(expected)
  })

  test.each([
    ['2025-04-01', '50.00'],
    ['2021-01-01', '250.00'],
    ['2000-01-01', '500.00'],
  ])('so much for each year, at most so much: hired on %s', (from, expected) => {
    expect(paid({ amount: { perYear: '50', most: '500' }, prorated: false }, hired(from))).toBe(
      expected,
    )
  })

  test('for each month, without a bound, since another date', () => {
    const attributes = { posted: since('2025-01-01') }
    expect(
      paid({ amount: { perMonth: '10', since: 'posted' }, prorated: false }, { attributes }),
    ).toBe('150.00')
  })

  test('by years, prorated', () => {
    const years = [{ value: '0' }, { from: '1', value: '310' }]
    const change = { ...hired('2020-01-01'), ...absent('2026-03-02', '2026-03-06') }
    expect(paid({ amount: { years }, prorated: true, basis: 'calendar' }, change)).toBe('260.00')
  })
})

describe('an allowance a day', () => {
  const meals = { perDay: '20', basis: 'working' }

  test.each([
    ['all month', {}, '440.00'],
    ['a joiner', { employment: [{ from: '2026-03-16' }] }, '240.00'],
    ['a leaver', { employment: [{ from: '2020-01-01', to: '2026-03-13' }] }, '200.00'],
    ['half a day away', absent('2026-03-02', '2026-03-02', 'personal', '0.5'), '430.00'],
    ['away on a weekend', absent('2026-03-07', '2026-03-08'), '440.00'],
    ['away all month', absent('2026-03-01', '2026-03-31'), ''],
  ])('present %s', (_, change, expected) => {
    expect(paid(meals, change)).toBe(expected)
  })

  test('of a mover each day by the city of it', () => {
    const perDay = { attribute: 'city', values: { shanghai: '25.005', wuhan: '15' } }
    const mover = city(['shanghai', '2020-01-01'], ['wuhan', '2026-03-16'])
    expect(paid({ ...meals, perDay }, mover)).toBe('430.05')
  })

  test('by a figure of days, none where none is given', () => {
    const terms = { perDay: { attribute: 'meal' }, days: 'days_present' }
    const attributes = { meal: since('18.50') }
    expect(
      paid(terms, { attributes, figures: figures('days_present', { '2026-03': '20.5' }) }),
    ).toBe('379.25')
    expect(paid(terms, { attributes })).toBe('')
  })

  test('late news of an absence takes it off', () => {
    const absences = [
      { id: 'x', from: '2026-03-30', to: '2026-03-31', kind: 'personal', recorded: '2026-04-03' },
    ]
    const { lines } = months([policy('allowance', 'a', meals)], { people: [li({ absences })] }, [
      '2026-03',
      '2026-04',
    ])
    expect(lines).toEqual([['a 2026-03 440.00'], ['a 2026-03 -40.00', 'a 2026-04 440.00']])
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const own = [
      policy('allowance', 'a', { ...meals, label: { en: 'Meals', 'zh-CN': '餐补' }, clause: '§7' }),
    ]
    const { why } = months(own, { people: [li(absent('2026-03-02', '2026-03-03'))] }, ['2026-03'])
    expectGolden(`test/wage/golden/allowance.${locale}.txt`, why('a', locale))
  })
})

describe('terms of an allowance', () => {
  test.each([
    [{}, [['one-of', '']]],
    [{ amount: '1' }, [['missing', 'prorated']]],
    [{ amount: '1', perDay: '1', prorated: true }, [['one-of', '']]],
    [{ perDay: '1', prorated: true }, [['not-beside', 'prorated']]],
    [{ amount: '1', prorated: true, days: 'x' }, [['not-beside', 'days']]],
  ])('%j are refused', (terms, problems) => {
    expect(found(() => parseAllowance(terms))).toEqual(problems)
  })
})

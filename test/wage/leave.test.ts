import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeProblems } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { parseLeave } from '../../src/wage/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { policy, version } from '../payroll/policies.js'
import { li, months, salary, since } from './firm.js'

const sick = {
  years: [
    { value: '0.5' },
    { from: '2', value: '0.7' },
    { from: '4', value: '0.8' },
    { from: '6', value: '0.9' },
    { from: '8', value: '1' },
  ],
}
const base = { attribute: 'base' }
const kinds = { annual: '1', sick, personal: '0' }
const labels = { sick: { en: 'Days sick', 'zh-CN': '病假天数' } }
const leave = (more: object = {}) => policy('leave', 'leave', { base, kinds, labels, ...more })
const away = (kind: string, from: string, to = from, more: object = {}) => ({
  ...{ id: `${kind} ${from}`, kind, from, to },
  ...more,
})
const month = (
  absences: readonly object[],
  change: object = {},
  more: object = {},
  names = ['2026-03'],
) => months([salary, leave(more)], { people: [li({ absences, ...change })] }, names)
const hired = (from: string) => ({ attributes: { hired: since(from) } })
const threeYears = hired('2022-12-01')
const sickWeek = [
  away('sick', '2026-03-09', '2026-03-12'),
  away('sick', '2026-03-16', '2026-03-16', { part: '0.5' }),
]

describe('leave by days of absence', () => {
  test('rank 8 sick pay by years of service', () => {
    expect(month(sickWeek, threeYears).lines).toEqual([
      ['base 2026-03 5393.10', 'leave 2026-03 984.83'],
    ])
  })

  test.each([
    ['2025-06-01', '703.45'],
    ['2024-04-01', '984.83'],
    ['2024-04-02', '703.45'],
    ['2022-01-01', '1125.52'],
    ['2020-01-01', '1266.21'],
    ['2010-01-01', '1406.90'],
  ])('rank 8 sick pay of who was hired on %s', (from, paid) => {
    expect(month(sickWeek, hired(from)).lines[0]?.[1]).toBe(`leave 2026-03 ${paid}`)
  })

  test('annual leave is paid in full, personal leave not at all', () => {
    const both = [away('annual', '2026-03-02', '2026-03-04'), away('personal', '2026-03-05')]
    expect(month(both).lines).toEqual([['base 2026-03 5549.43', 'leave 2026-03 937.93']])
    const half = [away('personal', '2026-03-05', '2026-03-05', { part: '0.5' })]
    expect(month(half).lines).toEqual([['base 2026-03 6643.68']])
  })

  test('a month without absences pays none', () => {
    expect(month([]).lines).toEqual([['base 2026-03 6800.00']])
  })

  test.each([
    // 6,800 × (21.75 − 10 − 1) ÷ 21.75
    [
      'a joiner',
      { employment: [{ from: '2026-03-16' }] },
      ['base 2026-03 3360.92', 'leave 2026-03 312.64'],
    ],
    [
      'a leaver',
      { employment: [{ from: '2020-01-01', to: '2026-03-20' }] },
      ['base 2026-03 4298.85', 'leave 2026-03 312.64'],
    ],
  ])('%s is paid for the days employed', (_, change, expected) => {
    expect(month([away('annual', '2026-03-19')], change).lines).toEqual([expected])
  })

  test('a raise within the month pays each day by its own base', () => {
    const attributes = { base: [...since('6800.00'), ...since('8700.00', '2026-03-16')] }
    const days = [away('annual', '2026-03-13'), away('annual', '2026-03-16')]
    // 6,800 ÷ 21.75 + 8,700 ÷ 21.75
    expect(month(days, { attributes }).lines[0]?.[1]).toBe('leave 2026-03 712.64')
  })

  test('a mover is paid for the days that are theirs', () => {
    const terms = { base, kinds }
    const shop = policy('leave', 'leave', terms, {
      versions: [version(terms, { eligible: { where: { department: ['shop'] } } })],
    })
    const attributes = { department: [...since('shop'), ...since('office', '2026-03-16')] }
    const absences = [away('annual', '2026-03-13', '2026-03-17')]
    const { lines } = months([shop], { people: [li({ attributes, absences })] }, ['2026-03'])
    expect(lines).toEqual([['leave 2026-03 312.64']])
  })

  test('a certificate that comes late pays the month that it is of', () => {
    const first = away('personal', '2026-03-09', '2026-03-10', { id: 'x' })
    const later = { ...first, kind: 'sick', recorded: '2026-04-08' }
    expect(month([first, later], threeYears, {}, ['2026-03', '2026-04']).lines).toEqual([
      ['base 2026-03 6174.71'],
      // 6,800 × 2 × 70 % ÷ 21.75
      ['base 2026-04 6800.00', 'leave 2026-03 437.70'],
    ])
  })

  test('who is sick for more days than a month has gets the part of all of it', () => {
    // July 2026 has 23 weekdays.
    const all = [away('sick', '2026-07-01', '2026-07-31')]
    expect(month(all, hired('2023-07-01'), {}, ['2026-07']).lines).toEqual([
      ['leave 2026-07 4760.00'],
    ])
  })

  test('by working days, of a base of several parts, with the part that an attribute says', () => {
    const more = {
      base: [base, { attribute: 'post' }],
      kinds: { sick: { attribute: 'sick_part' } },
      basis: 'working',
    }
    const attributes = { post: since('900.00'), sick_part: since('0.65') }
    // 7,700 × 2 × 0.65 ÷ 22
    expect(
      month([away('sick', '2026-03-09', '2026-03-10')], { attributes }, more).lines[0],
    ).toContain('leave 2026-03 455.00')
  })

  test.each(['days-absent', 'days-worked'])(
    'paid in full, it and the salary are the salary, whatever the absences (%s)',
    (count) => {
      const bases = [
        { basis: 'fixed-21.75', count, weekend: ['saturday', 'sunday'] },
        { basis: 'fixed-30', count },
        { basis: 'calendar-days' },
      ]
      fc.assert(
        fc.property(
          fc.constantFrom(...bases),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
          fc.integer({ min: 0, max: 40 }),
          fc.constantFrom('1', '0.5', '0.125'),
          (basis, inYear, from, length, part) => {
            const period = `2026-${String(inYear).padStart(2, '0')}`
            const first = `${period}-${String(from).padStart(2, '0')}`
            const last = new Date(Date.parse(first) + length * 86_400_000)
              .toISOString()
              .slice(0, 10)
            const absences = [away('annual', first, last, { part })]
            const { runs } = months([salary, leave()], { people: [li({ absences })] }, [period], {
              basis: { own: basis },
            })
            const sum = runs[0]?.lines.reduce((all, { amount }) => all.plus(amount), decimal('0'))
            // Each of the two is rounded by itself.
            expect(sum?.minus('6800').abs().lessThanOrEqualTo('0.01')).toBe(true)
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    expectGolden(
      `test/wage/golden/leave.${locale}.txt`,
      month(sickWeek, threeYears).why('leave', locale),
    )
  })
})

describe('leave by hours', () => {
  const hours = { table: 'leaves', perDay: '8' }
  const taken = (id: string, kind: string, on: string, hours: string, more: object = {}) => ({
    ...{ id, person: 'li', kind, on, hours },
    ...more,
  })
  const given = (leaves: readonly object[], change: object = {}, names = ['2026-03']) =>
    months(
      [
        salary,
        policy('leave', 'leave', {
          base,
          kinds: { annual: '1', 病假: sick, personal: '0' },
          hours,
        }),
      ],
      { people: [li(change)], records: { leaves } },
      names,
    )

  test('rank 8 four hours of personal leave cost 6,800 ÷ 21.75 ÷ 8 × 4', () => {
    expect(given([taken('a', 'personal', '2026-03-05', '4')]).lines).toEqual([
      ['base 2026-03 6800.00', 'leave 2026-03 -156.32'],
    ])
  })

  test.each([
    ['annual', '4', []],
    ['病假', '4', ['leave 2026-03 -46.90']],
    ['personal', '1.25', ['leave 2026-03 -48.85']],
    ['personal', '0', []],
    ['personal', '-4', ['leave 2026-03 156.32']],
  ])('%s %s h', (kind, value, expected) => {
    const { lines } = given([taken('a', kind, '2026-03-05', value)], threeYears)
    expect(lines[0]?.slice(1)).toEqual(expected)
  })

  test('several are added before they are rounded, each by the base of its day', () => {
    const attributes = { base: [...since('6800.00'), ...since('8700.00', '2026-03-16')] }
    const two = [
      taken('a', 'personal', '2026-03-05', '1'),
      taken('b', 'personal', '2026-03-20', '1'),
    ]
    // (6,800 + 8,700) ÷ 174
    expect(given(two, { attributes }).lines[0]).toContain('leave 2026-03 -89.08')
  })

  test('a kind that is not listed withholds it', () => {
    const { runs } = given([taken('a', 'persnal', '2026-03-05', '1')])
    expect(runs[0]?.withheld.map(({ component }) => component)).toContain('leave')
  })

  test('told late, it is taken off its own month', () => {
    const late = taken('a', 'personal', '2026-03-30', '4', { recorded: '2026-04-02' })
    expect(given([late], {}, ['2026-03', '2026-04']).lines[1]).toEqual([
      ...['base 2026-04 6800.00', 'leave 2026-03 -156.32'],
    ])
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const { why } = given([taken('a', '病假', '2026-03-05', '4')], threeYears)
    expectGolden(`test/wage/golden/leave.hours.${locale}.txt`, why('leave', locale))
  })
})

describe('terms of leave', () => {
  test.each([
    [{ base }, [['missing', 'kinds']]],
    [{ base, kinds: { a: '1.2' } }, [['above-whole', 'kinds.a']]],
    [{ base, kinds: {}, hours: { table: 't', perDay: '0' } }, [['not-above-zero', 'hours.perDay']]],
    [{ base, kinds: { 病假: '1' } }, [['not-a-name', 'kinds.病假']]],
    [{ base, kinds: { a: '1' }, labels: { b: 'B' } }, [['unknown-key', 'labels.b']]],
    [{ base, kinds: { a: { yeers: [] } } }, [['unknown-key', 'kinds.a.yeers']]],
  ])('%j are refused', (terms, problems) => {
    expect(found(() => parseLeave(terms))).toEqual(problems)
  })
})

describe('two kinds of leave on one day', () => {
  const paid = (...absences: readonly object[]) => {
    const person = li({ absences: absences.map((each, i) => ({ id: `a${i}`, ...each })) })
    const { lines, runs } = months(
      [
        salary,
        policy('leave', 'leave', {
          base: { attribute: 'base' },
          kinds: { sick: '0.6', annual: '1' },
        }),
      ],
      { people: [person] },
      ['2026-03'],
    )
    const told = (locale: 'en' | 'zh-CN') =>
      (runs[0]?.withheld ?? []).map(
        ({ component, problems }) => `${component}: ${describeProblems(problems, locale)}`,
      )
    return { lines: lines[0], en: told('en'), zh: told('zh-CN') }
  }
  const away = (kind: string, from: string, to = from, part = '1') => ({ kind, from, to, part })

  test.each([
    [
      'of two days',
      [away('sick', '2026-03-03'), away('annual', '2026-03-02', '2026-03-04')],
      '2026-03-03',
    ],
    [
      'told from the second',
      [away('annual', '2026-03-02', '2026-03-04'), away('sick', '2026-03-04', '2026-03-20')],
      '2026-03-04',
    ],
    [
      'of three parts',
      [
        away('sick', '2026-03-03', '2026-03-03', '0.5'),
        away('annual', '2026-03-03', '2026-03-03', '0.4'),
        away('personal', '2026-03-03', '2026-03-03', '0.2'),
      ],
      '2026-03-03',
    ],
    [
      'that has begun before the month',
      [away('sick', '2026-02-20', '2026-03-05'), away('annual', '2026-02-25', '2026-03-03')],
      '2026-03-02',
    ],
    [
      'that begins on a weekend',
      [away('sick', '2026-03-07', '2026-03-09'), away('annual', '2026-03-07', '2026-03-09')],
      '2026-03-09',
    ],
  ])('is withheld, and the day is named: %s', (_, absences, day) => {
    const { lines, en, zh } = paid(...absences)
    expect(lines).toEqual([expect.stringContaining('base 2026-03')])
    expect(en[0]).toContain(`li is away on ${day} for more than all of the day: `)
    expect(zh[0]).toContain(`li 在 ${day} 的缺勤合计超过一整天：`)
  })

  test.each([
    [
      'in halves',
      [
        away('sick', '2026-03-03', '2026-03-03', '0.5'),
        away('annual', '2026-03-03', '2026-03-03', '0.5'),
      ],
    ],
    ['one after the other', [away('sick', '2026-03-03'), away('annual', '2026-03-04')]],
    ['on a day that does not count', [away('sick', '2026-03-07'), away('annual', '2026-03-07')]],
    ['of one kind, told twice', [away('sick', '2026-03-03'), away('sick', '2026-03-03')]],
    [
      'of kinds that it does not pay',
      [away('personal', '2026-03-03'), away('strike', '2026-03-03')],
    ],
  ])('is paid %s', (_, absences) => {
    expect(paid(...absences).en).toEqual([])
  })
})

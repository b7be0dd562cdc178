import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { parseOvertime } from '../../src/wage/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { policy } from '../payroll/policies.js'
import { figures, li, months, since } from './firm.js'

const base = { attribute: 'base' }
const hours = {
  workday_hours: { factor: '1.5', label: { en: 'Hours on workdays', 'zh-CN': '工作日加班小时' } },
  rest_hours: { factor: '2', label: { en: 'Hours on rest days', 'zh-CN': '休息日加班小时' } },
  holiday_hours: '3',
}
const byFigures = [policy('overtime', 'overtime', { base, figures: hours, clause: '§5' })]
const records = { table: 'overtime', factors: { workday: '1.5', rest: '2', holiday: '3' } }
const byRecords = [policy('overtime', 'overtime', { base, records })]
const worked = (id: string, on: string, kind: string, hours: string, change: object = {}) => ({
  ...{ id, person: 'li', on, kind, hours },
  ...change,
})
const paid = (salary: string, name: string, value: string) =>
  months(
    byFigures,
    {
      people: [
        li({ attributes: { base: since(salary) }, figures: figures(name, { '2026-03': value }) }),
      ],
    },
    ['2026-03'],
  ).lines[0]

describe('overtime by figures', () => {
  test.each([
    ['4000.00', 'rest_hours', '8', '367.82'],
    ['5000.00', 'holiday_hours', '99.5', '8577.59'],
    ['3500.00', 'workday_hours', '36', '1086.21'],
    ['6800.00', 'workday_hours', '1.75', '102.59'],
  ])('rank 1 %s with %s %s pays %s', (salary, name, value, amount) => {
    expect(paid(salary, name, value)).toEqual([`overtime 2026-03 ${amount}`])
  })

  test('hours of several kinds are added before they are rounded, once', () => {
    const person = li({
      attributes: { base: since('5000.00') },
      figures: [
        ...figures('workday_hours', { '2026-03': '1' }),
        ...figures('rest_hours', { '2026-03': '1' }),
        ...figures('holiday_hours', { '2026-03': '1' }),
      ],
    })
    // 43.1034… + 57.4713… + 86.2069… = 186.7816…
    expect(months(byFigures, { people: [person] }, ['2026-03']).lines).toEqual([
      ['overtime 2026-03 186.78'],
    ])
  })

  test('a month without figures pays none, and a later one puts it right', () => {
    const told = { name: 'rest_hours', period: '2026-03', value: '8', recorded: '2026-04-20' }
    const { lines } = months(byFigures, { people: [li({ figures: [told] })] }, [
      '2026-03',
      '2026-04',
    ])
    expect(lines).toEqual([[], ['overtime 2026-03 625.29']])
  })

  test('the base may be several parts, a constant, or by a table; the divisor another', () => {
    const parts = [{ attribute: 'base' }, { attribute: 'post' }, '200']
    const terms = { base: parts, divisor: '167.4', figures: { rest_hours: '2' }, rounding: 'down' }
    const person = li({
      attributes: { post: since('1000.00') },
      figures: figures('rest_hours', { '2026-03': '1' }),
    })
    expect(
      months([policy('overtime', 'o', terms)], { people: [person] }, ['2026-03']).lines,
    ).toEqual([['o 2026-03 95.57']])
    const byGrade = { attribute: 'grade', values: { a: '8700', b: '1740' } }
    const graded = li({
      attributes: { grade: since('b') },
      figures: figures('rest_hours', { '2026-03': '1' }),
    })
    expect(
      months(
        [policy('overtime', 'o', { base: byGrade, figures: { rest_hours: '2' } })],
        { people: [graded] },
        ['2026-03'],
      ).lines,
    ).toEqual([['o 2026-03 20.00']])
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s', (locale) => {
    const person = li({ figures: figures('rest_hours', { '2026-03': '8' }) })
    const { why } = months(byFigures, { people: [person] }, ['2026-03'])
    expectGolden(`test/wage/golden/overtime.${locale}.txt`, why('overtime', locale))
  })
})

describe('overtime by records', () => {
  const march = [
    worked('a', '2026-03-05', 'workday', '3'),
    worked('b', '2026-03-07', 'rest', '8.25'),
    worked('c', '2026-03-20', 'holiday', '2'),
  ]
  const month = (overtime: readonly object[], change: object = {}, names = ['2026-03']) =>
    months(byRecords, { people: [li(change)], records: { overtime } }, names)

  test('each record counts by its kind, and the sum is rounded once', () => {
    // 6,800 × (4.5 + 16.5 + 6) ÷ 174
    expect(month(march).lines).toEqual([['overtime 2026-03 1055.17']])
  })

  test('a rise in mid-month pays the hours after it alone', () => {
    const attributes = { base: [...since('6800.00'), ...since('8700.00', '2026-03-16')] }
    // 6,800 × 21 ÷ 174 + 8,700 × 6 ÷ 174
    expect(month(march, { attributes }).lines).toEqual([['overtime 2026-03 1120.69']])
  })

  test('a mover is paid where they are entitled, a leaver to the last day', () => {
    const terms = { base, records }
    const version = {
      from: '2026-01-01',
      reason: 'Handbook',
      eligible: { where: { department: ['shop'] } },
      terms,
    }
    const own = [policy('overtime', 'overtime', {}, { versions: [version] })]
    const attributes = {
      department: [...since('shop'), ...since('office', '2026-03-16')],
    }
    const person = li({ attributes, employment: [{ from: '2020-01-01', to: '2026-03-25' }] })
    const { lines } = months(own, { people: [person], records: { overtime: march } }, ['2026-03'])
    expect(lines).toEqual([['overtime 2026-03 820.69']])
  })

  test('an hour that is told late is paid as of its own month, and one taken away comes off', () => {
    const late = worked('d', '2026-03-30', 'rest', '8', { recorded: '2026-04-10' })
    const none = worked('a', '2026-03-05', 'workday', '3', { void: true, recorded: '2026-04-12' })
    expect(month([...march, late, none], {}, ['2026-03', '2026-04']).lines).toEqual([
      ['overtime 2026-03 1055.17'],
      // 6,800 × (16 − 4.5) ÷ 174 = 449.425…, both of them together rounded once
      ['overtime 2026-03 449.43'],
    ])
  })

  test('a kind without a factor withholds, and pays nothing by guess', () => {
    const { lines, runs } = month([worked('a', '2026-03-05', 'workdy', '3')])
    expect(lines).toEqual([[]])
    expect(runs[0]?.withheld.map(({ component }) => component)).toContain('overtime')
  })

  test.each(['en', 'zh-CN'] as const)('is explained in %s, record by record', (locale) => {
    const { why } = month(march)
    expectGolden(`test/wage/golden/overtime.records.${locale}.txt`, why('overtime', locale))
  })
})

describe('terms of overtime', () => {
  test.each([
    [{ base }, [['one-of', '']]],
    [{ base, figures: { a: '1' }, records }, [['one-of', '']]],
    [{ base, figures: { a: '1' }, divisor: '0' }, [['not-above-zero', 'divisor']]],
    [{ base: [], figures: { a: '1' } }, [['too-small', 'base']]],
    [
      { base: { attribute: 'x', otherwise: '1' }, records },
      [['otherwise-alone', 'base.otherwise']],
    ],
    [{ base: { attribute: 'x', values: {} }, records }, [['empty-list', 'base.values']]],
    [{ base: { attribute: 'x', perYear: '1' }, records }, [['one-of', 'base']]],
    [{ base: { years: [] }, records }, [['too-small', 'base.years']]],
    [{ base: { attribut: 'x' }, records }, [['unknown-key', 'base.attribut']]],
    [{ base, records: { table: 'x' } }, [['missing', 'records.factors']]],
  ])('%j is refused', (terms, problems) => {
    expect(found(() => parseOvertime(terms))).toEqual(problems)
  })

  test.each([
    [
      { base: { attribute: 'x', otherwise: '1' }, records },
      'base.otherwise: says what other values stand for, and none are listed. List the values of the attribute in "values", or leave this out.',
      'base.otherwise：写明了其他取值，却没有列出任何取值。请在“values”中列出该属性的取值，或删去此项。',
    ],
    [
      { base, records, divisor: '0.0' },
      'divisor: 0.0 is not above zero. Give a number above 0.',
      'divisor：0.0 不大于零。请给出大于 0 的数。',
    ],
  ])('say so in both languages: %j', (terms, en, zh) => {
    const problems = problemsOf(() => parseOvertime(terms))
    expect(describeProblems(problems, 'en')).toBe(en)
    expect(describeProblems(problems, 'zh-CN')).toBe(zh)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/formula/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { total } from '../../src/quantity/index.js'
import { compareRuns, explainChange } from '../../src/run/index.js'
import { ann, bookOf, li, month, returning, territory } from './company.js'

const now = month()
/** Service is paid 3 % of its sales instead of 1 %, operations 1 % up to 10000. */
const proposed = month({
  book: bookOf({
    returning: {
      ...returning,
      tiers: { kind: 'flat', rate: '0.03', clause: 'Handbook 4.3' },
      clause: 'Handbook 4.3',
    },
    territory: {
      ...territory,
      tiers: {
        kind: 'marginal',
        steps: [
          { from: '0', rate: '0.01' },
          { from: '10000', rate: '0.03' },
        ],
      },
    },
  }),
})

describe('two books on the same data', () => {
  const comparison = compareRuns(now, proposed)

  test('say what the change costs, and who gains and loses', () => {
    const { before, after, difference, winners, losers, unchanged } = comparison
    expect([before, after, difference]).toEqual(['22862.67', '22771.67', '-91.00'])
    expect([winners, losers, unchanged]).toEqual([2, 2, 0])
    expect(comparison.people.map(({ person, difference }) => [person, difference])).toEqual([
      ['ann', '-100.00'],
      ['bob', '-4.50'],
      ['li', '9.00'],
      ['wang', '4.50'],
    ])
  })

  test('say by which line', () => {
    expect(comparison.people[2]?.lines).toEqual([
      {
        kind: 'commission',
        source: 'returning',
        label: { en: 'Commission on returning customers', 'zh-CN': '老客复购提成' },
        clause: 'Handbook 4.3',
        before: '4.50',
        after: '13.50',
        difference: '9.00',
      },
    ])
  })

  test('say how far the departments lie apart', () => {
    const [operations, service] = comparison.departments
    expect(operations?.mean).toEqual({ before: '6177.96', after: '6125.71', difference: '-52.25' })
    expect(service?.mean).toEqual({ before: '5253.38', after: '5260.13', difference: '6.75' })
    expect(operations?.ofHighest.after).toBe('1.0000')
    expect(service?.ofHighest).toEqual({ before: '0.8503', after: '0.8587', difference: '0.0084' })
    expect(service?.people).toBe(2)
  })

  test('explain a difference in words', () => {
    expect(renderText(explainChange(comparison, 'li', { locale: 'en' }))).toBe(
      [
        'Li Na: change of pay: 9.00 CNY',
        '  From 7,304.50 CNY to 7,313.50 CNY',
        '    Commission on returning customers: 9.00 CNY [Handbook 4.3]',
        '      From 4.50 CNY to 13.50 CNY',
      ].join('\n'),
    )
    expect(renderText(explainChange(comparison, 'ann', { locale: 'zh-CN' }))).toBe(
      [
        'Ann Lee：薪酬变动: −100.00 CNY',
        '  由 10,186.92 CNY 变为 10,086.92 CNY',
        '    提成: −100.00 CNY',
        '      由 520.25 CNY 变为 420.25 CNY',
      ].join('\n'),
    )
    const same = compareRuns(now, now)
    expect(explainChange(same, 'ann', { locale: 'en' }).how).toEqual([
      'From 10,186.92 CNY to 10,186.92 CNY',
      'No line changes',
    ])
    expect(problemsOf(() => explainChange(same, 'zoe', { locale: 'en' }))[0]?.code).toBe(
      'unlisted-person',
    )
  })
})

test('a run beside itself changes nothing', () => {
  const { difference, unchanged, departments } = compareRuns(now, now)
  expect([difference, unchanged]).toEqual(['0.00', 4])
  expect(departments.map(({ ofHighest }) => ofHighest.difference)).toEqual(['0.0000', '0.0000'])
})

test('who is paid by one run alone gets zero from the other', () => {
  const without = month({ people: [ann] })
  const { people, departments } = compareRuns(without, now)
  expect(people.map(({ person, before }) => [person, before])).toEqual([
    ['ann', '10186.92'],
    ['bob', '0.00'],
    ['li', '0.00'],
    ['wang', '0.00'],
  ])
  expect(departments.map(({ department, before, people }) => [department, before, people])).toEqual(
    [
      ['operations', '10186.92', 2],
      ['service', '0.00', 2],
    ],
  )
  const back = compareRuns(now, without)
  expect(back.people[2]?.lines[0]).toMatchObject({ before: '6000.00', after: '0.00' })
  expect(back.departments[1]).toMatchObject({ after: '0.00', people: 2 })
})

test('departments that pay nothing have no ratio', () => {
  const nothing = month({
    people: [
      {
        ...li,
        targetBonus: '0',
        pay: {
          base: [{ from: '2020-01-01', value: '0' }],
          meal: [{ from: '2020-01-01', value: '0' }],
        },
      },
    ],
    events: [],
  })
  expect(compareRuns(nothing, nothing).departments[0]?.ofHighest.before).toBe('0.0000')
})

test('the highest mean may be that of any department', () => {
  const reversed = month({
    people: [{ ...ann, pay: { base: [{ from: '2020-01-01', value: '10.00' }] } }, li],
    events: [],
  })
  const [operations, service] = compareRuns(now, reversed).departments
  expect(service?.ofHighest.after).toBe('1.0000')
  expect(operations?.ofHighest.before).toBe('1.0000')
})

test('runs in different currencies cannot be compared', () => {
  const { currency: _, ...rest } = now
  const problems = problemsOf(() => compareRuns(now, { ...rest, currency: 'USD' }))
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ['other-currency', 'after.currency'],
  ])
})

test('differences of people add up to that of the run', () => {
  const rate = fc.integer({ min: 0, max: 9999 }).map((parts) => (parts / 10_000).toFixed(4))
  fc.assert(
    fc.property(rate, rate, (first, second) => {
      const tiers = (rate: string) => ({ tiers: { kind: 'flat', rate } })
      const after = month({
        book: bookOf({
          returning: { ...returning, ...tiers(first) },
          territory: { ...territory, ...tiers(second) },
        }),
      })
      const { people, difference } = compareRuns(now, after)
      expect(
        total(
          people.map((each) => each.difference),
          2,
        ),
      ).toBe(difference)
      for (const { lines, difference } of people)
        expect(
          total(
            lines.map((line) => line.difference),
            2,
          ),
        ).toBe(difference)
    }),
    { numRuns: 25 },
  )
})

import { describe, expect, test } from 'vitest'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import {
  type MeritCandidate,
  type MeritRound,
  meritIncreases,
  parseMerit,
} from '../../src/grade/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import {
  bare,
  cell,
  guided,
  guidelines,
  lump,
  merit,
  meritPolicy,
  nothing,
  p1,
  p2,
  prorated,
  prorating,
} from './people.js'

const li: MeritCandidate = { id: 'li', salary: '5400.00', rating: 'A', range: p1 }
const wang: MeritCandidate = { id: 'wang', salary: '6000.00', rating: 'B', range: p1 }
const zhao: MeritCandidate = { id: 'zhao', salary: '6900.00', rating: 'A', range: p1 }
const given = ({ increases }: MeritRound) => increases.map(({ increase }) => increase)

describe('guidelines', () => {
  test('give the target where there is no budget, and show their bounds', () => {
    expect(meritIncreases(guidelines, [li]).increases).toEqual([
      {
        id: 'li',
        compaRatio: '0.9000',
        guideline: '0.06',
        guidelineAmount: '324.00',
        bounds: { minimum: '216.00', maximum: '432.00' },
        increase: '324.00',
        salary: '5724.00',
        atMaximum: false,
      },
    ])
  })

  test.each([
    // Both minimums, 216 and 120, and no more.
    ['336.00', ['216.00', '120.00'], '0.00'],
    // Below the minimums: by them.
    ['168.00', ['108.00', '60.00'], '0.00'],
    ['0.01', ['0.01', '0.00'], '0.00'],
    ['0.00', ['0.00', '0.00'], '0.00'],
    // Between: 324 to 180 gives 221.14 and 122.86.
    ['344.00', ['221.14', '122.86'], '0.00'],
    ['504.00', ['324.00', '180.00'], '0.00'],
    // Above the targets: 417.86 and 232.14 are within 432 and 240.
    ['650.00', ['417.86', '232.14'], '0.00'],
    // Both maximums, 432 and 240.
    ['700.00', ['432.00', '240.00'], '28.00'],
  ])('with a budget of %s give %j and leave %s', (budget, expected, unspent) => {
    const round = meritIncreases(guidelines, [li, wang], budget)
    expect(given(round)).toEqual(expected)
    expect(round.unspent).toBe(unspent)
  })

  test('hold one at its minimum while the others bear it', () => {
    const [high, low] = [cell('0.05', '0.05', '0.05'), cell('0', '0.05', '0.05')]
    const policy = parseMerit({
      ...{ ...bare, compaRatios: [{}] },
      guidelines: { A: [high], B: [low], C: [nothing] },
    })
    const people = [li, { ...li, id: 'wu', rating: 'B' }]
    expect(given(meritIncreases(policy, people, '300.00'))).toEqual(['270.00', '30.00'])
  })

  test('never pass the range where it caps, though the minimum would', () => {
    const close = { ...zhao, salary: '6950.00' }
    // The minimum is 2 %, 139; 50 are left in the range.
    expect(given(meritIncreases(guidelines, [close]))).toEqual(['50.00'])
    expect(given(meritIncreases(guidelines, [close], '1000.00'))).toEqual(['50.00'])
  })

  test('give nothing to who has no target, whatever the budget', () => {
    const round = meritIncreases(guidelines, [{ ...li, rating: 'C' }], '500.00')
    expect([given(round), round.unspent]).toEqual([['0.00'], '500.00'])
  })

  test('explain the amount of each bound', () => {
    const inputs = { salary: '5400.00', rating: 'A', compa_ratio: '0.9000' }
    const bounds = guidelines.amounts.bounds as NonNullable<typeof guidelines.amounts.bounds>
    const lines = (of: typeof bounds.minimum, locale: 'en' | 'zh-CN') =>
      renderText(explain(evaluate(of, inputs), { locale })).split('\n')
    expect(lines(bounds.minimum, 'en')[0]).toBe('Least merit increase: 216.00 CNY')
    expect(lines(bounds.maximum, 'zh-CN')[0]).toBe('最高绩效调薪：432.00 CNY')
    expect(merit.amounts.bounds).toBeUndefined()
    expect(evaluate(merit.amounts.target, inputs).value).toBe('324.00')
  })
})

describe('a lump sum', () => {
  test('takes the part above the maximum of the range', () => {
    const [own] = meritIncreases(lump, [zhao]).increases
    // 276, of which 100 to the maximum.
    expect(own).toMatchObject({
      ...{ increase: '100.00', lumpSum: '176.00', salary: '7000.00', atMaximum: true },
    })
  })

  test('is all of it above the maximum, and nothing below', () => {
    const round = meritIncreases(lump, [{ ...zhao, salary: '7500.00' }, li])
    expect(round.increases.map(({ increase, lumpSum }) => [increase, lumpSum])).toEqual([
      ['0.00', '300.00'],
      ['324.00', '0.00'],
    ])
    expect(round.spent).toBe('624.00')
  })

  test('is of so many pay periods together, and costs the budget one', () => {
    const monthly = parseMerit({ ...guided, aboveMaximum: 'lump-sum', lumpSumPeriods: 12 })
    const { increases, spent, unspent } = meritIncreases(monthly, [zhao], '250.00')
    expect(increases[0]).toMatchObject({ increase: '100.00', lumpSum: '1800.00' })
    expect([spent, unspent]).toEqual(['250.00', '0.00'])
  })

  test('keeps to the maximum of the guideline', () => {
    const { increases, unspent } = meritIncreases(lump, [zhao], '400.00')
    expect(increases[0]).toMatchObject({ increase: '100.00', lumpSum: '245.00' })
    expect(unspent).toBe('55.00')
  })
})

describe('proration', () => {
  test.each([
    ['2025-04-01', 12, '324.00'],
    ['2025-04-02', 11, '297.00'],
    ['2025-10-01', 6, '162.00'],
    ['2026-03-01', 1, '27.00'],
    ['2026-03-02', 0, '0.00'],
    ['2026-04-01', 0, '0.00'],
    ['2024-01-01', 27, '324.00'],
    ['2024-02-29', 25, '324.00'],
  ])(
    'of who has had the salary since %s is by %i months and gives %s',
    (since, months, increase) => {
      const [own] = meritIncreases(prorated, [{ ...li, since }]).increases
      expect(own).toMatchObject({ months, guideline: '0.06', guidelineAmount: increase, increase })
    },
  )

  test('rounds once, from the exact part', () => {
    const odd = { ...li, salary: '5400.01', since: '2025-09-01' }
    // 5,400.01 × 0.06 × 7 ÷ 12 = 189.00035
    expect(meritIncreases(prorated, [odd]).spent).toBe('189.00')
  })

  test('holds for the bounds as well, and is explained', () => {
    const [own] = meritIncreases(prorated, [{ ...li, since: '2025-10-01' }], '1000.00').increases
    expect(own).toMatchObject({
      ...{ bounds: { minimum: '108.00', maximum: '216.00' }, increase: '216.00' },
    })
    const inputs = { salary: '5400.00', rating: 'A', compa_ratio: '0.9000', months: '6' }
    const text = renderText(explain(evaluate(prorated.amounts.target, inputs), { locale: 'en' }))
    expect(text.split('\n')[0]).toBe('Merit increase: 162.00 CNY')
    expect(text).toContain('Months since the last raise or the hire')
  })

  test('needs the day of each, and none after the increases', () => {
    const people = [{ ...li, since: '2026-04-02' }, wang, { ...zhao, since: '2026-02-30' }]
    expect(found(() => meritIncreases(prorated, people))).toEqual([
      ['not-a-date', 'people[1].since'],
      ['not-a-date', 'people[2].since'],
    ])
    const late = () => meritIncreases(prorated, people.slice(0, 1))
    expect(found(late)).toEqual([['since-after', 'people[0].since']])
    expect(describeProblems(problemsOf(late), 'zh-CN')).toBe(
      'people[0].since：晚于调薪生效日 2026-04-01。请不要列入此人，或更正日期。',
    )
  })
})

describe('a policy of guidelines is refused', () => {
  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    ['without a matrix', { guidelines: undefined }, ['not-one-matrix', '']],
    ['with two', { increases: meritPolicy.increases }, ['not-one-matrix', '']],
    [
      'with a cell out of order',
      { guidelines: { ...guided.guidelines, C: [nothing, cell('0.02', '0.01', '0.03'), nothing] } },
      ['crossed-guideline', 'guidelines.C[1]'],
    ],
    [
      'with a target above the maximum',
      { guidelines: { ...guided.guidelines, C: [nothing, cell('0', '0.04', '0.03'), nothing] } },
      ['crossed-guideline', 'guidelines.C[1]'],
    ],
    [
      'with a short row and a rating that is none',
      { guidelines: { ...guided.guidelines, C: [nothing], D: [] } },
      ['unknown-rating', 'guidelines.D'],
      ['wrong-row', 'guidelines.C'],
    ],
    [
      'with a lump sum of no length',
      { aboveMaximum: 'lump-sum' },
      ['lump-sum-periods', 'lumpSumPeriods'],
    ],
    [
      'with a length of no lump sum',
      { lumpSumPeriods: 12 },
      ['lump-sum-periods', 'lumpSumPeriods'],
    ],
    ['with another end', { aboveMaximum: 'lump' }, ['not-offered', 'aboveMaximum']],
    [
      'with a day that is none',
      { proration: { ...prorating, effective: '2026-13-01' } },
      ['not-a-date', 'proration.effective'],
    ],
    [
      'with no months',
      { proration: { ...prorating, fullMonths: 0 } },
      ['too-small', 'proration.fullMonths'],
    ],
  ])('%s', (_, wrong, ...expected) => {
    expect(found(() => parseMerit({ ...guided, ...wrong }))).toEqual(expected)
  })

  test('in words of both languages', () => {
    const problems = problemsOf(() =>
      parseMerit({ ...meritPolicy, guidelines: guided.guidelines, aboveMaximum: 'lump-sum' }),
    )
    expect(describeProblems(problems).split('\n')).toEqual([
      'does not have exactly one matrix. Give one of: increases, guidelines.',
      'lumpSumPeriods: is missing, so the lump sum has no length. Give the pay periods that it is for: 12 where salaries are monthly, 1 where they are yearly.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      '须且只能有一个矩阵。请只填写其一：increases、guidelines。',
      'lumpSumPeriods：缺失，无法计算一次性调薪金额。请填写一次性金额对应的计薪期数：月薪为 12，年薪为 1。',
    ])
  })
})

test('a range of another grade has its own room', () => {
  const people = [zhao, { ...zhao, id: 'qian', range: p2 }]
  expect(given(meritIncreases(lump, people))).toEqual(['100.00', '414.00'])
})

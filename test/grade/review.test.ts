import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Evidence, parseEvidence, parseReview, reviewGrade } from '../../src/grade/index.js'
import { describeProblems, labelIn, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { p1, p2, p3 } from './people.js'

const ranges = { currency: 'CNY', ranges: [p1, p2, p3] } as const
const terms = { ranges, rule: { rule: 'to-minimum' }, rounding: 'half-up' } as const
const base = {
  id: 'annual',
  window: 4,
  promote: { score: '90', periods: 3 },
  stepDown: { score: '60', periods: 3 },
}
const evidence = (grade: string, scores: readonly string[], more: object = {}): Evidence =>
  parseEvidence({
    grade,
    salary: '6000.00',
    monthsInGrade: 14,
    periods: scores.map((score, i) => ({ period: `Q${i + 1}`, score })),
    competencies: [],
    ...more,
  })
const review = (grade: string, scores: readonly string[], policy: object = {}, more: object = {}) =>
  reviewGrade(parseReview({ ...base, ...policy }), evidence(grade, scores, more), terms)

describe('a grade review', () => {
  test.each([
    ['three high of four, the last high', ['95', '80', '90', '92'], 'promote'],
    ['two high of four', ['95', '80', '80', '92'], 'hold'],
    ['three high, the last not', ['95', '95', '95', '89.99'], 'hold'],
    ['high scores before the window', ['95', '95', '80', '80', '80', '95'], 'hold'],
    ['one lucky month', ['70', '70', '70', '120'], 'hold'],
    ['one unlucky month', ['80', '80', '80', '0'], 'hold'],
    ['three low of four, the last low', ['59', '70', '59.99', '10'], 'step-down'],
    ['three low, the last on the bound', ['10', '10', '10', '60'], 'hold'],
    ['nothing known', [], 'hold'],
    ['three high of three', ['90', '90', '90'], 'promote'],
  ])('with %s suggests to %s: %s', (_, scores, decision) => {
    expect(review('P2', scores).decision).toBe(decision)
  })

  test('says the pay that a promotion implies', () => {
    expect(review('P2', ['95', '95', '95'])).toMatchObject({
      grade: 'P3',
      pay: { salary: '6620.00', increase: '620.00' },
    })
  })

  test('leaves the salary on stepping down, and says where it stands', () => {
    const suggested = review('P2', ['10', '10', '10'])
    expect(suggested).toMatchObject({ grade: 'P1', position: { compaRatio: '1.0000' } })
    expect(suggested).not.toHaveProperty('pay')
  })

  test('moves nobody beyond the grades there are', () => {
    const [highest, lowest] = [review('P3', ['95', '95', '95']), review('P1', ['1', '1', '1'])]
    expect([highest.decision, lowest.decision]).toEqual(['hold', 'hold'])
    expect(highest.promotion[0]).toEqual({
      met: false,
      text: { en: 'P3 is the highest grade', 'zh-CN': 'P3 已是最高职级' },
    })
    expect(lowest.stepDown[0]).toEqual({
      met: false,
      text: { en: 'P1 is the lowest grade', 'zh-CN': 'P1 已是最低职级' },
    })
  })

  const promote = {
    ...base.promote,
    kpis: [
      { kpi: 'satisfaction', direction: 'higher', level: '0.85', periods: 2 },
      {
        kpi: 'response',
        label: { en: 'First response', 'zh-CN': '首次响应' },
        direction: 'lower',
        level: '90',
        periods: 2,
      },
    ],
    ratings: ['A', 'S'],
    competencies: ['mentoring', 'SQL'],
    monthsInGrade: 12,
  }
  const period = (i: number, more: object = {}) => ({
    period: `Q${i}`,
    score: '95',
    rating: 'A',
    kpis: { satisfaction: '0.85', response: '90' },
    ...more,
  })
  const periods = [period(1), period(2), period(3)]
  const full = { periods, competencies: ['SQL', 'mentoring', 'other'] }
  const decide = (more: object) => review('P2', [], { promote }, { ...full, ...more })

  test.each<[string, object, string]>([
    ['all is met', {}, 'promote'],
    [
      'a KPI was reached once',
      {
        periods: [
          period(1),
          ...[2, 3].map((i) => period(i, { kpis: { satisfaction: '0.84', response: '90' } })),
        ],
      },
      'hold',
    ],
    [
      'a KPI where lower is better was reached once',
      {
        periods: [
          period(1),
          ...[2, 3].map((i) => period(i, { kpis: { satisfaction: '0.85', response: '91' } })),
        ],
      },
      'hold',
    ],
    [
      'a KPI was not measured',
      { periods: [period(1), period(2, { kpis: {} }), period(3, { kpis: undefined })] },
      'hold',
    ],
    [
      'a rating is another',
      { periods: [period(1), period(2, { rating: 'B' }), period(3)] },
      'hold',
    ],
    [
      'there is no rating',
      { periods: [1, 2, 3].map((i) => period(i, { rating: undefined })) },
      'hold',
    ],
    ['a competency is missing', { competencies: ['SQL'] }, 'hold'],
    ['it is too early', { monthsInGrade: 11 }, 'hold'],
    ['it is just time', { monthsInGrade: 12 }, 'promote'],
  ])('where %s', (_, more, decision) => {
    expect(decide(more).decision).toBe(decision)
  })

  test('gives every reason, met or not, in both languages', () => {
    const { promotion, stepDown } = decide({
      periods: [period(1), period(2, { rating: 'B', score: '89' }), period(3, { kpis: {} })],
      competencies: ['SQL'],
      monthsInGrade: 11,
    })
    const said = (locale: 'en' | 'zh-CN') =>
      [...promotion, ...stepDown].map(
        ({ met, text }) => `${met ? '+' : '-'} ${labelIn(text, locale)}`,
      )
    expect(said('en')).toMatchInlineSnapshot(`
      [
        "+ P3 is the next grade",
        "- 2 of the last 3 periods at or above 90; 3 of 4 are needed",
        "+ The last period is to be at or above 90; it is 95",
        "+ 2 of the last 3 periods with satisfaction at or above 0.85; 2 of 4 are needed",
        "+ 2 of the last 3 periods with First response at or below 90; 2 of 4 are needed",
        "- Ratings are to be among A, S; not Q2: B",
        "- Competencies needed: mentoring, SQL; missing mentoring",
        "- 11 months in the grade; 12 are needed",
        "+ P1 is the grade below",
        "- 0 of the last 3 periods below 60; 3 of 4 are needed",
        "- The last period is to be below 60; it is 95",
      ]
    `)
    expect(said('zh-CN')).toMatchInlineSnapshot(`
      [
        "+ 下一职级为 P3",
        "- 近 3 期中有 2 期不低于 90，4 期中需 3 期",
        "+ 最近一期须不低于 90；实际为 95",
        "+ 近 3 期中有 2 期satisfaction不低于 0.85，4 期中需 2 期",
        "+ 近 3 期中有 2 期首次响应不高于 90，4 期中需 2 期",
        "- 评级须为 A、S；不符：Q2: B",
        "- 所需能力：mentoring、SQL；缺少：mentoring",
        "- 在级 11 个月，需 12 个月",
        "+ 下一级为 P1",
        "- 近 3 期中有 0 期低于 60，4 期中需 3 期",
        "- 最近一期须低于 60；实际为 95",
      ]
    `)
  })

  test('wants a grade that the ranges have', () => {
    expect(found(() => review('P9', []))).toEqual([['unknown-grade', 'grade']])
  })
})

test('whatever one period says, it moves nobody', () => {
  const score = fc.integer({ min: 0, max: 150 }).map(String)
  const steady = fc.integer({ min: 60, max: 89 }).map(String)
  fc.assert(
    fc.property(fc.array(steady, { maxLength: 6 }), score, fc.nat(6), (scores, odd, at) => {
      const with1 = [...scores.slice(0, at), odd, ...scores.slice(at)]
      expect(review('P2', with1).decision).toBe('hold')
    }),
  )
})

describe('a review policy', () => {
  test.each<[object, string, string]>([
    [{ promote: { score: '90', periods: 1 } }, 'too-small', 'promote.periods'],
    [{ promote: { score: '90', periods: 5 } }, 'beyond-window', 'promote.periods'],
    [{ stepDown: { score: '60', periods: 5 } }, 'beyond-window', 'stepDown.periods'],
    [{ stepDown: { score: '90', periods: 3 } }, 'review-overlaps', 'stepDown.score'],
    [
      {
        promote: {
          ...base.promote,
          kpis: [{ kpi: 'a', direction: 'higher', level: '1', periods: 5 }],
        },
      },
      'beyond-window',
      'promote.kpis[0].periods',
    ],
    [
      {
        promote: {
          ...base.promote,
          kpis: [{ kpi: 'constructor', direction: 'higher', level: '1', periods: 2 }],
        },
      },
      'not-a-name',
      'promote.kpis[0].kpi',
    ],
    [
      {
        promote: {
          ...base.promote,
          kpis: ['a', 'a'].map((kpi) => ({ kpi, direction: 'higher', level: '1', periods: 2 })),
        },
      },
      'repeated-id',
      'promote.kpis[1].kpi',
    ],
  ])('is refused with %j: %s at %s', (wrong, code, path) => {
    expect(found(() => parseReview({ ...base, ...wrong }))).toEqual([[code, path]])
  })

  test('says in Chinese too that its scores overlap', () => {
    const wrong = { ...base, stepDown: { score: '95', periods: 3 } }
    expect(
      describeProblems(
        problemsOf(() => parseReview(wrong)),
        'zh-CN',
      ),
    ).toBe('stepDown.score：95 不低于晋升分 90。两者之间须留出不变动的区间。')
  })

  test('reads evidence whose periods differ', () => {
    const twice = [
      { period: 'Q1', score: '1' },
      { period: 'Q1', score: '2' },
    ]
    expect(found(() => evidence('P1', [], { periods: twice }))).toEqual([
      ['repeated-id', 'periods[1].period'],
    ])
  })
})

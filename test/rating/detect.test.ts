import { describe, expect, test } from 'vitest'
import { correctRatings } from '../../src/rating/correct.js'
import { outliers, reciprocity, straightLining } from '../../src/rating/detect.js'
import { policy, rating } from './campaign.js'

describe('straightLining', () => {
  const ratings = [
    ...['a', 'b', 'c', 'd'].map((subject) =>
      rating('flat', subject, 'result', subject === 'a' ? '4.0' : '4'),
    ),
    ...['a', 'b', 'c', 'd'].map((subject, i) => rating('fair', subject, 'result', String(1 + i))),
    ...['a', 'b', 'c'].map((subject) => rating('few', subject, 'result', '4')),
  ]

  test('names who gives one score to all, from the least number of ratings on', () => {
    expect(straightLining(ratings, 4)).toEqual([
      {
        kind: 'straight-lining',
        raters: ['flat'],
        text: { en: 'flat gave 4 in all of 4 ratings', 'zh-CN': 'flat 的 4 项评价全部为 4 分' },
      },
    ])
    expect(straightLining(ratings, 3).map(({ raters }) => raters[0])).toEqual(['flat', 'few'])
  })
})

describe('reciprocity', () => {
  const given = (rater: string, subject: string, score: string) => ({ rater, subject, score })
  const verdicts = [
    given('ann', 'bob', '5'),
    given('bob', 'ann', '5'),
    given('cat', 'ann', '3'),
    given('cat', 'bob', '4'),
    given('bob', 'cat', '5'),
    given('ann', 'cat', '2'),
    given('cat', 'dan', '5'),
  ]

  test('names pairs who both give at least so much above what others give', () => {
    const signs = reciprocity(verdicts, (subject) => [subject], '1')
    expect(signs.map(({ raters }) => raters)).toEqual([['ann', 'bob']])
    expect(signs[0]?.text['zh-CN']).toBe('ann 与 bob 互评明显高于他人的评价')
  })

  test('one favour of the two that is too small is no pair', () => {
    expect(reciprocity(verdicts, (subject) => [subject], '1.5')).toEqual([])
  })
})

describe('outliers', () => {
  const table: readonly (readonly number[])[] = [
    [3, 4, 3, 4],
    [2, 3, 2, 3],
    [4, 5, 4, 1],
    [3, 4, 4, 4],
    [2, 2, 2, 3],
  ]
  const verdicts = table.flatMap((row, s) =>
    row.map((score, r) => ({ rater: `r${r}`, subject: `s${s}`, score: String(score) })),
  )

  test('names the verdict that stands off the model', () => {
    const signs = outliers(verdicts, correctRatings(policy(), verdicts), 3.5)
    expect(signs).toMatchObject([{ kind: 'outlier', raters: ['r3'], subject: 's2' }])
    expect(signs[0]?.text.en).toBe('r3 gave s2 1, far from what the other ratings lead to expect')
  })

  test('finds none where the model fits exactly, where nothing is known, and for an odd number', () => {
    const exact = verdicts.map((verdict) => ({ ...verdict, score: '3' }))
    expect(outliers(exact, correctRatings(policy(), exact), 3.5)).toEqual([])
    expect(outliers([], { ratings: [], raters: [] }, 3.5)).toEqual([])
    expect(outliers(verdicts.slice(0, 3), { ratings: [], raters: [] }, 3.5)).toEqual([])
  })
})

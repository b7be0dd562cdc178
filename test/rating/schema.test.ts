import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { parseParticipants, parseRatingPolicy, parseRatings } from '../../src/rating/schema.js'
import { found } from '../found.js'
import { policyJson } from './campaign.js'

describe('a rating policy', () => {
  test('is read as written', () => {
    expect(parseRatingPolicy(policyJson)).toEqual(policyJson)
  })

  test.each([
    [
      'a scale that does not rise',
      { scale: { minimum: '5', maximum: '5' } },
      [['bad-scale', 'scale']],
    ],
    [
      'weights of 99.9 %',
      { criteria: [{ criterion: 'result', weight: '0.999' }] },
      [['weights-not-whole', 'criteria']],
    ],
    [
      'a criterion twice',
      {
        criteria: [
          { criterion: 'result', weight: '0.5' },
          { criterion: 'result', weight: '0.5' },
        ],
      },
      [['repeated-id', 'criteria[1].criterion']],
    ],
    [
      'words for figures, of which nothing else is said,',
      {
        scale: { minimum: 'bad', maximum: '5' },
        criteria: [{ criterion: 'result', weight: 'much' }],
      },
      [
        ['not-a-decimal', 'scale.minimum'],
        ['not-a-non-negative-decimal', 'criteria[0].weight'],
      ],
    ],
    ['no rater at all', { minimumRaters: 0 }, [['too-small', 'minimumRaters']]],
  ])('with %s is refused', (_, change, expected) => {
    expect(found(() => parseRatingPolicy({ ...policyJson, ...change }))).toEqual(expected)
  })

  test('its problems are told in Chinese too', () => {
    const problems = problemsOf(() =>
      parseRatingPolicy({
        ...policyJson,
        scale: { minimum: '5', maximum: '1' },
        criteria: [
          { criterion: 'a', weight: '0.4' },
          { criterion: 'a', weight: '0.5' },
        ],
      }),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'scale：最小值不小于最大值。最小值须小于最大值。',
        'criteria：权重合计为 0.9。权重之和须恰好等于 1。',
        'criteria[1].criterion：“a”重复出现。请各用各的标识，或删去一项。',
      ].join('\n'),
    )
  })
})

test('ratings and participants are read from JSON, with the path of what is wrong', () => {
  expect(
    found(() => parseRatings([{ rater: 'a', subject: 'b', criterion: 'c', score: 4 }])),
  ).toEqual([['wrong-type', '[0].score']])
  expect(
    found(() => parseParticipants({ raters: {}, subjects: { a: {} }, conflicts: [] })),
  ).toEqual([
    ['missing', 'subjects.a.departments'],
    ['missing', 'subjects.a.people'],
  ])
})

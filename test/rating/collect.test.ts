import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { collectRatings } from '../../src/rating/collect.js'
import type { Rating } from '../../src/rating/schema.js'
import { found } from '../found.js'
import { participants, policy, rating } from './campaign.js'

describe('collectRatings', () => {
  test('the criteria of one rater for one subject become one verdict by their weights', () => {
    const { verdicts, excluded } = collectRatings(policy(), participants, [
      rating('ops-1', 'flash-sale', 'result', '5'),
      rating('cs-1', 'flash-sale', 'result', '4'),
      rating('cs-1', 'flash-sale', 'service', '2'),
    ])
    expect(verdicts).toEqual([
      { rater: 'ops-1', subject: 'flash-sale', score: '5' },
      { rater: 'cs-1', subject: 'flash-sale', score: '3.2' },
    ])
    expect(excluded).toEqual([])
  })

  test('criteria that weigh nothing count alike where no other is given', () => {
    const free = policy({
      criteria: [
        { criterion: 'result', weight: '1' },
        { criterion: 'service', weight: '0' },
      ],
    })
    const ratings = [rating('cs-1', 'flash-sale', 'service', '4')]
    expect(collectRatings(free, participants, ratings).verdicts[0]?.score).toBe('4')
  })

  test.each([
    [
      'of a department that does not rate',
      { raters: { departments: ['operations'], ownDepartment: true } },
      'cs-1',
      'The department "service" does not rate',
      '部门“service”不参与评价',
    ],
    [
      'of the own department',
      { raters: { ownDepartment: false } },
      'ops-1',
      'The rater is of the same department',
      '评价者与对象同属一个部门',
    ],
    [
      'with a conflict of interest',
      {},
      'cs-2',
      'Conflict of interest: married to the campaign lead',
      '利益冲突：married to the campaign lead',
    ],
    ['of what the rater made', {}, 'lead', 'The rater is rated', '评价者即被评价者'],
  ])('a rating %s is set apart with the reason', (_, change, rater, en, zh) => {
    const own = rating(rater, 'flash-sale', 'result', '5')
    expect(collectRatings(policy(change), participants, [own])).toEqual({
      verdicts: [],
      excluded: [{ rating: own, reason: { en, 'zh-CN': zh } }],
    })
  })

  test('every problem of every rating is named', () => {
    const ratings: Rating[] = [
      rating('cs-1', 'flash-sale', 'result', '5.5'),
      rating('cs-1', 'flash-sale', 'resutl', '0.9'),
      rating('nobody', 'clearance', 'result', '3'),
      rating('ops-1', 'flash-sale', 'result', '3'),
      rating('ops-1', 'flash-sale', 'result', '3'),
    ]
    const task = () => collectRatings(policy(), participants, ratings)
    expect(found(task)).toEqual([
      ['out-of-scale', 'ratings[0].score'],
      ['unknown-name', 'ratings[1].criterion'],
      ['out-of-scale', 'ratings[1].score'],
      ['unknown-name', 'ratings[2].rater'],
      ['unknown-name', 'ratings[2].subject'],
      ['repeated-rating', 'ratings[4]'],
    ])
    const text = describeProblems(problemsOf(task))
    expect(text).toContain('Perhaps "result" was meant')
    expect(text).toContain('Use one of: flash-sale')
    const chinese = describeProblems(problemsOf(task), 'zh-CN')
    expect(chinese).toContain('也许是“result”')
  })
})

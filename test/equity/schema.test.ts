import { describe, expect, test } from 'vitest'
import { parsePeople } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const li = { id: 'li', attributes: { sex: 'women' }, amounts: { hourly: '21.50' } }

describe('parsePeople', () => {
  test('people are read as they are', () => {
    const wang = { ...li, id: 'wang', measures: { tenure: '-0.5' } }
    expect(parsePeople([li, wang])).toEqual([li, wang])
  })

  test.each([
    [{}, [['wrong-type', '']]],
    [[{ ...li, id: '' }], [['too-small', '[0].id']]],
    [[{ ...li, name: 'Li' }], [['unknown-key', '[0].name']]],
    [
      [li, { ...li, amounts: { hourly: '-1' } }],
      [['not-a-non-negative-decimal', '[1].amounts.hourly']],
    ],
    [[{ ...li, amounts: { hourly: 21.5 } }], [['wrong-type', '[0].amounts.hourly']]],
    [[{ ...li, measures: { tenure: '1e3' } }], [['not-a-decimal', '[0].measures.tenure']]],
    [[{ ...li, attributes: { sex: '' } }], [['too-small', '[0].attributes.sex']]],
    [
      [li, { ...li, id: 'wang' }, li, li],
      [
        ['repeated-id', '[2].id'],
        ['repeated-id', '[3].id'],
      ],
    ],
  ])('%j is refused', (json, expected) => {
    expect(found(() => parsePeople(json))).toEqual(expected)
  })

  test('a repeated id is named in Chinese too', () => {
    const problems = problemsOf(() => parsePeople([li, li]))
    expect(describeProblems(problems, 'zh-CN')).toBe('[1].id：人员“li”重复出现。每人只写一次。')
  })
})

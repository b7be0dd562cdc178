import { describe, expect, test } from 'vitest'
import { parseObservations } from '../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const li = { id: 'li', left: true, signals: { idle: '3' }, attributes: { sex: 'women' } }

describe('parseObservations', () => {
  test('people are read as they are, attributes or none', () => {
    const wang = { id: 'wang', left: false, signals: {} }
    expect(parseObservations([li, wang])).toEqual([li, wang])
  })

  test.each([
    [{}, [['wrong-type', '']]],
    [[{ ...li, id: '' }], [['too-small', '[0].id']]],
    [[{ ...li, left: 'yes' }], [['wrong-type', '[0].left']]],
    [[{ ...li, signals: { idle: 3 } }], [['wrong-type', '[0].signals.idle']]],
    [[{ ...li, signals: { idle: '' } }], [['too-small', '[0].signals.idle']]],
    [[{ ...li, attributes: { sex: '' } }], [['too-small', '[0].attributes.sex']]],
    [[{ ...li, name: 'Li' }], [['unknown-key', '[0].name']]],
    [
      [li, { ...li, id: 'wang' }, li, li],
      [
        ['repeated-id', '[2].id'],
        ['repeated-id', '[3].id'],
      ],
    ],
  ])('%j is refused', (json, expected) => {
    expect(found(() => parseObservations(json))).toEqual(expected)
  })

  test('a repeated id is named in Chinese too', () => {
    expect(
      describeProblems(
        problemsOf(() => parseObservations([li, li])),
        'zh-CN',
      ),
    ).toBe('[1].id：人员“li”重复出现。每人只写一次。')
  })
})

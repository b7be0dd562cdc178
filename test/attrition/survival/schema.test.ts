import { describe, expect, test } from 'vitest'
import { parseSpells } from '../../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../../src/problem/index.js'
import { found } from '../../found.js'

const spell = { id: 'li', from: 0, until: 12, left: true }

describe('parseSpells', () => {
  test('spells are read as they are, those of one person in any order', () => {
    const later = { ...spell, from: 6, signals: { grade: 'C2' }, attributes: { sex: 'women' } }
    const sooner = { ...spell, until: 6, left: false, signals: { grade: 'C1' } }
    expect(parseSpells([later, sooner])).toEqual([later, sooner])
  })

  test.each([
    [[{ ...spell, from: 12 }], [['empty-span', '[0].until']]],
    [[{ ...spell, from: -1 }], [['too-small', '[0].from']]],
    [[{ ...spell, until: 1201 }], [['too-big', '[0].until']]],
    [[{ ...spell, until: 1.5 }], [['wrong-type', '[0].until']]],
    [[{ ...spell, signals: { period: '3' } }], [['repeated-id', '[0].signals.period']]],
    [[{ ...spell, signals: { grade: '' } }], [['too-small', '[0].signals.grade']]],
    [
      [
        { ...spell, left: false },
        { ...spell, from: 11, until: 14 },
      ],
      [['overlapping-spells', '[1].from']],
    ],
    [[spell, { ...spell, from: 20, until: 24 }], [['overlapping-spells', '[1].from']]],
    [
      [
        { ...spell, until: 13 },
        { ...spell, left: false },
      ],
      [['overlapping-spells', '[0].from']],
    ],
    [{}, [['wrong-type', '']]],
  ])('%j is refused', (json, expected) => {
    expect(found(() => parseSpells(json))).toEqual(expected)
  })

  test('the problems are told in Chinese too', () => {
    const told = (json: unknown) =>
      describeProblems(
        problemsOf(() => parseSpells(json)),
        'zh-CN',
      )
    expect(told([{ ...spell, from: 12 }])).toBe('[0].until：须大于“from”。请给出更晚的期数。')
    expect(told([spell, spell])).toBe(
      '[1].from：“li”的其他时段已覆盖此时间，或已以离职结束。同一人的时段须前后相接，仅最后一段可为离职；再入职者请使用新编号。',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { parsePeople } from '../../src/pay/data-schema.js'
import { problemsOf } from '../../src/problem/index.js'
import { from, json, li, texts, wang } from './data-fixtures.js'

describe('parsePeople', () => {
  test.each<[name: string, person: object, en: string, zh: string]>([
    [
      'who leave before they come',
      { employment: [{ from, to: '2019-12-31' }] },
      'employment[0].to: 2019-12-31 is before the start, 2020-01-01. Give an end on the day of the start, or later.',
      'employment[0].to：2019-12-31 早于开始日期 2020-01-01。结束日期不得早于开始日期。',
    ],
    [
      'whose post or absence ends before it begins',
      {
        assignments: [{ id: 'a', from, to: '2019-12-31', attributes: {} }],
        absences: [{ id: 'b', from, to: '2019-12-31', kind: 'sick' }],
      },
      [
        'assignments[0].to: 2019-12-31 is before the start, 2020-01-01. Give an end on the day of the start, or later.',
        'absences[0].to: 2019-12-31 is before the start, 2020-01-01. Give an end on the day of the start, or later.',
      ].join('\n'),
      [
        'assignments[0].to：2019-12-31 早于开始日期 2020-01-01。结束日期不得早于开始日期。',
        'absences[0].to：2019-12-31 早于开始日期 2020-01-01。结束日期不得早于开始日期。',
      ].join('\n'),
    ],
    [
      'employed twice at once',
      { employment: [{ from: '2021-01-01' }, { from }] },
      'employment[0].from: the employment from 2021-01-01 begins before the one from 2020-01-01 has ended. End the earlier one by "to", or take one away by "void".',
      'employment[0].from：自 2021-01-01 起的在职期间开始时，自 2020-01-01 起的在职期间尚未结束。请用“to”结束较早的一段，或用“void”撤销其中一段。',
    ],
    [
      'whose end was taken back',
      {
        employment: [
          { from, recorded: '2021-02-01' },
          { from, to: '2020-12-31' },
          { from: '2021-01-01' },
        ],
      },
      'employment[2].from: the employment from 2021-01-01 begins before the one from 2020-01-01 has ended. End the earlier one by "to", or take one away by "void".',
      'employment[2].from：自 2021-01-01 起的在职期间开始时，自 2020-01-01 起的在职期间尚未结束。请用“to”结束较早的一段，或用“void”撤销其中一段。',
    ],
    [
      'told twice of one thing',
      {
        employment: [{ from }, { from, to: '2020-12-31', recorded: from }],
        absences: [
          { id: 'b', from, to: from, kind: 'sick' },
          { id: 'b', from, to: from, kind: 'leave' },
        ],
        attributes: {
          grade: [
            { from, value: 'A' },
            { from, value: 'B' },
          ],
        },
      },
      [
        'employment[1]: "2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'attributes.grade[1]: "grade 2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'absences[1]: "b" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
      ].join('\n'),
      [
        'employment[1]：“2020-01-01”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
        'attributes.grade[1]：“grade 2020-01-01”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
        'absences[1]：“b”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
      ].join('\n'),
    ],
    [
      'with a post told twice, and its attribute',
      {
        assignments: [
          { id: 'a', from, attributes: {} },
          {
            id: 'a',
            from,
            attributes: {
              team: [
                { from, value: 'north' },
                { from, value: 'south' },
              ],
            },
          },
        ],
      },
      [
        'assignments[1]: "a" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
        'assignments[1].attributes.team[1]: "team 2020-01-01" is given twice as recorded on 2020-01-01. Keep the one that holds, or say in "recorded" which became known later.',
      ].join('\n'),
      [
        'assignments[1]：“a”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
        'assignments[1].attributes.team[1]：“team 2020-01-01”在 2020-01-01 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
      ].join('\n'),
    ],
    [
      'with a figure that is given twice',
      {
        figures: [
          { name: 'kpi', rhythm: 'year', period: '2026', value: '1' },
          { name: 'kpi', rhythm: 'year', period: '2026', value: '2' },
        ],
      },
      'figures[1]: "kpi 2026 year" is given twice. Keep the one that holds, or say in "recorded" which became known later.',
      'figures[1]：“kpi 2026 year”重复给出。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
    ],
    [
      'with a figure of a post that there is none of',
      { figures: [{ name: 'kpi', period: '2026', value: '1', assignment: 'dask' }] },
      'figures[0].assignment: the person has no assignment "dask". Add the assignment, or leave it out here.',
      'figures[0].assignment：此人没有岗位“dask”。请补充该岗位，或在此处删去。',
    ],
    [
      'with a figure of another post',
      {
        assignments: [{ id: 'desk', from, attributes: {} }],
        figures: [{ name: 'kpi', period: '2026', value: '1', assignment: 'dask' }],
      },
      'figures[0].assignment: the person has no assignment "dask". Add the assignment, or use one of: desk.',
      'figures[0].assignment：此人没有岗位“dask”。请补充该岗位，或改用：desk。',
    ],
    [
      'away for more than a day a day',
      { absences: [{ id: 'b', from, to: from, kind: 'sick', part: '1.5' }] },
      'absences[0].part: 1.5 is not the part of a day. Give a decimal above 0, at most 1, of at most 4 places, such as "0.5" for half a day.',
      'absences[0].part：1.5 不是一天的一部分。请给出大于 0、不超过 1、至多 4 位小数的数，例如半天写作 "0.5"。',
    ],
    [
      'with numbers of too many digits',
      {
        attributes: { salary: [{ from, value: '1'.repeat(41) }] },
        figures: [{ name: 'kpi', period: '2026', value: `0.${'1'.repeat(40)}` }],
      },
      [
        'attributes.salary[0].value: has 41 digits, more than 40. Give fewer digits.',
        'figures[0].value: has 41 digits, more than 40. Give fewer digits.',
      ].join('\n'),
      [
        'attributes.salary[0].value：有 41 位数字，超过 40 位。请减少位数。',
        'figures[0].value：有 41 位数字，超过 40 位。请减少位数。',
      ].join('\n'),
    ],
    [
      'with a figure that is a text',
      { figures: [{ name: 'kpi', period: '2026', value: 'A' }] },
      'figures[0].value: "A" is not a decimal. Write a plain decimal such as "0.015" or "-120.50": no exponent, plus sign, spaces or separators.',
      'figures[0].value："A" 格式不对。请写成普通小数，例如 "0.015" 或 "-120.50"：不用科学计数法、加号、空格或千位分隔符。',
    ],
    [
      'of a misspelt member',
      { emplyoment: [] },
      'emplyoment: the key "emplyoment" is not known here. Perhaps "employment" was meant.',
      'emplyoment：此处没有键“emplyoment”。也许是“employment”。',
    ],
  ])('refuses people %s', (_, more, en, zh) => {
    const [told, toldZh] = texts(() => parsePeople([{ ...li, ...more }]))
    const at = (lines: string) => lines.replace(/^/gm, '[0].')
    expect(told).toBe(at(en))
    expect(toldZh).toBe(at(zh))
  })

  test('takes an employment that was taken away beside the one that holds', () => {
    const employment = [
      { from },
      { from: '2021-01-01', void: true },
      { from: '2022-01-01', void: true },
    ]
    expect(parsePeople([{ ...li, employment }]).length).toBe(1)
  })

  test('takes what was recorded on different days, and figures that differ', () => {
    expect(parsePeople([json(wang)])).toEqual([wang])
  })

  test('refuses people of one id, and what is no list', () => {
    expect(texts(() => parsePeople([li, li]))[0]).toBe(
      '[1].id: "li" is duplicated. Give each its own, or leave one out.',
    )
    expect(problemsOf(() => parsePeople({ li }))[0]?.code).toBe('wrong-type')
  })
})

import { describe, expect, test } from 'vitest'
import { card, parseCard } from '../../src/attrition/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { policy, worst } from './cards.js'

describe('card', () => {
  test('its formulas read the signals, and whether those that may be unknown are known', () => {
    const { score, probability, level } = card(policy)
    expect(Object.keys(score.inputs)).toEqual([
      'monthsSinceRise',
      'surveyLevel',
      'surveyLevel.known',
      'shift',
    ])
    expect([score.unit, probability.unit, level.unit]).toEqual(['points', 'ratio', 'count'])
    const inputs = { ...worst, 'surveyLevel.known': 'yes' }
    expect(evaluate(score, inputs).value).toBe('32')
    expect(evaluate(probability, inputs).value).toBe('0.3000')
    expect(evaluate(level, inputs).value).toBe('2')
  })

  // Bins include their lower bound unless they are exclusive.
  test.each([
    ['11', '4.5', 'day', 0],
    ['12', '4.5', 'day', 5],
    ['23', '4.5', 'day', 5],
    ['24', '4.5', 'day', 14],
    ['0', '4.4', 'day', 4],
    ['0', '3.1', 'day', 4],
    ['0', '3', 'day', 11],
    ['0', '4.5', 'night', 7],
    ['0', '4.5', 'split', 3],
  ])('%s months, a survey of %s and the %s shift score %d', (months, survey, shift, points) => {
    const inputs = {
      monthsSinceRise: months,
      surveyLevel: survey,
      shift,
      'surveyLevel.known': 'yes',
    }
    expect(evaluate(card(policy).score, inputs).value).toBe(String(points))
  })

  test.each([
    [0, '0.0200'],
    [5, '0.0600'],
    [7, '0.0760'],
    [14, '0.1800'],
    [32, '0.3000'],
  ])('a score of %d means a probability of %s, on straight lines', (score, probability) => {
    const straight = card({
      ...policy,
      signals: [{ ...policy.signals[2], cases: { is: score } }],
    })
    expect(evaluate(straight.probability, { shift: 'is' }).value).toBe(probability)
  })

  test('labels and clauses stand in the explanation', () => {
    const labelled = card({
      ...policy,
      label: { en: 'Warning', 'zh-CN': '预警' },
      clause: '§ 7',
      signals: [
        { ...policy.signals[0], label: 'Months' },
        { ...policy.signals[2], label: 'Shift' },
      ],
    })
    const told = renderText(
      explain(evaluate(labelled.score, { monthsSinceRise: '30', shift: 'night' }), {
        locale: 'zh-CN',
      }),
    )
    for (const part of ['预警', '§ 7', 'Months', 'Shift']) expect(told).toContain(part)
    const plain = evaluate(card(policy).score, { ...worst, 'surveyLevel.known': 'yes' })
    expect(renderText(explain(plain, { locale: 'zh-CN' }))).toContain('风险得分')
  })

  test('it is frozen, and keeps the policy as it was written', () => {
    const made = parseCard(JSON.parse(JSON.stringify(policy)))
    expect(made.policy).toEqual(policy)
    expect(made.id).toBe('early-warning')
    expect(Object.isFrozen(made)).toBe(true)
  })
})

const [months, survey, shift] = policy.signals

describe('parseCard', () => {
  test.each([
    [{ id: 'a b' }, [['not-a-name', 'id']]],
    [{ signals: [] }, [['too-small', 'signals']]],
    [{ calibration: [] }, [['too-small', 'calibration']]],
    [{ bands: [] }, [['too-small', 'bands']]],
    [{ more: 1 }, [['unknown-key', 'more']]],
    [{ signals: [{ ...months, bins: [] }] }, [['too-small', 'signals[0].bins']]],
    [
      { signals: [{ ...months, bins: [{ points: 10_001 }] }] },
      [['too-big', 'signals[0].bins[0].points']],
    ],
    [
      { signals: [{ ...months, bins: [{ points: -1 }] }] },
      [['too-small', 'signals[0].bins[0].points']],
    ],
    [
      { signals: [{ ...months, bins: [{ from: '1', points: 0 }] }] },
      [['first-band-bounded', 'signals[0].bins[0]']],
    ],
    [
      { signals: [{ ...months, bins: [{ points: 0 }, { points: 1 }] }] },
      [['missing', 'signals[0].bins[1].from']],
    ],
    [
      { signals: [{ ...months, bins: [{ points: 5 }, { from: '2.5', points: 4 }] }] },
      [
        ['too-many-places', 'signals[0].bins[1].from'],
        ['not-monotone', 'signals[0].bins[1].points'],
      ],
    ],
    [
      { signals: [{ ...survey, bins: [{ points: 9 }, { from: '2', points: 10 }] }] },
      [['not-monotone', 'signals[0].bins[1].points']],
    ],
    [{ signals: [{ ...shift, cases: {} }] }, [['too-small', 'signals[0].cases']]],
    [
      {
        calibration: [
          { score: 0, probability: '0.5' },
          { score: 5, probability: '0.4' },
          { score: 5, probability: '1.01' },
        ],
      },
      [
        ['unordered-bounds', 'calibration[2].score'],
        ['probability-above-one', 'calibration[2].probability'],
        ['not-monotone', 'calibration[1].probability'],
      ],
    ],
    [
      { calibration: [{ score: 0, probability: '-0.5' }] },
      [['not-a-non-negative-decimal', 'calibration[0].probability']],
    ],
    [
      { bands: [{ band: 'a' }, { band: 'b', from: 9 }, { band: 'a', from: 8 }] },
      [
        ['unordered-bounds', 'bands[2].from'],
        ['repeated-id', 'bands[2].band'],
      ],
    ],
    [{ bands: [{ band: 'a' }, { band: 'b', from: 0 }] }, [['too-small', 'bands[1].from']]],
    [
      { signals: [months, { ...shift, signal: 'monthsSinceRise' }] },
      [['repeated-id', 'signals[1].signal']],
    ],
  ])('%j is refused', (change, expected) => {
    expect(found(() => parseCard({ ...policy, ...change }))).toEqual(expected)
  })

  test.each(['a.b', 'constructor', `s${'x'.repeat(58)}`])(
    'a signal cannot be named %s',
    (signal) => {
      expect(found(() => parseCard({ ...policy, signals: [{ ...shift, signal }] }))).toEqual([
        ['not-a-name', 'signals[0].signal'],
      ])
    },
  )

  test('protected attributes are refused by name and by label, unless permitted in writing', () => {
    const signals = [
      { ...shift, signal: 'gender' },
      { ...shift, signal: 'x1', label: 'Date of birth' },
      { ...shift, signal: 'x2', label: { en: 'Status', 'zh-CN': '婚姻状况' } },
      { ...shift, signal: 'union', permitted: 'Merger of two teams, agreed with the council' },
    ]
    expect(found(() => parseCard({ ...policy, signals }))).toEqual([
      ['protected-attribute', 'signals[0].signal'],
      ['protected-attribute', 'signals[1].signal'],
      ['protected-attribute', 'signals[2].signal'],
    ])
  })

  test('the problems are told in Chinese too', () => {
    const wrong = {
      ...policy,
      signals: [
        { ...shift, signal: 'age' },
        { ...shift, cases: {} },
        { ...shift, signal: 'shift' },
        { ...shift, signal: 'a.b' },
        { ...months, bins: [{ points: 5 }, { from: '2', points: 4 }] },
        { ...survey, bins: [{ points: 4 }, { from: '2', points: 5 }] },
      ],
      calibration: [{ score: 0, probability: '1.5' }],
      bands: [{ band: 'a' }, { band: 'a', from: 3 }],
    }
    expect(
      describeProblems(
        problemsOf(() => parseCard(wrong)),
        'zh-CN',
      ).split('\n'),
    ).toEqual([
      'signals[0].signal：“age”涉及受保护的属性：年龄。请删去；若只是名称相近，或法律允许使用，请在“permitted”中写明理由。',
      'signals[2].signal：信号“shift”重复出现。每个信号只写一次。',
      'signals[3].signal：“a.b” 不能作为信号名称。请以字母或“_”开头，由字母、数字、“_”和“-”组成，最多 58 个字符，且不是 JavaScript 保留的词。',
      'signals[1].cases：没有情形。请至少给出一种情形的分值。',
      'signals[4].bins[1].points：风险应递增，此处却下降。每一项不得小于前一项。',
      'signals[5].bins[1].points：风险应递减，此处却上升。每一项不得大于前一项。',
      'calibration[0].probability：1.5 不是概率。请给出 0 到 1 的小数。',
      'bands[1].band：等级“a”重复出现。请为每个等级起不同的名称。',
    ])
  })
})

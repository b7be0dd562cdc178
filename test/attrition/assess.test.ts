import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, type Prediction, personDecides } from '../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const predictions = (
  ...rows: readonly (readonly [probability: number, left: 0 | 1, sex: string])[]
): readonly Prediction[] =>
  rows.map(([probability, left, sex], i) => ({
    id: `p${i}`,
    left: left === 1,
    probability,
    attributes: { sex },
  }))
const some = predictions(
  [0.9, 1, 'men'],
  [0.6, 0, 'men'],
  [0.2, 0, 'men'],
  [0.7, 1, 'women'],
  [0.4, 1, 'women'],
  [0.1, 0, 'women'],
  [0.1, 0, 'women'],
)
const by = { attribute: 'sex', flaggedFrom: 0.6 }

describe('assess', () => {
  test('says how good predictions are', () => {
    const { curve, ...figures } = assess({ predictions: some })
    expect(figures).toEqual({
      people: 7,
      left: 3,
      expected: expect.closeTo(3 / 7, 14),
      auc: 11 / 12,
      brier: expect.closeTo((0.01 + 0.36 + 0.04 + 0.09 + 0.36 + 0.01 + 0.01) / 7, 14),
      logLoss: expect.closeTo(-Math.log(0.9 * 0.4 * 0.8 * 0.7 * 0.4 * 0.9 * 0.9) / 7, 14),
      certainErrors: 0,
      calibrationError: expect.closeTo((0.1 + 0.6 + 0.2 + 0.3 + 0.6 + 0.2) / 7, 14),
      lift: 7 / 3,
      groups: [],
      decision: personDecides,
    })
    expect(curve.map(({ rows }) => rows)).toEqual([2, 1, 1, 1, 1, 1])
  })

  test('by group it adds who is flagged, and the adverse-impact ratio', () => {
    const { groups } = assess({ predictions: some, by })
    expect(groups.map(({ group, people, left }) => [group, people, left])).toEqual([
      ['men', 3, 1],
      ['women', 4, 2],
    ])
    expect(
      groups.map(({ flagged, flaggedShare, impactRatio, adverse }) => ({
        flagged,
        flaggedShare,
        impactRatio,
        adverse,
      })),
    ).toEqual([
      { flagged: 2, flaggedShare: 2 / 3, impactRatio: 1, adverse: false },
      { flagged: 1, flaggedShare: 0.25, impactRatio: 0.375, adverse: true },
    ])
    expect(groups.map(({ auc }) => auc)).toEqual([1, 1])
  })

  test('four fifths of the highest share is not adverse, whatever the last bit of the ratio', () => {
    const rows = (flagged: number, of: number, sex: string) =>
      Array.from({ length: of }, (_, i) => [i < flagged ? 0.6 : 0.1, 0, sex] as const)
    const share = (flagged: number) =>
      assess({
        predictions: predictions(...rows(15, 30, 'men'), ...rows(flagged, 20, 'women')),
        by,
      }).groups.map(({ adverse }) => adverse)
    expect(share(8)).toEqual([false, false])
    expect(share(7)).toEqual([false, true])
    expect(share(20)).toEqual([true, false])
  })

  test('where nobody is flagged there is no ratio, and of one outcome no AUC', () => {
    const { groups } = assess({ predictions: predictions([0.1, 0, 'men'], [0.2, 0, 'women']), by })
    for (const { impactRatio, adverse, auc, lift } of groups)
      expect([impactRatio, adverse, auc, lift]).toEqual([undefined, false, undefined, undefined])
  })

  test('permuting people changes nothing', () => {
    const drawn = fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: 100 }).map((p) => p / 100),
          fc.constantFrom(0 as const, 1 as const),
          fc.constantFrom('men', 'women', 'other'),
        ),
        { minLength: 1, maxLength: 25 },
      )
      .chain((rows) => {
        const people = [...predictions(...rows)]
        return fc.tuple(
          fc.constant(people),
          fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }),
        )
      })
    fc.assert(
      fc.property(drawn, ([one, other]) => {
        expect(assess({ predictions: other, by })).toEqual(assess({ predictions: one, by }))
      }),
    )
  })

  test.each([
    ['nobody', { predictions: [] }, [['too-small', 'predictions']]],
    [
      'what is no probability',
      {
        predictions: predictions(
          [-0.1, 0, 'men'],
          [1.1, 0, 'men'],
          [Number.NaN, 0, 'men'],
          [1, 1, 'men'],
          [0, 0, 'men'],
        ),
      },
      [
        ['not-a-probability', 'predictions[0].probability'],
        ['not-a-probability', 'predictions[1].probability'],
        ['not-a-probability', 'predictions[2].probability'],
      ],
    ],
    [
      'a person twice',
      { predictions: [...some, ...some.slice(0, 1)] },
      [['repeated-id', 'predictions[7].id']],
    ],
    [
      'a threshold and an attribute',
      {
        predictions: [{ id: 'x', left: true, probability: 0.5 }, ...some.slice(0, 1)],
        by: { attribute: 'age', flaggedFrom: 2 },
      },
      [
        ['not-a-probability', 'by.flaggedFrom'],
        ['missing-attribute', 'predictions[0].attributes'],
        ['missing-attribute', 'predictions[1].attributes'],
      ],
    ],
  ])('%s: refused', (_, request, expected) => {
    expect(found(() => assess(request))).toEqual(expected)
  })

  test('the problems are told in Chinese too', () => {
    const told = (request: Parameters<typeof assess>[0]) =>
      describeProblems(
        problemsOf(() => assess(request)),
        'zh-CN',
      )
    expect(told({ predictions: [] })).toBe('predictions：没有人员。请至少提供一人。')
    expect(told({ predictions: predictions([2, 0, 'men']) })).toBe(
      'predictions[0].probability：不是 0 到 1 的数。请给出 0 到 1 的数。',
    )
    expect(told({ predictions: some.slice(0, 1), by: { ...by, attribute: 'age' } })).toBe(
      'predictions[0].attributes：没有属性“age”。请为每个人填写。',
    )
  })
})

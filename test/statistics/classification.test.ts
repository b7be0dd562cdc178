import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  auc,
  brier,
  calibrationCurve,
  calibrationError,
  lift,
  logLoss,
  type Outcomes,
} from '../../src/statistics/index.js'

const rows = (...pairs: readonly (readonly [probability: number, outcome: 0 | 1])[]): Outcomes => ({
  probabilities: pairs.map(([p]) => p),
  outcomes: pairs.map(([, outcome]) => outcome === 1),
})
const drawn = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), { minLength: 1, maxLength: 25 })
  .map(
    (pairs): Outcomes => ({
      probabilities: pairs.map(([p]) => p / 8),
      outcomes: pairs.map(([, outcome]) => outcome),
    }),
  )

describe('auc', () => {
  // The example of scikit-learn's roc_auc_score.
  test('of a published example', () => {
    expect(auc(rows([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]))).toBe(0.75)
  })

  test.each([
    ['a tie counts half', rows([0.4, 1], [0.4, 0]), 0.5],
    ['the wrong way round', rows([0.2, 1], [0.4, 0]), 0],
    ['ties below and above', rows([0.9, 1], [0.4, 1], [0.4, 0]), 0.75],
  ])('%s', (_, given, expected) => {
    expect(auc(given)).toBe(expected)
  })

  test('of one outcome there is none', () => {
    expect(auc(rows([0.4, 1]))).toBeUndefined()
    expect(auc(rows([0.4, 0]))).toBeUndefined()
    expect(auc(rows())).toBeUndefined()
  })

  test('it is the share of pairs that are in the right order', () => {
    fc.assert(
      fc.property(drawn, ({ probabilities, outcomes }) => {
        const yes = probabilities.filter((_, i) => outcomes[i])
        const no = probabilities.filter((_, i) => !outcomes[i])
        const won = yes.flatMap((p) => no.map((q): number => (p > q ? 1 : p === q ? 0.5 : 0)))
        const share = won.reduce((sum, each) => sum + each, 0) / won.length
        expect(auc({ probabilities, outcomes })).toBe(won.length === 0 ? undefined : share)
      }),
    )
  })
})

describe('brier and logLoss', () => {
  test('of a worked example', () => {
    const given = rows([0.9, 1], [0.2, 0], [0.5, 0])
    expect(brier(given)).toBeCloseTo((0.01 + 0.04 + 0.25) / 3, 14)
    expect(logLoss(given)).toBeCloseTo(-(Math.log(0.9) + Math.log(0.8) + Math.log(0.5)) / 3, 14)
  })

  test('certainty that proves wrong has no bound, and certainty that holds costs nothing', () => {
    expect(logLoss(rows([0, 1]))).toBeUndefined()
    expect(logLoss(rows([1, 1], [0, 0]))).toBe(0)
    expect(brier(rows())).toBeNaN()
    expect(logLoss(rows())).toBeNaN()
  })
})

describe('the calibration curve', () => {
  test('a part holds its lower bound, the last one 1 as well, and empty parts are left out', () => {
    const curve = calibrationCurve(rows([0, 0], [0.5, 1], [0.75, 0], [1, 1], [1, 0]), 4)
    expect(curve).toEqual([
      { rows: 1, expected: 0, observed: 0 },
      { rows: 1, expected: 0.5, observed: 1 },
      { rows: 3, expected: 2.75 / 3, observed: 1 / 3 },
    ])
    expect(calibrationError(curve)).toBeCloseTo((0 + 0.5 + 3 * (1.75 / 3)) / 5, 14)
  })

  test('its parts hold everybody', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 12 }), (given, parts) => {
        const curve = calibrationCurve(given, parts)
        const sum = (of: (bin: (typeof curve)[number]) => number) =>
          curve.reduce((all, bin) => all + of(bin), 0)
        expect(sum((bin) => bin.rows)).toBe(given.outcomes.length)
        expect(sum((bin) => bin.rows * bin.observed)).toBeCloseTo(
          given.outcomes.filter((outcome) => outcome).length,
          9,
        )
        expect(sum((bin) => bin.rows * bin.expected)).toBeCloseTo(
          given.probabilities.reduce((all, p) => all + p, 0),
          9,
        )
        expect(calibrationError(curve)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('lift', () => {
  test.each([
    ['the best quarter', rows([0.9, 1], [0.2, 0], [0.1, 1], [0.1, 0]), 0.25, 2],
    ['a part of a row counts as one', rows([0.9, 1], [0.2, 0], [0.1, 0]), 0.1, 3],
    ['everybody', rows([0.9, 1], [0.2, 0]), 1, 1],
    [
      'the last place shared by three, one of them a yes',
      rows([0.9, 1], [0.5, 1], [0.5, 0], [0.5, 0]),
      0.5,
      4 / 3,
    ],
    ['nobody found', rows([0.9, 0], [0.1, 1]), 0.5, 0],
  ])('%s', (_, given, share, expected) => {
    expect(lift(given, share)).toBeCloseTo(expected, 14)
  })

  test('without a yes there is none', () => {
    expect(lift(rows([0.9, 0]), 0.1)).toBeUndefined()
  })
})

test('permuting rows changes no figure but for rounding', () => {
  fc.assert(
    fc.property(drawn, ({ probabilities, outcomes }) => {
      const given = { probabilities, outcomes }
      const turned = { probabilities: probabilities.toReversed(), outcomes: outcomes.toReversed() }
      expect(auc(turned)).toBe(auc(given))
      expect(lift(turned, 0.3)).toBe(lift(given, 0.3))
      expect(brier(turned)).toBeCloseTo(brier(given), 12)
    }),
  )
})

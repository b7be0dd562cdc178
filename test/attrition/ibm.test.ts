import { describe, expect, test } from 'vitest'
import { byCard } from '../../examples/10-early-warning/fits.js'
import { history, signals } from '../../examples/10-early-warning/people.js'
import { foldsOf } from '../../src/attrition/folds.js'
import {
  assess,
  calibrate,
  fitLogistic,
  type LogisticModel,
  modelProbability,
} from '../../src/attrition/index.js'
import { reference } from '../fixtures/attrition/fixture.js'

const fitted = (penalty: number) =>
  calibrate({
    history,
    folds: 10,
    fit: (people) => fitLogistic({ history: people, signals, penalty }),
    predict: modelProbability,
  })
const fits = { '10': fitted(10), '1': fitted(1) }
const penalties = ['10', '1'] as const

/** The coefficients by the names that the reference gives its columns. */
const coefficientsOf = ({ terms }: LogisticModel) =>
  Object.fromEntries(
    terms.flatMap((term) =>
      term.kind === 'number'
        ? [[term.signal, term.coefficient] as const]
        : Object.entries(term.coefficients).map(
            ([name, coefficient]) => [`${term.signal} ${name}`, coefficient] as const,
          ),
    ),
  )

describe('the IBM people', () => {
  test('fall in the folds that the reference works out for itself', () => {
    const foldOf = foldsOf(history, 10)
    for (const [fold, ids] of Object.entries(reference.folds))
      for (const id of ids) expect(foldOf.get(id)).toBe(Number(fold))
    expect(Object.values(reference.folds).flat()).toHaveLength(1470)
  })

  test.each(penalties)(
    'at penalty %s the coefficients are those of scikit-learn within 1e-6',
    (penalty) => {
      const { whole } = reference.penalties[penalty]
      const model = fits[penalty].fitted
      expect(Math.abs(model.intercept - whole.intercept)).toBeLessThan(1e-6)
      const found = coefficientsOf(model)
      expect(Object.keys(found).sort()).toEqual(Object.keys(whole.coefficients).sort())
      for (const [name, coefficient] of Object.entries(whole.coefficients))
        expect(Math.abs((found[name] as number) - coefficient)).toBeLessThan(1e-6)
    },
  )

  test.each(penalties)(
    'at penalty %s the figures are those of scikit-learn on the same folds',
    (penalty) => {
      const expected = reference.penalties[penalty].crossValidated
      const found = assess({ predictions: fits[penalty].predictions })
      expect(found.auc).toBeCloseTo(expected.auc, 9)
      expect(found.brier).toBeCloseTo(expected.brier, 9)
      expect(found.logLoss).toBeCloseTo(expected.logLoss, 8)
      expect(found.calibrationError).toBeCloseTo(expected.calibrationError, 8)
      expect(found.curve.map(({ expected: e, observed }) => [e, observed])).toEqual(
        expected.curve.map((bin) => bin.map((share) => expect.closeTo(share, 8))),
      )
    },
  )

  test('the card of whole points is within 0.02 of the AUC of scikit-learn, and calibrated', () => {
    const { auc, calibrationError, expected, people, left } = assess(byCard)
    expect(auc).toBeCloseTo(0.836, 3)
    for (const penalty of penalties)
      expect(
        Math.abs((auc as number) - reference.penalties[penalty].crossValidated.auc),
      ).toBeLessThan(0.02)
    expect(calibrationError).toBeLessThan(0.03)
    expect(Math.abs(expected * people - left)).toBeLessThan(6)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  calibrate,
  fitLogistic,
  modelProbability,
  type Observation,
  personDecides,
} from '../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { histories, idle, shuffled } from './histories.js'

const one = (people: readonly Observation[]) => ({
  history: people,
  folds: 3,
  fit: (given: readonly Observation[]) =>
    fitLogistic({ history: given, signals: [idle], penalty: 1 }),
  predict: modelProbability,
})

describe('calibrate', () => {
  test('each person is predicted by a fit to the other folds', () => {
    fc.assert(
      fc.property(histories, (people) => {
        const seen: (readonly Observation[])[] = []
        const { fitted, predictions, decision } = calibrate({
          history: people,
          folds: 3,
          fit: (given) => {
            seen.push(given)
            return new Set(given.map(({ signals }) => signals))
          },
          predict: (given, signals) => (given.has(signals) ? 1 : 0),
        })
        expect(predictions.map(({ probability }) => probability)).toEqual(people.map(() => 0))
        expect(fitted.size).toBe(people.length)
        expect(seen.map(({ length }) => length).reduce((a, b) => a + b)).toBe(3 * people.length)
        expect(decision).toBe(personDecides)
      }),
    )
  })

  test('predictions stand in the order of the ids, with outcomes and attributes', () => {
    const people = ['b', 'a', 'd', 'c'].map((id, i) => ({
      id,
      left: i % 2 === 0,
      signals: { idle: `${i}` },
      ...(id === 'a' && { attributes: { sex: 'women' } }),
    }))
    const { predictions } = calibrate({ ...one(people), folds: 2 })
    expect(predictions).toEqual([
      { id: 'a', left: false, probability: expect.any(Number), attributes: { sex: 'women' } },
      { id: 'b', left: true, probability: expect.any(Number) },
      { id: 'c', left: false, probability: expect.any(Number) },
      { id: 'd', left: true, probability: expect.any(Number) },
    ])
  })

  test('the same people in another order give the same fits and predictions', () => {
    fc.assert(
      fc.property(shuffled, ([people, other]) => {
        expect(calibrate(one(other))).toEqual(calibrate(one(people)))
      }),
    )
  })

  const people = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({
    id,
    left: i < 2,
    signals: { idle: `${i}` },
  }))

  test.each([1, 2.5, Number.NaN])('%d folds are refused', (folds) => {
    expect(found(() => calibrate({ ...one(people), folds }))).toEqual([['not-whole', 'folds']])
  })

  test('more folds than people of an outcome are refused, in both languages', () => {
    const problems = problemsOf(() => calibrate(one(people)))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['too-few-outcomes', 'history'],
    ])
    expect(describeProblems(problems, 'en')).toBe(
      'history: 2 people left and 3 stayed; 3 of each are needed. Give a longer history, or ask for fewer folds.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'history：离职 2 人、在职 3 人，两者各需至少 3 人。请提供更长的历史数据，或减少折数。',
    )
  })
})

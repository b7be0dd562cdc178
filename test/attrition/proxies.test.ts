import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Observation, personDecides, proxies } from '../../src/attrition/index.js'
import { correlation, correlationRatio, cramersV } from '../../src/statistics/index.js'
import { found } from '../found.js'
import { histories, idle, shift, shuffled, survey } from './histories.js'

const people: readonly Observation[] = [
  [1, 'day', '20', 'women'],
  [2, 'day', '30', 'women'],
  [3, 'night', '41', 'men'],
  [9, 'night', '38', 'men'],
  [4, 'night', '52', 'women'],
].map(([months, name, age, sex], i) => ({
  id: `p${i}`,
  left: i === 0,
  signals: { idle: `${months}`, shift: `${name}` },
  attributes: { age: `${age}`, sex: `${sex}` },
}))
const ages = [20, 30, 41, 38, 52]
const sexes = ['women', 'women', 'men', 'men', 'women']
const months = [1, 2, 3, 9, 4]
const shifts = ['day', 'day', 'night', 'night', 'night']

describe('proxies', () => {
  test('each pair has the measure of its kind, the strongest first', () => {
    const result = proxies({
      history: people,
      signals: [idle, shift],
      attributes: ['age', 'sex'],
      from: 0,
    })
    const expected = [
      { signal: 'idle', attribute: 'age', strength: correlation(months, ages) },
      { signal: 'shift', attribute: 'age', strength: correlationRatio(ages, shifts) },
      { signal: 'idle', attribute: 'sex', strength: correlationRatio(months, sexes) },
      { signal: 'shift', attribute: 'sex', strength: cramersV(shifts, sexes) },
    ].sort((a, b) => b.strength - a.strength)
    expect(result).toEqual({ proxies: expected, decision: personDecides })
  })

  test('only those as strong as asked for are named', () => {
    const all = proxies({
      history: people,
      signals: [idle, shift],
      attributes: ['age', 'sex'],
      from: 0,
    }).proxies
    const [, second] = all
    const asked = { history: people, signals: [idle, shift], attributes: ['age', 'sex'] }
    expect(proxies({ ...asked, from: second?.strength as number }).proxies).toEqual(all.slice(0, 2))
    expect(proxies({ ...asked, from: 1 }).proxies).toEqual([])
  })

  test.each(['-1', '0.5', '007'])('an attribute of decimals such as %s is a number', (text) => {
    const some = people.map((person, i) => ({
      ...person,
      attributes: { grade: i === 0 ? text : `${i}` },
    }))
    const [proxy] = proxies({
      history: some,
      signals: [idle],
      attributes: ['grade'],
      from: 0,
    }).proxies
    expect(proxy?.strength).toBe(correlation(months, [Number(text), 1, 2, 3, 4]))
  })

  test('one value that is no decimal makes it a category', () => {
    const some = people.map((person, i) => ({
      ...person,
      attributes: { grade: i < 2 ? '1' : 'x2' },
    }))
    const [proxy] = proxies({
      history: some,
      signals: [idle],
      attributes: ['grade'],
      from: 0,
    }).proxies
    expect(proxy?.strength).toBe(correlationRatio(months, ['a', 'a', 'b', 'b', 'b']))
  })

  test('permuting people changes nothing', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const asked = { signals: [idle, survey, shift], attributes: ['sex'], from: 0.1 }
        expect(proxies({ ...asked, history: other })).toEqual(proxies({ ...asked, history: one }))
      }),
    )
  })

  test('a signal that tells the attribute has full strength', () => {
    fc.assert(
      fc.property(histories, (given) => {
        const told = given.map((person, i) => ({
          ...person,
          signals: { ...person.signals, shift: person.attributes?.['sex'] as string },
          attributes: { sex: person.attributes?.['sex'] as string, order: `n${i}` },
        }))
        fc.pre(new Set(told.map(({ signals }) => signals.shift)).size === 2)
        const asked = { history: told, signals: [shift], attributes: ['sex'], from: 0.999 }
        expect(proxies(asked).proxies.map(({ signal }) => signal)).toEqual(['shift'])
      }),
    )
  })

  test.each([
    [{ from: 1.1 }, [['not-a-probability', 'from']]],
    [{ from: -0.1 }, [['not-a-probability', 'from']]],
    [{ from: Number.NaN }, [['not-a-probability', 'from']]],
    [
      { signals: [survey], history: people.slice(0, 2) },
      [
        ['missing-signal', 'history[0].signals.survey'],
        ['missing-signal', 'history[1].signals.survey'],
      ],
    ],
    [
      { attributes: ['age', 'health'], history: people.slice(0, 2) },
      [
        ['missing-attribute', 'history[0].attributes'],
        ['missing-attribute', 'history[1].attributes'],
      ],
    ],
  ])('%j is refused', (change, expected) => {
    const asked = { history: people, signals: [idle], attributes: ['age'], from: 0.3 }
    expect(found(() => proxies({ ...asked, ...change }))).toEqual(expected)
  })
})

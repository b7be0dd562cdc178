import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitLogistic, modelProbability, personDecides } from '../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { alike, histories, history, idle, shift, shuffled, survey } from './histories.js'

/** Two shifts: 1 of 4 leaves the day, 3 of 4 the night. */
const people = history(
  ...alike(40, 10, { shift: 'day', idle: '1' }),
  ...alike(40, 30, { shift: 'night', idle: '3' }),
)

describe('fitLogistic', () => {
  test('without a penalty a number has the logarithm of the odds ratio, by standard deviations', () => {
    const model = fitLogistic({ history: people, signals: [idle], penalty: 0 })
    expect(model).toEqual({
      signals: [idle],
      intercept: expect.closeTo(0, 12),
      terms: [
        {
          kind: 'number',
          signal: 'idle',
          mean: 2,
          deviation: 1,
          coefficient: expect.closeTo(Math.log(3), 10),
        },
      ],
      notes: [],
      decision: personDecides,
    })
    expect(modelProbability(model, { idle: '3' })).toBeCloseTo(0.75, 12)
    expect(modelProbability(model, { idle: '1' })).toBeCloseTo(0.25, 12)
    expect(modelProbability(model, { idle: '2', other: 'x' })).toBeCloseTo(0.5, 12)
  })

  test('cases share a weight; a case that the history does not have adds nothing', () => {
    const model = fitLogistic({ history: people, signals: [shift], penalty: 1e-6 })
    const [term] = model.terms
    expect(term).toEqual({
      kind: 'category',
      signal: 'shift',
      coefficients: {
        day: expect.closeTo(-Math.log(3), 5),
        night: expect.closeTo(Math.log(3), 5),
      },
    })
    expect(modelProbability(model, { shift: 'night' })).toBeCloseTo(0.75, 6)
    for (const other of ['split', 'toString'])
      expect(modelProbability(model, { shift: other })).toBeCloseTo(0.5, 6)
    expect(model.notes).toEqual([])
  })

  test('without a penalty the last of the cases that make each other up adds nothing', () => {
    const { terms } = fitLogistic({ history: people, signals: [shift], penalty: 0 })
    expect(terms).toEqual([
      {
        kind: 'category',
        signal: 'shift',
        coefficients: { day: expect.closeTo(-2 * Math.log(3), 10), night: 0 },
      },
    ])
  })

  test('what is the same for everybody, or made of others, is said', () => {
    const all = people.map((person, i) => ({
      ...person,
      signals: {
        ...person.signals,
        same: '5',
        other: `${(i * 29) % 17}`,
        twice: `${2 * Number(person.signals['idle'])}`,
      },
    }))
    const named = (signal: string) => ({ ...idle, signal })
    const signals = [idle, named('same'), named('other'), named('twice'), shift]
    const model = fitLogistic({ history: all, signals, penalty: 1 })
    expect(model.notes.filter(({ code }) => code === 'collinear')).toEqual([
      {
        code: 'collinear',
        signal: 'same',
        message: { en: 'is the same for everybody', 'zh-CN': '所有人取值相同' },
      },
      {
        code: 'collinear',
        signal: 'twice',
        message: expect.objectContaining({
          en: 'is made of idle; the penalty shares their weight out among them',
        }),
      },
      {
        code: 'collinear',
        signal: 'shift night',
        message: expect.objectContaining({
          en: 'is made of idle; the penalty shares their weight out among them',
        }),
      },
    ])
    expect(model.terms[1]).toEqual({
      kind: 'number',
      signal: 'same',
      mean: 5,
      deviation: 1,
      coefficient: expect.closeTo(0, 12),
    })
  })

  test('few leavers and separation are said, and without a penalty separation is refused', () => {
    const parted = history(...alike(4, 0, { idle: '1' }), ...alike(4, 4, { idle: '9' }))
    const { notes } = fitLogistic({ history: parted, signals: [idle], penalty: 1 })
    expect(notes.map(({ code }) => code)).toEqual(['few-leavers', 'separated'])
    expect(found(() => fitLogistic({ history: parted, signals: [idle], penalty: 0 }))).toEqual([
      ['separated', 'columns'],
    ])
  })

  test('ten leavers a signal are enough', () => {
    const enough = history(...alike(20, 4, { idle: '1' }), ...alike(20, 6, { idle: '2' }))
    expect(fitLogistic({ history: enough, signals: [idle], penalty: 1 }).notes).toEqual([])
    const few = enough.slice(0, -20).concat(enough.slice(-19))
    expect(fitLogistic({ history: few, signals: [idle], penalty: 1 }).notes).toHaveLength(1)
  })

  test('the same people in another order give the same model, to the last bit', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const signals = [idle, survey, shift]
        expect(fitLogistic({ history: other, signals, penalty: 1 })).toEqual(
          fitLogistic({ history: one, signals, penalty: 1 }),
        )
      }),
    )
  })

  test('the probabilities of the history add up to those who left', () => {
    fc.assert(
      fc.property(histories, (given) => {
        const model = fitLogistic({ history: given, signals: [idle, survey, shift], penalty: 0.5 })
        const expected = given.reduce(
          (sum, { signals }) => sum + modelProbability(model, signals),
          0,
        )
        expect(expected).toBeCloseTo(given.filter(({ left }) => left).length, 7)
      }),
    )
  })

  test('every problem is named', () => {
    const marital = { ...shift, signal: 'maritalStatus' }
    expect(
      found(() => fitLogistic({ history: people, signals: [marital, idle, idle], penalty: 1 })),
    ).toEqual([
      ['protected-attribute', 'signals[0].signal'],
      ['repeated-id', 'signals[2].signal'],
    ])
    const stayed = history(...alike(3, 0, { idle: '1' }))
    expect(
      found(() => fitLogistic({ history: stayed, signals: [idle, shift], penalty: 1 })),
    ).toEqual([
      ['too-few-outcomes', 'history'],
      ['missing-signal', 'history[0].signals.shift'],
      ['missing-signal', 'history[1].signals.shift'],
      ['missing-signal', 'history[2].signals.shift'],
    ])
    expect(found(() => fitLogistic({ history: people, signals: [idle], penalty: -1 }))).toEqual([
      ['negative-penalty', 'penalty'],
    ])
  })
})

describe('modelProbability', () => {
  const model = fitLogistic({ history: people, signals: [idle, shift], penalty: 1 })

  test.each([
    [{ shift: 'day' }, 'missing-signal', 'signals.idle'],
    [{ idle: '1.5', shift: 'day' }, 'too-many-places', 'signals.idle'],
    [{ idle: 'x', shift: 'day' }, 'not-a-number', 'signals.idle'],
    [{ idle: '1' }, 'missing-signal', 'signals.shift'],
  ])('%j is refused', (signals, code, path) => {
    expect(
      found(() => modelProbability(model, signals as unknown as Record<string, string>)),
    ).toEqual([[code, path]])
  })

  test('also in Chinese', () => {
    expect(
      describeProblems(
        problemsOf(() => modelProbability(model, { idle: '1' })),
        'zh-CN',
      ),
    ).toBe('signals.shift：没有信号“shift”。请为每个人填写，或不使用该信号。')
  })
})

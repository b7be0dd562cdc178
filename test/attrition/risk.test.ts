import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card, cardProbability, personDecides, riskOf } from '../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { cardsAndPeople, policy, worst } from './cards.js'

const early = card(policy)

describe('riskOf', () => {
  test('says the score, what it means, and why', () => {
    const { evaluation, ...risk } = riskOf(early, worst)
    expect(risk).toEqual({
      score: 32,
      probability: '0.3000',
      band: 'talk',
      reasons: [
        { signal: 'monthsSinceRise', label: policy.signals[0].label, value: '30', points: 14 },
        { signal: 'surveyLevel', label: 'surveyLevel', value: '1.5', points: 11 },
        { signal: 'shift', label: 'shift', value: 'night', points: 7 },
      ],
      decision: personDecides,
    })
    expect(evaluation.value).toBe('32')
  })

  test('what is not known adds the points of that, and shows no value', () => {
    for (const surveyLevel of [null, undefined]) {
      const { reasons, score } = riskOf(early, { ...worst, surveyLevel, shift: 'split' })
      expect(score).toBe(23)
      expect(reasons.slice(1)).toEqual([
        { signal: 'surveyLevel', label: 'surveyLevel', points: 6 },
        { signal: 'shift', label: 'shift', value: 'split', points: 3 },
      ])
    }
  })

  test('the most points come first, the same ones in the order of the card, and none at all are no reason', () => {
    const same = card({
      ...policy,
      signals: [policy.signals[2], { ...policy.signals[2], signal: 'other' }, policy.signals[0]],
    })
    const named = (monthsSinceRise: number) =>
      riskOf(same, { shift: 'night', other: 'night', monthsSinceRise }).reasons.map(
        ({ signal }) => signal,
      )
    expect(named(30)).toEqual(['monthsSinceRise', 'shift', 'other'])
    expect(named(0)).toEqual(['shift', 'other'])
  })

  test.each([
    [{ ...worst, monthSinceRise: '3' }, [['unknown-signal', 'inputs.monthSinceRise']]],
    [{ ...worst, monthsSinceRise: undefined }, [['missing-input', 'inputs.monthsSinceRise']]],
    [{ ...worst, monthsSinceRise: '1.5' }, [['too-many-places', 'inputs.monthsSinceRise']]],
    [{ ...worst, monthsSinceRise: 'x' }, [['not-a-number', 'inputs.monthsSinceRise']]],
    [{ ...worst, shift: null }, [['missing-input', 'inputs.shift']]],
  ])('%j is refused', (values, expected) => {
    expect(found(() => riskOf(early, values))).toEqual(expected)
  })

  test('a category that is no case is refused where nothing is said of others', () => {
    const { otherwise, ...strict } = policy.signals[2]
    const values = { shift: 'split' }
    expect(found(() => riskOf(card({ ...policy, signals: [strict] }), values))).toEqual([
      ['unknown-category', 'inputs.shift'],
    ])
    expect(otherwise).toBe(3)
  })

  test('an unknown signal is told with the nearest, or with all, in Chinese too', () => {
    const told = (values: Record<string, string>) =>
      describeProblems(
        problemsOf(() => riskOf(early, { ...worst, ...values })),
        'zh-CN',
      )
    expect(told({ shft: 'day' })).toBe('inputs.shft：评分卡没有信号“shft”。也许是“shift”。')
    expect(told({ payroll: '1' })).toBe(
      'inputs.payroll：评分卡没有信号“payroll”。可用信号：monthsSinceRise、surveyLevel、shift。',
    )
    expect(
      describeProblems(
        problemsOf(() => riskOf(early, { payroll: '1', shft: '' })),
        'en',
      ),
    ).toBe(
      'inputs.payroll: the card has no signal "payroll". It has: monthsSinceRise, surveyLevel, shift.\n' +
        'inputs.shft: the card has no signal "shft". Perhaps "shift" was meant.',
    )
  })

  test('no name is taken from what every object has', () => {
    const named = card({ ...policy, signals: [{ ...policy.signals[1], signal: 'valueOf' }] })
    expect(riskOf(named, {}).score).toBe(6)
  })

  test('reasons sum to the score exactly, and the band is that of the score', () => {
    fc.assert(
      fc.property(cardsAndPeople, ({ policy: drawn, values }) => {
        const { score, reasons, band } = riskOf(card(drawn), values)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        const meant = drawn.bands.findLast(({ from = 0 }) => from <= score)
        expect(band).toBe(meant?.band)
      }),
    )
  })

  test('more of a risk signal never lowers the score, the probability or the band', () => {
    fc.assert(
      fc.property(
        cardsAndPeople,
        fc.nat(3),
        fc.integer({ min: 0, max: 25 }),
        (drawn, which, more) => {
          const made = card(drawn.policy)
          const signal = drawn.policy.signals[which % drawn.policy.signals.length]
          const value = drawn.values[signal?.signal ?? '']
          fc.pre(signal?.kind === 'number' && typeof value === 'number')
          const worse = signal.risk === 'rises' ? value + more : value - more
          const before = riskOf(made, drawn.values)
          const after = riskOf(made, { ...drawn.values, [signal.signal]: worse })
          const bands = drawn.policy.bands.map(({ band }) => band)
          expect(after.score).toBeGreaterThanOrEqual(before.score)
          expect(Number(after.probability)).toBeGreaterThanOrEqual(Number(before.probability))
          expect(bands.indexOf(after.band)).toBeGreaterThanOrEqual(bands.indexOf(before.band))
        },
      ),
    )
  })

  test('the order of signals and of values changes nothing', () => {
    fc.assert(
      fc.property(cardsAndPeople, ({ policy: drawn, values }) => {
        const turned = { ...drawn, signals: drawn.signals.toReversed() }
        const one = riskOf(card(drawn), values)
        const other = riskOf(card(turned), Object.fromEntries(Object.entries(values).toReversed()))
        expect([other.score, other.probability, other.band]).toEqual([
          one.score,
          one.probability,
          one.band,
        ])
      }),
    )
  })
})

test('cardProbability is the same figure as a number, and passes over what the card does not read', () => {
  expect(cardProbability(early, { ...worst, badge: 'x' })).toBe(0.3)
  expect(found(() => cardProbability(early, { shift: 'day' }))).toEqual([
    ['missing-input', 'inputs.monthsSinceRise'],
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CardPolicy,
  card,
  riskOf,
  type Values,
  whatLowers,
} from '../../src/attrition/index.js'
import { cardsAndPeople, policy, worst } from './cards.js'

const early = card(policy)

/** The score that a card gives each reachable value of a signal, and whether that is a change. */
const optionsOf = ({ signals }: CardPolicy, values: Values) =>
  signals.map((signal): readonly (string | number | null | undefined)[] => {
    const value = values[signal.signal] as number | string | null | undefined
    if (!signal.changeable || value === null) return [value]
    return signal.kind === 'category'
      ? [value, ...Object.keys(signal.cases).filter((name) => name !== value)]
      : [value, ...Array.from({ length: 30 }, (_, i) => i - 10).filter((each) => each !== value)]
  })

/** The fewest signals that must change for a lower band, by trying everything. */
const fewestByTrial = (drawn: CardPolicy, values: Values): number | undefined => {
  const made = card(drawn)
  const from = drawn.bands.find(({ band }) => band === riskOf(made, values).band)?.from ?? 0
  const options = optionsOf(drawn, values).map((each, i) => {
    const name = drawn.signals[i]?.signal ?? ''
    const scores = each.map((value) => riskOf(made, { ...values, [name]: value }).score)
    return (scores[0] as number) - Math.min(...scores)
  })
  const needed = riskOf(made, values).score - from + 1
  let taken = 0
  // The signals that take most off, first: at most one change a signal.
  for (const [i, most] of options.sort((a, b) => b - a).entries()) {
    taken += most
    if (taken >= needed) return i + 1
  }
  return undefined
}

describe('whatLowers', () => {
  test('one change is less than two, and the one that crosses fewer bins is smaller', () => {
    // 32 points; below 18 takes 15 off: both must change, each as little as will do.
    expect(whatLowers(early, worst)?.changes).toEqual([
      { signal: 'monthsSinceRise', from: '30', to: '23', points: 9 },
      { signal: 'surveyLevel', from: '1.5', to: '3.1', points: 7 },
    ])
    const lowered = whatLowers(early, worst)?.risk
    expect([lowered?.score, lowered?.band]).toEqual([16, 'watch'])
  })

  test.each([
    [
      'below an inclusive bound by one step',
      { ...worst, surveyLevel: '4.5' },
      'monthsSinceRise',
      '23',
    ],
    [
      'up to a bound that is inclusive',
      { monthsSinceRise: 0, surveyLevel: '3', shift: 'day' },
      'surveyLevel',
      '3.1',
    ],
  ])('%s', (_, values, signal, to) => {
    expect(whatLowers(early, values)?.changes).toEqual([
      { signal, from: expect.any(String), to, points: expect.any(Number) },
    ])
  })

  test('an exclusive bound is met from above, an inclusive one of a falling risk at itself', () => {
    const signals = [
      {
        ...policy.signals[0],
        bins: [{ points: 0 }, { from: '12', exclusive: true, points: 14 }],
      },
    ]
    const rising = card({ ...policy, signals })
    expect(whatLowers(rising, { monthsSinceRise: 40 })?.changes[0]?.to).toBe('12')
    const falling = card({
      ...policy,
      signals: [{ ...policy.signals[1], bins: [{ points: 11 }, { from: '4.5', points: 0 }] }],
    })
    expect(whatLowers(falling, { surveyLevel: '2' })?.changes[0]?.to).toBe('4.5')
  })

  test('a bin that no value falls in is passed over', () => {
    const signals = [
      {
        ...policy.signals[0],
        bins: [
          { points: 0 },
          { from: '12', exclusive: true, points: 8 },
          { from: '13', points: 14 },
        ],
      },
    ]
    // Above 12 and below 13 there is no whole number: the value lands below, and takes all points off.
    const changes = whatLowers(card({ ...policy, signals }), { monthsSinceRise: 20 })?.changes
    expect(changes).toEqual([{ signal: 'monthsSinceRise', from: '20', to: '12', points: 14 }])
  })

  test('one change found late is less than two found early', () => {
    const step = (signal: string, points: number) => ({
      ...policy.signals[0],
      signal,
      bins: [{ points: 0 }, { from: '1', points }],
    })
    const many = card({
      ...policy,
      signals: [step('a', 5), step('b', 5), step('c', 10)],
      bands: [{ band: 'calm' }, { band: 'watch', from: 11 }],
    })
    const changes = whatLowers(many, { a: 1, b: 1, c: 1 })?.changes
    expect(changes).toEqual([{ signal: 'c', from: '1', to: '0', points: 10 }])
  })

  test('a category changes to the case that does', () => {
    const signals = [
      { ...policy.signals[2], changeable: true, cases: { day: 0, late: 6, night: 9 } },
    ]
    const found = whatLowers(card({ ...policy, signals }), { shift: 'night' })
    expect(found?.changes).toEqual([{ signal: 'shift', from: 'night', to: 'day', points: 9 }])
  })

  test('in the lowest band there is nothing to lower, and what cannot change is no advice', () => {
    expect(
      whatLowers(early, { monthsSinceRise: 0, surveyLevel: '5', shift: 'night' }),
    ).toBeUndefined()
    const fixed = card({ ...policy, signals: [{ ...policy.signals[2], cases: { night: 9 } }] })
    expect(whatLowers(fixed, { shift: 'night' })).toBeUndefined()
    const unknown = card({ ...policy, signals: [{ ...policy.signals[1], unknown: 9 }] })
    expect(whatLowers(unknown, {})).toBeUndefined()
  })

  test('its changes lead to a lower band, and no fewer signals would do', () => {
    fc.assert(
      fc.property(cardsAndPeople, ({ policy: drawn, values }) => {
        const made = card(drawn)
        const before = riskOf(made, values)
        const bands = drawn.bands.map(({ band }) => band)
        const lowered = whatLowers(made, values)
        const fewest = before.band === bands[0] ? undefined : fewestByTrial(drawn, values)
        expect(lowered?.changes.length).toBe(fewest)
        if (lowered === undefined) return
        expect(bands.indexOf(lowered.risk.band)).toBeLessThan(bands.indexOf(before.band))
        expect(lowered.changes.reduce((sum, { points }) => sum + points, 0)).toBe(
          before.score - lowered.risk.score,
        )
        for (const { signal } of lowered.changes)
          expect(drawn.signals.find((each) => each.signal === signal)?.changeable).toBe(true)
      }),
    )
  })
})

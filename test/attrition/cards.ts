import fc from 'fast-check'
import type { CardPolicy, CardSignal, Values } from '../../src/attrition/index.js'

/** A card of three signals, for worked examples. */
export const policy = {
  id: 'early-warning',
  signals: [
    {
      signal: 'monthsSinceRise',
      label: { en: 'Months since the last rise', 'zh-CN': '距上次加薪月数' },
      kind: 'number',
      unit: 'count',
      scale: 0,
      risk: 'rises',
      changeable: true,
      bins: [{ points: 0 }, { from: '12', points: 5 }, { from: '24', points: 14 }],
    },
    {
      signal: 'surveyLevel',
      kind: 'number',
      unit: 'points',
      scale: 1,
      risk: 'falls',
      changeable: true,
      bins: [{ points: 11 }, { from: '3', exclusive: true, points: 4 }, { from: '4.5', points: 0 }],
      unknown: 6,
    },
    {
      signal: 'shift',
      kind: 'category',
      changeable: false,
      cases: { day: 0, night: 7 },
      otherwise: 3,
    },
  ],
  calibration: [
    { score: 0, probability: '0.02' },
    { score: 10, probability: '0.10' },
    { score: 20, probability: '0.30' },
  ],
  bands: [{ band: 'calm' }, { band: 'watch', from: 8 }, { band: 'talk', from: 18 }],
} as const satisfies CardPolicy

/** What a person's signals are where the score is highest. */
export const worst = { monthsSinceRise: '30', surveyLevel: '1.5', shift: 'night' } as const

const points = fc.integer({ min: 0, max: 12 })
const cases = ['a', 'b', 'c'] as const

const numberSignal = (signal: string): fc.Arbitrary<CardSignal> =>
  fc
    .record({
      risk: fc.constantFrom('rises' as const, 'falls' as const),
      changeable: fc.boolean(),
      bounds: fc.uniqueArray(fc.integer({ min: -5, max: 15 }), { maxLength: 3 }),
      exclusive: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      points: fc.array(points, { minLength: 4, maxLength: 4 }),
      unknown: fc.option(points, { nil: undefined }),
    })
    .map(({ bounds, exclusive, points: drawn, unknown, ...rest }) => {
      const order = (a: number, b: number) => (rest.risk === 'rises' ? a - b : b - a)
      const sorted = drawn.slice(0, bounds.length + 1).sort(order)
      const froms = bounds.sort((a, b) => a - b)
      return {
        signal,
        kind: 'number',
        unit: 'count',
        scale: 0,
        ...rest,
        bins: sorted.map((each, i) => ({
          ...(i > 0 && { from: `${froms[i - 1]}`, exclusive: exclusive[i - 1] === true }),
          points: each,
        })),
        ...(unknown !== undefined && { unknown }),
      }
    })

const categorySignal = (signal: string): fc.Arbitrary<CardSignal> =>
  fc
    .record({ changeable: fc.boolean(), a: points, b: points, c: points })
    .map(({ changeable, ...each }) => ({ signal, kind: 'category', changeable, cases: each }))

/** Cards of up to four signals, and the values of a person. */
export const cardsAndPeople: fc.Arbitrary<{
  readonly policy: CardPolicy
  readonly values: Values
}> = fc
  .record({
    signals: fc
      .array(fc.boolean(), { minLength: 1, maxLength: 4 })
      .chain((kinds) =>
        fc.tuple(
          ...kinds.map((number, i) => (number ? numberSignal(`n${i}`) : categorySignal(`c${i}`))),
        ),
      ),
    probabilities: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
    bands: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
    numbers: fc.array(fc.integer({ min: -8, max: 18 }), { minLength: 4, maxLength: 4 }),
    categories: fc.array(fc.constantFrom(...cases), { minLength: 4, maxLength: 4 }),
    known: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  })
  .map(({ signals, probabilities, bands, numbers, categories, known }) => ({
    policy: {
      id: 'drawn',
      signals,
      calibration: probabilities
        .sort((a, b) => a - b)
        .map((each, i) => ({ score: 7 * i, probability: (each / 100).toFixed(2) })),
      bands: [
        { band: 'b0' },
        ...bands.sort((a, b) => a - b).map((from, i) => ({ band: `b${i + 1}`, from })),
      ],
    },
    values: Object.fromEntries(
      signals.map((signal, i) => [
        signal.signal,
        signal.kind === 'category'
          ? categories[i]
          : signal.unknown === undefined || known[i]
            ? numbers[i]
            : null,
      ]),
    ),
  }))

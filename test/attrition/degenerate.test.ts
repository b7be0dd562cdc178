import fc from 'fast-check'
import { describe, test } from 'vitest'
import {
  absenceShare,
  assess,
  calibrate,
  card,
  cardProbability,
  changesWithin,
  compaRatio,
  exitTable,
  fallFromPast,
  fitCard,
  fitLogistic,
  gapToPeers,
  lastLevel,
  lateShare,
  missedPromotions,
  modelProbability,
  monthsSince,
  monthsSinceRise,
  monthsUnchanged,
  type Observation,
  overtimeRise,
  parseCard,
  parseObservations,
  parseRecords,
  parseSpells,
  personPeriods,
  protectedIn,
  proxies,
  replacementCost,
  retentionReturn,
  riskOf,
  signalsOf,
  silence,
  timeToExit,
  volatility,
  whatLowers,
} from '../../src/attrition/index.js'
import { evaluate } from '../../src/formula/index.js'
import { expectFigures } from '../unreadable.js'
import { request } from './card-request.js'
import { policy } from './cards.js'
import { idle, shift, survey } from './histories.js'

/** Decimals as they are written: equal ones, short ones, of many digits, huge, tiny, zero, below zero. */
const decimal = fc.oneof(
  fc.constantFrom('1', '2', '3'),
  fc.constantFrom(
    '0',
    '-0',
    '1.00',
    '9'.repeat(40),
    `0.${'0'.repeat(38)}1`,
    `-1.${'3'.repeat(39)}`,
  ),
)
const name = fc.constantFrom('day', 'night')
const signalValues = fc.record({ idle: decimal, survey: decimal, shift: name })
const observation = fc.record({
  left: fc.boolean(),
  signals: signalValues,
  attributes: fc.record({ sex: fc.constantFrom('men', 'women') }),
})
/** Nobody, one person, people all alike, people who all left, ties. */
const people = fc
  .oneof(
    fc.array(observation, { maxLength: 9 }),
    fc
      .tuple(observation, fc.integer({ min: 1, max: 9 }))
      .map(([one, times]) => Array.from({ length: times }, () => one)),
    fc
      .array(observation, { minLength: 2, maxLength: 9 })
      .map((all) => all.map((each, i) => ({ ...each, left: i < 1 }))),
  )
  .map((all): readonly Observation[] => all.map((each, i) => ({ ...each, id: `${i}` })))

const probability = fc.constantFrom(0, 1, 0.5, 5e-324, 1 - 2 ** -53, 0.1)
const predictions = fc
  .array(fc.record({ left: fc.boolean(), probability, attributes: fc.record({ sex: name }) }), {
    maxLength: 8,
  })
  .map((all) => all.map((each, i) => ({ ...each, id: `${i}` })))
const spells = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 1200 }),
      until: fc.integer({ min: 0, max: 1200 }),
      left: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((each, i) => ({ ...each, id: `${i}` })))

const date = fc.constantFrom('2000-02-29', '2026-01-01', '2026-01-31', '2026-12-31', '9999-12-31')
const readings = fc.array(fc.record({ date, score: decimal }), { maxLength: 5 })
const silent = fc.array(fc.record({ date, score: fc.option(decimal, { nil: undefined }) }), {
  maxLength: 5,
})
const days = fc.array(
  fc.record({
    date,
    absent: fc.boolean(),
    lateMinutes: fc.constantFrom(0, 1, Number.MAX_SAFE_INTEGER),
    overtimeHours: fc.constantFrom('0', '1', '9'.repeat(40), `0.${'0'.repeat(38)}1`),
  }),
  { maxLength: 5 },
)
const span = fc.tuple(date, date).map(([from, to]) => ({ from, to }))
const history = fc.array(fc.record({ from: date, value: decimal }), { maxLength: 4 })
const reviews = fc.array(fc.record({ date, promoted: fc.boolean() }), { maxLength: 4 })
const records = fc.record({
  ...{ hired: date, days, ratings: readings, surveys: silent, pay: history, grades: history },
  ...{ managers: history, reviews },
})
const numbers = [idle, survey]
const given = (values: { idle: string; survey: string; shift: string }) => ({
  monthsSinceRise: values.idle,
  surveyLevel: values.survey,
  shift: values.shift,
})

const tasks: Readonly<Record<string, fc.Arbitrary<() => unknown>>> = {
  assess: predictions.map(
    (all) => () => assess({ predictions: all, by: { attribute: 'sex', flaggedFrom: 0.5 } }),
  ),
  calibrate: people.map((all) => () => {
    const { fitted: _, ...told } = calibrate({
      ...{ history: all, folds: 2, predict: (share: number) => share },
      fit: (some) => some.filter(({ left }) => left).length / Math.max(1, some.length),
    })
    return told
  }),
  card: decimal.map(
    (each) => () => card({ ...policy, calibration: [{ score: 0, probability: each }] } as never),
  ),
  parseCard: fc
    .tuple(fc.oneof(decimal, fc.constant('0.2')), fc.constantFrom(-1, 8, 1e300, 1.5))
    .map(
      ([each, from]) =>
        () =>
          parseCard({
            ...policy,
            calibration: [{ score: 0, probability: each }],
            bands: [{ band: 'a' }, { band: 'b', from }],
          }),
    ),
  riskOf: signalValues.map((each) => () => {
    const { evaluation: _, ...told } = riskOf(card(policy as never), given(each))
    return told
  }),
  cardProbability: signalValues.map(
    (each) => () => cardProbability(card(policy as never), given(each)),
  ),
  whatLowers: signalValues.map((each) => () => whatLowers(card(policy as never), given(each))),
  fitCard: people.map((all) => () => fitCard({ ...request, history: all })),
  fitLogistic: fc.tuple(people, fc.constantFrom(0, 1, 1e-300, 1e300)).map(
    ([all, penalty]) =>
      () =>
        fitLogistic({ history: all, signals: [...numbers, shift], penalty }),
  ),
  modelProbability: fc.tuple(people, signalValues).map(([all, each]) => () => {
    const model = fitLogistic({ history: all, signals: [...numbers, shift], penalty: 1 })
    return modelProbability(model, each)
  }),
  proxies: fc.tuple(people, fc.constantFrom(0, 0.5, 1)).map(
    ([all, from]) =>
      () =>
        proxies({ history: all, signals: [...numbers, shift], attributes: ['sex'], from }),
  ),
  parseObservations: people.map((all) => () => parseObservations(all)),
  protectedIn: fc.string().map((text) => () => protectedIn(text)),
  replacementCost: fc.tuple(decimal, decimal).map(([share, monthlyPay]) => () => {
    const months = {
      vacancyMonths: share,
      rampUpMonths: share,
      vacancyLoss: share,
      rampUpLoss: share,
    }
    const cost = replacementCost({ currency: 'CNY', recruiting: share, training: share, ...months })
    return evaluate(cost, { monthlyPay }).value
  }),
  retentionReturn: fc
    .tuple(decimal, decimal, fc.integer({ min: 0, max: 3 }))
    .map(([cost, effect, size]) => () => {
      const one = { probability: '0.5', replacement: cost }
      const some = Array.from({ length: size }, (_, i) => ({ ...one, id: `${i}` }))
      return retentionReturn({ currency: 'CNY', cost, effect, people: some })
    }),
  absenceShare: fc.tuple(days, span).map((each) => () => absenceShare(...each)),
  lateShare: fc.tuple(days, span).map((each) => () => lateShare(...each)),
  overtimeRise: fc.tuple(days, span).map((each) => () => overtimeRise(...each)),
  changesWithin: fc.tuple(history, span).map((each) => () => changesWithin(...each)),
  missedPromotions: fc.tuple(reviews, date).map((each) => () => missedPromotions(...each)),
  monthsSince: fc.tuple(date, date).map((each) => () => monthsSince(...each)),
  monthsSinceRise: fc.tuple(history, date).map((each) => () => monthsSinceRise(...each)),
  monthsUnchanged: fc.tuple(history, date).map((each) => () => monthsUnchanged(...each)),
  parseRecords: records.map((each) => () => parseRecords(each)),
  signalsOf: fc.tuple(records, span, decimal, fc.array(decimal, { maxLength: 3 })).map(
    ([each, within, midpoint, peers]) =>
      () =>
        signalsOf(parseRecords(each), { span: within, pay: { midpoint, peers } }),
  ),
  compaRatio: fc.tuple(decimal, decimal).map((each) => () => compaRatio(...each)),
  gapToPeers: fc
    .tuple(decimal, fc.array(decimal, { maxLength: 4 }))
    .map((each) => () => gapToPeers(...each)),
  fallFromPast: fc.tuple(silent, date).map((each) => () => fallFromPast(...each)),
  lastLevel: fc.tuple(silent, date).map((each) => () => lastLevel(...each)),
  silence: fc.tuple(silent, date).map((each) => () => silence(...each)),
  volatility: fc.tuple(silent, date).map((each) => () => volatility(...each)),
  exitTable: spells.map((all) => () => exitTable(all)),
  parseSpells: spells.map((all) => () => parseSpells(all)),
  personPeriods: spells.map((all) => () => personPeriods(all).length),
  timeToExit: fc.array(probability).map((hazards) => () => timeToExit(hazards)),
}

describe('attrition: degenerate input', () => {
  test.each(Object.entries(tasks))('%s gives figures, or none, or a PolicyError', (_, task) => {
    expectFigures(task)
  })
})

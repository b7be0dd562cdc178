import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assess as assessPredictions,
  calibrate,
  compaRatio,
  exitTable,
  fitCard,
  fitLogistic,
  gapToPeers,
  lastLevel,
  personPeriods,
  proxies,
  timeToExit,
} from '../../src/attrition/index.js'
import {
  adjustedGap,
  closeGap,
  componentGaps,
  compression,
  contributionShares,
  decompose,
  directiveReport,
  gini,
  impactRatio,
  isSuppressed,
  kitagawa,
  type Person,
  parsePeople,
  payBesideManagers,
  payGap,
  quartileShares,
  startingPay,
  theil,
  ukReport,
} from '../../src/equity/index.js'
import {
  broadband,
  buildRanges,
  generalScheduleWaiting,
  type MarketSurveys,
  marketLine,
  marketPay,
  marketPositions,
  meritIncreases,
  nextStepOn,
  parseMarketSurveys,
  positionIn,
  priceMarket,
  promote,
  reviewGrade,
  type WaitingPeriods,
} from '../../src/grade/index.js'
import {
  assess,
  benefitsOf,
  compareOffers,
  costByYear,
  exampleAssumptions,
  internalRate,
  netPresentValue,
  parseOffer,
  payback,
  scenarioTable,
  tornado,
} from '../../src/investment/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import {
  type AlphaMetric,
  collectRatings,
  correctRatings,
  intraclassCorrelations,
  krippendorffAlpha,
  outliers,
  reciprocity,
  straightLining,
  trimmedMean,
  type Verdict,
  winsorizedMean,
} from '../../src/rating/index.js'
import { leastSquares } from '../../src/statistics/index.js'
import { request as cardRequest } from '../attrition/card-request.js'
import { comparison, hourly, paid } from '../equity/company.js'
import { found } from '../found.js'
import { guidelines, merit, p1, p2, prorated } from '../grade/people.js'
import { surveys } from '../grade/surveys.js'
import { participants, policy } from '../rating/campaign.js'
import { unreadable } from '../unreadable.js'

/** A value that no option is, whatever TypeScript said of it. */
const hostile = fc.constantFrom<unknown>(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  -0.5,
  1e308,
  null,
  undefined,
  true,
  'hc3',
  '',
  [],
  {},
  () => 1,
)

const staff: readonly Person[] = [
  ...paid('men', ['20.00', '30.00', '41.00', '50.00'], { grade: 'g1', dept: 'a' }),
  ...paid('women', ['18.00', '27.00', '39.00', '47.00'], { grade: 'g1', dept: 'a' }),
  ...paid('men', ['60.00', '71.00'], { grade: 'g2', dept: 'b' }),
  ...paid('women', ['55.00', '70.00'], { grade: 'g2', dept: 'b' }),
].map((person, i) => ({ ...person, measures: { tenure: `${i}` } }))

const explainedBy = { attributes: ['grade'], measures: ['tenure'] }
const adjusted = {
  people: staff,
  pay: hourly,
  comparison,
  explainedBy,
  covariance: 'HC3',
  confidence: 0.95,
} as const

describe('statistics: every option of a request is read', () => {
  test.each([95, 1.5, 2, 1, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, '0.95', null])(
    'F1 a confidence of %s is refused, and never runs on',
    (confidence) => {
      const problems = problemsOf(() => adjustedGap({ ...adjusted, confidence } as never))
      expect(describeProblems(problems)).toBe(
        'confidence: is not between 0 and 1. Write 0.95 for 95 %.',
      )
      expect(describeProblems(problems, 'zh-CN')).toBe(
        'confidence：不在 0 与 1 之间。95% 请写成 0.95。',
      )
    },
  )

  test.each([1.2, 0, Number.NaN])('F1 nor does a fit take a confidence of %s', (confidence) => {
    const one = { name: 'one', values: [1, 1, 1] }
    const fit = () =>
      leastSquares({ columns: [one], target: [1, 2, 4], covariance: 'HC0', confidence })
    expect(found(fit)).toEqual([['not-a-confidence', 'confidence']])
  })

  test.each([0.5, 0.999999, 1e-12, 1 - 2 ** -53])(
    'F1 a confidence of %s has an interval around the gap',
    (confidence) => {
      const answer = adjustedGap({ ...adjusted, confidence })
      if (isSuppressed(answer)) throw new Error('suppressed')
      expect(answer.low).toBeLessThanOrEqual(answer.gap)
      expect(answer.high).toBeGreaterThanOrEqual(answer.gap)
      expect(unreadable(answer)).toEqual([])
    },
  )

  test('F1 an interval wider than numbers reach is refused', () => {
    const people = [
      ...paid('men', ['1.00', '90000000.00'], { grade: 'g1' }),
      ...paid('women', ['2.00'], { grade: 'g1' }),
    ]
    const request = { ...adjusted, people, explainedBy: { attributes: [], measures: [] } }
    const attempt = () => adjustedGap({ ...request, covariance: 'HC0', confidence: 0.9999 })
    expect(found(attempt)).toEqual([['interval-unbounded', 'confidence']])
  })

  test.each(['hc3', 'HC4', 'White', '', 3, null, undefined])(
    'F7 a covariance of %s is refused',
    (covariance) => {
      const code = covariance === undefined ? 'missing' : 'not-offered'
      expect(found(() => adjustedGap({ ...adjusted, covariance } as never))).toEqual([
        [code, 'covariance'],
      ])
    },
  )

  test('F7 a misspelt covariance is told with the likely one', () => {
    expect(
      describeProblems(problemsOf(() => adjustedGap({ ...adjusted, covariance: 'HC' } as never))),
    ).toMatch(/^covariance: "HC" is not one of the choices\. .*HC/)
  })

  test.each([Number.NaN, null, -5, 2.5, '10', undefined])(
    'F7 a minimum of %s opens no group of one',
    (minimum) => {
      const people = [...paid('men', ['20.00']), ...paid('women', ['18.00'])]
      const guarded = { ...comparison, minimum } as never
      const path = 'comparison.minimum'
      expect(found(() => payGap({ people, pay: hourly, comparison: guarded }))).toEqual([
        ['not-whole', path],
      ])
      expect(found(() => quartileShares({ people, pay: hourly, comparison: guarded }))).toEqual([
        ['not-whole', path],
      ])
      const request = { people: staff, pay: hourly, by: 'dept', minimum } as never
      expect(found(() => theil(request))).toEqual([['not-whole', 'minimum']])
    },
  )

  test.each(['median', 'mean', 'toString'])('F7 a norm of %s is refused', (norm) => {
    const request = { people: staff, pay: hourly, comparison, explainedBy, norm } as never
    expect(found(() => decompose(request))).toEqual([['not-offered', 'norm']])
  })

  const closing = {
    people: staff,
    comparison,
    pay: 'hourly',
    currency: 'CNY',
    category: 'grade',
    target: '0',
  } as const

  test.each(['ABC', 'cny', '', null])('F7 a currency of %s is refused', (currency) => {
    expect(found(() => closeGap({ ...closing, currency } as never))).toEqual([
      ['not-offered', 'currency'],
    ])
    expect(found(() => benefitsOf(exampleAssumptions, currency as never))).toEqual([
      ['not-offered', 'currency'],
    ])
    const given = { salary: '5500', from: p1, to: p2, currency, rounding: 'half-up' } as never
    expect(found(() => promote({ rule: 'to-minimum' }, given))).toEqual([
      ['not-offered', 'currency'],
    ])
  })

  test.each([
    [{ rule: 'zz' }, 'rule.rule'],
    [{ rule: 'percentage', increase: 'a lot' }, 'rule.increase'],
    [{ rule: 'steps', steps: 1e9 }, 'rule.steps'],
  ])('F7 the promotion rule %j is refused', (rule, path) => {
    const given = { salary: '5500', from: p1, to: p2, currency: 'CNY', rounding: 'half-up' }
    const attempt = () => promote(rule as never, given as never)
    expect(found(attempt).map(([, place]) => place)).toEqual([path])
    const evidence = {
      grade: 'P1',
      salary: '5500',
      monthsInGrade: 1,
      periods: [],
      competencies: [],
    }
    const review = () => reviewGrade({} as never, evidence, { rule, rounding: 'half-up' } as never)
    expect(found(review).map(([, place]) => place)).toEqual([path])
  })

  test.each([
    ['budgt', closing],
    ['rangeMaximun', closing],
    ['hour', closing],
  ])('F7 a misspelt name of an option, %s, does not pass for its absence', (name, request) => {
    expect(found(() => closeGap({ ...request, [name]: '1' } as never))).toEqual([
      ['unknown-key', name],
    ])
    expect(found(() => adjustedGap({ ...adjusted, wieght: 'tenure' } as never))).toEqual([
      ['unknown-key', 'wieght'],
    ])
  })

  test('F7 what else a request holds is the caller’s own', () => {
    expect(gini({ people: staff, pay: hourly, comparison, department: 'a' } as never)).toBe(
      gini({ people: staff, pay: hourly }),
    )
  })

  test.each(['5', '1.01', 2])('F8 a target of %s is above the whole', (target) => {
    const problems = problemsOf(() => closeGap({ ...closing, target }))
    expect(describeProblems(problems)).toBe(
      `target: is ${target}, more than the whole of pay. Give a part of 1, such as 0.05 for 5 %.`,
    )
    expect(describeProblems(problems, 'zh-CN')).toContain('例如 0.05 表示 5%')
  })

  test.each(['0', '0.05', 1])('F8 a target of %s is one', (target) => {
    expect(closeGap({ ...closing, target }).categories).toHaveLength(2)
  })

  test.each([-1, 1.5, Number.NaN, 101, 1e9, null, '2'])(
    'F10 places of %s are refused',
    (places) => {
      const wrong = [['not-whole', 'places']]
      expect(found(() => trimmedMean(['1'], '0.4', places as never))).toEqual(wrong)
      expect(found(() => winsorizedMean(['1'], '0.4', places as never))).toEqual(wrong)
      expect(found(() => netPresentValue(['1', '2'], '0', places as never))).toEqual(wrong)
    },
  )

  const history = cardRequest.history
  const [signal] = cardRequest.signals
  const spell = { id: '1', from: 0, until: 2, left: true }
  const predictions = [{ id: 'a', left: true, probability: 0.5 }]
  const offer = parseOffer({
    id: 'own',
    kind: 'private',
    currency: 'CNY',
    licence: '1000',
    service: '10',
  })
  const verdicts: readonly Verdict[] = [
    { rater: 'a', subject: 'x', score: '4' },
    { rater: 'b', subject: 'x', score: '3' },
  ]

  test.each<[object, string]>([
    [{ kind: 'numbr' }, 'signals[0].kind'],
    [{ risk: 'up' }, 'signals[0].risk'],
    [{ scale: 1.5 }, 'signals[0].scale'],
  ])('F7 a signal with %j is refused, not taken for another', (change, path) => {
    const signals = [{ ...signal, ...change }] as never
    const places = (task: () => unknown) => found(task).map(([, place]) => place)
    expect(places(() => fitLogistic({ history, signals, penalty: 1 }))).toEqual([path])
    expect(places(() => fitCard({ ...cardRequest, signals }))).toEqual([path])
    expect(places(() => proxies({ history, signals, attributes: [], from: 0 }))).toEqual([path])
  })

  /** Each option by name: a function of its value that takes every good one. */
  const readers: Readonly<Record<string, (value: never) => unknown>> = {
    covariance: (covariance) => adjustedGap({ ...adjusted, covariance }),
    confidence: (confidence) => adjustedGap({ ...adjusted, confidence }),
    explainedBy: (explainedBy) => adjustedGap({ ...adjusted, explainedBy }),
    norm: (norm) => decompose({ people: staff, pay: hourly, comparison, explainedBy, norm }),
    pay: (pay) => payGap({ people: staff, pay, comparison }),
    comparison: (comparison) =>
      kitagawa({ people: staff, pay: hourly, comparison, category: 'grade' }),
    components: (components) => componentGaps({ people: staff, components, comparison }),
    newBelow: (newBelow) =>
      compression({
        ...{ people: staff, pay: hourly, job: 'grade', tenure: 'tenure', minimum: 1 },
        ...{ newBelow, tenuredFrom: '5' },
      }),
    from: (from) => payBesideManagers({ people: staff, pay: hourly, manager: 'boss', from }),
    direct: (direct) =>
      contributionShares({
        ...{ people: staff, pay: hourly, department: 'dept', indirect: [], minimum: 1 },
        direct,
      }),
    base: (base) =>
      directiveReport({ people: staff, comparison, base, variable: [], category: 'grade' }),
    bonus: (bonus) => ukReport({ people: staff, comparison, hourly: 'hourly', bonus }),
    target: (target) => closeGap({ ...closing, target }),
    share: (share) => trimmedMean(['1'], share, 2),
    metric: (metric) => krippendorffAlpha([[1, 2]], metric),
    table: (table) => intraclassCorrelations(table),
    policy: (policy) => correctRatings(policy, verdicts),
    ratings: (ratings) => collectRatings(policy(), participants, ratings),
    times: (times) => outliers(verdicts, { ratings: [], raters: [] }, times),
    least: (least) => straightLining([], least),
    by: (by) => reciprocity(verdicts, () => [], by),
    rate: (rate) => payback(['-1', '2'], rate),
    flows: (flows) => internalRate(flows),
    people: (people) => costByYear(offer, { people, years: 3 }),
    years: (years) => costByYear(offer, { people: 3, years }),
    offer: (offer) => assess(offer, exampleAssumptions),
    assumptions: (assumptions) => assess(offer, assumptions),
    offers: (offers) => compareOffers(offers, exampleAssumptions),
    factors: (factors) => tornado(offer, exampleAssumptions, factors),
    scenarios: (scenarios) => scenarioTable([offer], exampleAssumptions, scenarios),
    bins: (bins) => fitCard({ ...cardRequest, bins }),
    penalty: (penalty) => fitCard({ ...cardRequest, penalty }),
    pointsToDouble: (pointsToDouble) => fitCard({ ...cardRequest, pointsToDouble }),
    bands: (bands) => fitCard({ ...cardRequest, bands }),
    'penalty of a fit': (penalty) => fitLogistic({ history, signals: [signal as never], penalty }),
    folds: (folds) => calibrate({ history, folds, fit: () => 1, predict: () => 0.5 }),
    flaggedFrom: (flaggedFrom) =>
      assessPredictions({ predictions, by: { attribute: 'sex', flaggedFrom } }),
    'from of proxies': (from) => proxies({ history, signals: [], attributes: [], from }),
    hazards: (hazards) => timeToExit([hazards]),
    spells: (spells) => exitTable(spells),
    until: (until) => personPeriods([{ ...spell, until }]),
    midpoint: (midpoint) => compaRatio('1', midpoint),
    peers: (peers) => gapToPeers('1', peers),
    range: (range) => positionIn(range, '1'),
    salary: (salary) => positionIn(p1, salary),
    budget: (budget) => meritIncreases(merit, [], budget),
    merited: (people) => meritIncreases(merit, people),
    rounding: (rounding) =>
      promote(
        { rule: 'to-minimum' },
        { salary: '5500', from: p1, to: p2, currency: 'CNY', rounding },
      ),
    tolerance: (tolerance) => marketLine([], tolerance),
    jobs: (jobs) => marketLine(jobs, '0.1'),
    steps: (steps) =>
      nextStepOn([{ fromStep: 1, weeks: 52 }], { step: 1, since: '2026-01-01', steps }),
    grades: (grades) =>
      broadband(
        buildRanges({
          ...{ currency: 'CNY', grades: ['P1'], firstMidpoint: '6000', progression: '0' },
          ...{ spread: '0.4', roundTo: 0, rounding: 'half-up' },
        }),
        'band',
        grades,
      ),
  }

  test.each(Object.keys(readers))('a hostile %s is a PolicyError at once, or a figure', (name) => {
    fc.assert(
      fc.property(hostile, (value) => {
        const read = readers[name] as (value: unknown) => unknown
        let answer: unknown
        // Any other error comes through, and fails.
        const problems = problemsOf(() => {
          answer = read(value)
        })
        expect(unreadable([answer, describeProblems(problems).length])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('statistics: figures are exact where they can be, and absent where they cannot', () => {
  const twice = <T>(row: T, times: number): T[] => Array.from({ length: times }, () => row)

  test.each([[4.7], [0.1], [3.3], [1 / 3], [1e200]])(
    'F2 a table of %s alone has no variation',
    (score) => {
      const code = score > 1e100 ? 'score-too-large' : 'no-variation'
      const problems = problemsOf(() => intraclassCorrelations(twice([score, score, score], 4)))
      expect(problems[0]?.code).toBe(code)
    },
  )

  test('F2 targets with equal means leave nothing to divide by', () => {
    const table = [
      [3, 4],
      [4, 3],
      [3, 4],
      [4, 3],
    ]
    const { untold, ...found } = intraclassCorrelations(table)
    expect(found).toEqual({
      icc1: -1,
      icc2: -2,
      icc3: -1,
      betweenTargets: 0,
      withinTargets: 0.5,
      betweenRaters: 0,
      residual: 2 / 3,
    })
    expect(untold.map(({ figure }) => figure)).toEqual(['icc1k', 'icc2k', 'icc3k'])
    expect(untold[0]?.reason).toEqual({
      en: 'The targets differ too little: what it would be divided by is not above zero',
      'zh-CN': '评价对象之间的差异过小，除数不大于零',
    })
  })

  test.each([[[4, 5, 3]], [[4.1, 5.2, 3.3]], [[0.1, 0.2, 0.3]]])(
    'F2 targets that are all rated %j have no consistency to tell',
    (row) => {
      const { untold, ...told } = intraclassCorrelations(twice(row, 6))
      expect(told).toMatchObject({ icc1: -0.5, icc2: 0, icc2k: 0, residual: 0, betweenTargets: 0 })
      expect(untold.map(({ figure }) => figure)).toEqual(['icc1k', 'icc3', 'icc3k'])
    },
  )

  test('F2 no correlation is above 1, whatever the scores, nor is any figure no number', () => {
    const score = fc.oneof(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
      fc.double({ min: -1e100, max: 1e100, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 6 }), (table) => {
        fc.pre(new Set(table.flat()).size > 1)
        const { icc1, icc1k, icc2, icc2k, icc3, icc3k, ...rest } = intraclassCorrelations(table)
        for (const icc of [icc1, icc1k, icc2, icc2k, icc3, icc3k])
          if (icc !== undefined) expect(icc).toBeLessThanOrEqual(1)
        expect(unreadable([icc1, icc1k, icc2, icc2k, icc3, icc3k, rest])).toEqual([])
      }),
    )
  })

  test.each<[readonly string[], number, string]>([
    [['4.10', '4.25'], 2, '4.18'],
    [['1.00', '1.01'], 2, '1.01'],
    [['2.2', '2.25', '2.25', '2.2'], 2, '2.23'],
    [['3', '4', '4', '4'], 1, '3.8'],
  ])('F3 the raw mean of %j with %d places is %s', (scores, places, mean) => {
    const verdicts = scores.map((score, i) => ({ rater: `r${i}`, subject: 'x', score }))
    const [rating] = correctRatings(policy({ places }), verdicts).ratings
    expect(rating?.raw).toBe(mean)
    // Nobody is lenient: what is not corrected is the same.
    expect(rating?.corrected).toBe(mean)
  })

  test('F3 the raw mean is that of the exact mean of the same module', () => {
    const score = fc.integer({ min: 100, max: 500 }).map((cents) => (cents / 100).toFixed(2))
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 8 }), (scores) => {
        const verdicts = scores.map((each, i) => ({ rater: `r${i}`, subject: 'x', score: each }))
        const [rating] = correctRatings(policy({ places: 2 }), verdicts).ratings
        expect(rating?.raw).toBe(trimmedMean(scores, '0', 2))
      }),
    )
  })

  test('F3 a leniency on a tie is rounded half-up too', () => {
    const verdicts = [
      { rater: 'a', subject: 'x', score: '3.25' },
      { rater: 'b', subject: 'x', score: '3.00' },
    ]
    expect(correctRatings(policy({ places: 2 }), verdicts).raters).toMatchObject([
      { leniency: '0.13' },
      { leniency: '-0.13' },
    ])
  })

  test.each<[readonly (string | number)[], string]>([
    [[-430000, 273000, -57000, 273000, -57000, 273000], '0.197889'],
    [[-1000, 900, -50, 700, 600], '0.420782'],
    // Twice 10 %: one rate, at which the value touches zero.
    [[-100, 220, -121], '0.100000'],
    [[-1000, 3300, -3630, 1331], '0.100000'],
  ])('F4 the flows %j balance at one rate, %s', (flows, rate) => {
    expect(internalRate(flows)).toEqual({ kind: 'rate', rate })
  })

  test('F4 an offer whose renewal costs more than a year brings has its rate', () => {
    const offer = parseOffer({
      ...{ id: 'own', kind: 'private', currency: 'CNY', licence: '100000', service: '45000' },
      hardware: { price: '330000', lasts: 2 },
    })
    expect(assess(offer, exampleAssumptions).internalRate).toMatchObject({ kind: 'rate' })
  })

  test.each<[readonly (string | number)[]]>([
    [[-100, 200, -150]],
    [[1, -1, 1]],
    [[0, -3, 2, -3, 0]],
  ])('F4 no rate balances %j', (flows) => {
    expect(internalRate(flows)).toEqual({ kind: 'none' })
  })

  test.each<[readonly (string | number)[], number]>([
    [[-100, 230, -132], 2],
    [['-1000', '6000', '-11000', '6000'], 3],
    [[-2, 5, -2], 2],
  ])('F4 several rates balance %j', (flows, changes) => {
    expect(internalRate(flows)).toEqual({ kind: 'several', changes })
  })

  test('F4 as many rates as were put in are found, in few flows and in many', () => {
    const root = fc.integer({ min: 1, max: 30 })
    const roots = fc.uniqueArray(root, { maxLength: 3 })
    fc.assert(
      fc.property(roots, fc.constantFrom(0, 1, 70), (tenths, more) => {
        // The product of 10 x − root, and of x² + x + 1 and its like, which have no root above 0.
        let flows = [1n]
        const times = (factor: readonly bigint[]) => {
          const product = new Array<bigint>(flows.length + factor.length - 1).fill(0n)
          for (const [i, a] of flows.entries())
            for (const [j, b] of factor.entries())
              product[i + j] = (product[i + j] as bigint) + a * b
          flows = product
        }
        for (const each of tenths) times([10n, BigInt(-each)])
        if (more === 1) times([1n, 1n, 1n])
        if (more > 1) times([3n, ...new Array<bigint>(more).fill(0n), 1n])
        const { kind } = internalRate(flows.map(String))
        expect(kind).toBe((['none', 'rate'] as const)[tenths.length] ?? 'several')
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['rate', ['-7', '6.5'], 120],
    ['several', ['100', '-230', '132'], 80],
    ['none', ['1', '-1', '1'], 80],
  ])('F4 of 240 flows it tells %s', (kind, flows, times) => {
    // A polynomial times 1 + x^k + x^2k and so on, which has no root above zero.
    expect(internalRate(twice(flows, times).flat()).kind).toBe(kind)
  })

  test('F4 of many flows a rate of nothing counts as one', () => {
    // (x − 1) × (x⁷⁰ + 3), and the same with x − 2 beside it.
    const zeros = new Array(69).fill('0')
    expect(internalRate(['1', '-1', ...zeros, '3', '-3'])).toEqual({
      kind: 'rate',
      rate: '0.000000',
    })
    expect(internalRate(['1', '-3', '2', ...zeros.slice(1), '3', '-9', '6']).kind).toBe('several')
    // (x − 1)² × (x⁷⁰ + 3): it touches zero there and does not cross it.
    expect(internalRate(['1', '-2', '1', ...zeros.slice(1), '3', '-6', '3'])).toEqual({
      kind: 'rate',
      rate: '0.000000',
    })
  })

  test('F4 many flows that nearly balance twice are refused, in both languages', () => {
    // (x − 1.1)² × (x⁷⁰ + 3)
    const flows = ['100', '-220', '121', ...new Array(67).fill('0'), '300', '-660', '363']
    const problems = problemsOf(() => internalRate(flows))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([['rates-not-told', 'flows']])
    expect(describeProblems(problems)).toContain('Give fewer flows, such as one a year')
    expect(describeProblems(problems, 'zh-CN')).toContain('请减少项数')
  })

  test('F5 many subjects neither overflow the stack nor wait for one another', () => {
    const verdicts = Array.from({ length: 6000 }, (_, i) =>
      [0, 1].map((k) => ({
        rater: `r${(i + k * (1 + (i % 3))) % 4}`,
        subject: `s${i}`,
        score: `${1 + ((i * 7 + k) % 5)}`,
      })),
    ).flat()
    const { ratings, connected } = correctRatings(policy(), verdicts)
    expect(ratings).toHaveLength(6000)
    expect(connected).toBe(true)
  })

  test('F5 a long chain of raters is one group', () => {
    const verdicts = Array.from({ length: 300 }, (_, i) =>
      [i, i + 1].map((subject) => ({
        rater: `r${i}`,
        subject: `s${subject}`,
        score: `${1 + ((i + subject) % 5)}`,
      })),
    ).flat()
    expect(correctRatings(policy(), verdicts).connected).toBe(true)
    expect(correctRatings(policy(), verdicts.slice(2, -2)).connected).toBe(true)
    const gap = verdicts.filter(({ rater }) => rater !== 'r150')
    expect(correctRatings(policy(), gap).connected).toBe(false)
  })

  test.each([
    ['even', (i: number) => (i === 0 ? '-60000' : '141.13')],
    ['mixed', (i: number) => (i === 0 ? '-987654321.12' : `${(i * 7919) % 100_003}.${i % 10}7`)],
    ['fine', (i: number) => (i === 0 ? '-1' : `0.00${(i * 31) % 97}1`)],
  ])('F6 600 %s flows have a rate, where the value goes through zero', (_, flow) => {
    const flows = Array.from({ length: 600 }, (_, i) => flow(i))
    const found = internalRate(flows)
    if (found.kind !== 'rate') throw new Error(found.kind)
    const after = (Number(found.rate) + 0.000001).toFixed(6)
    expect(netPresentValue(flows, found.rate, 20)).not.toMatch(/^-/)
    expect(netPresentValue(flows, after, 20)).toMatch(/^-/)
  })

  test('F6 1,200 flows have a value today at any rate, and are paid back', () => {
    const flows = Array.from({ length: 1200 }, (_, i) => (i === 0 ? '-100000' : '500.25'))
    expect(netPresentValue(flows, '0.004074123784', 2)).toBe('21849.60')
    expect(netPresentValue(flows, '0', 2)).toBe('499799.75')
    expect(payback(flows, '0.004074123784')).toEqual({ kind: 'years', years: '414.25' })
    const problems = problemsOf(() => netPresentValue([...flows, '1'], '0.1', 2))
    expect(describeProblems(problems)).toBe(
      'flows: holds more than 1200 flows. Give fewer, such as one a year.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'flows：现金流超过 1200 项。请减少项数，例如每年一项。',
    )
  })

  const candidate = (range: object, salary = '6000.00') => ({
    ...{ id: 'Li', salary, rating: 'A' },
    range: { ...p1, ...range },
  })

  test.each<[object, string, string]>([
    [{ maximum: '7000.005' }, 'too-many-places', 'maximum'],
    [{ midpoint: '0', minimum: '0' }, 'no-midpoint', 'midpoint'],
    [{ minimum: '7000', maximum: '5000' }, 'crossed-range', ''],
    [{ maximum: 'lots' }, 'not-a-non-negative-decimal', 'maximum'],
    [{ maximum: undefined }, 'missing', 'maximum'],
    [{ maximum: '9'.repeat(41) }, 'too-many-digits', 'maximum'],
  ])('F9 the range %j is refused where the request has it', (range, code, key) => {
    const path = (start: string) => (key === '' ? start : `${start}.${key}`)
    const round = () => meritIncreases(merit, [candidate(range) as never])
    expect(found(round)).toEqual([[code, path('people[0].range')]])
    const given = { salary: '5500.00', from: p1, currency: 'CNY', rounding: 'half-up' } as const
    const to = { ...p2, ...range } as never
    expect(found(() => promote({ rule: 'to-minimum' }, { ...given, to }))).toContainEqual([
      code,
      path('to'),
    ])
    if (code !== 'too-many-places')
      expect(found(() => positionIn({ ...p1, ...range } as never, '6000'))).toEqual([
        [code, path('range')],
      ])
  })

  test('F9 a midpoint half way between others may be finer than the currency', () => {
    const range = { minimum: '5000.01', midpoint: '6000.005', maximum: '7000.00' }
    expect(meritIncreases(merit, [candidate(range)]).increases[0]?.compaRatio).toBe('1.0000')
  })

  test.each<[AlphaMetric, number]>([
    ['interval', 1e200],
    ['ratio', 1e200],
    ['ordinal', -1e200],
    ['nominal', 1e200],
  ])('F11 alpha of %s scores takes no score of %d', (metric, score) => {
    if (metric === 'ratio' && score < 0) throw new Error('a proportion')
    expect(found(() => krippendorffAlpha([[1, score]], metric))).toEqual([
      ['score-too-large', 'table[0][1]'],
    ])
  })

  test.each([1e-200, 1, 1e90])('F11 alpha is the same in units of %d', (unit) => {
    const table = [
      [1, 1],
      [2, 2],
      [3, 4],
    ].map((row) => row.map((score) => score * unit))
    for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
      expect(krippendorffAlpha(table, metric)).toBeCloseTo(
        krippendorffAlpha(
          [
            [1, 1],
            [2, 2],
            [3, 4],
          ],
          metric,
        ),
        12,
      )
  })

  test.each(['0.0000000000000000001', '0.000000000000001', '0', '1000', '9'.repeat(300)])(
    'F12 a shrinkage of %s leaves groups of two raters as they are',
    (shrinkage) => {
      const given = (rater: string, subject: string, score: string) => ({ rater, subject, score })
      const found = correctRatings(policy({ shrinkage, places: 2 }), [
        given('a', 'x', '4'),
        given('b', 'x', '4'),
        given('c', 'y', '1'),
        given('d', 'y', '1'),
      ])
      expect(found.ratings.map(({ corrected }) => corrected)).toEqual(['4.00', '1.00'])
      expect(found.raters.map(({ leniency }) => leniency)).toEqual(twice('0.00', 4))
      expect(found.ratings[0]?.reason.en).toMatch(/neither lenient nor severe$/)
    },
  )

  test('F12 scores of 38 digits are rated to the last of them', () => {
    const scale = { minimum: '0', maximum: '9'.repeat(39) }
    const score = (end: string) => '5'.repeat(37) + end
    const verdicts = ['1', '3'].map((end) => ({
      ...{ rater: `r${end}`, subject: 'x' },
      score: score(end),
    }))
    const found = correctRatings(policy({ scale, places: 1 }), verdicts)
    expect(found.ratings[0]?.raw).toBe(`${score('2')}.0`)
    expect(unreadable(found)).toEqual([])
  })

  test.each([
    ['500', 'x'],
    ['0.99', 'x'],
    ['-3', 'x'],
  ])('F12 a score of %s is outside a scale from 1 to 5', (score, subject) => {
    const verdicts = [
      { rater: 'a', subject, score: '3' },
      { rater: 'b', subject, score },
    ]
    expect(found(() => correctRatings(policy(), verdicts))).toEqual([
      ['out-of-scale', 'verdicts[1].score'],
    ])
  })

  const with_ = (person: object) => [...staff.slice(0, -1), { ...staff.at(-1), ...person }] as never

  test.each<[object, string, string]>([
    [{ amounts: { hourly: 'abc' } }, 'not-a-number', 'people[11].amounts.hourly'],
    [{ amounts: { hourly: 'NaN' } }, 'not-a-number', 'people[11].amounts.hourly'],
    [{ amounts: { hourly: '-1' } }, 'negative', 'people[11].amounts.hourly'],
    [{ amounts: { hourly: '9'.repeat(400) } }, 'too-many-digits', 'people[11].amounts.hourly'],
    [{ amounts: null }, 'wrong-type', 'people[11].amounts'],
    [{ attributes: { sex: 7 } }, 'wrong-type', 'people[11].attributes.sex'],
    [{ id: undefined }, 'missing', 'people[11].id'],
  ])('F13 people with %j are refused at their own path', (person, code, path) => {
    const people = with_(person)
    expect(found(() => payGap({ people, pay: hourly, comparison }))).toEqual([[code, path]])
    expect(found(() => adjustedGap({ ...adjusted, people }))).toContainEqual([code, path])
    expect(found(() => gini({ people, pay: hourly }))).toEqual([[code, path]])
  })

  test.each(['x', '9'.repeat(400), `0.${'0'.repeat(199)}1`, 'NaN'])(
    'F13 a measure of %s is refused where the request has it',
    (tenure) => {
      const people = with_({ measures: { tenure } })
      expect(found(() => adjustedGap({ ...adjusted, people })).map(([, path]) => path)).toEqual([
        'people[11].measures.tenure',
      ])
    },
  )

  test.each(['amounts', 'measures'])('F13 parsed %s have at most 40 digits', (field) => {
    const person = { id: '1', attributes: {}, amounts: {}, [field]: { x: '1'.repeat(41) } }
    expect(found(() => parsePeople([person]))).toEqual([['too-many-digits', `[0].${field}.x`]])
  })

  test.each([
    [() => nextStepOn([], { step: 1, since: '2026-01-01', steps: 3 }), 'waiting'],
    [
      () => nextStepOn([{ fromStep: 2, weeks: 1 }], { step: 1, since: '', steps: 3 }),
      'waiting[0].fromStep',
    ],
    [() => nextStepOn([{ fromStep: 1, weeks: 52 }], { step: 1, since: 'soon', steps: 3 }), 'since'],
    [() => exitTable([{ id: '1', from: 0, until: 1e9, left: true }]), 'spells[0].until'],
    [() => personPeriods([{ id: '1', from: 0, until: 1e9, left: true }]), 'spells[0].until'],
    [() => fitCard({ ...cardRequest, bins: 1e9 }), 'bins'],
    [() => fitCard({ ...cardRequest, pointsToDouble: 1e12 }), 'pointsToDouble'],
    [() => lastLevel([{ date: '2026-01-01', score: 'good' }], '2026-03-31'), 'readings[0].score'],
    [() => compaRatio('abc', '1'), 'pay'],
    [() => gapToPeers('1', ['x']), 'peers[0]'],
  ])('F13 unparsed data are refused at their own path: case %#', (task, path) => {
    expect(found(task).map(([, place]) => place)).toEqual([path])
  })

  test.each([
    [{ people: 0, years: 3 }, 'people'],
    [{ people: Number.NaN, years: 3 }, 'people'],
    [{ people: 3, years: -1 }, 'years'],
    [{ people: 3, years: 1.5 }, 'years'],
    [{ people: 3, years: 1e9 }, 'years'],
  ])('F13 a cost for %j is refused', (given, path) => {
    const cloud = parseOffer({
      ...{ id: 'cloud', kind: 'subscription', currency: 'CNY' },
      bands: [{ from: 1, perPersonMonth: '20' }],
    })
    expect(found(() => costByYear(cloud, given))).toEqual([['not-whole', path]])
  })

  test('F13 what a factor or a scenario makes of assumptions is told where it is asked', () => {
    const offer = parseOffer({
      id: 'o',
      kind: 'private',
      currency: 'CNY',
      licence: '1',
      service: '1',
    })
    const factor = { factor: 'leaveRate', low: '0.1', high: '35' } as const
    expect(found(() => tornado(offer, exampleAssumptions, [factor]))).toEqual([
      ['above-whole', 'factors[0].high'],
    ])
    const scenario = { name: 'x', change: { people: 0 } }
    expect(found(() => scenarioTable([offer], exampleAssumptions, [scenario]))).toEqual([
      ['too-small', 'scenarios[0].change.people'],
    ])
    expect(found(() => scenarioTable([] as never, exampleAssumptions, []))).toEqual([
      ['too-small', 'offers'],
    ])
  })

  test('F13 a card of too many points is refused by what was asked for', () => {
    expect(found(() => fitCard({ ...cardRequest, pointsToDouble: 1000 }))).toEqual([])
    const history = Array.from({ length: 4000 }, (_, i) => ({
      ...{ id: `${i}`, left: i % 2 === 0 },
      signals: { idle: `${i % 2 === 0 ? 9 : 1}`, survey: '1', shift: 'day' },
    }))
    const problems = problemsOf(() =>
      fitCard({ ...cardRequest, history, penalty: 1e-9, pointsToDouble: 1000 }),
    )
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['too-many-points', 'pointsToDouble'],
    ])
    expect(describeProblems(problems)).toMatch(/points, more than 10000\. Give fewer points/)
    expect(describeProblems(problems, 'zh-CN')).toMatch(/超过 10000 分。请减少分值，例如 10。$/)
  })

  test('F13 a code of many digits is a category, not a number', () => {
    const people = ['1', '2', '1', '2'].map((end, i) => ({
      ...{ id: `${i}`, left: i > 1, signals: { shift: end } },
      attributes: { card: '7'.repeat(400) + end },
    }))
    const shift = { signal: 'shift', kind: 'category', changeable: false } as const
    const request = { history: people, signals: [shift], attributes: ['card'], from: 0 }
    expect(proxies(request).proxies[0]?.strength).toBe(1)
  })

  test.each<[number, boolean, number | undefined, number]>([
    [0, true, undefined, 1],
    [1, false, undefined, 1],
    [0, false, Math.log(2) / 2, 0],
  ])('F14 a probability of %d of who left (%s) gives a log loss of %s', (p, left, loss, errors) => {
    const answer = assessPredictions({
      predictions: [
        { id: 'a', left, probability: p },
        { id: 'b', left: true, probability: 0.5 },
      ],
    })
    expect(answer.logLoss).toBe(loss)
    expect(answer.certainErrors).toBe(errors)
    expect(unreadable(answer)).toEqual([])
  })

  test.each<[readonly string[], string]>([
    [['-1000', '0.0001'], '-0.9999999'],
    [['-1000', '0.0005'], '-0.9999995'],
    [['-1', '0.000000000012'], '-0.99999999999'],
    [['-1000', '0.001'], '-0.999999'],
  ])('F15 the rate of %j stays above -1, and is taken back', (flows, rate) => {
    expect(internalRate(flows)).toEqual({ kind: 'rate', rate })
    expect(netPresentValue(flows, rate, 6)).not.toMatch(/^-/)
  })

  test.each([0, 1e10, 1e12, 1e15])(
    'F16 a measure that begins at %d tells what it tells',
    (from) => {
      const people = [...staff, ...staff.map((each) => ({ ...each, id: `${each.id}+` }))].map(
        (person, i) => ({
          ...person,
          amounts: { hourly: `${20 + i + ((i * 5) % 7)}` },
          measures: { tenure: `${from + i}` },
        }),
      )
      const gapOf = (given: readonly Person[]) => {
        const answer = adjustedGap({ ...adjusted, people: given })
        if (isSuppressed(answer)) throw new Error('suppressed')
        return answer
      }
      const { gap, leftOut, low, rSquared } = gapOf(people)
      const near = gapOf(people.map((each, i) => ({ ...each, measures: { tenure: `${i}` } })))
      expect(leftOut).toEqual([])
      expect(gap).toBeCloseTo(near.gap, 9)
      expect(low).toBeCloseTo(near.low, 9)
      expect(rSquared).toBeCloseTo(near.rSquared, 9)
    },
  )

  test('F16 a constant is still made of the intercept, and a copy of what it copies', () => {
    const people = staff.map((person, i) => ({
      ...person,
      measures: { tenure: `${i}`, twice: `${2 * i + 1e10}`, floor: '0.1' },
    }))
    const explainedBy = { attributes: [], measures: ['tenure', 'twice', 'floor'] }
    const answer = adjustedGap({ ...adjusted, people, explainedBy })
    if (isSuppressed(answer)) throw new Error('suppressed')
    expect(answer.leftOut).toEqual([
      {
        name: 'twice',
        of: [
          { name: 'intercept', times: expect.closeTo(1e10, 3) },
          { name: 'tenure', times: expect.closeTo(2, 9) },
        ],
      },
      { name: 'floor', of: [{ name: 'intercept', times: expect.closeTo(0.1, 12) }] },
    ])
  })

  test('F17 a corrected rating that leaves the scale says so', () => {
    const given = (rater: string, subject: string, score: string) => ({ rater, subject, score })
    const { ratings } = correctRatings(policy({ places: 2 }), [
      given('a', 'x', '5'),
      given('b', 'x', '1'),
      given('b', 'y', '5'),
      given('a', 'z', '1'),
    ])
    expect(
      ratings.map(({ subject, corrected, withinScale }) => [subject, corrected, withinScale]),
    ).toEqual([
      ['x', '3.00', true],
      ['y', '7.00', false],
      ['z', '-1.00', false],
    ])
    expect(ratings.map(({ reason }) => reason.en)).toEqual([
      'The 2 raters are together neither lenient nor severe',
      'The only rater is severe by 2.00; the result lies outside the scale from 1 to 5',
      'The only rater is lenient by 2.00; the result lies outside the scale from 1 to 5',
    ])
    expect(ratings[1]?.reason['zh-CN']).toBe('1 位评价者总体偏严 2.00；结果超出 1 到 5 的评分范围')
  })

  test.each([
    ['0.07', '0.07'],
    ['0.01', '0.01'],
    ['1.99', '1.99'],
  ])('L1 of a budget of %s nothing is left that would pay a raise', (budget, cost) => {
    const graded = (grade: string, women: string) => [
      ...paid('men', ['20.00', '20.00'], { grade }),
      ...paid('women', [women, women], { grade }),
    ]
    const plan = closeGap({
      people: [...graded('g1', '19.00'), ...graded('g2', '18.50'), ...graded('g3', '19.70')],
      ...{ comparison, pay: 'hourly', currency: 'CNY', category: 'grade', target: '0', budget },
    } as const)
    expect(plan.cost).toBe(cost)
  })

  test('L1 no unit of a raise that a budget reaches for is left', () => {
    const hours = fc.integer({ min: 3, max: 9 }).map((tenths) => `0.${tenths}`)
    const pays = fc.array(fc.tuple(fc.constantFrom('g1', 'g2', 'g3'), hours), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(pays, fc.integer({ min: 1, max: 60 }), (women, fen) => {
        const people: Person[] = ['g1', 'g2', 'g3'].flatMap((grade) => [
          ...paid('men', ['20.00'], { grade }),
          ...paid('women', ['20.00'], { grade }),
        ])
        for (const [i, [grade, each]] of women.entries())
          people.push({
            ...{ id: `w${i}`, attributes: { sex: 'women', grade }, amounts: { hourly: '19.50' } },
            measures: { hours: each },
          })
        const all = people.map((person) => ({ measures: { hours: '0.9' }, ...person }))
        const budget = (fen / 100).toFixed(2)
        const { cost, raises, categories } = closeGap({
          people: all,
          ...{ comparison, pay: 'hourly', currency: 'CNY', category: 'grade', target: '0' },
          ...{ budget, hours: 'hours' },
        } as const)
        const rest = Math.round(1000 * (Number(budget) - Number(cost)))
        expect(rest).toBeGreaterThanOrEqual(0)
        const open = categories.flatMap((each) =>
          'closed' in each && !each.closed ? [each.category] : [],
        )
        const prices = all.flatMap(({ attributes, measures }) =>
          attributes['sex'] === 'women' && open.includes(attributes['grade'] ?? '')
            ? [Math.round(10 * Number(measures?.['hours']))]
            : [],
        )
        for (const price of prices) expect(rest).toBeLessThan(price)
        expect(raises.every(({ raise }) => Number(raise) > 0)).toBe(true)
      }),
    )
  })
})

describe('grade: waiting in years, market pay by surveys, and guidelines within a budget', () => {
  const agendaForChange: Readonly<Record<number, WaitingPeriods>> = {
    2: [{ fromStep: 1, years: 2 }],
    3: [{ fromStep: 1, years: 3 }],
    4: [{ fromStep: 1, months: 48 }],
    5: [{ fromStep: 1, years: 5 }],
  }

  test.each([
    [2, '2019-04-01', '2021-04-01'],
    [3, '2019-04-01', '2022-04-01'],
    [4, '2019-04-01', '2023-04-01'],
    [5, '2019-04-01', '2024-04-01'],
    [2, '2024-02-29', '2026-02-28'],
    [4, '2024-02-29', '2028-02-29'],
  ])('Waiting: a step of %i years from %s is over on %s', (years, since, day) => {
    const waiting = agendaForChange[years] as WaitingPeriods
    expect(nextStepOn(waiting, { step: 1, since, steps: 2 })).toBe(day)
  })

  test.each([
    ['2026-01-01', '2028-01-01', '2027-12-30'],
    ['2021-04-01', '2023-04-01', '2023-03-30'],
    ['2023-06-30', '2025-06-30', '2025-06-27'],
  ])('Waiting: 104 weeks from %s are not the two years to %s', (since, inYears, inWeeks) => {
    const on = { step: 1, since, steps: 2 }
    expect(nextStepOn([{ fromStep: 1, years: 2 }], on)).toBe(inYears)
    expect(nextStepOn([{ fromStep: 1, weeks: 104 }], on)).toBe(inWeeks)
  })

  test.each([
    [52, 1, '2027-01-03'],
    [104, 4, '2028-01-02'],
    [156, 7, '2028-12-31'],
  ])('Waiting: the %i weeks of the General Schedule in step %i are weeks yet', (_, step, day) => {
    const on = { step, since: '2026-01-04', steps: 10 }
    expect(nextStepOn(generalScheduleWaiting, on)).toBe(day)
  })

  test.each([
    ['P25', '46741.25'],
    ['P50', '53350.00'],
    ['P75', '62490.00'],
  ])('Market: %s of two surveys is aged and blended to %s', (key, pay) => {
    expect(priceMarket(surveys, '2026-10-01').jobs[0]?.percentiles[key]).toBe(pay)
  })

  test('Market: surveys of many lines are priced, and blended gaps are told, at once', () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => ({
      ...surveys.lines[0],
      job: `job${i % 1_000}`,
      survey: i < 1_000 ? 'A' : 'B',
    }))
    const many = { ...surveys, lines } as MarketSurveys
    expect(priceMarket(many, '2026-10-01').jobs).toHaveLength(1_000)
    const short = lines.map((line, i) =>
      i < 1_000 ? line : { ...line, percentiles: { P50: '1.00' } },
    )
    const problems = problemsOf(() => parseMarketSurveys({ ...surveys, lines: short }))
    expect(problems).toHaveLength(100)
  })

  test('Market: the finest factor over ten years but a day is a root that is found', () => {
    const ageing = { rate: '0.0123456789', method: 'compound', by: 'days', places: 10 } as const
    const own = [{ survey: 'A', effective: '2016-01-02', weight: '1' }]
    const one = { ...surveys, ageing, surveys: own, lines: surveys.lines.slice(0, 1) }
    // 1.0123456789 ^ (3652 ÷ 365)
    expect(priceMarket(one, '2026-01-01').surveys[0]?.factor).toBe('1.1306222650')
  })

  test.each([
    ['100.00', '0.00'],
    ['650.00', '0.00'],
    ['5000.00', '4328.00'],
  ])('L1 a budget of %s is spent over its categories but for %s', (budget, unspent) => {
    const people = [
      { id: 'li', salary: '5400.00', rating: 'A', range: p1, category: 'sales' },
      { id: 'wang', salary: '6000.00', rating: 'B', range: p1, category: 'service' },
    ]
    expect(meritIncreases(guidelines, people, { sales: '0', service: budget }).unspent).toBe(
      unspent,
    )
    expect(meritIncreases(guidelines, people, budget).unspent).toBe(unspent)
  })

  const asOf = '2026-10-01'
  const person = { id: 'Li', job: 'manager', salary: '50000' }
  const target = { job: 'manager', percentile: '50' }
  const candidate = { id: 'li', salary: '5400.00', rating: 'A', range: p1 }
  const readers: Readonly<Record<string, (value: never) => unknown>> = {
    waiting: (years) =>
      nextStepOn([{ fromStep: 1, years }], { step: 1, since: '2026-01-01', steps: 3 }),
    months: (months) =>
      nextStepOn([{ fromStep: 1, months }], { step: 1, since: '2026-01-01', steps: 3 }),
    surveys: (each) => priceMarket(each, asOf),
    asOf: (day) => priceMarket(surveys, day),
    rate: (rate) => priceMarket({ ...surveys, ageing: { ...surveys.ageing, rate } }, asOf),
    places: (places) => priceMarket({ ...surveys, ageing: { ...surveys.ageing, places } }, asOf),
    lines: (lines) => priceMarket({ ...surveys, lines }, asOf),
    percentiles: (percentiles) =>
      priceMarket({ ...surveys, lines: [{ job: 'a', survey: 'A', percentiles }] }, asOf),
    people: (people) => marketPositions(surveys, { asOf, people }),
    salary: (salary) => marketPositions(surveys, { asOf, people: [{ ...person, salary }] }),
    job: (job) => marketPositions(surveys, { asOf, people: [{ ...person, job }] }),
    targets: (targets) => marketPay(surveys, { asOf, targets }),
    percentile: (percentile) => marketPay(surveys, { asOf, targets: [{ ...target, percentile }] }),
    budget: (budget) => meritIncreases(guidelines, [candidate], budget),
    'budget of a category': (sales) =>
      meritIncreases(guidelines, [{ ...candidate, category: 'sales' }], { sales }),
    category: (category) =>
      meritIncreases(guidelines, [{ ...candidate, category }], { sales: '1' }),
    since: (since) => meritIncreases(prorated, [{ ...candidate, since }]),
  }

  test.each(Object.keys(readers))('a hostile %s is a PolicyError at once, or a figure', (name) => {
    fc.assert(
      fc.property(hostile, (value) => {
        let answer: unknown
        // Any other error comes through, and fails.
        const problems = problemsOf(() => {
          answer = (readers[name] as (value: unknown) => unknown)(value)
        })
        expect(unreadable([answer, describeProblems(problems).length])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('equity: what a compensation analyst would miss', () => {
  const inTeams = staff.map((person, i) => ({
    ...person,
    attributes: { ...person.attributes, team: `t${i % 5}`, raise: i % 3 === 0 ? 'no' : 'yes' },
    measures: { ...person.measures, fte: i % 4 === 0 ? '0.5' : '1' },
  }))
  const hire = { attributes: { grade: 'g1' }, measures: { tenure: '3' } }
  const asked = { people: inTeams, pay: hourly, comparison, explainedBy } as const

  test.each(['reference', 'cotton', 'neumark', 'pooled'] as const)(
    'M the parts of a gap by the norm %s have errors, in total and by term',
    (norm) => {
      const errors = { confidence: 0.95, regressors: 'stochastic' } as const
      const answer = decompose({ ...asked, norm, errors })
      if (isSuppressed(answer)) throw new Error('suppressed')
      for (const { errors: own, explained, unexplained } of [answer, ...answer.terms]) {
        expect(own?.explained.low).toBeLessThanOrEqual(explained)
        expect(own?.unexplained.high).toBeGreaterThanOrEqual(unexplained)
      }
      expect(answer.errors?.unexplained.standardError).toBeGreaterThan(0)
      expect(unreadable(answer)).toEqual([])
    },
  )

  test('M people of a team are paid alike: errors by clusters', () => {
    const clustered = { ...asked, covariance: 'CR1', cluster: 'team', confidence: 0.95 } as const
    const answer = adjustedGap(clustered)
    const plain = adjustedGap({ ...asked, covariance: 'HC1', confidence: 0.95 })
    if (isSuppressed(answer) || isSuppressed(plain)) throw new Error('suppressed')
    expect(answer.clusters).toBe(5)
    expect(answer.gap).toBe(plain.gap)
    expect(answer.coefficient.standardError).not.toBe(plain.coefficient.standardError)
  })

  test.each([
    [1, 4, 3, 4, true, 0.4857],
    [12, 40, 48, 80, true, 0.0034],
    [900, 1000, 950, 1000, false, 0],
  ])(
    'M %d of %d beside %d of %d: four fifths say %s, chance %d',
    (a, allA, b, allB, adverse, chance) => {
      const of = (sex: string, some: number, all: number) =>
        Array.from({ length: all }, (_, i) => ({
          id: `${sex}-${i}`,
          attributes: { sex, hired: i < some ? 'yes' : 'no' },
          amounts: {},
        }))
      const people = [...of('women', a, allA), ...of('men', b, allB)]
      const selected = { attribute: 'hired', value: 'yes' }
      const [, women] = impactRatio({ people, by: 'sex', selected, minimum: 1 })
      if (women === undefined || isSuppressed(women)) throw new Error('suppressed')
      expect(women.adverse).toBe(adverse)
      expect(women.test?.fisher).toBeCloseTo(chance, 4)
    },
  )

  test.each([
    ['1', gini({ people: staff, pay: hourly })],
    ['0.25', gini({ people: staff, pay: hourly })],
  ])('M a Gini whose weights are all %s is the plain one', (fte, expected) => {
    const people = staff.map((person) => ({ ...person, measures: { fte } }))
    expect(gini({ people, pay: hourly, weight: 'fte' })).toBe(expected)
  })

  test('M a half-time person is half a person to the Gini', () => {
    expect(gini({ people: inTeams, pay: hourly, weight: 'fte' })).not.toBe(
      gini({ people: inTeams, pay: hourly }),
    )
  })

  test('M a hire is paid within what people like them are', () => {
    const answer = startingPay({ ...asked, hire, confidence: 0.9 })
    if (isSuppressed(answer)) throw new Error('suppressed')
    expect(answer.low).toBeLessThan(answer.typical.low)
    expect(answer.high).toBeGreaterThan(answer.typical.high)
    expect(answer.pay).toBeGreaterThan(18)
    expect(answer.pay).toBeLessThan(50)
  })

  /** Each new option by name: a function of its value that takes every good one. */
  const readers: Readonly<Record<string, (value: never) => unknown>> = {
    errors: (errors) => decompose({ ...asked, norm: 'pooled', errors }),
    'confidence of errors': (confidence) =>
      decompose({ ...asked, norm: 'cotton', errors: { confidence, regressors: 'fixed' } }),
    regressors: (regressors) =>
      decompose({ ...asked, norm: 'cotton', errors: { confidence: 0.9, regressors } }),
    cluster: (cluster) => adjustedGap({ ...asked, covariance: 'CR1', confidence: 0.9, cluster }),
    by: (by) =>
      impactRatio({
        people: inTeams,
        by,
        selected: { attribute: 'raise', value: 'yes' },
        minimum: 1,
      }),
    selected: (selected) => impactRatio({ people: inTeams, by: 'sex', selected, minimum: 1 }),
    minimum: (minimum) =>
      impactRatio({
        ...{ people: inTeams, by: 'sex', selected: { attribute: 'raise', value: 'yes' }, minimum },
      }),
    weight: (weight) => gini({ people: inTeams, pay: hourly, weight }),
    hire: (given) => startingPay({ ...asked, hire: given, confidence: 0.9 }),
    'measure of a hire': (tenure) =>
      startingPay({ ...asked, hire: { ...hire, measures: { tenure } }, confidence: 0.9 }),
    'confidence of a hire': (confidence) => startingPay({ ...asked, hire, confidence }),
  }

  test.each(Object.keys(readers))('a hostile %s is a PolicyError at once, or a figure', (name) => {
    fc.assert(
      fc.property(hostile, (value) => {
        const read = readers[name] as (value: unknown) => unknown
        let answer: unknown
        const problems = problemsOf(() => {
          answer = read(value)
        })
        expect(unreadable([answer, describeProblems(problems).length])).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
  kitagawa,
  norms,
  type Person,
  parsePeople,
  payBesideManagers,
  payGap,
  quartileShares,
  startingPay,
  theil,
  ukReport,
} from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { covariances } from '../../src/statistics/index.js'
import { comparison, hourly } from './company.js'

/** Amounts as they may come: alike, zero, tiny, huge, of as many digits as are read. */
const amount = fc.constantFrom(
  '0',
  '0.01',
  '20',
  '20',
  '20.00',
  '31.5',
  '1000000',
  '9'.repeat(40),
  `0.${'0'.repeat(38)}1`,
  `1${'0'.repeat(39)}`,
)
const measure = fc.oneof(
  amount,
  fc.constantFrom('-1', `-${'9'.repeat(40)}`, '10000000001', '10000000002', '2020', '2021', '1'),
)

const person = fc.record({
  sex: fc.constantFrom('men', 'women', 'women', 'x'),
  grade: fc.constantFrom('g1', 'g1', 'g2', 'g3'),
  team: fc.constantFrom('t1', 't1', 't2', 't3', 't4'),
  hourly: amount,
  bonus: amount,
  tenure: measure,
  fte: measure,
})
/** From nobody to a small company, often all alike. */
const companies = fc
  .oneof(
    { arbitrary: fc.array(person, { maxLength: 14 }), weight: 3 },
    {
      arbitrary: fc
        .tuple(person, fc.integer({ min: 1, max: 12 }))
        .map(([one, times]) =>
          Array.from({ length: times }, (_, i) => ({ ...one, sex: i % 2 === 0 ? 'men' : 'women' })),
        ),
      weight: 1,
    },
  )
  .map((drawn) =>
    drawn.map(
      ({ sex, grade, team, hourly: pay, bonus, tenure, fte }, i): Person => ({
        id: `p${i}`,
        attributes: { sex, grade, team, boss: i % 3 === 0 ? 'p0' : `p${i - 1}` },
        amounts: i % 5 === 4 ? { hourly: pay } : { hourly: pay, bonus },
        measures: { tenure, fte },
      }),
    ),
  )

const shape = fc.constantFrom(
  { attributes: [], measures: [] },
  { attributes: ['grade'], measures: [] },
  { attributes: [], measures: ['tenure'] },
  { attributes: ['grade'], measures: ['tenure', 'fte'] },
)
const pays = fc.constantFrom('fail', 'zero', 'leave-out').map((missing) => ({ ...hourly, missing }))

/** Every public function of a company, by name. */
const figures = fc.record({
  people: companies,
  pay: pays as fc.Arbitrary<typeof hourly>,
  minimum: fc.constantFrom(0, 1, 3),
  explainedBy: shape,
  norm: fc.constantFrom(...norms),
  covariance: fc.constantFrom(...covariances),
  regressors: fc.constantFrom('fixed' as const, 'stochastic' as const),
  weighed: fc.boolean(),
  confidence: fc.constantFrom(0.95, 1e-12, 1 - 2 ** -53),
  hire: fc.record({ grade: fc.constantFrom('g1', 'g3', 'g9'), tenure: measure, fte: measure }),
})
type Drawn = typeof figures extends fc.Arbitrary<infer T> ? T : never

const functions: Readonly<Record<string, (drawn: Drawn) => unknown>> = {
  parsePeople: ({ people }) => parsePeople(people),
  payGap: (drawn) => payGap(compared(drawn)),
  componentGaps: (drawn) => componentGaps({ ...compared(drawn), components: ['hourly', 'bonus'] }),
  quartileShares: (drawn) => quartileShares(compared(drawn)),
  directiveReport: (drawn) =>
    directiveReport({
      ...compared(drawn),
      ...{ base: ['hourly'], variable: ['bonus'], category: 'grade' },
    }),
  ukReport: (drawn) => ukReport({ ...compared(drawn), hourly: 'hourly', bonus: 'bonus' }),
  kitagawa: (drawn) => kitagawa({ ...compared(drawn), category: 'grade' }),
  adjustedGap: (drawn) =>
    adjustedGap({
      ...modelled(drawn),
      confidence: drawn.confidence,
      covariance: drawn.covariance,
      ...(drawn.covariance === 'CR1' && { cluster: 'team' }),
      ...(drawn.weighed && { weight: 'fte' }),
    }),
  decompose: (drawn) =>
    decompose({
      ...modelled(drawn),
      norm: drawn.norm,
      errors: { confidence: drawn.confidence, regressors: drawn.regressors },
    }),
  startingPay: (drawn) => {
    const { grade, ...measures } = drawn.hire
    return startingPay({
      ...modelled(drawn),
      confidence: drawn.confidence,
      hire: { attributes: { grade }, measures },
    })
  },
  impactRatio: ({ people, minimum }) =>
    impactRatio({ people, minimum, by: 'team', selected: { attribute: 'grade', value: 'g1' } }),
  gini: ({ people, pay, weighed }) => gini({ people, pay, ...(weighed && { weight: 'fte' }) }),
  theil: ({ people, pay, minimum }) => theil({ people, pay, minimum, by: 'grade' }),
  compression: ({ people, pay, minimum }) =>
    compression({
      ...{ people, pay, minimum, job: 'grade', tenure: 'tenure', newBelow: '2', tenuredFrom: '5' },
    }),
  payBesideManagers: ({ people, pay }) =>
    payBesideManagers({ people, pay, manager: 'boss', from: '0.9' }),
  contributionShares: ({ people, pay, minimum }) =>
    contributionShares({
      ...{ people, pay, minimum, department: 'team', direct: ['hourly'], indirect: [] },
    }),
  closeGap: (drawn) =>
    closeGap({
      ...compared(drawn),
      ...{ pay: 'hourly', currency: 'CNY', category: 'grade', target: '0.05' },
    }),
}

function compared({ people, pay, minimum }: Drawn) {
  return { people, pay, comparison: { ...comparison, minimum } }
}

function modelled(drawn: Drawn) {
  return { ...compared(drawn), explainedBy: drawn.explainedBy }
}

/** What no program can read on: a number that is not finite, and a text that is no plain decimal. */
function unreadable(answer: unknown): readonly unknown[] {
  if (typeof answer === 'object' && answer !== null)
    return Object.values(answer).flatMap(unreadable)
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [answer]
  return typeof answer === 'string' && /NaN|Infinity|\de[+-]/.test(answer) ? [answer] : []
}

describe('degenerate companies', () => {
  test.each(Object.keys(functions))(
    '%s gives readable figures of them, or says what is wrong',
    (name) => {
      let told = 0
      fc.assert(
        fc.property(figures, (drawn) => {
          let answer: unknown
          const run = functions[name] as (drawn: Drawn) => unknown
          // Any other error comes through, and fails.
          const problems = problemsOf(() => {
            answer = run(drawn)
          })
          expect(unreadable([answer, describeProblems(problems)])).toEqual([])
          if (answer !== undefined) told += 1
        }),
        { numRuns: 400 },
      )
      expect(told).toBeGreaterThan(0)
    },
  )
})

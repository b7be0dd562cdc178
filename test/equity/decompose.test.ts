import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Decomposition,
  decompose,
  norms,
  type PartError,
  type Person,
} from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { householder } from '../../src/statistics/index.js'
import { near, people, reference } from '../fixtures/equity/fixture.js'
import { found } from '../found.js'
import { comparison, hourly, shuffled, people as somePeople } from './company.js'

const explainedBy = { attributes: ['grade', 'department'], measures: ['tenure'] }
const asked = { people, pay: hourly, comparison, explainedBy, norm: 'neumark' } as const
const decomposed = (change: Partial<Parameters<typeof decompose>[0]> = {}) =>
  decompose({ ...asked, ...change }) as Decomposition

function expectNear(actual: number | undefined, expected: number | undefined): void {
  expect(Math.abs((actual as number) - (expected as number))).toBeLessThanOrEqual(
    near(expected as number),
  )
}

describe('decompose', () => {
  test.each(norms)('two-fold by the norm %s is what statsmodels gives, to 8 digits', (norm) => {
    const expected = reference.decomposition.twoFold[norm]
    const actual = decomposed({ norm })
    expectNear(actual.gap, expected?.gap)
    expectNear(actual.explained, expected?.explained)
    expectNear(actual.unexplained, expected?.unexplained)
    for (const { term, explained, unexplained } of actual.terms) {
      expectNear(explained, expected?.terms[term]?.[0])
      expectNear(unexplained, expected?.terms[term]?.[1])
    }
    expect(actual.terms.map(({ term }) => term)).toEqual(Object.keys(expected?.terms ?? {}))
  })

  test('three-fold is what statsmodels gives, to 8 digits', () => {
    const { gap, ...expected } = reference.decomposition.threeFold
    const actual = decomposed()
    expectNear(actual.gap, gap)
    for (const key of ['endowments', 'coefficients', 'interaction'] as const)
      expectNear(actual[key], expected[key])
  })

  test('parts and terms add up to the gap, in any order of people', () => {
    const run = (of: readonly Person[], norm: (typeof norms)[number]) =>
      decomposed({ people: of, norm, explainedBy: { attributes: ['grade'], measures: ['tenure'] } })
    fc.assert(
      fc.property(shuffled(somePeople), fc.constantFrom(...norms), ([some, others], norm) => {
        const refused = problemsOf(() => run(some, norm))
        expect(problemsOf(() => run(others, norm))).toEqual(refused)
        fc.pre(refused.length === 0)
        const found = run(some, norm)
        expect(run(others, norm)).toEqual(found)
        const log = (sex: string) => {
          const of = some.filter(({ attributes }) => attributes['sex'] === sex)
          return (
            of.reduce((sum, { amounts }) => sum + Math.log(Number(amounts['hourly'])), 0) /
            of.length
          )
        }
        expect(found.gap).toBeCloseTo(log('men') - log('women'), 10)
        expect(found.explained + found.unexplained).toBeCloseTo(found.gap, 7)
        expect(found.endowments + found.coefficients + found.interaction).toBeCloseTo(found.gap, 7)
        for (const key of [
          'explained',
          'unexplained',
          'endowments',
          'coefficients',
          'interaction',
        ] as const)
          expect(found.terms.reduce((sum, term) => sum + term[key], 0)).toBeCloseTo(found[key], 10)
      }),
      { numRuns: 60 },
    )
  })

  test('no part depends on which level is named first', () => {
    const renamed = people.map((person) => ({
      ...person,
      attributes: {
        ...person.attributes,
        grade: person.attributes['grade'] === 'g1' ? 'z' : (person.attributes['grade'] as string),
      },
    }))
    const [a, b] = [decomposed(), decomposed({ people: renamed })]
    a.terms.forEach((term, i) => {
      expect(b.terms[i]?.unexplained).toBeCloseTo(term.unexplained, 11)
    })
  })

  test('small groups are suppressed, and who received nothing is left out', () => {
    const pay = { ...hourly, missing: 'leave-out' } as const
    const women = people.filter(({ attributes }) => attributes['sex'] === 'women').length
    const unpaid = people.map((person, i) => (i === 0 ? { ...person, amounts: {} } : person))
    const minimum = women
    expect(people[0]?.attributes['sex']).toBe('women')
    expect(decomposed({ comparison: { ...comparison, minimum } })).toHaveProperty('gap')
    expect(decomposed({ people: unpaid, pay, comparison: { ...comparison, minimum } })).toEqual({
      suppressed: 'small-group',
      minimum,
    })
  })
})

/** Log wage, education, experience and tenure of men and women: their number, means and covariance. */
const published = {
  men: {
    size: 751,
    means: [3.44022199, 11.81424767, 14.076841966, 9.003106974],
    root: [
      [0.478549394],
      [0.946292133, 2.262369245],
      [3.232539385, -2.920424458, 10.296442233],
      [2.870348722, -1.45254532, 4.58097482, 7.124652032],
    ],
  },
  women: {
    size: 683,
    means: [3.266761248, 11.232064422, 12.137689124, 6.605051248],
    root: [
      [0.570023594],
      [0.763639726, 2.225143729],
      [1.243996976, -2.006980864, 7.984814299],
      [0.793411712, -0.802024874, 3.402703603, 5.692782979],
    ],
  },
} as const

/** As many people as were asked, with their means and covariances: least squares sees no more of them. */
function alike(sex: keyof typeof published): readonly Person[] {
  const { size, means, root } = published[sex]
  const rows = Array.from({ length: size }, (_, i) => i)
  const seeds = [1, 2, 3, 5].map((times) => rows.map((i) => Math.sin(times * (i + 1)) + (i % 7)))
  const { basis } = householder([rows.map(() => 1), ...seeds], rows)
  return basis.map(([, ...parts], i) => {
    const [log, educ, exper, tenure] = means.map(
      (middle, j) =>
        middle +
        Math.sqrt(size - 1) *
          (root[j] as readonly number[]).reduce(
            (sum, each, k) => sum + each * (parts[k] as number),
            0,
          ),
    ) as [number, number, number, number]
    return {
      id: `${sex}-${i}`,
      attributes: { sex },
      amounts: { hourly: Math.exp(log).toFixed(15) },
      measures: {
        educ: educ.toFixed(15),
        exper: exper.toFixed(15),
        tenure: tenure.toFixed(15),
      },
    }
  })
}

describe('the errors of the parts', () => {
  // The example of Jann, "The Blinder-Oaxaca decomposition for linear regression models", The Stata
  // Journal 8(4), 2008, pp. 453-479: the three-fold decomposition of wages in the Swiss Labor Market
  // Survey 1998 by education, experience and tenure. The moments are those of the data of his package,
  // oaxaca.dta, and the figures what his formulas give of it, by NumPy.
  test('are those of the example of Jann (2008)', () => {
    const found = decomposed({
      people: [...alike('men'), ...alike('women')],
      explainedBy: { attributes: [], measures: ['educ', 'exper', 'tenure'] },
      errors: { confidence: 0.95, regressors: 'stochastic' },
    })
    const told = ['gap', 'endowments', 'coefficients', 'interaction'] as const
    expect(
      told.map((key) => [found[key].toFixed(6), found.errors?.[key].standardError.toFixed(6)]),
    ).toEqual([
      ['0.173461', '0.027988'],
      ['0.085280', '0.015693'],
      ['0.082563', '0.025580'],
      ['0.005618', '0.010966'],
    ])
  })

  const withErrors = (change: Partial<Parameters<typeof decompose>[0]> = {}) =>
    decomposed({ errors: { confidence: 0.9, regressors: 'stochastic' }, ...change })

  test('figures are the same with and without them', () => {
    for (const norm of norms) {
      const { errors, terms, ...found } = withErrors({ norm })
      const { terms: plain, ...beside } = decomposed({ norm })
      expect(found).toEqual(beside)
      expect(terms.map(({ errors: _, ...term }) => term)).toEqual(plain)
      expect(Object.keys(errors ?? {})).toHaveLength(6)
    }
  })

  test('an interval is the normal one around the part', () => {
    const { explained, errors = {} } = withErrors()
    const { standardError, z, p, low, high } = (errors as Record<string, PartError>)[
      'explained'
    ] as PartError
    expect((high + low) / 2).toBeCloseTo(explained, 12)
    expect((high - low) / 2).toBeCloseTo(1.6448536269514722 * standardError, 12)
    expect(z).toBeCloseTo(explained / standardError, 12)
    expect(p).toBeGreaterThan(0)
  })

  test('the order of people changes nothing, and who errs as well errs more', () => {
    const explainedBy = { attributes: ['grade'], measures: ['tenure'] }
    fc.assert(
      fc.property(shuffled(somePeople), fc.constantFrom(...norms), ([some, others], norm) => {
        const run = (
          people: readonly Person[],
          regressors: 'fixed' | 'stochastic' = 'stochastic',
        ) => withErrors({ people, norm, explainedBy, errors: { confidence: 0.9, regressors } })
        fc.pre(problemsOf(() => run(some)).length === 0)
        const found = run(some)
        expect(run(others)).toEqual(found)
        const fixed = run(some, 'fixed')
        for (const [key, error] of Object.entries(found.errors ?? {})) {
          const least = fixed.errors?.[key as 'gap'].standardError as number
          expect(error.standardError).toBeGreaterThanOrEqual(least)
          expect(error.low).toBeLessThanOrEqual(error.high)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('an exact fit leaves only the error of means, and none at all of fixed ones', () => {
    const made = people.map((person) => ({
      ...person,
      amounts: { hourly: person.attributes['grade'] === 'g1' ? '20' : '40' },
    }))
    const explainedBy = { attributes: ['grade'], measures: [] }
    for (const norm of norms) {
      const fixed = withErrors({
        ...{ people: made, explainedBy, norm },
        errors: { confidence: 0.9, regressors: 'fixed' },
      })
      expect(fixed.errors?.explained).toEqual({
        standardError: 0,
        low: fixed.explained,
        high: fixed.explained,
      })
      expect(
        withErrors({ people: made, explainedBy, norm }).errors?.explained.standardError,
      ).toBeGreaterThan(0.01)
    }
  })

  test.each<[object, [string, string][]]>([
    [{ confidence: 95, regressors: 'fixed' }, [['not-a-confidence', 'errors.confidence']]],
    [{ confidence: 0.95, regressors: 'random' }, [['not-offered', 'errors.regressors']]],
    [
      { confidence: 0.95, regresors: 'fixed' },
      [
        ['missing', 'errors.regressors'],
        ['unknown-key', 'errors.regresors'],
      ],
    ],
  ])('%j is refused', (errors, expected) => {
    expect(found(() => withErrors({ errors: errors as never }))).toEqual(expected)
  })
})

describe('bad input', () => {
  const lonely = people.map((person, i) =>
    i === 0 ? { ...person, attributes: { ...person.attributes, grade: 'g9' } } : person,
  )
  const sexless = people.map((person) => ({
    ...person,
    measures: {
      ...person.measures,
      half: person.attributes['sex'] === 'men' ? '1' : (person.measures?.['tenure'] as string),
    },
  }))

  test.each([
    [{ people: lonely }, [['no-common-support', 'explainedBy.attributes']]],
    [
      { people: sexless, explainedBy: { attributes: [], measures: ['half'] } },
      [['collinear', 'explainedBy']],
    ],
    [
      { explainedBy: { attributes: [], measures: ['x'] }, people: people.slice(0, 1) },
      [
        ['missing-measure', 'people[0].measures'],
        ['unknown-group', 'comparison.reference'],
      ],
    ],
  ])('case %# is refused', (change, expected) => {
    expect(found(() => decomposed(change))).toEqual(expected)
  })

  test('the texts say what to mend', () => {
    const texts = (change: object, locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() => decomposed(change)),
        locale,
      )
    expect(texts({ people: lonely }, 'en')).toBe(
      'explainedBy.attributes: nobody of "men" has the grade "g9". Merge it with another level, or leave these people out and say so.',
    )
    expect(texts({ people: lonely }, 'zh-CN')).toBe(
      'explainedBy.attributes：“men”中没有人的“grade”为“g9”。请与其他类别合并，或去掉这些人并说明。',
    )
    const made = { people: sexless, explainedBy: { attributes: [], measures: ['half'] } }
    expect(texts(made, 'en')).toBe(
      'explainedBy: among "men", half is made of intercept. Leave one of them out.',
    )
    expect(texts(made, 'zh-CN')).toBe(
      'explainedBy：在“men”中，“half”可由 intercept 得出。请去掉其中一项。',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decomposition, decompose, norms, type Person } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
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

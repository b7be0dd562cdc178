import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AdjustedGap, adjustedGap, type Person } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { kinds, near, people, reference } from '../fixtures/equity/fixture.js'
import { found } from '../found.js'
import { comparison, hourly, paid, shuffled, people as somePeople } from './company.js'

const explainedBy = { attributes: ['grade', 'department'], measures: ['tenure'] }
const asked = {
  people,
  pay: hourly,
  comparison,
  explainedBy,
  covariance: 'HC3',
  confidence: 0.95,
} as const

const adjusted = (change: Partial<Parameters<typeof adjustedGap>[0]> = {}) =>
  adjustedGap({ ...asked, ...change }) as AdjustedGap

describe('adjustedGap', () => {
  test.each(kinds.flatMap((kind) => [['plain', kind] as const, ['weighted', kind] as const]))(
    'the %s gap with %s errors is what statsmodels gives, to 8 digits',
    (form, covariance) => {
      const expected = reference.leastSquares[form][covariance]
      const gap = adjusted({ covariance, ...(form === 'weighted' && { weight: 'fte' }) })
      const pairs = [
        [gap.coefficient.estimate, expected.estimates.at(-1)],
        [gap.coefficient.standardError, expected.errors.at(-1)],
        [gap.coefficient.p, expected.p.at(-1)],
        [gap.gap, 1 - Math.exp(expected.estimates.at(-1) as number)],
        [gap.low, 1 - Math.exp(expected.intervals.at(-1)?.[1] as number)],
        [gap.high, 1 - Math.exp(expected.intervals.at(-1)?.[0] as number)],
        [gap.rSquared, expected.rSquared],
        ...gap.explaining.map((each, j) => [each.standardError, expected.errors[j]]),
      ] as [number, number][]
      for (const [actual, wanted] of pairs)
        expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(near(wanted))
      expect(gap.low).toBeLessThan(gap.gap)
    },
  )

  test('it names its coefficients and counts its people', () => {
    const gap = adjusted()
    expect(gap.coefficient.name).toBe('sex women')
    expect(gap.explaining.map(({ name }) => name)).toEqual(
      reference.leastSquares.names.slice(0, -1),
    )
    expect(gap.leftOut).toEqual([])
    expect(gap.people.reference + gap.people.compared).toBe(240)
  })

  test('with nothing to explain it, the gap is that of the geometric means', () => {
    const some = [...paid('men', ['10', '40']), ...paid('women', ['5', '20', '10'])]
    const gap = adjusted({ people: some, explainedBy: { attributes: [], measures: [] } })
    expect(gap.gap).toBeCloseTo(0.5, 14)
  })

  test('who received nothing is left out where pay is what was received', () => {
    const some = [...paid('men', ['10', '40', '0']), ...paid('women', ['5', '20', '0', '10'])]
    const gap = adjusted({
      people: some,
      pay: { ...hourly, missing: 'leave-out' },
      explainedBy: { attributes: [], measures: [] },
    })
    expect(gap.gap).toBeCloseTo(0.5, 14)
    expect(gap.people).toEqual({ reference: 2, compared: 3 })
  })

  test('what is made of other things is left out and named', () => {
    const twice = people.map((person) => ({
      ...person,
      measures: { ...person.measures, months: String(12 * Number(person.measures?.['tenure'])) },
    }))
    const gap = adjusted({
      people: twice.map((person) => ({
        ...person,
        measures: { ...person.measures, months: Number(person.measures.months).toFixed(1) },
      })),
      explainedBy: { ...explainedBy, measures: ['tenure', 'months'] },
    })
    expect(gap.leftOut).toEqual([
      { name: 'months', of: [{ name: 'tenure', times: expect.closeTo(12, 8) }] },
    ])
    expect(gap.gap).toBeCloseTo(adjusted().gap, 12)
  })

  test('permuting people changes nothing, to the last bit', () => {
    fc.assert(
      fc.property(shuffled(somePeople), ([some, others]) => {
        const request = { explainedBy: { attributes: ['grade'], measures: ['tenure'] } }
        const run = (of: readonly Person[]) => {
          const refused = problemsOf(() => adjusted({ ...request, people: of }))
          return refused.length > 0 ? refused : adjusted({ ...request, people: of })
        }
        expect(run(others)).toEqual(run(some))
      }),
      { numRuns: 40 },
    )
  })

  const inTeams = (teamOf: (i: number) => string) =>
    people.map((person, i) => ({
      ...person,
      attributes: { ...person.attributes, team: teamOf(i) },
    }))
  const clustered = (of: readonly Person[], change: object = {}) =>
    adjusted({ people: of, covariance: 'CR1', cluster: 'team', ...change })

  test('with a cluster of one person each, CR1 is HC0 times n / (n − k), which is HC1', () => {
    const gap = clustered(inTeams((i) => `t${i}`))
    const plain = adjusted({ covariance: 'HC1' })
    expect(gap.clusters).toBe(240)
    for (const [j, each] of [...gap.explaining, gap.coefficient].entries()) {
      const beside = [...plain.explaining, plain.coefficient][j]
      // G / (G − 1) × (n − 1) / (n − k) of n clusters is n / (n − k).
      expect(each.standardError).toBeCloseTo(beside?.standardError as number, 12)
    }
  })

  test('clusters by any name and people in any order give the same errors', () => {
    const gap = clustered(inTeams((i) => `t${i % 17}`))
    const renamed = clustered([...inTeams((i) => `x${(i % 17) + 5}`)].reverse())
    expect(renamed).toEqual(gap)
    expect(gap.gap).toBe(adjusted().gap)
    expect(gap.clusters).toBe(17)
  })

  test('who is counted twice in one cluster tells no more', () => {
    const once = inTeams((i) => `t${i % 20}`)
    const twice = once.flatMap((person) => [person, { ...person, id: `${person.id}-again` }])
    const k = 7
    const factor = (n: number) => (n - 1) / (n - k)
    const ratio =
      clustered(twice).coefficient.standardError / clustered(once).coefficient.standardError
    expect(ratio ** 2).toBeCloseTo(factor(480) / factor(240), 10)
  })

  test('small groups are suppressed', () => {
    expect(adjusted({ comparison: { ...comparison, minimum: 200 } })).toEqual({
      suppressed: 'small-group',
      minimum: 200,
    })
  })
})

describe('bad input', () => {
  const [first, ...rest] = people as [Person, ...Person[]]
  const changed = (change: Partial<Person>) => [{ ...first, ...change }, ...rest]
  const level = (person: Person) => (person.attributes['sex'] === 'women' ? 'w' : 'm')

  test.each<[Partial<Parameters<typeof adjustedGap>[0]>, string[][]]>([
    [{ people: changed({ amounts: {} }) }, [['missing-amount', 'people[0].amounts']]],
    [{ people: changed({ amounts: { hourly: '0.00' } }) }, [['pay-not-positive', 'people[0]']]],
    [
      { people: changed({ attributes: { sex: 'men' } }) },
      [
        ['missing-attribute', 'people[0].attributes'],
        ['missing-attribute', 'people[0].attributes'],
      ],
    ],
    [
      { people: changed({ measures: {} }), weight: 'fte' },
      [
        ['missing-measure', 'people[0].measures'],
        ['missing-measure', 'people[0].measures'],
      ],
    ],
    [
      { people: changed({ measures: { tenure: '1', fte: '0' } }), weight: 'fte' },
      [['not-positive', 'people[0].measures.fte']],
    ],
    [
      {
        people: people.map((each) => ({
          ...each,
          attributes: { ...each.attributes, job: level(each) },
        })),
        explainedBy: { attributes: ['job'], measures: [] },
      },
      [['gap-not-identified', 'explainedBy']],
    ],
    [
      { comparison: { ...comparison, reference: 'x' } },
      [['unknown-group', 'comparison.reference']],
    ],
    [
      {
        people: [...paid('men', ['1']), ...paid('women', ['2'])],
        explainedBy: { attributes: [], measures: [] },
      },
      [['too-few-rows', '']],
    ],
    [{ covariance: 'CR1' }, [['cluster-wanted', 'cluster']]],
    [{ cluster: 'department' }, [['cluster-unread', 'cluster']]],
    [
      {
        people: people.map((each) => ({
          ...each,
          attributes: { ...each.attributes, country: 'CN' },
        })),
        covariance: 'CR1',
        cluster: 'country',
      },
      [['too-few-clusters', 'cluster']],
    ],
    [
      {
        people: changed({ attributes: { sex: 'men', grade: 'g1', department: 'sales' } }),
        covariance: 'CR1',
        cluster: 'team',
      },
      [
        ...people.slice(0, 99).map((_, i) => ['missing-attribute', `people[${i}].attributes`]),
        ['more-problems', ''],
      ],
    ],
  ])('case %# is refused', (change, expected) => {
    expect(found(() => adjusted(change))).toEqual(expected)
  })

  test('the texts say what to mend', () => {
    const jobs = people.map((each) => ({
      ...each,
      attributes: { ...each.attributes, job: level(each) },
    }))
    const task = () =>
      adjusted({ people: jobs, explainedBy: { attributes: ['job'], measures: [] } })
    expect(describeProblems(problemsOf(task))).toBe(
      'explainedBy: sex cannot be told apart from job w. Leave out what only one of the groups has, or compare fewer people.',
    )
    expect(describeProblems(problemsOf(task), 'zh-CN')).toBe(
      'explainedBy：“sex”与 job w 无法区分。请去掉只有一个群体才有的因素，或缩小比较范围。',
    )
    const unpaid = () => adjusted({ people: changed({ amounts: { hourly: '0' } }) })
    expect(describeProblems(problemsOf(unpaid), 'zh-CN')).toBe(
      'people[0]：薪酬为零，无法取对数。请去掉此人，或使用原始差距。',
    )
    const told = (change: object, locale?: 'zh-CN') =>
      describeProblems(
        problemsOf(() => adjusted(change)),
        locale,
      )
    expect(told({ covariance: 'CR1' })).toBe(
      'cluster: is not given, and CR1 is by clusters. Name the cluster, or take HC3.',
    )
    expect(told({ covariance: 'CR1' }, 'zh-CN')).toBe(
      'cluster：未给出，而 CR1 按聚类计算。请指定聚类，或改用 HC3。',
    )
    expect(told({ cluster: 'department' })).toBe(
      'cluster: is read with the covariance CR1 alone. Take CR1, or leave it out.',
    )
    const bySex = {
      covariance: 'CR1',
      cluster: 'sex',
      explainedBy: { attributes: [], measures: [] },
    }
    expect(told(bySex)).toContain(
      'cluster: leaves no error to tell of sex women: its residuals cancel out within each cluster. Take clusters that more people share, leave it out, or take HC3.',
    )
    expect(told(bySex, 'zh-CN')).toContain(
      'cluster：无法给出“sex women”的误差：其残差在每个聚类内相互抵消。请改用包含更多人的聚类，去掉该项，或改用 HC3。',
    )
    const unweighed = () =>
      adjusted({ people: changed({ measures: { tenure: '1', fte: '0' } }), weight: 'fte' })
    expect(describeProblems(problemsOf(unweighed), 'zh-CN')).toBe(
      'people[0].measures.fte：须大于零。请给出大于零的数，或去掉此人。',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AdjustedGap,
  adjustedGap,
  type Hire,
  type Person,
  type StartingPay,
  startingPay,
} from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { comparison, hourly, paid, shuffled, people as somePeople } from './company.js'

const tenured = (people: readonly Person[], years: readonly string[]) =>
  people.map((person, i) => ({ ...person, measures: { tenure: years[i] as string } }))
const staff: readonly Person[] = tenured(
  [
    ...paid('men', ['20.00', '21.00', '22.50'], { grade: 'low' }),
    ...paid('women', ['19.00', '20.50', '21.00'], { grade: 'low' }),
    ...paid('men', ['40.00', '43.00'], { grade: 'high' }),
    ...paid('women', ['39.00', '40.00'], { grade: 'high' }),
  ],
  ['1', '3', '5', '1', '3', '4', '2', '6', '3', '5'],
)
const hire: Hire = { attributes: { grade: 'low' }, measures: { tenure: '3' } }
const asked = {
  ...{ people: staff, pay: hourly, comparison, hire, confidence: 0.9 },
  explainedBy: { attributes: ['grade'], measures: ['tenure'] },
} as const
const starting = (change: Partial<Parameters<typeof startingPay>[0]> = {}) =>
  startingPay({ ...asked, ...change }) as StartingPay

describe('startingPay', () => {
  test('of one mean it is the geometric mean, its interval Student’s for one more', () => {
    const people = [...paid('men', ['10', '40']), ...paid('women', ['10', '40'])]
    const { pay, low, high, typical, outside } = starting({
      ...{ people, hire: { attributes: {} } },
      explainedBy: { attributes: [], measures: [] },
    })
    expect(pay).toBeCloseTo(20, 10)
    // t(0.95, 2) is 2.919986; s² is 4 ln²2 / 2, and of the mean of two men half of it.
    const [s, t] = [Math.SQRT2 * Math.LN2, 2.91998558]
    expect(Math.log(high / pay)).toBeCloseTo(t * s * Math.sqrt(1.5), 6)
    expect(Math.log(pay / low)).toBeCloseTo(t * s * Math.sqrt(1.5), 6)
    expect(Math.log(typical.high / pay)).toBeCloseTo(t * s * Math.sqrt(0.5), 6)
    expect(Math.log(pay / typical.low)).toBeCloseTo(t * s * Math.sqrt(0.5), 6)
    expect(outside).toEqual([])
  })

  test('it is the model of adjustedGap, as for the reference group', () => {
    const { hire: _, ...request } = asked
    const gap = adjustedGap({ ...request, covariance: 'classical' }) as AdjustedGap
    const [intercept, low, tenure] = gap.explaining.map(({ estimate }) => estimate) as number[]
    const expected = Math.exp((intercept as number) + (low as number) + 3 * (tenure as number))
    const found = starting()
    expect(found.pay).toBeCloseTo(expected, 10)
    const swapped = { ...comparison, reference: 'women', compared: 'men' }
    expect(starting({ comparison: swapped }).pay).toBeCloseTo(found.pay * (1 - gap.gap), 10)
    // Whatever the hire's own group is.
    const woman = { ...hire, attributes: { ...hire.attributes, sex: 'women' } }
    expect(starting({ hire: woman })).toEqual(found)
  })

  test.each([
    ['0.9', 'below'],
    ['6.1', 'above'],
  ])('%s years lie %s what was observed', (tenure, side) => {
    const far = { ...hire, measures: { tenure } }
    expect(starting({ hire: far }).outside).toEqual([{ measure: 'tenure', side }])
  })

  test.each(['1', '6', '6.0'])('%s years do not', (tenure) => {
    expect(starting({ hire: { ...hire, measures: { tenure } } }).outside).toEqual([])
  })

  test('farther from the people the interval is wider', () => {
    const width = (tenure: string) => {
      const { low, high } = starting({ hire: { ...hire, measures: { tenure } } })
      return Math.log(high / low)
    }
    expect(width('12')).toBeGreaterThan(width('6'))
    expect(width('6')).toBeGreaterThan(width('3'))
  })

  test('what is made of other things is left out where the hire’s is too, and refused where not', () => {
    const people = staff.map((person) => ({
      ...person,
      attributes: {
        ...person.attributes,
        floor: person.attributes['grade'] === 'low' ? 'f1' : 'f2',
      },
      measures: {
        ...person.measures,
        months: `${12 * Number(person.measures?.['tenure'])}`,
        hours: '40',
      },
    }))
    const explainedBy = { attributes: ['grade', 'floor'], measures: ['tenure', 'months', 'hours'] }
    const own = (floor: string, months: string, hours: string) => ({
      attributes: { grade: 'low', floor },
      measures: { tenure: '3', months, hours },
    })
    const good = starting({ people, explainedBy, hire: own('f1', '36', '40') })
    expect(good.pay).toBeCloseTo(starting().pay, 9)
    expect(good.leftOut.map(({ name }) => name)).toEqual(['floor f2', 'months', 'hours'])
    const texts = (bad: Hire, locale?: 'zh-CN') =>
      describeProblems(
        problemsOf(() => starting({ people, explainedBy, hire: bad })),
        locale,
      )
    expect(texts(own('f1', '24', '40'))).toBe(
      'hire: months differs from what it is for everybody who has the same tenure. Mend the value, or leave it out of what explains pay.',
    )
    expect(texts(own('f1', '24', '40'), 'zh-CN')).toBe(
      'hire：“months”与“tenure”相同的所有人都不一致。请改正该值，或不用它解释薪酬。',
    )
    expect(texts(own('f1', '36', '38'))).toContain(
      'hire: hours differs from what it is for everybody.',
    )
    expect(texts(own('f1', '36', '38'), 'zh-CN')).toContain('hire：“hours”与所有人都不一致。')
    expect(texts(own('f2', '36', '40'))).toContain('everybody who has the same grade low')
  })

  test('fewer people like the hire than the minimum would tell what they are paid', () => {
    const guarded = (minimum: number) => starting({ comparison: { ...comparison, minimum } })
    expect(guarded(5)).toHaveProperty('pay')
    expect(guarded(6)).toEqual({ suppressed: 'small-group', minimum: 6 })
    const high = { ...hire, attributes: { grade: 'high' } }
    const few = starting({ hire: high, comparison: { ...comparison, minimum: 5 } })
    expect(few).toEqual({ suppressed: 'small-group', minimum: 5 })
  })

  test('the order of people changes nothing', () => {
    fc.assert(
      fc.property(shuffled(somePeople), ([some, others]) => {
        const run = (people: readonly Person[]) => {
          const own = { attributes: { grade: 'g2' }, measures: { tenure: '4' } }
          const refused = problemsOf(() => starting({ people, hire: own }))
          return refused.length > 0 ? refused : starting({ people, hire: own })
        }
        expect(run(others)).toEqual(run(some))
      }),
      { numRuns: 40 },
    )
  })
})

describe('bad input', () => {
  test.each<[Partial<Parameters<typeof startingPay>[0]>, [string, string][]]>([
    [
      { hire: { attributes: { grade: 'hihg' }, measures: { tenure: '1' } } },
      [['unknown-group', 'hire.attributes.grade']],
    ],
    [
      { hire: { attributes: {} } },
      [
        ['missing-attribute', 'hire.attributes'],
        ['missing-measure', 'hire.measures'],
      ],
    ],
    [{ hire: { ...hire, measures: { tenure: 'x' } } }, [['not-a-number', 'hire.measures.tenure']]],
    [
      { hire: { ...hire, measures: { tenure: '1'.repeat(41) } } },
      [['too-many-digits', 'hire.measures.tenure']],
    ],
    [{ hire: { ...hire, measures: { tenure: '1'.repeat(40) } } }, [['pay-unbounded', 'hire']]],
    [{ hire: { ...hire, measures: { tenure: '24000' } } }, [['interval-unbounded', 'confidence']]],
    [
      { hire: { attributes: hire.attributes, measure: {} } as never },
      [['unknown-key', 'hire.measure']],
    ],
    [{ hire: 'x' as never }, [['wrong-type', 'hire']]],
    [{ confidence: 90 }, [['not-a-confidence', 'confidence']]],
    [
      { explainedBy: { attributes: ['sex'], measures: [] }, hire: { attributes: { sex: 'men' } } },
      [['gap-not-identified', 'explainedBy']],
    ],
  ])('case %# is refused', (change, expected) => {
    expect(found(() => starting(change))).toEqual(expected)
  })

  test('the texts say what to mend', () => {
    const far = { hire: { ...hire, measures: { tenure: '-99999999' } } }
    expect(describeProblems(problemsOf(() => starting(far)))).toBe(
      'hire: lies so far from the people that no number holds the pay. Give measures nearer to those of the people.',
    )
    expect(
      describeProblems(
        problemsOf(() => starting(far)),
        'zh-CN',
      ),
    ).toBe('hire：与现有人员相差过大，薪酬无法用数字表示。请给出更接近现有人员的度量。')
    const wrong = { hire: { attributes: { grade: 'middle' }, measures: { tenure: '1' } } }
    expect(describeProblems(problemsOf(() => starting(wrong)))).toBe(
      'hire.attributes.grade: nobody has the grade "middle". The people have: high, low.',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClosingPlan, closeGap, type Person, payGap } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { comparison, hourly, shuffled, people as somePeople } from './company.js'

const person = (
  id: string,
  sex: string,
  pay: string,
  more: { readonly top?: string; readonly hours?: string; readonly grade?: string } = {},
): Person => ({
  id,
  attributes: { sex, grade: more.grade ?? 'g1' },
  amounts: { hourly: pay, top: more.top ?? '100.00' },
  measures: { hours: more.hours ?? '1' },
})

const asked = {
  comparison,
  pay: 'hourly',
  currency: 'CNY',
  category: 'grade',
  target: '0',
} as const
type Change = Partial<Parameters<typeof closeGap>[0]>
const plan = (people: readonly Person[], change: Change = {}) =>
  closeGap({ people, ...asked, ...change })
const given = ({ raises }: ClosingPlan) => raises.map(({ person, raise }) => [person, raise])

const men = [person('m1', 'men', '30.00'), person('m2', 'men', '20.00')]
const women = [
  person('w1', 'women', '26.00'),
  person('w2', 'women', '18.00'),
  person('w3', 'women', '19.00'),
]
const all = [...men, ...women]

describe('closeGap', () => {
  test('the lowest paid are raised to one level, to the cent', () => {
    // The mean of men is 25.00: women lack 75.00 − 63.00 = 12.00. To 25.00 is missing 7 and 6.
    expect(plan(all)).toEqual({
      raises: [
        { person: 'w2', from: '18.00', raise: '6.50', to: '24.50' },
        { person: 'w3', from: '19.00', raise: '5.50', to: '24.50' },
      ],
      cost: '12.00',
      categories: [
        { category: 'g1', before: '0.160000', after: '0.000000', cost: '12.00', closed: true },
      ],
    })
  })

  test('a gap that may be left costs less, and the last cents go by id', () => {
    // 5 % may be left: 3 × 23.75 = 71.25, so 8.25 are missing: 4.625 and 3.625 to one level.
    expect(given(plan(all, { target: '0.05' }))).toEqual([
      ['w2', '4.63'],
      ['w3', '3.62'],
    ])
  })

  test('nobody is raised above the range', () => {
    const people = [
      ...men,
      person('w1', 'women', '18.00', { top: '20.00' }),
      person('w2', 'women', '19.00'),
    ]
    expect(given(plan(people, { rangeMaximum: 'top' }))).toEqual([
      ['w1', '2.00'],
      ['w2', '11.00'],
    ])
  })

  test('ranges that do not reach leave the gap open, and say so', () => {
    const top = { top: '20.00' }
    const people = [
      ...men,
      person('w1', 'women', '18.00', top),
      person('w2', 'women', '21.00', top),
    ]
    const { raises, categories } = plan(people, { rangeMaximum: 'top' })
    expect(raises).toEqual([{ person: 'w1', from: '18.00', raise: '2.00', to: '20.00' }])
    expect(categories).toEqual([
      { category: 'g1', before: '0.220000', after: '0.180000', cost: '2.00', closed: false },
    ])
  })

  test('who costs less an hour is raised first', () => {
    const people = [
      ...men,
      person('full', 'women', '18.00', { hours: '160', top: '24.00' }),
      person('half', 'women', '22.00', { hours: '80.5', top: '24.00' }),
    ]
    const { cost, ...rest } = plan(people, { target: '0.12', hours: 'hours', rangeMaximum: 'top' })
    // 2 × 22.00 = 44.00: 4.00 are missing, 2.00 for 80.5 hours and 2.00 for 160.
    expect(given({ cost, ...rest })).toEqual([
      ['half', '2.00'],
      ['full', '2.00'],
    ])
    expect(cost).toBe('481.000')
  })

  test('a budget that falls short is divided by what each category needs', () => {
    const other = [
      person('m9', 'men', '50.00', { grade: 'g2' }),
      person('w9', 'women', '46.00', { grade: 'g2' }),
    ]
    const { raises, cost, categories } = plan([...all, ...other], { budget: '8.00' })
    expect(cost).toBe('8.00')
    expect(categories).toMatchObject([
      { category: 'g1', cost: '6.00', closed: false },
      { category: 'g2', cost: '2.00', closed: false, after: '0.040000' },
    ])
    expect(raises.map(({ person: id }) => id)).toEqual(['w2', 'w3', 'w9'])
    expect(plan([...all, ...other], { budget: '16.00' })).toEqual(plan([...all, ...other]))
  })

  test('a cent of the budget that two categories have the same claim to goes to the larger need', () => {
    const people = ['1.00', '3.00'].flatMap((need, i) => [
      person(`m${i}`, 'men', need, { grade: `g${i}` }),
      person(`w${i}`, 'women', '0.00', { grade: `g${i}` }),
    ])
    expect(given(plan(people, { budget: '0.02' }))).toEqual([['w1', '0.02']])
  })

  test('what of a budget pays for no whole cent is not spent', () => {
    const people = [person('m', 'men', '30.00'), person('w', 'women', '10.00', { hours: '3' })]
    const { raises, cost } = plan(people, { hours: 'hours', budget: '1.00' })
    expect(raises).toEqual([{ person: 'w', from: '10.00', raise: '0.33', to: '10.33' }])
    expect(cost).toBe('0.99')
  })

  test.each([
    [
      'the compared are paid more',
      [person('m', 'men', '10.00'), person('w', 'women', '11.00')],
      '-0.100000',
    ],
    [
      'they are paid the same',
      [person('m', 'men', '10.00'), person('w', 'women', '10.00')],
      '0.000000',
    ],
  ])('where %s nobody is raised', (_, people, before) => {
    expect(plan(people)).toEqual({
      raises: [],
      cost: '0.00',
      categories: [{ category: 'g1', before, after: before, cost: '0.00', closed: true }],
    })
  })

  test('small categories are suppressed, and nobody in them raised', () => {
    const lonely = person('w9', 'women', '1.00', { grade: 'g2' })
    const { raises, categories } = plan([...all, lonely])
    expect(raises).toHaveLength(2)
    expect(categories[1]).toEqual({ category: 'g2', suppressed: 'small-group', minimum: 1 })
    expect(plan(all, { comparison: { ...comparison, minimum: 3 } })).toEqual({
      raises: [],
      cost: '0.00',
      categories: [{ category: 'g1', suppressed: 'small-group', minimum: 3 }],
    })
  })

  test('a reference paid nothing has no gap', () => {
    expect(plan([person('m', 'men', '0.00'), person('w', 'women', '1.00')]).categories).toEqual([
      { category: 'g1', suppressed: 'zero-reference' },
    ])
  })

  test('a yen is whole', () => {
    const people = [
      person('m', 'men', '1001'),
      person('v', 'women', '999'),
      person('w', 'women', '1000'),
    ]
    expect(
      given(
        plan(
          people.map((each) => ({
            ...each,
            amounts: { hourly: each.amounts['hourly'] as string },
          })),
          { currency: 'JPY' },
        ),
      ),
    ).toEqual([
      ['v', '2'],
      ['w', '1'],
    ])
  })
})

const raised = (people: readonly Person[], { raises }: ClosingPlan, less = 0) => {
  const to = new Map(raises.map(({ person: id, to: pay }) => [id, pay]))
  return people.map((each) => {
    const pay = to.get(each.id)
    if (pay === undefined) return each
    return { ...each, amounts: { hourly: (Number(pay) - less).toFixed(2) } }
  })
}

describe('laws', () => {
  test('the plan closes every gap, one cent less leaves one open, and order changes nothing', () => {
    const target = fc.integer({ min: 0, max: 10 }).map((percent) => (percent / 100).toFixed(2))
    fc.assert(
      fc.property(shuffled(somePeople), target, ([people, others], target) => {
        const made = plan(people, { target })
        expect(plan(others, { target })).toEqual(made)
        for (const { category, ...figures } of made.categories) {
          if ('suppressed' in figures) continue
          const among = (of: readonly Person[]) =>
            payGap({
              people: of.filter(({ attributes }) => attributes['grade'] === category),
              pay: hourly,
              comparison,
            }).mean as { readonly gap: string }
          expect(figures.closed).toBe(true)
          expect(Number(among(raised(people, made)).gap)).toBeLessThanOrEqual(Number(target))
          const first = made.raises.find(({ person: id }) =>
            people.some((each) => each.id === id && each.attributes['grade'] === category),
          )
          if (first === undefined) continue
          const short = { ...made, raises: [first] }
          const cut = raised(raised(people, made), short, 0.01)
          expect(Number(among(cut).gap)).toBeGreaterThanOrEqual(Number(target))
          const cents = (of: readonly Person[], sex: string) =>
            of
              .filter(
                ({ attributes }) => attributes['grade'] === category && attributes['sex'] === sex,
              )
              .map(({ amounts }) => Math.round(Number(amounts['hourly']) * 100))
          const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
          const [ours, theirs] = [cents(cut, 'women'), cents(cut, 'men')]
          // Exactly, in hundredths of a percent and cents: still above the target.
          expect(100 * sum(ours) * theirs.length).toBeLessThan(
            (100 - Math.round(100 * Number(target))) * sum(theirs) * ours.length,
          )
        }
      }),
    )
  })

  test('no other raises within ranges close the gap for less, by trying them all', () => {
    const woman = fc.record({
      pay: fc.integer({ min: 1, max: 6 }),
      room: fc.integer({ min: 0, max: 4 }),
      hours: fc.integer({ min: 1, max: 3 }),
    })
    const women = fc.array(woman, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        women,
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.integer({ min: 0, max: 12 })),
        (drawn, pay, budget) => {
          const people = [
            person('m', 'men', String(pay), { top: '0' }),
            ...drawn.map((each, i) =>
              person(`w${i}`, 'women', String(each.pay), {
                top: String(each.pay + each.room),
                hours: String(each.hours),
              }),
            ),
          ]
          const made = plan(people, {
            currency: 'JPY',
            hours: 'hours',
            rangeMaximum: 'top',
            ...(budget !== null && { budget }),
          })
          const need = Math.max(
            0,
            pay * drawn.length - drawn.reduce((sum, each) => sum + each.pay, 0),
          )
          const every = drawn.reduce<readonly (readonly number[])[]>(
            (sets, { room }) =>
              sets.flatMap((set) =>
                Array.from({ length: room + 1 }, (_, raise) => [...set, raise]),
              ),
            [[]],
          )
          const sum = (set: readonly number[]) => set.reduce((a, b) => a + b, 0)
          const cost = (set: readonly number[]) =>
            sum(set.map((raise, i) => raise * (drawn[i]?.hours ?? 0)))
          const within = every.filter(
            (set) => sum(set) <= need && cost(set) <= (budget ?? Infinity),
          )
          const nearest = Math.max(...within.map(sum))
          const cheapest = Math.min(...within.filter((set) => sum(set) === nearest).map(cost))
          expect(sum(made.raises.map(({ raise }) => Number(raise)))).toBe(nearest)
          expect(made.cost).toBe(String(cheapest))
          expect(made.categories[0]).toHaveProperty('closed', nearest === need)
        },
      ),
    )
  })
})

describe('bad input', () => {
  const [first, ...rest] = all as [Person, ...Person[]]
  const changed = (change: Partial<Person>) => [{ ...first, ...change }, ...rest]

  test.each([
    [all, { target: '-0.01' }, [['negative', 'target']]],
    [
      all,
      { target: 'x', budget: 0.5 },
      [
        ['not-a-number', 'target'],
        ['not-a-number', 'budget'],
      ],
    ],
    [all, { budget: '1.001' }, [['too-many-places', 'budget']]],
    [
      changed({ amounts: { hourly: '1.005' } }),
      {},
      [['too-many-places', 'people[0].amounts.hourly']],
    ],
    [
      changed({ amounts: { hourly: '1', top: '2.001' } }),
      { rangeMaximum: 'top' },
      [['too-many-places', 'people[0].amounts.top']],
    ],
    [
      changed({ amounts: {}, measures: {} }),
      { rangeMaximum: 'top', hours: 'hours' },
      [
        ['missing-amount', 'people[0].amounts'],
        ['missing-amount', 'people[0].amounts'],
        ['missing-measure', 'people[0].measures'],
      ],
    ],
    [
      changed({ measures: { hours: '0' } }),
      { hours: 'hours' },
      [['not-positive', 'people[0].measures.hours']],
    ],
    [changed({ attributes: { sex: 'men' } }), {}, [['missing-attribute', 'people[0].attributes']]],
    [men, {}, [['unknown-group', 'comparison.compared']]],
  ])('case %# is refused', (people, change, expected) => {
    expect(found(() => plan(people, change))).toEqual(expected)
  })

  test('a negative target says so in Chinese', () => {
    expect(
      describeProblems(
        problemsOf(() => plan(all, { target: '-1' })),
        'zh-CN',
      ),
    ).toBe('target：为负数。须大于或等于零。')
  })
})

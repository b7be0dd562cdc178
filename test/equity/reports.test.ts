import { describe, expect, test } from 'vitest'
import {
  type CategoryGap,
  componentGaps,
  directiveReport,
  type Person,
  ukReport,
} from '../../src/equity/index.js'
import { found } from '../found.js'
import { comparison, paid } from './company.js'

const person = (
  id: string,
  sex: string,
  amounts: Readonly<Record<string, string>>,
  grade = 'g1',
): Person => ({ id, attributes: { sex, grade }, amounts })

const staff = [
  person('a', 'men', { base: '20.00', bonus: '4.00' }),
  person('b', 'men', { base: '30.00' }, 'g2'),
  person('c', 'men', { base: '22.00', bonus: '2.00' }),
  person('d', 'women', { base: '20.00', bonus: '1.00' }),
  person('e', 'women', { base: '25.00', bonus: '0.00' }, 'g2'),
]

describe('componentGaps', () => {
  test('a component among everybody, among who receives it, and who does', () => {
    expect(componentGaps({ people: staff, components: ['bonus'], comparison })).toEqual([
      {
        component: 'bonus',
        everyone: {
          mean: { reference: '2.000000', compared: '0.500000', gap: '0.750000' },
          median: { reference: '2.000000', compared: '0.500000', gap: '0.750000' },
        },
        recipients: {
          mean: { reference: '3.000000', compared: '1.000000', gap: '0.666667' },
          median: { reference: '3.000000', compared: '1.000000', gap: '0.666667' },
        },
        receiving: { reference: '0.666667', compared: '0.500000' },
      },
    ])
  })

  test('few recipients are suppressed, and the mean that would tell what they receive', () => {
    const [bonus] = componentGaps({
      people: staff,
      components: ['bonus'],
      comparison: { ...comparison, minimum: 2 },
    })
    expect(bonus?.recipients.mean).toEqual({ suppressed: 'small-group', minimum: 2 })
    expect(bonus?.everyone.mean).toEqual({ suppressed: 'complementary', minimum: 2 })
    expect(bonus?.everyone.median).toHaveProperty('gap')
    expect(bonus?.receiving).toMatchObject({ compared: '0.500000' })
  })

  test('small groups are suppressed altogether', () => {
    const [bonus] = componentGaps({
      people: staff,
      components: ['bonus'],
      comparison: { ...comparison, minimum: 3 },
    })
    expect(bonus?.receiving).toEqual({ suppressed: 'small-group', minimum: 3 })
  })

  test('an unknown group is refused', () => {
    const change = { ...comparison, compared: 'x' }
    expect(
      found(() => componentGaps({ people: staff, components: ['bonus'], comparison: change })),
    ).toEqual([['unknown-group', 'comparison.compared']])
  })
})

describe('directiveReport', () => {
  const report = (people: readonly Person[] = staff, minimum = 1) =>
    directiveReport({
      people,
      comparison: { ...comparison, minimum },
      base: ['base'],
      variable: ['bonus'],
      category: 'grade',
    })

  test('the figures of Article 9(1)(a) to (g)', () => {
    const { a, b, c, d, e, f, g } = report()
    // Men 24, 30, 24; women 21, 25.
    expect(a).toEqual({ reference: '26.000000', compared: '23.000000', gap: '0.115385' })
    expect(b).toEqual({ reference: '2.000000', compared: '0.500000', gap: '0.750000' })
    expect(c).toEqual({ reference: '24.000000', compared: '23.000000', gap: '0.041667' })
    expect(d).toEqual({ reference: '2.000000', compared: '0.500000', gap: '0.750000' })
    expect(e).toEqual({ reference: '0.666667', compared: '0.500000' })
    expect(f).toMatchObject([
      { quarter: 'lower', reference: 1, compared: 1 },
      { reference: 1, compared: 0 },
      { reference: 0, compared: 1 },
      { quarter: 'upper', reference: 1, compared: 0 },
    ])
    expect(g).toEqual([
      {
        category: 'g1',
        pay: { reference: '24.000000', compared: '21.000000', gap: '0.125000' },
        base: { reference: '21.000000', compared: '20.000000', gap: '0.047619' },
        variable: { reference: '3.000000', compared: '1.000000', gap: '0.666667' },
        fivePercent: true,
      },
      {
        category: 'g2',
        pay: { reference: '30.000000', compared: '25.000000', gap: '0.166667' },
        base: { reference: '30.000000', compared: '25.000000', gap: '0.166667' },
        variable: { suppressed: 'zero-reference' },
        fivePercent: true,
      },
    ])
  })

  test.each([
    ['19.00', true],
    ['19.01', false],
    ['19.0000001', false],
    ['20.99', false],
    ['21.00', true],
    ['20.00', false],
  ])('women at %s beside men at 20.00: 5 %% is %s', (pay, expected) => {
    const people = [person('m', 'men', { base: '20.00' }), person('w', 'women', { base: pay })]
    expect((report(people).g[0] as CategoryGap).fivePercent).toBe(expected)
  })

  test('small categories say so, and so does their trigger', () => {
    const { a, g } = report(staff, 2)
    expect(a).toMatchObject({ gap: '0.115385' })
    const small = { suppressed: 'small-group', minimum: 2 }
    expect(g).toEqual(
      ['g1', 'g2'].map((category) => ({
        category,
        pay: small,
        base: small,
        variable: small,
        fivePercent: small,
      })),
    )
  })

  test('base pay and category must be there', () => {
    const people = [...staff, { id: 'x', attributes: { sex: 'men' }, amounts: { bonus: '1' } }]
    expect(found(() => report(people))).toEqual([
      ['missing-attribute', 'people[5].attributes'],
      ['missing-amount', 'people[5].amounts'],
    ])
    expect(found(() => report(staff.slice(0, 3)))).toEqual([
      ['unknown-group', 'comparison.compared'],
    ])
  })
})

describe('ukReport', () => {
  test('the figures of the regulations; who is not on full pay counts for the bonus alone', () => {
    const people = [
      ...paid('men', ['20', '24', '31']),
      ...paid('women', ['15', '20', '22']),
      person('x', 'men', { bonus: '1000' }),
      person('y', 'women', { bonus: '400', hourly: '19' }),
      person('z', 'women', { bonus: '500', hourly: '14' }),
    ]
    expect(ukReport({ people, comparison, hourly: 'hourly', bonus: 'bonus' })).toEqual({
      meanHourly: { reference: '25.000000', compared: '18.000000', gap: '0.280000' },
      medianHourly: { reference: '24.000000', compared: '19.000000', gap: '0.208333' },
      meanBonus: { reference: '1000.000000', compared: '450.000000', gap: '0.550000' },
      medianBonus: { reference: '1000.000000', compared: '450.000000', gap: '0.550000' },
      bonusProportion: { reference: '0.250000', compared: '0.400000' },
      quarters: [
        {
          quarter: 'lower',
          reference: 0,
          compared: 2,
          referenceShare: '0.000000',
          comparedShare: '1.000000',
        },
        {
          quarter: 'lower-middle',
          reference: 0,
          compared: 2,
          referenceShare: '0.000000',
          comparedShare: '1.000000',
        },
        {
          quarter: 'upper-middle',
          reference: 1,
          compared: 1,
          referenceShare: '0.500000',
          comparedShare: '0.500000',
        },
        {
          quarter: 'upper',
          reference: 2,
          compared: 0,
          referenceShare: '1.000000',
          comparedShare: '0.000000',
        },
      ],
    })
  })

  test('an unknown group is refused', () => {
    expect(
      found(() =>
        ukReport({ people: staff.slice(0, 3), comparison, hourly: 'base', bonus: 'bonus' }),
      ),
    ).toEqual([['unknown-group', 'comparison.compared']])
  })
})

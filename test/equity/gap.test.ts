import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Gap, isSuppressed, type Pay, payGap } from '../../src/equity/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { comparison, hourly, paid, shuffled, people as somePeople } from './company.js'

const men = paid('men', ['20.00', '30.00', '40.00'])
const women = paid('women', ['18.00', '27.00'])
const all = [...men, ...women]

describe('payGap', () => {
  test('mean and median, of odd and even numbers of people', () => {
    expect(payGap({ people: all, pay: hourly, comparison })).toEqual({
      mean: { reference: '30.000000', compared: '22.500000', gap: '0.250000' },
      median: { reference: '30.000000', compared: '22.500000', gap: '0.250000' },
    })
  })

  test('the compared who are paid more have a gap below zero', () => {
    const { mean, median } = payGap({
      people: all,
      pay: hourly,
      comparison: { ...comparison, reference: 'women', compared: 'men' },
    })
    expect(mean).toMatchObject({ gap: '-0.333333' })
    expect(median).toMatchObject({ gap: '-0.333333' })
  })

  test('the median takes the middle in order of size, not of text', () => {
    const people = [...paid('men', ['9.00', '100.00', '20.00']), ...paid('women', ['10.00'])]
    expect(payGap({ people, pay: hourly, comparison }).median).toEqual({
      reference: '20.000000',
      compared: '10.000000',
      gap: '0.500000',
    })
  })

  test('amounts are added up, and what is missing is zero or left out as the policy says', () => {
    const people = [
      { id: 'a', attributes: { sex: 'men' }, amounts: { base: '10', bonus: '30' } },
      { id: 'b', attributes: { sex: 'men' }, amounts: { base: '20' } },
      { id: 'c', attributes: { sex: 'women' }, amounts: { base: '10', bonus: '10' } },
      { id: 'd', attributes: { sex: 'women' }, amounts: { base: '10', bonus: '0.00' } },
    ]
    const gap = (amounts: readonly string[], missing: Pay['missing']) =>
      payGap({ people, pay: { amounts, missing }, comparison }).mean
    expect(gap(['base', 'bonus'], 'zero')).toMatchObject({
      reference: '30.000000',
      gap: '0.500000',
    })
    expect(gap(['bonus'], 'zero')).toMatchObject({ reference: '15.000000', compared: '5.000000' })
    expect(gap(['bonus'], 'leave-out')).toMatchObject({
      reference: '30.000000',
      compared: '10.000000',
    })
  })

  test('a mean that no decimal holds is rounded once, half-up', () => {
    const people = [...paid('men', ['0.01', '0.01', '0']), ...paid('women', ['0.01'])]
    expect(payGap({ people, pay: hourly, comparison }).mean).toEqual({
      reference: '0.006667',
      compared: '0.010000',
      gap: '-0.500000',
    })
  })

  test.each([
    [3, false, true],
    [2, false, false],
    [0, false, false],
  ])('with a minimum of %i the figures are suppressed or not', (minimum, _, suppressed) => {
    const { mean, median } = payGap({
      people: all,
      pay: hourly,
      comparison: { ...comparison, minimum },
    })
    expect(isSuppressed(mean)).toBe(suppressed)
    expect(isSuppressed(median)).toBe(suppressed)
    if (suppressed) expect(mean).toEqual({ suppressed: 'small-group', minimum })
  })

  test('nobody whose pay counts is too small a group, whatever the minimum', () => {
    const people = [...men, { id: 'x', attributes: { sex: 'women' }, amounts: {} }]
    expect(
      payGap({
        people,
        pay: { ...hourly, missing: 'leave-out' },
        comparison: { ...comparison, minimum: 0 },
      }).mean,
    ).toEqual({ suppressed: 'small-group', minimum: 1 })
  })

  test('a reference of zero divides nothing: the figure it would divide is suppressed', () => {
    const people = [...paid('men', ['0', '0', '3']), ...women]
    const { mean, median } = payGap({ people, pay: hourly, comparison })
    expect(mean).toMatchObject({ reference: '1.000000' })
    expect(median).toEqual({ suppressed: 'zero-reference' })
  })

  test('permuting people, and people of other groups, change nothing', () => {
    fc.assert(
      fc.property(shuffled(somePeople), ([people, others]) => {
        const gap = payGap({ people, pay: hourly, comparison })
        const more = [...others, ...paid('undisclosed', ['1000.00'])]
        expect(payGap({ people: more, pay: hourly, comparison })).toEqual(gap)
      }),
    )
  })

  test('a raise of all by one factor changes no gap', () => {
    fc.assert(
      fc.property(somePeople, fc.integer({ min: 2, max: 9 }), (people, factor) => {
        const raised = people.map((person) => ({
          ...person,
          amounts: { hourly: (Number(person.amounts['hourly']) * factor).toFixed(2) },
        }))
        const gaps = (of: typeof people) => {
          const { mean, median } = payGap({ people: of, pay: hourly, comparison }) as {
            readonly mean: Gap
            readonly median: Gap
          }
          return [mean.gap, median.gap]
        }
        expect(gaps(raised)).toEqual(gaps(people))
      }),
    )
  })
})

describe('bad input', () => {
  const gap =
    (change: object, people = all) =>
    () =>
      payGap({ people, pay: hourly, comparison: { ...comparison, ...change } })

  test.each([
    [gap({ compared: 'woman' }), [['unknown-group', 'comparison.compared']]],
    [
      gap({ reference: 'x', compared: 'y' }),
      [
        ['unknown-group', 'comparison.reference'],
        ['unknown-group', 'comparison.compared'],
      ],
    ],
    [gap({ compared: 'men' }), [['same-group', 'comparison.compared']]],
    [
      gap({ attribute: 'sexe' }, [...men.slice(0, 1), ...women.slice(0, 1)]),
      [
        ['missing-attribute', 'people[0].attributes'],
        ['missing-attribute', 'people[1].attributes'],
      ],
    ],
    [
      gap({}, [...all, { id: 'x', attributes: {}, amounts: {} }]),
      [
        ['missing-amount', 'people[5].amounts'],
        ['missing-attribute', 'people[5].attributes'],
      ],
    ],
  ])('case %# is refused', (task, expected) => {
    expect(found(task)).toEqual(expected)
  })

  test.each([
    [
      gap({ compared: 'woman' }),
      'comparison.compared: nobody has the sex "woman". Perhaps "women" was meant.',
    ],
    [
      gap({ compared: 'others' }),
      'comparison.compared: nobody has the sex "others". The people have: men, women.',
    ],
    [
      gap({}, [...all, { id: 'x', attributes: { sex: 'men' }, amounts: { hourli: '1' } }]),
      'people[5].amounts: has no amount "hourly". Perhaps "hourli" was meant.',
    ],
    [
      gap({}, [...all, { id: 'x', attributes: { sex: 'men' }, amounts: {} }]),
      'people[5].amounts: has no amount "hourly". Give it for every person.',
    ],
    [
      gap({ compared: 'men' }),
      'comparison.compared: "men" is compared with itself. Name two different groups.',
    ],
  ])('case %# says what to mend', (task, expected) => {
    expect(describeProblems(problemsOf(task))).toBe(expected)
  })

  test.each([
    [gap({ compared: 'woman' }), 'comparison.compared：没有人的“sex”为“woman”。也许是“women”。'],
    [
      gap({ compared: 'others' }),
      'comparison.compared：没有人的“sex”为“others”。现有：men、women。',
    ],
    [
      gap({}, [...all, { id: 'x', attributes: { sex: 'men' }, amounts: { hourli: '1' } }]),
      'people[5].amounts：没有金额“hourly”。也许是“hourli”。',
    ],
    [
      gap({}, [...all, { id: 'x', attributes: { sex: 'men' }, amounts: {} }]),
      'people[5].amounts：没有金额“hourly”。请为每个人填写。',
    ],
  ])('case %# says so in Chinese', (task, expected) => {
    expect(describeProblems(problemsOf(task), 'zh-CN')).toBe(expected)
  })
})

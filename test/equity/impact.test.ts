import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { impactRatio, isSuppressed, type Person } from '../../src/equity/index.js'
import { found } from '../found.js'
import { shuffled } from './company.js'

/** So many people of a group, of whom some are hired. */
const applicants = (group: string, some: number, all: number): readonly Person[] =>
  Array.from({ length: all }, (_, i) => ({
    id: `${group}-${i}`,
    attributes: { group, outcome: i < some ? 'hired' : 'not' },
    amounts: {},
  }))
const selected = { attribute: 'outcome', value: 'hired' }
const impact = (people: readonly Person[], minimum = 1) =>
  impactRatio({ people, by: 'group', selected, minimum })

describe('impactRatio', () => {
  // Questions and Answers on the Uniform Guidelines (44 FR 11996, 1979): 60, 45, 48 and 51 % are hired;
  // 45/60 is 75 %, 48/60 80 %, 51/60 85 %; adverse impact is indicated for the first of them alone.
  test('of the rates of the Questions and Answers', () => {
    const found = impact([
      ...applicants('whites', 60, 100),
      ...applicants('american-indians', 45, 100),
      ...applicants('hispanics', 48, 100),
      ...applicants('blacks', 51, 100),
    ])
    expect(
      found.map((line) => (isSuppressed(line) ? line : [line.group, line.ratio, line.adverse])),
    ).toEqual([
      ['american-indians', '0.750000', true],
      ['blacks', '0.850000', false],
      ['hispanics', '0.800000', false],
      ['whites', '1.000000', false],
    ])
  })

  test('beside four fifths it tells whether the difference may be chance', () => {
    const [few] = impact([...applicants('a', 1, 4), ...applicants('b', 3, 4)])
    // The lady tasting tea: half is below four fifths, and far from certain.
    expect(few).toEqual({
      ...{ group: 'a', people: 4, selected: 1, rate: '0.250000', ratio: '0.333333', adverse: true },
      test: {
        fisher: expect.closeTo(0.4857142857, 10),
        z: expect.closeTo(-Math.SQRT2, 12),
        p: expect.closeTo(0.1572992071, 9),
      },
    })
    const [many] = impact([...applicants('a', 12, 40), ...applicants('b', 48, 80)])
    expect(many).toMatchObject({ ratio: '0.500000', adverse: true })
    expect(many).toHaveProperty('test.z', expect.closeTo(-Math.sqrt(9.6), 10))
    expect(many).toHaveProperty('test.fisher', expect.closeTo(0.003409221767849, 12))
  })

  test('a group is not tested against its own rate, nor against an equal one', () => {
    const lines = impact([...applicants('a', 2, 4), ...applicants('b', 1, 2)])
    for (const line of lines) expect(line).not.toHaveProperty('test')
  })

  test('of several groups with the highest rate the largest is the one tested against', () => {
    const rest = [...applicants('a', 1, 8), ...applicants('c', 6, 8)]
    const [alone] = impact(rest)
    expect(impact([...rest, ...applicants('b', 3, 4)])[0]).toEqual(alone)
  })

  test('a small group is suppressed, and no rate is compared with its own', () => {
    const people = [
      ...applicants('a', 2, 2),
      ...applicants('b', 5, 10),
      ...applicants('c', 4, 12),
      ...applicants('d', 6, 12),
    ]
    expect(impact(people, 3)).toMatchObject([
      { group: 'a', suppressed: 'small-group', minimum: 3 },
      { group: 'b', suppressed: 'complementary', minimum: 3 },
      { group: 'c', ratio: '0.666667' },
      { group: 'd', ratio: '1.000000' },
    ])
    expect(impact(people, 20).every(isSuppressed)).toBe(true)
  })

  test('where nobody of the groups shown is selected there is no ratio', () => {
    const people = [
      ...applicants('a', 1, 1),
      ...applicants('b', 0, 4),
      ...applicants('c', 0, 3),
      ...applicants('d', 0, 3),
    ]
    expect(impact(people, 2)[1]).toEqual({ group: 'b', suppressed: 'zero-reference' })
  })

  test('the order of people changes nothing', () => {
    const person = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())
    const people = fc.array(person, { minLength: 1, maxLength: 30 }).map((drawn) =>
      drawn.map(([group, is], i) => ({
        id: `${i}`,
        attributes: { group, outcome: is || i === 0 ? 'hired' : 'not' },
        amounts: {},
      })),
    )
    fc.assert(
      fc.property(shuffled(people), fc.integer({ min: 0, max: 5 }), ([some, others], minimum) => {
        expect(impact(others, minimum)).toEqual(impact(some, minimum))
      }),
    )
  })

  test('who lacks an attribute, and an outcome of nobody, are refused', () => {
    const people = applicants('a', 1, 2)
    expect(found(() => impactRatio({ people, by: 'sex', selected, minimum: 1 }))).toEqual([
      ['missing-attribute', 'people[0].attributes'],
      ['missing-attribute', 'people[1].attributes'],
    ])
    const other = { attribute: 'outcome', value: 'promoted' }
    const attempt = () => impactRatio({ people, by: 'group', selected: other, minimum: 1 })
    expect(found(attempt)).toEqual([['unknown-group', 'selected.value']])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distribute, type Scored } from '../../src/kpi/distribution.js'
import { type DistributionPolicy, parseDistribution } from '../../src/kpi/distribution-schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const bands = [
  { band: 'A', share: '0.2', from: '90' },
  { band: 'B', share: '0.7', from: '60' },
  { band: 'C', share: '0.1' },
]
const policy = (change: object = {}): DistributionPolicy =>
  parseDistribution({ id: 'half-year', bands, ties: 'better', smallestTeam: 5, ...change })
const team = (...scores: readonly number[]): Scored[] =>
  scores.map((score, i) => ({ id: `p${i}`, score }))

describe('distribute', () => {
  test('twenty, seventy and ten percent of ten people, as General Electric’s vitality curve had it', () => {
    const { forced, people, bands } = distribute(
      policy(),
      team(91, 88, 75, 99, 70, 62, 84, 55, 79, 68),
    )
    expect(forced).toBe(true)
    expect(people.map(({ id, band, rank }) => `${rank} ${id} ${band}`)).toEqual([
      '1 p3 A',
      '2 p0 A',
      '3 p1 B',
      '4 p6 B',
      '5 p8 B',
      '6 p2 B',
      '7 p4 B',
      '8 p9 B',
      '9 p5 B',
      '10 p7 C',
    ])
    expect(bands).toEqual([
      { band: 'A', planned: 2, actual: 2 },
      { band: 'B', planned: 7, actual: 7 },
      { band: 'C', planned: 1, actual: 1 },
    ])
    expect(people[0]?.reason).toEqual({ en: 'Rank 1 of 10: A', 'zh-CN': '第 1 名，共 10 人：A' })
  })

  test.each([
    ['better', ['A', 'A', 'A', 'B', 'B'], '较高'],
    ['worse', ['A', 'B', 'B', 'B', 'B'], '较低'],
  ] as const)(
    'who ties over a border goes to the %s band, and it says so',
    (ties, expected, zh) => {
      const two = [
        { band: 'A', share: '0.4' },
        { band: 'B', share: '0.6' },
      ]
      const { people, bands } = distribute(policy({ ties, bands: two }), team(95, 80, 80, 70, 60))
      expect(people.map(({ band }) => band)).toEqual(expected)
      expect(people.map(({ tied }) => tied)).toEqual([false, true, true, false, false])
      expect(people[1]?.reason.en).toContain(`equal scores over the border go to the ${ties} band`)
      expect(people[1]?.reason['zh-CN']).toContain(`归入${zh}档`)
      expect(bands.map(({ planned }) => planned)).toEqual([2, 3])
    },
  )

  test('a team that is too small is put in bands by its scores', () => {
    const { forced, people, bands } = distribute(policy(), team(95, 90, 89, 30))
    expect(forced).toBe(false)
    expect(people.map(({ band }) => band)).toEqual(['A', 'A', 'B', 'C'])
    expect(people.map(({ rank, tied }) => [rank, tied])).toEqual(
      [1, 2, 3, 4].map((r) => [r, false]),
    )
    expect(bands.map(({ planned, actual }) => [planned, actual])).toEqual([
      [0, 2],
      [0, 1],
      [0, 1],
    ])
    expect(people[3]?.reason['zh-CN']).toBe('团队人数过少，不按比例：按得分 30 归入 C')
  })

  test('a band without a score of its own is passed over in a small team', () => {
    const open = [
      { band: 'A', share: '0.5' },
      { band: 'B', share: '0.5' },
    ]
    expect(distribute(policy({ bands: open }), team(99)).people[0]?.band).toBe('B')
  })

  const anyTeam = fc.array(fc.integer({ min: 50, max: 60 }), { minLength: 1, maxLength: 30 })

  test('equal scores have one band, a better score never a worse band, in any order of people', () => {
    fc.assert(
      fc.property(anyTeam, fc.constantFrom('better', 'worse'), (scores, ties) => {
        const people = team(...scores)
        const order = ['A', 'B', 'C']
        const { people: banded } = distribute(policy({ ties }), people)
        for (const one of banded)
          for (const other of banded) {
            if (one.score === other.score) expect(one.band).toBe(other.band)
            if (Number(one.score) > Number(other.score))
              expect(order.indexOf(one.band)).toBeLessThanOrEqual(order.indexOf(other.band))
          }
        expect(distribute(policy({ ties }), people.toReversed()).people).toEqual(banded)
      }),
    )
  })

  test('without ties each band has just its planned number', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), {
      minLength: 5,
      maxLength: 30,
    })
    fc.assert(
      fc.property(distinct, (scores) => {
        const { bands } = distribute(policy(), team(...scores))
        for (const { planned, actual } of bands) expect(actual).toBe(planned)
        expect(bands.reduce((sum, { planned }) => sum + planned, 0)).toBe(scores.length)
      }),
    )
  })

  test('bad scores and people who stand twice are named together', () => {
    const people = [
      { id: 'a', score: 'x' },
      { id: 'b', score: '1' },
      { id: 'b', score: '2' },
    ]
    expect(found(() => distribute(policy(), people))).toEqual([
      ['repeated-id', 'people[2].id'],
      ['not-a-number', 'people[0].score'],
    ])
  })

  test('words for shares are refused, and nothing else is said of them', () => {
    const wrong = [
      { band: 'A', share: 'few' },
      { band: 'A', share: '1' },
    ]
    expect(found(() => policy({ bands: wrong }))).toEqual([
      ['not-a-non-negative-decimal', 'bands[0].share'],
    ])
  })

  test('shares of 99.9 % and bands that stand twice are refused', () => {
    const wrong = [
      { band: 'A', share: '0.4' },
      { band: 'A', share: '0.599' },
    ]
    const task = () => policy({ bands: wrong })
    expect(found(task)).toEqual([
      ['shares-not-whole', 'bands'],
      ['repeated-id', 'bands[1].band'],
    ])
    expect(describeProblems(problemsOf(task), 'zh-CN')).toContain('比例合计为 0.999')
  })
})

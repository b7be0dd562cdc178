import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../src/rating/collect.js'
import { correctRatings } from '../../src/rating/correct.js'
import { found } from '../found.js'
import { policy } from './campaign.js'

const verdicts = (table: Readonly<Record<string, Readonly<Record<string, number>>>>): Verdict[] =>
  Object.entries(table).flatMap(([subject, row]) =>
    Object.entries(row).map(([rater, score]) => ({ rater, subject, score: String(score) })),
  )

describe('correctRatings', () => {
  test('the additive model is recovered exactly where ratings follow it', () => {
    // Subjects 3, 4 and 2; raters +1, 0 and -1; each subject has missed one rater.
    const { ratings, raters, connected } = correctRatings(
      policy(),
      verdicts({
        a: { lenient: 4, fair: 3 },
        b: { fair: 4, severe: 3 },
        c: { lenient: 3, severe: 1 },
      }),
    )
    expect(ratings.map(({ subject, raw, corrected }) => [subject, raw, corrected])).toEqual([
      ['a', '3.5000', '3.0000'],
      ['b', '3.5000', '4.0000'],
      ['c', '2.0000', '2.0000'],
    ])
    expect(raters.map(({ rater, leniency }) => [rater, leniency])).toEqual([
      ['fair', '0.0000'],
      ['lenient', '1.0000'],
      ['severe', '-1.0000'],
    ])
    expect(connected).toBe(true)
    expect(ratings.map(({ reason }) => reason)).toEqual([
      {
        en: 'The 2 raters are together lenient by 0.5000',
        'zh-CN': '2 位评价者总体偏松 0.5000',
      },
      {
        en: 'The 2 raters are together severe by 0.5000',
        'zh-CN': '2 位评价者总体偏严 0.5000',
      },
      {
        en: 'The 2 raters are together neither lenient nor severe',
        'zh-CN': '2 位评价者总体不偏松也不偏严',
      },
    ])
  })

  test('a result says whether there are raters enough for it, and for showing single verdicts', () => {
    const { ratings } = correctRatings(
      policy(),
      verdicts({ a: { x: 3 }, b: { x: 3, y: 3 }, c: { x: 3, y: 3, z: 3 } }),
    )
    expect(ratings.map(({ raters, enough, anonymous }) => [raters, enough, anonymous])).toEqual([
      [1, false, false],
      [2, true, false],
      [3, true, true],
    ])
    expect(ratings[0]?.reason.en).toBe('The only rater is neither lenient nor severe')
  })

  test('scores that are no numbers are refused, each with its place', () => {
    const scores = ['4', 'good', '', 'NaN', '3']
    const given = scores.map((score, i) => ({ rater: `r${i}`, subject: 'a', score }))
    expect(found(() => correctRatings(policy(), given))).toEqual(
      [1, 2, 3].map((i) => ['not-a-number', `verdicts[${i}].score`]),
    )
  })

  test('groups that share no rater do not compare, and it says so', () => {
    const { ratings, raters, connected } = correctRatings(
      policy(),
      verdicts({ a: { x: 5, y: 3 }, b: { z: 1 }, c: { y: 2 } }),
    )
    expect(connected).toBe(false)
    expect(ratings.map(({ subject, group }) => [subject, group])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ])
    expect(raters.map(({ rater, group, verdicts }) => [rater, group, verdicts])).toEqual([
      ['x', 1, 1],
      ['y', 1, 2],
      ['z', 2, 1],
    ])
  })

  test('shrinkage draws the leniency of raters with few verdicts to nothing', () => {
    const table = verdicts({ a: { x: 5, y: 3 }, b: { x: 5, y: 3 }, c: { y: 3, z: 5 } })
    const free = correctRatings(policy(), table).raters
    const shrunk = correctRatings(policy({ shrinkage: '2' }), table).raters
    const size = (raters: typeof free, name: string) =>
      Math.abs(Number(raters.find(({ rater }) => rater === name)?.leniency))
    for (const name of ['x', 'y', 'z']) expect(size(shrunk, name)).toBeLessThan(size(free, name))
    expect(size(shrunk, 'z') / size(free, 'z')).toBeLessThan(size(shrunk, 'x') / size(free, 'x'))
  })

  test('nothing rated is connected and empty', () => {
    expect(correctRatings(policy(), [])).toEqual({ ratings: [], raters: [], connected: true })
  })

  /** Every rater has rated the first subject, so the graph is connected. */
  const connectedTable = fc
    .array(
      fc.record({
        rater: fc.integer({ min: 0, max: 4 }),
        subject: fc.integer({ min: 0, max: 5 }),
        score: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map((rows) => {
      const all = [...rows, ...rows.map(({ rater }) => ({ rater, subject: 0, score: 3 }))]
      const cells = new Map(all.map((row) => [`${row.rater} ${row.subject}`, row]))
      return [...cells.values()].map(({ rater, subject, score }) => ({
        rater: `r${rater}`,
        subject: `s${subject}`,
        score: String(score),
      }))
    })
  const wide = policy({ scale: { minimum: '-2', maximum: '8' } })
  const corrected = (table: readonly Verdict[]) =>
    new Map(correctRatings(wide, table).ratings.map((each) => [each.subject, each.corrected]))

  test('adding a constant to one rater’s ratings changes no corrected ranking', () => {
    fc.assert(
      fc.property(connectedTable, fc.integer({ min: -3, max: 3 }), (table, more) => {
        const moved = table.map((verdict) =>
          verdict.rater === table[0]?.rater
            ? { ...verdict, score: String(Number(verdict.score) + more) }
            : verdict,
        )
        const [before, after] = [corrected(table), corrected(moved)]
        const gaps = [...before].map(
          ([subject, value]) => Number(after.get(subject)) - Number(value),
        )
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] as number, 3)
      }),
    )
  })

  test('renaming raters and people, and the order of verdicts, change nothing', () => {
    fc.assert(
      fc.property(connectedTable, (table) => {
        const renamed = table.toReversed().map(({ rater, subject, score }) => ({
          rater: `z${9 - Number(rater.slice(1))}`,
          subject: `t${9 - Number(subject.slice(1))}`,
          score,
        }))
        const [before, after] = [corrected(table), corrected(renamed)]
        for (const [subject, value] of before)
          expect(after.get(`t${9 - Number(subject.slice(1))}`)).toBe(value)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  componentGaps,
  contributionShares,
  directiveReport,
  isSuppressed,
  kitagawa,
  type Person,
  theil,
} from '../../src/equity/index.js'
import { internalRate } from '../../src/investment/index.js'
import { correctRatings } from '../../src/rating/index.js'
import { comparison, hourly, paid } from '../equity/company.js'
import { policy } from '../rating/campaign.js'

describe('statistics: bounded work, and no figure told by subtraction', () => {
  const rated = (raters: number, each: number) =>
    Array.from({ length: raters }, (_, subject) =>
      Array.from({ length: each }, (_, k) => ({
        rater: `r${(subject * 7 + k * k * 13) % raters}`,
        subject: `s${subject}`,
        score: `${1 + ((subject * 5 + k * 3) % 5)}`,
      })),
    ).flat()

  test.each([800, 1600])('A13 %d raters are corrected in as many steps as they need', (raters) => {
    const { raters: found, connected } = correctRatings(policy(), rated(raters, 4))
    expect(connected).toBe(true)
    expect(found).toHaveLength(raters)
    const sum = found.reduce((total, { leniency }) => total + Number(leniency), 0)
    expect(sum).toBeCloseTo(0, 1)
  })

  test('A13 what raters add is taken off to the last place, many as they are', () => {
    // Scores that follow the model exactly: the subject's level plus the rater's leniency.
    const leniencyOf = (rater: number) => ((rater % 5) - 2) / 4
    const verdicts = rated(500, 5).map((verdict) => {
      const [rater, subject] = [Number(verdict.rater.slice(1)), Number(verdict.subject.slice(1))]
      return { ...verdict, score: String(3 + (subject % 3) / 2 + leniencyOf(rater)) }
    })
    const { ratings } = correctRatings(policy({ scale: { minimum: '0', maximum: '9' } }), verdicts)
    for (const { subject, corrected } of ratings)
      expect(corrected).toBe((3 + (Number(subject.slice(1)) % 3) / 2).toFixed(4))
  })

  test.each([400, 800, 1200])('A13 the rate of %d flows is found', (years) => {
    const flows = Array.from({ length: years }, (_, i) => (i === 0 ? '-60000' : `${400 + (i % 7)}`))
    expect(internalRate(flows).kind).toBe('rate')
  })

  const grades = (women: Readonly<Record<string, readonly string[]>>): readonly Person[] =>
    Object.entries(women).flatMap(([grade, pays]) => [
      ...paid('women', pays, { grade }),
      ...paid('men', twelve, { grade }),
    ])
  const twelve = Array.from({ length: 12 }, (_, i) => `${20 + i}.00`)
  const more = [...twelve, '40.00', '41.00']

  test.each([
    [{ A: twelve, B: ['47.89'] }, [true, true]],
    [{ A: twelve, B: ['47.89'], C: more }, [true, true, false]],
    [{ A: twelve, B: ['47.89'], C: ['50.00', '51.00'] }, [true, true, true]],
    [
      { A: twelve, B: twelve.slice(0, 5), C: twelve.slice(0, 6), D: more },
      [false, true, true, false],
    ],
    [{ A: twelve, C: more }, [false, false]],
  ])('A14 of women %j no category is told by the others and the whole', (women, hidden) => {
    const report = directiveReport({
      people: grades(women).map(({ amounts, ...person }) => ({
        ...person,
        amounts: { base: amounts['hourly'] as string, bonus: '1.00' },
      })),
      comparison: { ...comparison, minimum: 10 },
      base: ['base'],
      variable: ['bonus'],
      category: 'grade',
    })
    for (const key of ['pay', 'base', 'variable'] as const)
      expect(report.g.map((line) => isSuppressed(line[key]))).toEqual(hidden)
    expect(report.g.map(({ fivePercent }) => typeof fivePercent === 'object')).toEqual(hidden)
  })

  test('A14 what is hidden of each group is of nobody, or of the minimum', () => {
    const sizes = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 5 }), (lines, minimum) => {
        const people = lines.flatMap(([men, women], i) => {
          const of = (size: number) => Array.from({ length: size }, (_, k) => `${10 + k}.00`)
          return [
            ...paid('men', of(men), { grade: `g${i}` }),
            ...paid('women', of(women), { grade: `g${i}` }),
          ]
        })
        fc.pre(new Set(people.map(({ attributes }) => attributes['sex'])).size === 2)
        const { g } = directiveReport({
          ...{ people, base: ['hourly'], variable: [], category: 'grade' },
          comparison: { ...comparison, minimum },
        })
        const shown = new Set(
          g.filter(({ pay }) => !isSuppressed(pay)).map(({ category }) => category),
        )
        for (const sex of ['men', 'women']) {
          const hidden = people.filter(
            ({ attributes }) => attributes['sex'] === sex && !shown.has(attributes['grade'] ?? ''),
          ).length
          expect(hidden === 0 || hidden >= minimum || shown.size === 0).toBe(true)
        }
      }),
    )
  })

  test('A14 no line of another table is told by the others and the whole', () => {
    const people = grades({ A: twelve, B: ['47.89', '1.00'], C: more })
    const taken = { ...comparison, minimum: 10 }
    const parts = kitagawa({ people, pay: hourly, comparison: taken, category: 'grade' })
    if (isSuppressed(parts)) throw new Error('suppressed')
    expect(parts.categories.map(isSuppressed)).toEqual([true, true, false])
    const { groups } = theil({ people, pay: hourly, by: 'grade', minimum: 15 })
    expect(groups.map(isSuppressed)).toEqual([true, true, false])
    const shares = contributionShares({
      ...{ people, pay: hourly, department: 'grade', direct: ['hourly'], indirect: [] },
      minimum: 15,
    })
    expect(shares.map(isSuppressed)).toEqual([true, true, false])
  })

  test('A14 a mean over everybody does not tell what one of them receives', () => {
    const people = grades({ A: twelve }).map((person, i) => ({
      ...person,
      amounts: { bonus: i === 0 || person.attributes['sex'] === 'men' ? '480.00' : '0' },
    }))
    const gapsOf = (minimum: number) =>
      componentGaps({ people, components: ['bonus'], comparison: { ...comparison, minimum } })[0]
    expect(gapsOf(10)?.everyone.mean).toEqual({ suppressed: 'complementary', minimum: 10 })
    expect(gapsOf(10)?.recipients.mean).toEqual({ suppressed: 'small-group', minimum: 10 })
    expect(gapsOf(1)?.everyone.mean).toMatchObject({ compared: '40.000000' })
  })
})

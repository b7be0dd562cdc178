import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exitTable, personDecides, type Spell, timeToExit } from '../../../src/attrition/index.js'
import { describeProblems, problemsOf } from '../../../src/problem/index.js'
import { found } from '../../found.js'

const spells = (rows: number, until: number, left: boolean, from = 0): readonly Spell[] =>
  Array.from({ length: rows }, (_, i) => ({
    id: `${from}-${until}-${left}-${i}`,
    from,
    until,
    left,
  }))

/** Singer and Willett (2003), table 10.1: special educators hired in Michigan, by year of service. */
const educators = [
  [456, 0, '0.1157', '0.8843'],
  [384, 0, '0.1102', '0.7869'],
  [359, 0, '0.1158', '0.6958'],
  [295, 0, '0.1076', '0.6209'],
  [218, 0, '0.0891', '0.5656'],
  [184, 0, '0.0825', '0.5189'],
  [123, 280, '0.0601', '0.4877'],
  [79, 307, '0.0481', '0.4642'],
  [53, 255, '0.0422', '0.4446'],
  [35, 265, '0.0369', '0.4282'],
  [16, 241, '0.0247', '0.4177'],
  [5, 386, '0.0128', '0.4123'],
] as const

describe('exitTable', () => {
  test('takes more spells than a call takes arguments', () => {
    const spells = Array.from({ length: 150_000 }, (_, i) => ({
      id: `${i}`,
      from: 0,
      until: 1,
      left: i % 4 === 0,
    }))
    expect(exitTable(spells).periods[0]?.staying).toBe('0.750000')
  })

  test('is the published table of 3,941 special educators', () => {
    const all = educators.flatMap(([left, stayed], i) => [
      ...spells(left, i + 1, true),
      ...spells(stayed, i + 1, false),
    ])
    const { periods, median, decision } = exitTable(all)
    expect(periods[0]?.atRisk).toBe(3941)
    expect(periods.map(({ period, left }) => [period, left])).toEqual(
      educators.map(([left], i) => [i + 1, left]),
    )
    for (const [i, [, , hazard, staying]] of educators.entries()) {
      expect(Number(periods[i]?.hazard).toFixed(4)).toBe(hazard)
      expect(Number(periods[i]?.staying).toFixed(4)).toBe(staying)
    }
    expect([median, decision]).toEqual([7, personDecides])
  })

  test('who was hired before the watch began counts from then on', () => {
    const { periods } = exitTable([
      { id: 'a', from: 0, until: 1, left: false },
      { id: 'b', from: 1, until: 2, left: true },
      { id: 'c', from: 1, until: 3, left: false },
    ])
    expect(periods).toEqual([
      { period: 1, atRisk: 1, left: 0, hazard: '0.000000', staying: '1.000000' },
      { period: 2, atRisk: 2, left: 1, hazard: '0.500000', staying: '0.500000' },
      { period: 3, atRisk: 1, left: 0, hazard: '0.000000', staying: '0.500000' },
    ])
  })

  test('exactly half is the median; more than half is none yet', () => {
    expect(exitTable([...spells(1, 4, true), ...spells(1, 5, false)]).median).toBe(4)
    expect(exitTable([...spells(1, 4, true), ...spells(2, 5, false)]).median).toBeUndefined()
  })

  test('a period in which nobody was watched is left out', () => {
    const { periods } = exitTable([...spells(2, 1, false), ...spells(2, 4, false, 3)])
    expect(periods.map(({ period }) => period)).toEqual([1, 4])
  })

  test('where nobody is still there it is the share of those who left, and order changes nothing', () => {
    const drawn = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(drawn, (ends) => {
        const all = ends.map((until, i) => ({ id: `${i}`, from: 0, until, left: true }))
        const table = exitTable(all)
        for (const { period, staying } of table.periods) {
          const there = ends.filter((until) => until > period).length
          expect(staying).toBe((Math.round((there / ends.length) * 1e6) / 1e6).toFixed(6))
        }
        expect(exitTable(all.toReversed())).toEqual(table)
      }),
    )
  })

  test('nobody is refused', () => {
    expect(found(() => exitTable([]))).toEqual([['too-small', 'spells']])
  })
})

describe('timeToExit', () => {
  test('multiplies what is left', () => {
    expect(timeToExit([0.5, 0.5, 0])).toEqual({ staying: [0.5, 0.25, 0.25], median: 1 })
    expect(timeToExit([0.25, 0.25, 0.25])).toEqual({ staying: [0.75, 0.5625, 0.421875], median: 3 })
    expect(timeToExit([0.1])).toEqual({ staying: [0.9], median: undefined })
    expect(timeToExit([1, 0.5])).toEqual({ staying: [0, 0], median: 1 })
    expect(timeToExit([])).toEqual({ staying: [], median: undefined })
  })

  test('what is no probability is refused', () => {
    const problems = problemsOf(() => timeToExit([0.5, -0.1, 1.1, Number.NaN]))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['not-a-probability', 'hazards[1]'],
      ['not-a-probability', 'hazards[2]'],
      ['not-a-probability', 'hazards[3]'],
    ])
    expect(describeProblems(problems.slice(0, 1), 'en')).toBe(
      'hazards[1]: is not a number from 0 to 1. Give a number from 0 to 1.',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, explain } from '../../src/formula/index.js'
import { parseScorecard, scorecardInputs } from '../../src/kpi/index.js'
import { fromScaled } from '../../src/quantity/index.js'

describe('scorecards: a weight goes to the rest of its own group first', () => {
  /** Scores what was measured, from 0 to 100. */
  const kpi = (name: string, weight: string) => ({
    kpi: name,
    unit: 'points',
    scale: 0,
    direction: 'higher',
    weight,
    threshold: '0',
    target: '50',
    stretch: '100',
  })
  const group = (name: string, weight: string, members: object) => ({
    group: name,
    weight,
    ...members,
  })
  const card = (members: object) =>
    parseScorecard({
      id: 'card',
      missing: 'redistribute',
      scores: { threshold: '0', target: '50', stretch: '100' },
      ...members,
      score: { places: 2, rounding: 'half-up' },
      bands: [{ coefficient: '1.0' }, { from: '72', coefficient: '1.3' }],
    })
  const scored = (members: object, measures: Readonly<Record<string, string>>) => {
    const built = card(members)
    return evaluate(built.score, scorecardInputs(built, measures))
  }

  const quality = group('quality', '0.5', { kpis: [kpi('d', '0.5'), kpi('e', '0.5')] })
  const halves = { groups: [quality, group('efficiency', '0.5', { kpis: [kpi('f', '1')] })] }
  const people = {
    groups: [
      group('people', '0.4', { kpis: [kpi('a', '0.5'), kpi('b', '0.5')] }),
      group('money', '0.6', { kpis: [kpi('c', '0.5'), kpi('g', '0.5')] }),
    ],
  }
  const ten = Array.from({ length: 10 }, (_, i) => kpi(`q${i}`, '0.1'))
  const tens = {
    groups: [
      group('quality', '0.6', { kpis: ten }),
      group('cost', '0.4', { kpis: [kpi('cost', '1')] }),
    ],
  }
  const nested = {
    kpis: [kpi('h', '0.5')],
    groups: [
      group('outer', '0.5', {
        kpis: [kpi('i', '0.2')],
        groups: [group('inner', '0.8', { kpis: [kpi('j', '0.5'), kpi('k', '0.5')] })],
      }),
    ],
  }
  test.each([
    ['half of a group', halves, { d: '60', f: '80' }, '70.00'],
    ['a member of the lesser group', people, { a: '100', c: '0', g: '0' }, '40.00'],
    ['nine of ten', tens, { q0: '0', cost: '100' }, '40.00'],
    ['a whole group', halves, { f: '80' }, '80.00'],
    ['a group in a group', nested, { h: '10', i: '90' }, '50.00'],
    ['a part of a group in a group', nested, { h: '0', i: '0', k: '50' }, '20.00'],
    ['nothing', halves, { d: '60', e: '80', f: '80' }, '75.00'],
  ])('F10 shares the weight where missing is %s', (_, members, measures, score) => {
    expect(scored(members, measures).value).toBe(score)
  })

  test('F10 shares the weight in a group of 200', () => {
    const many = Array.from({ length: 200 }, (_, i) => kpi(`m${i}`, '0.005'))
    const members = {
      groups: [
        group('many', '0.5', { kpis: many }),
        group('one', '0.5', { kpis: [kpi('z', '1')] }),
      ],
    }
    expect(scored(members, { m7: '40', z: '80' }).value).toBe('60.00')
  })

  test('F10 pays by the band of that score', () => {
    const built = card(halves)
    const inputs = scorecardInputs(built, { d: '60', f: '80' })
    expect(evaluate(built.coefficient, inputs).value).toBe('1.0')
  })

  test('F10 shows of a group the mean of what was reported, and the weights that counted', () => {
    const { steps } = explain(scored(halves, { d: '60', f: '80' }), { locale: 'en' })
    expect(steps.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'quality: 60 points',
      'efficiency: 80 points',
      'Weight of the KPIs reported: 100%',
    ])
    expect(steps[0]?.how.slice(0, 2)).toEqual([
      '(50% × Score for d + 50% × Score for e) ÷ Weight of the KPIs reported',
      '(50% × 60 points + 50% × 0 points) ÷ 50%',
    ])
  })

  test('F10 a drawn card of groups is the mean of the means of what was reported', () => {
    const weights = fc
      .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 })
      .map(([, ...parts]) => [100 - parts.reduce((sum, part) => sum + part, 0), ...parts])
    const measure = fc.option(fc.integer({ min: 0, max: 100 }))
    const drawn = weights
      .chain((groups) =>
        fc.tuple(
          ...groups.map((weight) =>
            weights.chain((parts) =>
              fc
                .tuple(...parts.map((part) => fc.record({ part: fc.constant(part), measure })))
                .map((kpis) => ({ weight, kpis })),
            ),
          ),
        ),
      )
      .filter((groups) => groups.some(({ kpis }) => kpis.some(({ measure }) => measure !== null)))
    fc.assert(
      fc.property(drawn, (groups) => {
        const named = groups.map(({ weight, kpis }, i) =>
          group(`g${i}`, fromScaled(BigInt(weight), 2), {
            kpis: kpis.map(({ part }, j) => kpi(`k${i}x${j}`, fromScaled(BigInt(part), 2))),
          }),
        )
        const measures = groups.flatMap(({ kpis }, i) =>
          kpis.flatMap(({ measure }, j) =>
            measure === null ? [] : [[`k${i}x${j}`, `${measure}`]],
          ),
        )
        /** Fractions, in whole numbers: the sum of weight × mean over the sum of weights. */
        const means = groups.flatMap(({ weight, kpis }) => {
          const told = kpis.filter(({ measure }) => measure !== null)
          const points = told.reduce(
            (sum, { part, measure }) => sum + part * (measure as number),
            0,
          )
          const whole = told.reduce((sum, { part }) => sum + part, 0)
          return whole === 0
            ? []
            : [{ weight: BigInt(weight), points: BigInt(points), whole: BigInt(whole) }]
        })
        const common = means.reduce((all, { whole }) => all * whole, 1n)
        const sum = means.reduce(
          (all, { weight, points, whole }) => all + (weight * points * common) / whole,
          0n,
        )
        const by = common * means.reduce((all, { weight }) => all + weight, 0n)
        const { value } = scored({ groups: named }, Object.fromEntries(measures))
        const off = BigInt(value.replace('.', '')) * by - 100n * sum
        // Half a cent, and what the means of groups are rounded by.
        expect((off < 0n ? -off : off) * 2_000n <= by * 1_001n).toBe(true)
      }),
    )
  })
})

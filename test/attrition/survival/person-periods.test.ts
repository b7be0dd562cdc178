import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exitTable,
  fitLogistic,
  modelProbability,
  parseObservations,
  personPeriods,
  type Spell,
} from '../../../src/attrition/index.js'

describe('personPeriods', () => {
  test('is one observation a period, the last with the outcome', () => {
    const spell = { id: '7', signals: { grade: 'C1' }, attributes: { sex: 'women' } }
    const same = { signals: { grade: 'C1', period: '3' }, attributes: { sex: 'women' } }
    expect(personPeriods([{ ...spell, from: 2, until: 4, left: true }])).toEqual([
      { id: '7/3', left: false, ...same },
      { id: '7/4', left: true, ...same, signals: { grade: 'C1', period: '4' } },
    ])
    expect(personPeriods([{ id: '8', from: 0, until: 1, left: false }])).toEqual([
      { id: '8/1', left: false, signals: { period: '1' } },
    ])
  })

  // Singer and Willett (2003), section 11.2: with a weight for each period, the fit is the life table.
  test('with the period as a category and no penalty a fit gives the hazards of the life table', () => {
    const row = fc.record({ until: fc.integer({ min: 1, max: 4 }), left: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        // Somebody leaves, and somebody stays, in each period: no hazard is 0 or 1.
        const sure = [1, 2, 3, 4].flatMap((until) => [
          { until, left: true },
          { until, left: false },
        ])
        const spells = [...sure, ...rows].map(
          (each, i): Spell => ({ id: `${i}`, from: 0, ...each }),
        )
        const history = parseObservations(personPeriods(spells))
        const period = { signal: 'period', kind: 'category', changeable: false } as const
        const model = fitLogistic({ history, signals: [period], penalty: 0 })
        for (const each of exitTable(spells).periods)
          expect(modelProbability(model, { period: `${each.period}` })).toBeCloseTo(
            Number(each.hazard),
            6,
          )
      }),
    )
  })
})

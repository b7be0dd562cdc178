import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marketPay, marketPositions, priceMarket } from '../../src/grade/index.js'
import { decimal } from '../../src/quantity/index.js'
import { marketSurveys } from '../../src/testing/index.js'
import { found } from '../found.js'
import { oneSurvey, surveys } from './surveys.js'

const asOf = '2026-01-01'
const position = (salary: string) =>
  marketPositions(oneSurvey, { asOf, people: [{ id: 'Li', job: 'agent', salary }] })[0]
const pay = (percentile: string) =>
  marketPay(oneSurvey, { asOf, targets: [{ job: 'agent', percentile }] })[0]?.pay

describe('where a salary stands in the market', () => {
  test.each<[string, string, string | undefined, string | undefined]>([
    ['4000', '0.6667', '10.00', undefined],
    ['4500', '0.7500', '17.50', undefined],
    ['5000', '0.8333', '25.00', undefined],
    ['5333.33', '0.8889', '33.33', undefined],
    // P50 and P75 pay the same: the higher of them.
    ['6000', '1.0000', '75.00', undefined],
    ['7000', '1.1667', '82.50', undefined],
    ['8000', '1.3333', '90.00', undefined],
    ['3999.99', '0.6667', undefined, 'below'],
    ['8000.01', '1.3333', undefined, 'above'],
    ['0', '0.0000', undefined, 'below'],
  ])('of %s is the index %s and the percentile %s', (salary, marketIndex, percentile, outside) => {
    expect(position(salary)).toEqual({
      ...{ id: 'Li', job: 'agent', median: '6000.00', marketIndex },
      ...(percentile !== undefined && { percentile }),
      ...(outside !== undefined && { outside }),
    })
  })

  test('is held against what surveys pay on the day', () => {
    const people = [{ id: 'Li', job: 'manager', salary: '50000' }]
    expect(marketPositions(surveys, { asOf: '2026-10-01', people })).toEqual([
      // 25 + 25 × (50,000 − 46,741.25) ÷ (53,350 − 46,741.25)
      { id: 'Li', job: 'manager', median: '53350.00', marketIndex: '0.9372', percentile: '37.33' },
    ])
  })

  test('is refused for people and jobs that are none', () => {
    const people = [
      { id: 'Li', job: 'agent', salary: '1' },
      { id: 'Li', job: 'agents', salary: '1' },
    ]
    expect(found(() => marketPositions(oneSurvey, { asOf, people }))).toEqual([
      ['repeated-id', 'people[1].id'],
      ['unknown-job', 'people[1].job'],
    ])
    const wrong = [{ id: 'Li', job: 'agent', salary: '-1' }, { id: 'Wu' } as never]
    expect(found(() => marketPositions(oneSurvey, { asOf, people: wrong }))).toEqual([
      ['negative', 'people[0].salary'],
      ['missing', 'people[1].job'],
      ['not-a-number', 'people[1].salary'],
    ])
  })
})

describe('what the market pays at a percentile', () => {
  test.each([
    ['10', '4000.00'],
    ['12.5', '4166.67'],
    ['25', '5000.00'],
    ['40', '5600.00'],
    ['60', '6000.00'],
    ['90', '8000.00'],
  ])('%s is %s', (percentile, expected) => {
    expect(pay(percentile)).toBe(expected)
  })

  test.each(['9.99', '90.01', '-1'])('%s is not known', (percentile) => {
    expect(found(() => pay(percentile))).toEqual([['percentile-outside', 'targets[0].percentile']])
  })

  test('is refused for a job or a percentile that is none', () => {
    const targets = [{ job: 'agents', percentile: '50' }]
    expect(found(() => marketPay(oneSurvey, { asOf, targets }))).toEqual([
      ['unknown-job', 'targets[0].job'],
    ])
    const wrong = [{ job: 'agent', percentile: 'P50' }]
    expect(found(() => marketPay(oneSurvey, { asOf, targets: wrong }))).toEqual([
      ['not-a-number', 'targets[0].percentile'],
    ])
  })

  test('is the percentile of a salary, the other way round', () => {
    fc.assert(
      fc.property(marketSurveys(), fc.integer({ min: 1, max: 99 }), (drawn, percent) => {
        const day = '2027-07-01'
        const exact = { ...drawn, places: 20 }
        for (const { job, percentiles } of priceMarket(exact, day).jobs) {
          const keys = Object.keys(percentiles).map((key) => Number(key.slice(1)))
          if (percent < Math.min(...keys) || percent > Math.max(...keys)) continue
          const targets = [{ job, percentile: String(percent) }]
          const [target] = marketPay(exact, { asOf: day, targets })
          // A little more, since the pay may be rounded to just below a percentile that is flat.
          const salary = decimal(target?.pay ?? '')
            .plus('0.00000000001')
            .toFixed()
          const people = [{ id: 'Li', job, salary }]
          const [found] = marketPositions(exact, { asOf: day, people })
          if (found?.outside === 'above') expect(percent).toBe(Math.max(...keys))
          else {
            // Where percentiles around it pay the same it is the highest of them.
            const flat = marketPay(exact, {
              asOf: day,
              targets: [{ job, percentile: found?.percentile ?? '' }],
            })
            expect(Number(found?.percentile)).toBeGreaterThanOrEqual(percent)
            if (Number(found?.percentile) > percent)
              expect(Number(flat[0]?.pay)).toBeCloseTo(Number(target?.pay), 6)
          }
        }
      }),
    )
  })
})

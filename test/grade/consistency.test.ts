import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BenchmarkJob, marketLine } from '../../src/grade/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const jobs: BenchmarkJob[] = [
  { job: 'agent', points: '200', market: '5000' },
  { job: 'senior', points: '300', market: '7000' },
  { job: 'lead', points: '400', market: '12000' },
]

describe('the market line', () => {
  test('is the least-squares line, exact but for the figures shown', () => {
    // Means 300 and 8,000; slope 700,000 / 20,000 = 35, intercept 8,000 − 35 × 300.
    expect(marketLine(jobs, '0.12')).toEqual({
      slope: '35.000000',
      intercept: '-2500.000000',
      jobs: [
        { job: 'agent', expected: '4500.00', deviation: '0.1111', flagged: false },
        { job: 'senior', expected: '8000.00', deviation: '-0.1250', flagged: true },
        { job: 'lead', expected: '11500.00', deviation: '0.0435', flagged: false },
      ],
    })
  })

  test('rounds what it shows half-up', () => {
    // On the line 100.01 + 0.01 × points.
    const on = (points: string, market: string) => ({ job: points, points, market })
    const line = [on('1', '100.02'), on('1.5', '100.025'), on('2', '100.03')]
    expect(marketLine(line, '0').jobs[1]?.expected).toBe('100.03')
  })

  test.each([
    ['0.125', false],
    ['0.124999', true],
  ])('flags what is off by more than the tolerance: %s', (tolerance, flagged) => {
    expect(marketLine(jobs, tolerance).jobs[1]?.flagged).toBe(flagged)
  })

  test.each<[string, BenchmarkJob[], string, ...(readonly [code: string, path: string])[]]>([
    ['one job', jobs.slice(0, 1), '0.1', ['too-few-jobs', 'jobs']],
    ['no job', [], '0.1', ['too-few-jobs', 'jobs']],
    [
      'jobs of the same points',
      jobs.map((job) => ({ ...job, points: 5 })),
      '0.1',
      ['too-few-jobs', 'jobs'],
    ],
    [
      'wrong figures',
      [...jobs, { job: 'agent', points: '-1', market: 'x' }],
      '-0.1',
      ['repeated-id', 'jobs[3].job'],
      ['negative', 'jobs[3].points'],
      ['not-a-number', 'jobs[3].market'],
      ['negative', 'tolerance'],
    ],
    [
      'a job to which the line gives nothing',
      [
        ...jobs,
        { job: 'temp', points: '10', market: '100' },
        { job: 'x', points: '500', market: '30000' },
      ],
      '0.1',
      ['no-expected-pay', 'jobs[3]'],
    ],
    [
      'a job to which the line gives exactly nothing',
      [
        { job: 'none', points: '0', market: '0' },
        { job: 'some', points: '100', market: '5000' },
      ],
      '0.1',
      ['no-expected-pay', 'jobs[0]'],
    ],
  ])('is refused for %s', (_, given, tolerance, ...expected) => {
    expect(found(() => marketLine(given, tolerance))).toEqual(expected)
  })

  test('says in Chinese too what is missing', () => {
    expect(
      describeProblems(
        problemsOf(() => marketLine([], '0')),
        'zh-CN',
      ),
    ).toBe('jobs：没有两个不同的分值。拟合直线至少需要两个分值不同的基准岗位。')
  })

  test('through jobs on one line is that line, in any order', () => {
    const line = fc.record({
      slope: fc.integer({ min: 1, max: 100 }),
      intercept: fc.integer({ min: 1, max: 10_000 }),
      points: fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { minLength: 2, maxLength: 8 }),
    })
    fc.assert(
      fc.property(line, ({ slope, intercept, points }) => {
        const on = points.map((point) => ({
          job: `j${point}`,
          points: point,
          market: intercept + slope * point,
        }))
        const fitted = marketLine(on, '0')
        expect([Number(fitted.slope), Number(fitted.intercept)]).toEqual([slope, intercept])
        expect(fitted.jobs.some(({ flagged }) => flagged)).toBe(false)
        const turned = marketLine(on.toReversed(), '0')
        expect(turned.jobs.toReversed()).toEqual(fitted.jobs)
      }),
    )
  })
})

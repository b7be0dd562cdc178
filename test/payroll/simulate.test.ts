import { describe, expect, test } from 'vitest'
import { type PayData, settle } from '../../src/pay/index.js'
import { type Random, simulate } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { company, dataOf, orders, people, person } from './company.js'
import { parseLimits } from './policies.js'

const pay = (data: PayData) => settle(company, data, { period: '2026-03', before: 'first' })
const sold = (amount: string) =>
  dataOf({ orders: [{ ...(orders[0] as (typeof orders)[0]), amount }] })
/** Sales of li between 0 and 20000, alike for every scenario of a seed. */
const draw = (random: Random) => sold(`${random.integer(0, 20_000)}.00`)
const request = { book: company, scenarios: 12, seed: 7, draw, pay }

describe('a simulation', () => {
  const simulated = simulate({ ...request, by: ['department'] })

  test('is the same for the same seed, and another for another', () => {
    expect(simulate({ ...request, by: ['department'] })).toEqual(simulated)
    expect(simulate({ ...request, seed: 8 }).total).not.toEqual(simulated.total)
  })

  test('spreads between the least and the most, by group too', () => {
    const { least, p5, p50, p95, most, mean } = simulated.total
    const ordered = [least, p5, p50, p95, most].map(Number)
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
    expect(Number(mean)).toBeGreaterThan(Number(least))
    expect(Number(mean)).toBeLessThan(Number(most))
    const [sales, service] = simulated.groups['department'] ?? []
    expect([sales?.values, service?.values]).toEqual([['sales'], ['service']])
    expect([service?.least, service?.most]).toEqual(['15200.00', '15200.00'])
  })

  test('takes amounts that were met, by nearest rank', () => {
    const amounts = Array.from({ length: 10 }, (_, i) => `${(9 - i) * 10_000}.00`)
    const drawn = simulate({
      ...request,
      scenarios: 10,
      draw: (_, i) => sold(amounts[i] as string),
    })
    // 25,750.00 is paid whatever is sold.
    expect(drawn.total).toEqual({
      least: '25750.00',
      p5: '25750.00',
      p50: '29750.00',
      p95: '34750.00',
      most: '34750.00',
      mean: '30250.00',
    })
  })

  test('tells groups together that are small in some scenario', () => {
    const values = (smallest: number) =>
      simulate({ ...request, scenarios: 2, by: ['centre'], smallest }).groups['centre']?.map(
        (each) => each.values,
      )
    expect(values(3)).toEqual([['4100', '4200']])
    expect(values(1)).toEqual([['4100'], ['4200']])
  })

  test('counts breaches, also of a limit that refuses them, and what is withheld', () => {
    const limits = parseLimits([
      { id: 'all', most: '26500', breach: 'refuse' },
      { id: 'each', most: '50000', breach: 'report', by: 'department' },
    ])
    const { breaches, withheld } = simulate({ ...request, limits })
    expect(breaches.map(({ limit }) => limit)).toEqual(['all', 'each'])
    expect(breaches[0]?.scenarios).toBeGreaterThan(0)
    expect(breaches[0]?.scenarios).toBeLessThan(12)
    expect(breaches[1]?.scenarios).toBe(0)
    // The bonus of wei is not known.
    expect(withheld).toBe(12)
    const noBonus = people.map((each) => {
      if (each.id !== 'wei') return each
      const { attributes, ...rest } = person('wei', 'service', '4000.00')
      return {
        ...rest,
        attributes: { ...attributes, team: [{ from: '2025-01-01', value: 'blue' }] },
      }
    })
    expect(simulate({ ...request, draw: () => dataOf({ people: noBonus }) }).withheld).toBe(0)
  })

  test.each([
    [{ scenarios: 0 }, 'not-whole', 'scenarios'],
    [{ scenarios: 1.5 }, 'not-whole', 'scenarios'],
    [{ seed: -1 }, 'not-whole', 'seed'],
    [{ seed: Number.NaN }, 'not-whole', 'seed'],
    [{ smallest: 0 }, 'not-whole', 'smallest'],
    [{ by: ['x'] }, 'nobody-has', 'options.by[0]'],
    [{ limts: [] }, 'unknown-key', 'limts'],
  ])('with %j is refused', (change, code, path) => {
    const problems = problemsOf(() => simulate({ ...request, ...change }))
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]])
  })
})

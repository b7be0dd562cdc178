import { describe, expect, test } from 'vitest'
import { parseEvents } from '../../src/commission/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { simulate } from '../../src/run/index.js'
import { bob, book, events, request } from './company.js'
import { yearEnd } from './year-end.js'

const [parsed, data, period] = request({ book: { ...book, policies: yearEnd() } })
/** Sales of the month between 0 and 20000, alike for every scenario of a seed. */
const draw = (random: { readonly integer: (low: number, high: number) => number }) => ({
  ...data,
  events: parseEvents([{ ...events[1], amount: `${random.integer(0, 20_000)}.00` }]),
})
const request7 = { book: parsed, period, scenarios: 40, seed: 7, draw }

describe('a simulation', () => {
  const simulated = simulate(request7)

  test('is the same for the same seed, and another for another', () => {
    expect(simulate(request7)).toEqual(simulated)
    expect(simulate({ ...request7, seed: 8 }).total).not.toEqual(simulated.total)
  })

  test('spreads between the least and the most', () => {
    const { least, p5, p50, p95, most, mean } = simulated.total
    const ordered = [least, p5, p50, p95, most].map(Number)
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
    expect(Number(mean)).toBeGreaterThan(Number(least))
    expect(Number(mean)).toBeLessThan(Number(most))
    expect(simulated.departments.map(({ department }) => department)).toEqual([
      'operations',
      'service',
    ])
  })

  test('takes amounts that were met, by nearest rank', () => {
    const amounts = [...'0123456789'].map((digit) => (digit === '0' ? '0.00' : `${digit}000.00`))
    const given = (_: unknown, i: number) => ({
      ...data,
      people: [],
      events: [],
      adjustments: [],
      ...(i >= 0 && { pools: undefined }),
    })
    expect(simulate({ ...request7, scenarios: 3, draw: given }).total.most).toBe('0.00')
    const person = data.people.filter(({ id }) => id === 'bob')
    const drawn = simulate({
      ...request7,
      scenarios: 10,
      draw: (_, i) => ({
        ...data,
        people: person,
        events: [],
        adjustments: [
          { id: 'x', person: 'bob', label: 'x', amount: amounts[9 - i] as string, reason: 'x' },
        ],
      }),
    })
    // Bob's base of 2160.00 comes on top.
    expect(drawn.total).toEqual({
      least: '2160.00',
      p5: '2160.00',
      p50: '6160.00',
      p95: '11160.00',
      most: '11160.00',
      mean: '6660.00',
    })
    expect(bob.id).toBe('bob')
  })

  test('counts breaches, also of a budget that would refuse them', () => {
    const strict = yearEnd({ all: { most: '22000', breach: 'refuse' } })
    const [refusing] = request({ book: { ...book, policies: strict } })
    const { breaches } = simulate({ ...request7, book: refusing })
    expect(breaches.map(({ budget }) => budget)).toEqual(['all', 'desk'])
    expect(breaches[0]?.scenarios).toBeGreaterThan(0)
    expect(breaches[1]?.scenarios).toBe(0)
  })

  test('counts scenarios in which somebody cannot be paid, and departments that nobody is in', () => {
    const people = data.people.filter(({ department }) => department === 'operations')
    const { unpaid, departments } = simulate({
      ...request7,
      scenarios: 4,
      draw: (_, i) =>
        i < 3
          ? { ...data, people, events: [] }
          : {
              ...data,
              people: data.people.slice(3),
              events: [],
              adjustments: [{ id: 'x', person: 'zoe', label: 'x', amount: '1', reason: 'x' }],
            },
    })
    expect(unpaid).toBe(1)
    expect(departments.map(({ department, least }) => [department, least])).toEqual([
      ['operations', '0.00'],
      ['service', '0.00'],
    ])
  })

  test.each([
    [{ scenarios: 0 }, 'scenarios'],
    [{ scenarios: 1.5 }, 'scenarios'],
    [{ seed: -1 }, 'seed'],
    [{ seed: Number.NaN }, 'seed'],
  ])('with %j is refused', (change, path) => {
    const problems = problemsOf(() => simulate({ ...request7, ...change }))
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([['not-whole', path]])
  })
})

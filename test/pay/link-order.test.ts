import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, constant, input } from '../../src/formula/index.js'
import type { Book, Component, Over } from '../../src/pay/component.js'
import { link } from '../../src/pay/link.js'
import { problemsOf } from '../../src/problem/index.js'
import { bookOf } from './link-edits.js'

describe('the order of components', () => {
  const earlier: readonly Over[] = ['before', { ago: 2 }, { last: 3, through: 'before' }]
  const windows: readonly (Over | undefined)[] = [
    undefined,
    'period',
    { last: 2 },
    { since: 'year' },
  ]
  const reads = fc.array(
    fc.record({ from: fc.nat(9), to: fc.nat(9), over: fc.constantFrom(...windows, ...earlier) }),
    { maxLength: 25 },
  )

  function drawn(list: readonly { from: number; to: number; over: Over | undefined }[]): Book {
    return bookOf(
      ...Array.from({ length: 10 }, (_, i): Component => {
        const own = list.filter(({ from }) => from === i)
        const inputs = own.map((__, j) => input(`i${j}`, 'count', 0))
        return {
          component: `c${i}`,
          formula: add(constant('1', 'count'), ...inputs),
          reads: Object.fromEntries(
            own.map(({ to, over }, j) => [`i${j}`, { from: 'component', name: `c${to}`, over }]),
          ),
        }
      }),
    )
  }

  it('puts each after all that it reads in the period, or names a circle', () => {
    fc.assert(
      fc.property(reads, (list) => {
        const within = list.filter(({ over }) => !earlier.includes(over as Over))
        const reached = reachable(within)
        const isCircular = Array.from({ length: 10 }, (_, i) => reached(i, i)).some(Boolean)
        const problems = problemsOf(() => link(drawn(list)))
        expect(problems.some(({ code }) => code === 'circular-components')).toBe(isCircular)
        expect(problems.every(({ code }) => code === 'circular-components')).toBe(true)
        if (isCircular) return
        const order = [...link(drawn(list)).components.keys()]
        for (const { from, to } of within)
          expect(order.indexOf(`c${to}`)).toBeLessThan(order.indexOf(`c${from}`))
      }),
    )
  })

  /** Whether one is read by another, through any number of others; by the closure of the relation. */
  function reachable(list: readonly { from: number; to: number }[]) {
    const direct = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => false))
    for (const { from, to } of list) (direct[from] as boolean[])[to] = true
    for (let k = 0; k < 10; k++)
      for (let i = 0; i < 10; i++)
        for (let j = 0; j < 10; j++)
          if (direct[i]?.[k] && direct[k]?.[j]) (direct[i] as boolean[])[j] = true
    return (from: number, to: number) => direct[from]?.[to] === true
  }
})

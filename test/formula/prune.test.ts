import { expect, test } from 'vitest'
import { prune } from '../../src/formula/prune.js'

test('keeps what the results, the divisors and the guards need, and renumbers it', () => {
  const pay = { name: 'pay', scale: 2, reads: [] }
  const pruned = prune({
    instructions: [
      { op: 'literal', value: 7n },
      { op: 'column', name: 'sales' },
      { op: 'column', name: 'orders' },
      { op: 'literal', value: 8n },
      { op: 'greater', left: 2, right: 1 },
      { op: 'negation', of: 4 },
      { op: 'sum', left: 1, right: 1 },
      { op: 'sum', left: 6, right: 0 },
    ],
    results: [
      {
        ...pay,
        checks: [
          { divisor: 2, guard: 5, path: 'left' },
          { divisor: 2, path: 'right' },
        ],
        register: 6,
      },
      { ...pay, checks: [], register: 1 },
    ],
  })
  expect(pruned).toEqual({
    instructions: [
      { op: 'column', name: 'sales' },
      { op: 'column', name: 'orders' },
      { op: 'greater', left: 1, right: 0 },
      { op: 'negation', of: 2 },
      { op: 'sum', left: 0, right: 0 },
    ],
    results: [
      {
        ...pay,
        checks: [
          { divisor: 1, guard: 3, path: 'left' },
          { divisor: 1, path: 'right' },
        ],
        register: 4,
      },
      { ...pay, checks: [], register: 0 },
    ],
  })
})

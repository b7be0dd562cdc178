import { describe, expect, test } from 'vitest'
import * as build from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { fuse } from '../../src/formula/fuse.js'
import { lower } from '../../src/formula/lower.js'
import type { Expression } from '../../src/formula/nodes.js'

const sales = build.input('sales', 'money:CNY', 2)
const refunds = build.input('refunds', 'money:CNY', 2)
const rate = build.input('rate', 'ratio', 2)
const zero = build.constant('0', 'money:CNY')
const net = build.maximum(build.subtract(sales, refunds), zero)
const fused = (expression: Expression) => fuse(lower(check(expression))).instructions
const ops = (expression: Expression) => fused(expression).map(({ op }) => op)

describe('fuse', () => {
  test('makes one instruction of a band, an open bound being the next integer', () => {
    const bands = build.step(sales, [
      { value: '1' },
      { from: '10', value: '2' },
      { from: '20', exclusive: true, value: '3' },
    ])
    expect(fused(bands)).toEqual([
      { op: 'column', name: 'sales' },
      { op: 'literal', value: 1n },
      { op: 'band', of: 0, bound: 1000n, value: 2n, otherwise: 1 },
      { op: 'band', of: 0, bound: 2001n, value: 3n, otherwise: 2 },
    ])
  })

  test('makes one instruction of tiers: how much the rate rises at each', () => {
    const tiers = build.marginal(sales, [
      { from: '0', rate: '0.01' },
      { from: '100', rate: '0.03' },
      { from: '200', rate: '0.02' },
    ])
    expect(fused(tiers)).toEqual([
      { op: 'column', name: 'sales' },
      {
        op: 'tiers',
        of: 0,
        rises: [
          { from: 0n, rate: 1n },
          { from: 10_000n, rate: 2n },
          { from: 20_000n, rate: -1n },
        ],
      },
    ])
  })

  test.each<[string, Expression]>([
    ['a rate that is an input', build.multiply(net, rate)],
    ['a part above an input', build.multiply(net, build.constant('0.02'))],
    [
      'a part above another floor',
      build.multiply(build.maximum(build.subtract(sales, zero), refunds), rate),
    ],
    ['a sum of slices that do not meet', build.add(tier('0'), tier('50'))],
    [
      'a slice of something else',
      build.add(tier('0'), build.multiply(net, build.constant('0.02'))),
    ],
    ['a choice between inputs', build.when(build.atLeast(sales, refunds), zero, sales)],
    ['a choice of an input', build.when(build.atLeast(sales, zero), refunds, sales)],
    ['a choice by equality', build.when(build.equals(sales, zero), zero, refunds)],
  ])('leaves %s as it is', (_, expression) => {
    expect(ops(expression)).not.toContain('band')
    expect(fused(expression).filter(({ op }) => op === 'tiers').length).toBeLessThanOrEqual(2)
    expect(ops(expression).at(-1)).not.toBe('tiers')
  })

  test('leaves tiers that also take what is below the first', () => {
    const tiers = build.marginal(sales, [{ rate: '0.01' }, { from: '100', rate: '0.02' }])
    expect(ops(tiers).at(-1)).toBe('sum')
  })
})

function tier(from: string): Expression {
  return build.marginal(sales, [{ from, rate: '0.01' }])
}

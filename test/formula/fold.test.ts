import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  above,
  add,
  all,
  any,
  atLeast,
  constant,
  divide,
  equals,
  grid,
  input,
  interpolate,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  named,
  not,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/build.js'
import { type Algebra, bare, childrenOf, fold } from '../../src/formula/fold.js'
import type { Condition, Expression, Op } from '../../src/formula/nodes.js'
import { formulaAndInputs } from './arbitrary.js'

const [a, b, c] = [constant('1'), constant('2'), constant('3')]
const rule = { places: 2, rounding: 'half-up' } as const
const x = input('x', 'ratio', 2)

const ops: Readonly<Record<Op, true>> = {
  input: true,
  constant: true,
  add: true,
  subtract: true,
  multiply: true,
  divide: true,
  minimum: true,
  maximum: true,
  round: true,
  marginal: true,
  step: true,
  interpolate: true,
  grid: true,
  match: true,
  when: true,
  named: true,
  atLeast: true,
  above: true,
  equals: true,
  all: true,
  any: true,
  not: true,
}

/** One algebra for every operation, which is given the parts, the node and the path. */
function algebraOf<R>(make: (parts: object, node: Expression | Condition, path: string) => R) {
  return Object.fromEntries(Object.keys(ops).map((op) => [op, make])) as unknown as Algebra<R, R>
}

/** The path of each node, in the order of the fold. */
function visits(expression: Expression, path?: string): readonly string[] {
  const seen: string[] = []
  const visit = (_: object, node: Expression | Condition, place: string) => {
    seen.push(`${place}: ${node.op === 'constant' ? node.value : node.op}`)
  }
  fold(expression, algebraOf(visit), path)
  return seen
}

describe('fold', () => {
  test.each([
    ['input', x, [': input']],
    ['constant', a, [': 1']],
    ['add', add(a, b), ['of[0]: 1', 'of[1]: 2', ': add']],
    ['subtract', subtract(a, b), ['left: 1', 'right: 2', ': subtract']],
    ['multiply', multiply(a, b), ['of[0]: 1', 'of[1]: 2', ': multiply']],
    ['divide', divide(a, b, rule), ['left: 1', 'right: 2', ': divide']],
    ['minimum', minimum(a, b), ['of[0]: 1', 'of[1]: 2', ': minimum']],
    ['maximum', maximum(a, b), ['of[0]: 1', 'of[1]: 2', ': maximum']],
    ['round', round(a, rule), ['of: 1', ': round']],
    ['marginal', marginal(a, [{ from: '0', rate: '1' }]), ['x: 1', ': marginal']],
    ['step', step(a, [{ value: '1' }]), ['x: 1', ': step']],
    ['interpolate', interpolate(a, [{ at: '0', value: '1' }], rule), ['x: 1', ': interpolate']],
    [
      'grid',
      grid({ row: a, column: b, rows: [{}], columns: [{}], values: [['9']], unit: 'ratio' }),
      ['row: 1', 'column: 2', ': grid'],
    ],
    ['match', match('k', { east: a, op: b }), ['cases.east: 1', 'cases.op: 2', ': match']],
    ['match with otherwise', match('k', { op: a }, b), ['cases.op: 1', 'otherwise: 2', ': match']],
    ['named', named('n', a), ['of: 1', ': named']],
    [
      'when',
      when(atLeast(a, b), c, a),
      [
        ...['condition.left: 1', 'condition.right: 2', 'condition: atLeast'],
        ...['then: 3', 'otherwise: 1', ': when'],
      ],
    ],
    [
      'conditions',
      when(all(any(above(a, b)), not(equals(b, c))), a, b),
      [
        ...['condition.of[0].of[0].left: 1', 'condition.of[0].of[0].right: 2'],
        ...['condition.of[0].of[0]: above', 'condition.of[0]: any'],
        ...['condition.of[1].of.left: 2', 'condition.of[1].of.right: 3'],
        ...['condition.of[1].of: equals', 'condition.of[1]: not', 'condition: all'],
        ...['then: 1', 'otherwise: 2', ': when'],
      ],
    ],
  ] as const)('visits the parts of %s in order of reading, then the node', (_, node, expected) => {
    expect(visits(node)).toEqual(expected)
  })

  test('begins at the path it is given', () => {
    expect(visits(add(a), 'rules.pay')).toEqual(['rules.pay.of[0]: 1', 'rules.pay: add'])
  })

  test('gives each operation what was made of its parts in their places, and the rest untouched', () => {
    const seen: object[] = []
    const node = match('k', { east: named('E', a) }, b)
    fold(
      node,
      algebraOf((parts, { op }) => {
        seen.push(parts)
        return op
      }),
    )
    expect(seen).toEqual([
      a,
      { op: 'named', label: 'E', of: 'constant' },
      b,
      { op: 'match', key: 'k', cases: { east: 'named' }, otherwise: 'constant' },
    ])
  })

  test('visits a node that stands in two places once for each', () => {
    expect(visits(add(a, a))).toEqual(['of[0]: 1', 'of[1]: 1', ': add'])
  })
})

describe('childrenOf', () => {
  test.each([
    ['a leaf', x, []],
    ['a list', add(a, b), [a, b]],
    ['a pair', subtract(a, b), [a, b]],
    ['cases, one of them called "op"', match('k', { op: a, east: b }, c), [a, b, c]],
    ['a match without otherwise', match('k', { east: a }), [a]],
  ] as const)('lists the nodes below %s', (_, node, expected) => {
    expect(childrenOf(node)).toEqual(expected)
  })

  test('reaches the nodes that fold visits', () => {
    const count = (node: Expression | Condition): number =>
      childrenOf(node).reduce((sum, child) => sum + count(child), 1)
    fc.assert(
      fc.property(formulaAndInputs(), ({ formula: { expression } }) => {
        expect(visits(expression)).toHaveLength(count(expression))
      }),
    )
  })
})

describe('bare', () => {
  test.each([
    ['a leaf whole', a, a],
    [
      'a name and a clause',
      named('Pay', x, 'Handbook 1'),
      { op: 'named', label: 'Pay', clause: 'Handbook 1' },
    ],
    ['a key without its cases', match('k', { east: a }, b), { op: 'match', key: 'k' }],
    ['a test without what it compares', not(above(x, a)), { op: 'not' }],
    [
      'the bands without what is looked up',
      step(x, [{ value: '1' }, { from: '5', value: '2' }], 'ratio'),
      { op: 'step', bands: [{ value: '1' }, { from: '5', value: '2' }], unit: 'ratio' },
    ],
  ] as const)('keeps %s', (_, node, expected) => {
    expect(bare(node)).toEqual(expected)
    expect(Object.isFrozen(bare(node))).toBe(true)
  })

  test('has no node below it, and all else', () => {
    const check = (node: Expression | Condition): void => {
      const own = bare(node)
      expect(node).toMatchObject(own)
      const isBelow = (part: unknown) => JSON.stringify(part ?? null).includes('"op":')
      const below = Object.entries(node).filter(([, part]) => isBelow(part))
      expect(Object.keys(node)).toHaveLength(Object.keys(own).length + below.length)
      childrenOf(node).forEach(check)
    }
    fc.assert(fc.property(formulaAndInputs(), ({ formula: { expression } }) => check(expression)))
  })
})

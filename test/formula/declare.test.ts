import { describe, expect, test } from 'vitest'
import { add, constant, input, match, step } from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import type { Expression } from '../../src/formula/nodes.js'
import { problemsOf } from '../../src/problem/index.js'
import { codesAndPaths } from './outcome.js'

const one = constant('1')
const x = input('x', 'ratio', 2)
const cases = (...names: string[]) => Object.fromEntries(names.map((name) => [name, one]))
const closed = (...names: string[]) => match('k', cases(...names))
const open = (...names: string[]) => match('k', cases(...names), one)
/** A ratio that reads points by the name of a ratio. */
const scored = step(input('x', 'points', 2), [{ value: '1' }])
const declared = (...of: Expression[]) => check(add(...of)).inputs

describe('the inputs of a formula', () => {
  test.each([
    ['a number', [x], { x: { kind: 'number', unit: 'ratio', scale: 2 } }],
    [
      'a number read twice, named the first time',
      [input('x', 'ratio', 2, 'X'), x],
      { x: { kind: 'number', unit: 'ratio', scale: 2, label: 'X' } },
    ],
    [
      'a number read twice, named the second time',
      [x, input('x', 'ratio', 2, 'X')],
      { x: { kind: 'number', unit: 'ratio', scale: 2, label: 'X' } },
    ],
    [
      'a number with two labels: the first stands',
      [input('x', 'ratio', 2, 'X'), input('x', 'ratio', 2, 'Y')],
      { x: { kind: 'number', unit: 'ratio', scale: 2, label: 'X' } },
    ],
    [
      'a number above a bound that one place alone has',
      [input('x', 'ratio', 2, undefined, '0'), x],
      { x: { kind: 'number', unit: 'ratio', scale: 2, above: '0' } },
    ],
    [
      'a number above two bounds: the higher one, given first',
      [input('x', 'ratio', 2, undefined, '1.5'), input('x', 'ratio', 2, undefined, '-2')],
      { x: { kind: 'number', unit: 'ratio', scale: 2, above: '1.5' } },
    ],
    [
      'a number above two bounds: the higher one, given last',
      [x, input('x', 'ratio', 2, undefined, '9'), input('x', 'ratio', 2, undefined, '10')],
      { x: { kind: 'number', unit: 'ratio', scale: 2, above: '10' } },
    ],
    ['a category', [closed('a', 'b')], { k: { kind: 'category', cases: ['a', 'b'], open: false } }],
    ['an open category', [open('a')], { k: { kind: 'category', cases: ['a'], open: true } }],
    [
      'a category with a label',
      [closed('a'), { ...closed('a'), label: 'Kind' }],
      { k: { kind: 'category', cases: ['a'], open: false, label: 'Kind' } },
    ],
    [
      'a category of two matches: what both accept',
      [closed('a', 'b', 'c'), closed('c', 'b', 'd')],
      { k: { kind: 'category', cases: ['b', 'c'], open: false } },
    ],
    [
      'an open category that another match closes',
      [open('a'), closed('b')],
      { k: { kind: 'category', cases: ['b'], open: false } },
    ],
    [
      'a closed category that another match reads openly',
      [closed('b'), open('a')],
      { k: { kind: 'category', cases: ['b'], open: false } },
    ],
    [
      'an open category of two matches: what either lists',
      [open('a', 'b'), open('b', 'c')],
      { k: { kind: 'category', cases: ['a', 'b', 'c'], open: true } },
    ],
  ] as const)('list %s', (_, of, expected) => {
    expect(declared(...of)).toEqual(expected)
  })

  test.each([
    ['two units', [x, scored], 'of[1].x'],
    ['two scales', [x, input('x', 'ratio', 3)], 'of[1]'],
    ['a number and a category', [x, match('x', cases('a'))], 'of[1]'],
    ['a category and a number', [match('x', cases('a')), x], 'of[1]'],
    ['categories of which no text satisfies both', [closed('a'), closed('b')], 'of[1]'],
  ] as const)('refuse %s', (_, of, path) => {
    expect(codesAndPaths(problemsOf(() => declared(...of)))).toEqual([
      `redeclared-input at ${path}`,
    ])
  })

  test('are frozen', () => {
    const inputs = declared(x, closed('a'))
    expect([inputs, ...Object.values(inputs)].every(Object.isFrozen)).toBe(true)
  })
})

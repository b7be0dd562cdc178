import { describe, expect, test } from 'vitest'
import { add, constant, input, match, multiply, named, not, when } from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { formulaLimits } from '../../src/formula/formula.js'
import { frozenCopy, sizeProblems } from '../../src/formula/limits.js'
import type { Condition, Expression } from '../../src/formula/nodes.js'
import { parseFormula } from '../../src/formula/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { codesAndPaths } from './outcome.js'

const one = constant('1')

/** A tree of so many levels, one node on each. */
function chain(levels: number): Expression {
  return levels === 1 ? one : named('n', chain(levels - 1))
}

/** A tree of two nodes a level that stand for 2^levels - 1, so that counting them must stop early. */
function doubling(levels: number): Expression {
  return levels === 1 ? one : ((part) => add(part, part))(doubling(levels - 1))
}

describe('sizeProblems', () => {
  test.each([
    ['as deep as allowed', chain(formulaLimits.depth), []],
    ['one level deeper', chain(formulaLimits.depth + 1), ['too-deep at ']],
    ['as many nodes as allowed', add(...Array(formulaLimits.nodes - 1).fill(one)), []],
    ['one node more', add(...Array(formulaLimits.nodes).fill(one)), ['too-many-nodes at ']],
    ['a shared node that stands for 2^60 nodes', doubling(61), ['too-many-nodes at ']],
  ])('of a tree with %s', (_, tree, expected) => {
    expect(codesAndPaths(sizeProblems(tree))).toEqual(expected)
  })

  test('of a tree that holds itself are found, since it is endlessly deep', () => {
    const loop = { op: 'named', label: 'loop', of: one as Expression }
    loop.of = loop as Expression
    expect(codesAndPaths(problemsOf(() => check(loop as Expression)))).toEqual(['too-deep at '])
    expect(codesAndPaths(problemsOf(() => parseFormula(loop)))).toHaveLength(1)
  })

  test('count the nodes of conditions', () => {
    const negated = (levels: number): Condition =>
      levels === 0 ? { op: 'above', left: one, right: one } : not(negated(levels - 1))
    const deep = (levels: number) => when(negated(levels), one, one)
    expect(sizeProblems(deep(formulaLimits.depth - 3))).toEqual([])
    expect(codesAndPaths(sizeProblems(deep(formulaLimits.depth - 2)))).toEqual(['too-deep at '])
  })

  test('say in both languages what to do', () => {
    expect(describeProblems(sizeProblems(doubling(61)))).toBe(
      'the formula has more than 10000 nodes. Split the rule into several formulas.',
    )
    expect(describeProblems(sizeProblems(doubling(61)), 'zh-CN')).toBe(
      '公式超过 10000 个节点。请把规则拆成几个公式。',
    )
    expect(describeProblems(sizeProblems(chain(101)))).toBe(
      'the formula is nested more than 100 levels deep. Split the rule into several formulas.',
    )
    expect(describeProblems(sizeProblems(chain(101)), 'zh-CN')).toBe(
      '公式嵌套超过 100 层。请把规则拆成几个公式。',
    )
  })
})

describe('the limit of digits', () => {
  const wide = (factors: number) => multiply(...Array(factors).fill(input('x', 'ratio', 0)))

  test('lets a product of 25 inputs of 40 digits pass, exactly at the limit', () => {
    const formula = check(wide(25))
    expect(formula.types.get(formula.expression)?.digits).toBe(formulaLimits.digits)
  })

  test('refuses one more, once, at the node that is too wide', () => {
    expect(codesAndPaths(problemsOf(() => check(named('n', wide(26)))))).toEqual([
      'too-many-digits at of',
    ])
  })

  test('refuses products of products, whose digits double on each level', () => {
    const squares = (levels: number): Expression =>
      levels === 0 ? input('x', 'ratio', 0) : ((part) => multiply(part, part))(squares(levels - 1))
    const problems = problemsOf(() => check(squares(12)))
    expect(new Set(problems.slice(0, 99).map(({ code }) => code))).toEqual(
      new Set(['too-many-digits']),
    )
    expect(problems[99]?.code).toBe('more-problems')
  })
})

describe('frozenCopy', () => {
  const original = match('k', { east: named('E', constant('1')) }, constant('2'))
  const copy = frozenCopy(original)

  test('is the same JSON, of other objects', () => {
    expect(copy).toEqual(original)
    expect(copy).not.toBe(original)
  })

  test('cannot be changed at any depth', () => {
    const parts = (value: unknown): object[] =>
      typeof value === 'object' && value !== null
        ? [value, ...Object.values(value).flatMap(parts)]
        : []
    expect(parts(copy).every(Object.isFrozen)).toBe(true)
    expect(parts(copy)).toHaveLength(5)
  })
})

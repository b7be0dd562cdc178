import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  at,
  describeProblems,
  fail,
  PolicyError,
  problem,
  problemsOf,
  refuse,
  under,
} from '../../src/problem/index.js'

const gap = problem('gap', 'tiers[1].from', ['leaves a gap', 'Close it'], ['有间隔', '请补上'])
const blank = problem('blank', '', ['is blank', 'Fill it'], ['为空', '请填写'])

describe('PolicyError', () => {
  test('it takes code, path and hint from the first problem and lists all of them', () => {
    const error = new PolicyError([gap, blank])
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'PolicyError',
      code: 'gap',
      path: 'tiers[1].from',
      hint: 'Close it',
      problems: [gap, blank],
      message: 'tiers[1].from: leaves a gap. Close it.\nis blank. Fill it.',
    })
  })
})

describe('describeProblems', () => {
  test('it writes English unless told otherwise', () => {
    expect(describeProblems([gap])).toBe('tiers[1].from: leaves a gap. Close it.')
    expect(describeProblems([gap], 'en')).toBe(describeProblems([gap]))
  })

  test('it writes Chinese with Chinese stops, and no path where there is none', () => {
    expect(describeProblems([gap, blank], 'zh-CN')).toBe(
      'tiers[1].from：有间隔。请补上。\n为空。请填写。',
    )
  })

  test('no problems are no text', () => {
    expect(describeProblems([])).toBe('')
  })
})

describe('refuse, fail and problemsOf', () => {
  test('refuse passes no problems and throws all there are', () => {
    expect(problemsOf(() => refuse([]))).toEqual([])
    expect(problemsOf(() => refuse([gap, blank]))).toEqual([gap, blank])
    expect(() => refuse([gap])).toThrow(PolicyError)
  })

  test('fail throws its one problem', () => {
    expect(problemsOf(() => fail(blank))).toEqual([blank])
  })

  test('problemsOf lets an error of another kind through', () => {
    const defect = new TypeError('a defect')
    expect(() =>
      problemsOf(() => {
        throw defect
      }),
    ).toThrow(defect)
  })
})

describe('paths', () => {
  test.each([
    ['', 'tiers', 'tiers'],
    ['', 0, '[0]'],
    ['tiers', 1, 'tiers[1]'],
    ['tiers[1]', 'from', 'tiers[1].from'],
    ['rows[0]', 2, 'rows[0][2]'],
  ] as const)('at(%j, %j) is %s', (path, key, expected) => {
    expect(at(path, key)).toBe(expected)
  })

  test.each([
    ['plan', 'tiers[1]', 'plan.tiers[1]'],
    ['plans', '[1].tiers', 'plans[1].tiers'],
    ['plan', '', 'plan'],
    ['', 'tiers', 'tiers'],
    ['', '[0]', '[0]'],
    ['', '', ''],
  ])('under %j, the path %j is %j', (path, inner, expected) => {
    expect(under(path, [{ ...gap, path: inner }])).toEqual([{ ...gap, path: expected }])
  })

  test('a part found under its holder has the path that leads there key by key', () => {
    const keys = fc.array(fc.oneof(fc.nat(9), fc.constantFrom('a', 'tiers')), { maxLength: 4 })
    const walk = (path: readonly (string | number)[], from = '') => path.reduce<string>(at, from)
    fc.assert(
      fc.property(keys, keys, (outer, inner) => {
        const [seen] = under(walk(outer), [{ ...gap, path: walk(inner) }])
        expect(seen?.path).toBe(walk([...outer, ...inner]))
      }),
    )
  })
})

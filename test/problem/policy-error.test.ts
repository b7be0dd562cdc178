import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  at,
  describeProblems,
  fail,
  isPolicyError,
  likely,
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

describe('what an error tells', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...gap, path: `[${i}]` }))

  test('is at most 100 problems, the last of which says that there are more', () => {
    expect(problemsOf(() => refuse(many(100)))).toEqual(many(100))
    const problems = problemsOf(() => refuse(many(101)))
    expect(problems).toHaveLength(100)
    expect(problems.slice(0, 99)).toEqual(many(99))
    expect(describeProblems(problems.slice(99))).toBe(
      'has more problems than the 99 above. Mend those first, then read it again.',
    )
    expect(describeProblems(problems.slice(99), 'zh-CN')).toBe(
      '除以上 99 个问题外还有更多。请先改正以上问题，再重新读取。',
    )
    expect(describeProblems(many(101))).toBe(describeProblems(problems))
  })

  test('has no line of its author’s, and no text that turns direction', () => {
    const made = { ...gap, path: 'x\n\u001b[31mFAKE LOG LINE' }
    const error = new PolicyError([made])
    expect(error.path).toBe('x␤\\u{1b}[31mFAKE LOG LINE')
    expect(error.message).toBe(`${error.path}: leaves a gap. Close it.`)
    const texts = problem('gap', 'a\n', ['b\n', 'c\u202e'], ['d\r', 'e\u2028'])
    expect(describeProblems([texts], 'zh-CN')).toBe('a␤：d\\u{d}。e\\u{2028}。')
  })

  test('is bounded whatever the texts are', () => {
    const long = 'x'.repeat(1e6)
    const made = {
      code: 'gap',
      path: long,
      message: { en: long, 'zh-CN': long },
      hint: { en: long, 'zh-CN': long },
    }
    const error = new PolicyError([made, ...Array<typeof made>(1000).fill(made)])
    expect(error.message.length).toBeLessThan(400_000)
    expect(error.path).toHaveLength(999)
  })

  test('is plain data, with the nearest name in it', () => {
    const [hint, hintZh] = likely('slaes', ['sales'])
    const made = problem('unknown', 'a', ['is unknown', hint], ['未知', hintZh])
    const [told] = problemsOf(() => fail(made))
    expect(Object.getOwnPropertyDescriptor(told, 'hint')?.value).toEqual({
      en: 'Perhaps "sales" was meant',
      'zh-CN': '也许是“sales”',
    })
  })

  test('no name is looked for while nobody reads a hint', () => {
    const known = new Proxy(['sales'], {
      get: (names, key) => {
        if (key === Symbol.iterator) throw new Error('read')
        return Reflect.get(names, key)
      },
    })
    const [hint, hintZh] = likely('slaes', known)
    const made = problem('unknown', 'a', ['is unknown', hint], ['未知', hintZh])
    const [moved] = under('b', [made])
    expect(moved?.path).toBe('b.a')
    expect(() => moved?.hint).toThrow('read')
  })
})

describe('an error of another copy of the library', () => {
  class Other extends Error {
    readonly problems = [gap]
    constructor() {
      super('other')
      Object.defineProperty(this, Symbol.for('payproof.PolicyError'), { value: true })
    }
  }

  test('is a PolicyError, and gives its problems', () => {
    const other = new Other()
    expect(other).toBeInstanceOf(PolicyError)
    expect(isPolicyError(other)).toBe(true)
    const throwOther = () => {
      throw other
    }
    expect(problemsOf(throwOther)).toEqual([gap])
  })

  test.each([[new Error('no')], [null], [undefined], ['PolicyError'], [{ name: 'PolicyError' }]])(
    '%o is none',
    (value) => {
      expect(isPolicyError(value)).toBe(false)
      expect((value as unknown) instanceof PolicyError).toBe(false)
    },
  )

  test('the brand is not seen by who lists the members of an error', () => {
    expect(isPolicyError(new PolicyError([gap]))).toBe(true)
    expect(Reflect.ownKeys({ ...new PolicyError([gap]) })).toEqual(
      expect.not.arrayContaining([Symbol.for('payproof.PolicyError')]),
    )
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

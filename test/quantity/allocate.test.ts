import { describe, expect, test } from 'vitest'
import { describeProblems, type Problem, problemsOf } from '../../src/problem/index.js'
import { allocate, type Share, type TieRule } from '../../src/quantity/index.js'

type Request = Parameters<typeof allocate>[0]

const amounts = (request: Request) =>
  Object.fromEntries(allocate(request).map(({ id, amount }) => [id, amount]))
const byWeight = (weights: Readonly<Record<string, number>>): Share[] =>
  Object.entries(weights).map(([id, weight]) => ({ id, weight }))
const seats = (total: number, weights: Readonly<Record<string, number>>) =>
  Object.values(amounts({ total, places: 0, shares: byWeight(weights), ties: 'id' })).map(Number)

describe('published apportionments by Hamilton’s method', () => {
  // Apportionment populations of the census of 1790.
  const states = {
    Connecticut: 236_841,
    Delaware: 55_540,
    Georgia: 70_835,
    Kentucky: 68_705,
    Maryland: 278_514,
    Massachusetts: 475_327,
    'New Hampshire': 141_822,
    'New Jersey': 179_570,
    'New York': 331_589,
    'North Carolina': 353_523,
    Pennsylvania: 432_879,
    'Rhode Island': 68_446,
    'South Carolina': 206_236,
    Vermont: 85_533,
    Virginia: 630_560,
  }

  test('120 seats of 1792, the bill that Washington vetoed (US National Archives, Prologue)', () => {
    expect(seats(120, states)).toEqual([8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21])
  })

  test('60 seats by the same census (Electowiki, Hamilton method)', () => {
    expect(seats(60, states)).toEqual([4, 1, 1, 1, 5, 8, 2, 3, 6, 6, 7, 1, 3, 1, 11])
  })

  test('one seat more costs C a seat: the Alabama paradox (Wikipedia, Apportionment paradox)', () => {
    expect(seats(10, { A: 6, B: 6, C: 2 })).toEqual([4, 4, 2])
    expect(seats(11, { A: 6, B: 6, C: 2 })).toEqual([5, 5, 1])
  })

  test('the quotas 4, 3.33 and 2.67 give 4, 3, 3, where dinero.js 2 gives 5, 3, 2', () => {
    expect(seats(10, { a: 6, b: 5, c: 4 })).toEqual([4, 3, 3])
  })
})

describe('ties', () => {
  const shares = [
    { id: 'c', weight: 3 },
    { id: 'b', weight: 1 },
    { id: 'a', weight: 1 },
    { id: 'd', weight: 3 },
  ]
  // Quotas of 12 are 4.5, 1.5, 1.5 and 4.5: two units are left for four equal remainders.
  test.each<readonly [TieRule, Record<string, string>]>([
    ['larger-weight', { a: '1', b: '1', c: '5', d: '5' }],
    ['smaller-weight', { a: '2', b: '2', c: '4', d: '4' }],
    ['id', { a: '2', b: '2', c: '4', d: '4' }],
  ])('equal remainders by %s', (ties, expected) => {
    expect(amounts({ total: 12, places: 0, shares, ties })).toEqual(expected)
  })

  test.each<TieRule>(['larger-weight', 'smaller-weight', 'id'])(
    'what %s leaves equal goes by id in code-unit order',
    (ties) => {
      const equal = ['b', 'a', 'B', '10', '9'].map((id) => ({ id, weight: 1 }))
      expect(amounts({ total: 3, places: 0, shares: equal, ties })).toEqual({
        '10': '1',
        '9': '1',
        B: '1',
        a: '0',
        b: '0',
      })
    },
  )

  test('an id that names a part of every object is an id like any other', () => {
    const shares = ['__proto__', 'constructor', 'toString'].map((id) => ({ id, weight: 1 }))
    expect(allocate({ total: '0.05', places: 2, shares, ties: 'id' })).toEqual([
      { id: '__proto__', amount: '0.02', roundedUp: true },
      { id: 'constructor', amount: '0.02', roundedUp: true },
      { id: 'toString', amount: '0.01', roundedUp: false },
    ])
  })
})

describe('floors and caps', () => {
  const result = (total: string, ...shares: Share[]) =>
    allocate({ total, places: 2, shares, ties: 'id' }).map(({ amount, bound }) =>
      bound === undefined ? amount : `${amount} ${bound}`,
    )

  test('what a floor adds is borne by the others in proportion to their weights', () => {
    const shares = [
      { id: 'a', weight: 1, floor: '40.00' },
      { id: 'b', weight: 3 },
      { id: 'c', weight: 6 },
    ]
    expect(result('100', ...shares)).toEqual(['40.00 floor', '20.00', '40.00'])
  })

  test('what a cap takes goes to the others in proportion to their weights', () => {
    const shares = [
      { id: 'a', weight: 7, cap: '40' },
      { id: 'b', weight: 1 },
      { id: 'c', weight: 2 },
    ]
    expect(result('100', ...shares)).toEqual(['40.00 cap', '20.00', '40.00'])
  })

  test('a share pushed over its cap by another cap is fixed too', () => {
    const shares = [
      { id: 'a', weight: 8, cap: 10 },
      { id: 'b', weight: 1, cap: 30 },
      { id: 'c', weight: 1 },
    ]
    expect(result('100', ...shares)).toEqual(['10.00 cap', '30.00 cap', '60.00'])
  })

  test('a cap that a floor elsewhere makes idle does not bind', () => {
    const shares = [
      { id: 'a', weight: 1, floor: 60 },
      { id: 'b', weight: 5, cap: 45 },
      { id: 'c', weight: 4 },
    ]
    expect(result('100', ...shares)).toEqual(['60.00 floor', '22.22', '17.78'])
  })

  test('where floors cost what caps give back, both bind at once', () => {
    const shares = [
      { id: 'a', weight: 1, floor: 50 },
      { id: 'b', weight: 3, cap: 50 },
    ]
    expect(result('100', ...shares)).toEqual(['50.00 floor', '50.00 cap'])
  })

  test('a bound met exactly by the quota does not bind', () => {
    const shares = [
      { id: 'a', weight: 1, floor: 25 },
      { id: 'b', weight: 3, cap: 75 },
    ]
    expect(result('100', ...shares)).toEqual(['25.00', '75.00'])
  })

  test('a share without weight gets its floor, and nothing without one', () => {
    const shares = [
      { id: 'a', weight: 0, floor: 5 },
      { id: 'b', weight: 0 },
      { id: 'c', weight: '0.5' },
    ]
    expect(result('100', ...shares)).toEqual(['5.00 floor', '0.00', '95.00'])
  })

  test('floors may take the whole total, even where no weight is left', () => {
    expect(result('8', { id: 'a', weight: 0, floor: 8 }, { id: 'b', weight: 0 })).toEqual([
      '8.00 floor',
      '0.00',
    ])
  })

  test('caps may be filled to the last unit', () => {
    const shares = [
      { id: 'a', weight: 1, cap: '10.01' },
      { id: 'b', weight: 9, cap: '2.00' },
      { id: 'c', weight: 0, floor: 1, cap: 7 },
    ]
    expect(result('13.01', ...shares)).toEqual(['10.01 cap', '2.00 cap', '1.00 floor'])
  })
})

describe('edges', () => {
  test('takes more shares than a call takes arguments', () => {
    const shares = Array.from({ length: 150_000 }, (_, i) => ({ id: `p${i}`, weight: 1 + (i % 2) }))
    const parts = allocate({ total: '2250.00', places: 2, shares, ties: 'id' })
    expect(parts.filter(({ amount }) => amount === '0.02')).toHaveLength(75_000)
  })

  test.each<readonly [string, Request, unknown]>([
    ['nothing to nobody', { total: 0, places: 2, shares: [], ties: 'id' }, []],
    [
      'nothing by no weight',
      { total: '0.00', places: 2, shares: [{ id: 'a', weight: 0 }], ties: 'id' },
      [{ id: 'a', amount: '0.00', roundedUp: false }],
    ],
    [
      'all to the only one',
      { total: '-0.01', places: 2, shares: [{ id: 'a', weight: '0.001' }], ties: 'id' },
      [{ id: 'a', amount: '-0.01', roundedUp: false }],
    ],
    [
      'a unit of yen among three',
      { total: 1, places: 0, shares: byWeight({ a: 1, b: 1, c: 2 }), ties: 'id' },
      [
        { id: 'a', amount: '0', roundedUp: false },
        { id: 'b', amount: '0', roundedUp: false },
        { id: 'c', amount: '1', roundedUp: true },
      ],
    ],
  ])('%s', (_, request, expected) => {
    expect(allocate(request)).toEqual(expected)
  })
})

describe('bad input', () => {
  const problems = (request: Partial<Request>): readonly Problem[] =>
    problemsOf(() => allocate({ total: 100, places: 2, shares: [], ties: 'id', ...request }))
  const [a, b] = [
    { id: 'a', weight: 1 },
    { id: 'b', weight: 1 },
  ]

  test.each<readonly [Partial<Request>, readonly (readonly [code: string, path: string])[]]>([
    [{ total: 0.1, shares: [a] }, [['not-a-number', 'total']]],
    [{ total: Number.NaN, shares: [a] }, [['not-a-number', 'total']]],
    [{ total: '0.001', shares: [a] }, [['too-many-places', 'total']]],
    [{ total: '9'.repeat(41), shares: [a] }, [['too-many-digits', 'total']]],
    [{ shares: [{ ...a, weight: '1e3' }] }, [['not-a-number', 'shares[0].weight']]],
    [{ shares: [a, { ...b, weight: -1 }] }, [['negative', 'shares[1].weight']]],
    [{ shares: [{ ...a, floor: -1 }, b] }, [['negative', 'shares[0].floor']]],
    [{ shares: [{ ...a, floor: '0.005' }] }, [['too-many-places', 'shares[0].floor']]],
    [{ shares: [{ ...a, floor: 1, cap: '100.005' }] }, [['too-many-places', 'shares[0].cap']]],
    [{ shares: [{ ...a, floor: 'x', cap: 1 }] }, [['not-a-number', 'shares[0].floor']]],
    [{ shares: [a, { ...b, floor: 2, cap: 1 }] }, [['floor-above-cap', 'shares[1]']]],
    [{ shares: [a, { ...b, cap: -1 }] }, [['floor-above-cap', 'shares[1]']]],
    [{ shares: [a, b, { ...a }] }, [['repeated-id', 'shares[2].id']]],
    [{ total: -1, shares: [a, { ...b, floor: 0 }] }, [['bound-on-negative-total', 'shares[1]']]],
    [{ total: -1, shares: [a, { ...b, cap: 5 }] }, [['bound-on-negative-total', 'shares[1]']]],
    [{ shares: [] }, [['no-weight', 'shares']]],
    [{ total: -1, shares: [{ ...a, weight: 0 }] }, [['no-weight', 'shares']]],
    [{ shares: [{ ...a, weight: 0, floor: 5 }] }, [['no-weight', 'shares']]],
    [
      {
        shares: [
          { ...a, floor: 60 },
          { ...b, floor: '40.01' },
        ],
      },
      [['floors-above-total', 'total']],
    ],
    [
      {
        shares: [
          { ...a, cap: 60 },
          { ...b, cap: '39.99' },
        ],
      },
      [['caps-below-total', 'total']],
    ],
    [
      {
        shares: [
          { ...a, cap: 60 },
          { ...b, weight: 0, floor: 9, cap: 90 },
        ],
      },
      [['caps-below-total', 'total']],
    ],
    [
      {
        total: '0.001',
        shares: [
          { ...a, weight: '-0.5', floor: 0.5 },
          { ...a, cap: 'x' },
        ],
      },
      [
        ['too-many-places', 'total'],
        ['negative', 'shares[0].weight'],
        ['not-a-number', 'shares[0].floor'],
        ['repeated-id', 'shares[1].id'],
        ['not-a-number', 'shares[1].cap'],
      ],
    ],
  ])('%# it lists %j', (request, expected) => {
    expect(problems(request).map(({ code, path }) => [code, path])).toEqual(expected)
  })

  test.each<readonly [Partial<Request>, en: string, zh: string]>([
    [
      { total: '0.001', shares: [a] },
      'total: 0.001 has more than 2 decimal places. Round it first by a rule of your own, or declare more places.',
      'total：0.001 的小数位超过 2 位。请先按自己的规则舍入，或声明更多小数位。',
    ],
    [
      { shares: [{ ...a, weight: -1 }] },
      'shares[0].weight: is negative. Give zero or more.',
      'shares[0].weight：为负数。须大于或等于零。',
    ],
    [
      { shares: [a, a] },
      'shares[1].id: the id "a" is duplicated. Give each share an id of its own.',
      'shares[1].id：标识“a”重复。每一份须有唯一标识。',
    ],
    [
      {},
      'shares: 100.00 cannot be divided: every weight is zero. Give at least one weight above zero.',
      'shares：无法分配 100.00：所有权重均为零。至少一份的权重须大于零。',
    ],
    [
      { shares: [{ ...a, floor: 2, cap: 1 }] },
      'shares[0]: the floor is above the cap. Lower the floor or raise the cap.',
      'shares[0]：下限高于上限。请降低下限或提高上限。',
    ],
    [
      { total: -1, shares: [{ ...a, cap: 1 }] },
      'shares[0]: a floor or cap cannot hold on a negative total. Leave floors and caps out for a recovery.',
      'shares[0]：负的总额不能设上下限。追回款项时请不要设上下限。',
    ],
    [
      { shares: [{ ...a, floor: 101 }] },
      'total: the floors add up to 101.00, more than the total of 100.00. Lower the floors.',
      'total：下限合计 101.00，超过总额 100.00。请降低下限。',
    ],
    [
      { shares: [{ ...a, cap: 99 }] },
      'total: the shares can take at most 99.00 of the total of 100.00. Raise the caps, or allocate less.',
      'total：各份最多可得 99.00，低于总额 100.00。请提高上限，或减少分配总额。',
    ],
  ])('%# each problem reads well', (request, en, zh) => {
    expect(describeProblems(problems(request))).toBe(en)
    expect(describeProblems(problems(request), 'zh-CN')).toBe(zh)
  })
})

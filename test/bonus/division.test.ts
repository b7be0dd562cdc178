import { describe, expect, test } from 'vitest'
import { dividePool, type PoolMember, parsePool } from '../../src/bonus/index.js'
import { constant, input } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { amountsOf, departments, yearEnd } from './pools.js'

const weight = input('weight', 'ratio', 2)
const cny = money('CNY')
const bounds = { floor: input('floor', cny, 3), cap: input('cap', cny, 3) }
const flat = parsePool({
  id: 'flat',
  currency: 'CNY',
  ties: 'id',
  levels: [{ level: 'person', weight }],
})
const bounded = parsePool({ ...flat.policy, levels: [{ level: 'person', weight, ...bounds }] })
const nested = parsePool({
  ...flat.policy,
  levels: [
    { level: 'team', weight, ...bounds },
    { level: 'person', weight, ...bounds },
  ],
})

const free = { floor: '0', cap: '999999999' }
const member = (id: string, figures: PoolMember['figures'], ...members: readonly PoolMember[]) => ({
  id,
  figures: { ...free, ...figures },
  ...(members.length > 0 && { members }),
})

describe('a pool divided', () => {
  test('gives each level by its own weights, to the last cent', () => {
    // 900,000 against 0.3 × 1,000,000: three quarters; 2 heads against 1, but Ma's KPI is zero and
    // so Ma has the floor; the team's cap is then 500, and the chat team takes the rest.
    expect(amountsOf(yearEnd('30000.01').shares)).toEqual([
      ['operations', '22500.01'],
      ['operations/shop', '22500.01'],
      ['operations/shop/ann', '12500.01'],
      ['operations/shop/bob', '10000.00'],
      ['service', '7500.00'],
      ['service/chat', '7000.00'],
      ['service/chat/li', '4000.00'],
      ['service/chat/wu', '3000.00'],
      ['service/phone', '500.00'],
      ['service/phone/ma', '500.00'],
    ])
  })

  test('gives the rest to whom the caps leave room, across departments', () => {
    // Caps of two salaries: 36,000 for operations, 20,500 for service.
    const amounts = new Map(amountsOf(yearEnd('56000').shares))
    expect(amounts.get('operations')).toBe('36000.00')
    expect(amounts.get('service')).toBe('20000.00')
    expect(amounts.get('service/chat/li')).toBe('10000.00')
    expect(amounts.get('service/chat/wu')).toBe('9500.00')
  })

  test('keeps for each share what it was made of', () => {
    const [operations, service] = yearEnd('30000.01').shares
    expect(operations).toMatchObject({
      level: 'department',
      clause: '§6.1',
      weight: '900000.000',
      weights: '1200000',
      fund: '30000.01',
      proportional: '22500.00',
      roundedUp: true,
      floor: '1000.00',
      cap: '36000.00',
    })
    const phone = service?.members[1]
    expect(phone).toMatchObject({ bound: 'cap', proportional: '2500.00', cap: '500.00' })
    expect(phone?.members[0]).toMatchObject({
      weight: '0.0000',
      weights: '0',
      proportional: '0.00',
      bound: 'floor',
      members: [],
    })
    expect(phone).not.toHaveProperty('clause')
  })

  test('carries its policy, named by its id where it has no label', () => {
    expect(yearEnd('3000')).toMatchObject({
      pool: 'year-end',
      label: { en: 'Year-end pool', 'zh-CN': '年终奖池' },
      clause: '§6',
      currency: 'CNY',
      fund: '3000.00',
    })
    const division = dividePool(flat, { fund: 0, members: [] })
    expect(division).toEqual({
      pool: 'flat',
      label: 'flat',
      currency: 'CNY',
      fund: '0.00',
      shares: [],
    })
  })

  test('rounds floors up and caps down, so that what is paid keeps both', () => {
    const members = [
      member('a', { weight: 0, floor: '1.001' }),
      member('b', { weight: 1, cap: '2.009' }),
      member('c', { weight: 1 }),
    ]
    expect(amountsOf(dividePool(bounded, { fund: '10', members }).shares)).toEqual([
      ['a', '1.01'],
      ['b', '2.00'],
      ['c', '6.99'],
    ])
  })

  test('lets a negative floor mean none', () => {
    const members = [member('a', { weight: 1, floor: '-5' }), member('b', { weight: 1 })]
    expect(amountsOf(dividePool(bounded, { fund: '4', members }).shares)).toEqual([
      ['a', '2.00'],
      ['b', '2.00'],
    ])
  })

  test('in yen has no decimals', () => {
    const yen = parsePool({ ...flat.policy, currency: 'JPY' })
    const members = ['a', 'b', 'c'].map((id) => ({ id, figures: { weight: 1 } }))
    expect(amountsOf(dividePool(yen, { fund: '100', members }).shares)).toEqual([
      ['a', '34'],
      ['b', '33'],
      ['c', '33'],
    ])
  })
})

describe('a pool is not divided', () => {
  test.each([
    ['x', 'not-a-number'],
    ['0.001', 'too-many-places'],
  ])('where the fund is %s', (fund, code) => {
    const members = [{ id: 'a', figures: { weight: 1 } }]
    expect(found(() => dividePool(flat, { fund, members }))).toEqual([[code, 'fund']])
  })

  test('where the fund is negative, or more than anyone may get', () => {
    const one = [{ id: 'a', figures: { weight: 1 } }]
    expect(found(() => dividePool(flat, { fund: '-0.01', members: one }))).toEqual([
      ['floors-above-fund', 'members'],
    ])
    const nobody = [{ id: 'a', figures: { weight: 0 } }]
    expect(found(() => dividePool(flat, { fund: '0.01', members: nobody }))).toEqual([
      ['caps-below-fund', 'members'],
    ])
    expect(found(() => dividePool(flat, { fund: '0.01', members: [] }))).toEqual([
      ['caps-below-fund', 'members'],
    ])
  })

  test('where figures are missing, misspelt, unread or no numbers, each told once', () => {
    const members = [
      member('a', { weigth: 1 }),
      member('a', { weight: 'x', zzz: 1 }),
      member('b', { weight: -1 }),
      member('c', { weight: '0.001', floor: 'y' }),
    ]
    const problems = problemsOf(() => dividePool(bounded, { fund: '10', members }))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['unread-figure', 'members[0].figures.weigth'],
      ['missing-input', 'members[0].figures.weight'],
      ['repeated-id', 'members[1].id'],
      ['unread-figure', 'members[1].figures.zzz'],
      ['not-a-number', 'members[1].figures.weight'],
      ['negative-weight', 'members[2].figures'],
      ['too-many-places', 'members[3].figures.weight'],
      ['not-a-number', 'members[3].figures.floor'],
    ])
    const [first, , , unread, , negative] = problems
    expect(describeProblems([first, unread, negative].flatMap((each) => each ?? []))).toBe(
      [
        'members[0].figures.weigth: no formula of this level reads "weigth". Perhaps "weight" was meant.',
        'members[1].figures.zzz: no formula of this level reads "zzz". Leave it out; they read: weight, floor, cap.',
        'members[2].figures: has a weight of -1.00, below zero. Mend the figures, or floor the formula at zero.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toContain('请删去；可读取：weight、floor、cap')
    expect(describeProblems(problems, 'zh-CN')).toContain('也许是“weight”')
    expect(describeProblems(problems, 'zh-CN')).toContain('权重为 -1.00，小于零')
  })

  test('where one figure that several formulas read is wrong: told once', () => {
    const both = parsePool({
      ...flat.policy,
      levels: [{ level: 'person', weight: bounds.floor, cap: bounds.floor }],
    })
    const members = [{ id: 'a', figures: { floor: 'x' } }]
    expect(found(() => dividePool(both, { fund: '1', members }))).toEqual([
      ['not-a-number', 'members[0].figures.floor'],
    ])
  })

  test('where members are missing, or stand below the last level', () => {
    const members = [
      member('a', { weight: 1 }),
      member('b', { weight: 1 }, member('c', { weight: 1 }, member('d', { weight: 1 }))),
    ]
    const problems = problemsOf(() => dividePool(nested, { fund: '1', members }))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['missing-members', 'members[0].members'],
      ['unread-members', 'members[1].members[0].members'],
    ])
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'members[0].members：没有可按 person 分配的成员。请列出成员，或删去此项。\n' +
        'members[1].members[0].members：在最后一级之下还有成员。请删去，或增加一级。',
    )
  })

  test('where bounds cross, on one level or between two', () => {
    const members = [
      member('own', { weight: 1, floor: '5', cap: '4' }, member('a', { weight: 1 })),
      member('low', { weight: 1, cap: '4' }, member('a', { weight: 1, floor: '5' })),
      member('high', { weight: 1, floor: '5' }, member('a', { weight: 1, cap: '4' })),
      member('none', { weight: 1, floor: '5' }, member('a', { weight: 0 })),
      member('below', { weight: 1, cap: '-1' }, member('a', { weight: 1 })),
    ]
    const problems = problemsOf(() => dividePool(nested, { fund: '100', members }))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['floor-above-cap', 'members[0]'],
      ['floors-above-fund', 'members[1].members'],
      ['caps-below-fund', 'members[2].members'],
      ['caps-below-fund', 'members[3].members'],
      ['floor-above-cap', 'members[4]'],
    ])
    expect(describeProblems(problems.slice(1, 3))).toBe(
      [
        'members[1].members: the floors add up to 5.00, more than the 4.00 there can be. Lower the floors, or fund more.',
        'members[2].members: the members can take at most 4.00 of the 5.00 there must be. Raise the caps, or fund less.',
      ].join('\n'),
    )
    expect(describeProblems(problems.slice(1, 3), 'zh-CN')).toBe(
      [
        'members[1].members：下限合计 5.00，超过可用的 4.00。请降低下限，或增加资金。',
        'members[2].members：成员最多可得 4.00，低于须分配的 5.00。请提高上限，或减少资金。',
      ].join('\n'),
    )
  })

  test('where the floors of all people cost more than the fund', () => {
    expect(found(() => yearEnd('2499.99'))).toEqual([['floors-above-fund', 'members']])
    expect(new Map(amountsOf(yearEnd('2500').shares)).get('service/chat/li')).toBe('500.00')
    expect(found(() => yearEnd('56500.01'))).toEqual([['caps-below-fund', 'members']])
    expect(departments.length).toBe(2)
  })

  test('and a constant floor needs no figure', () => {
    const pool = parsePool({
      ...flat.policy,
      levels: [{ level: 'person', weight, floor: constant('3', cny) }],
    })
    const members = [
      { id: 'a', figures: { weight: 9 } },
      { id: 'b', figures: { weight: 1 } },
    ]
    expect(amountsOf(dividePool(pool, { fund: '10', members }).shares)).toEqual([
      ['a', '7.00'],
      ['b', '3.00'],
    ])
  })
})

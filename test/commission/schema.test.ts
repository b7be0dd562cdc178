import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { parseCreditRules, parseEvents, parsePlan } from '../../src/commission/index.js'
import { creditRuleSchema, planPolicySchema } from '../../src/commission/schema.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat, service } from './plans.js'

const tiers = (...steps: readonly object[]) => ({ ...flat, tiers: { kind: 'marginal', steps } })
const accelerated = (...steps: readonly object[]) => ({
  ...flat,
  accelerator: { quota: 'quota', steps },
})

describe('a plan in JSON', () => {
  test('is read as it is', () => {
    expect(parsePlan(structuredClone(service)).policy).toEqual(service)
    expect(parsePlan(flat).policy).toEqual(flat)
  })

  test.each([
    ['no tier', tiers(), 'empty-list', 'tiers.steps'],
    [
      'tiers out of order',
      tiers({ from: '5', rate: '1' }, { from: '4', rate: '1' }),
      'unordered-bounds',
      'tiers.steps[1].from',
    ],
    [
      'a tier twice',
      tiers({ from: '5', rate: '1' }, { from: '5.00', rate: '1' }),
      'unordered-bounds',
      'tiers.steps[1].from',
    ],
    [
      'a tier below zero',
      tiers({ from: '-1', rate: '1' }),
      'not-a-non-negative-decimal',
      'tiers.steps[0].from',
    ],
    ['a tier without a bound', tiers({ rate: '1' }), 'missing', 'tiers.steps[0].from'],
    [
      'a rate below zero',
      tiers({ from: '0', rate: '-0.01' }),
      'not-a-non-negative-decimal',
      'tiers.steps[0].rate',
    ],
    ['a rate as a number', tiers({ from: '0', rate: 0.01 }), 'wrong-type', 'tiers.steps[0].rate'],
    [
      '`exclusive` where tiers are marginal',
      tiers({ from: '0', exclusive: true, rate: '1' }),
      'unknown-key',
      'tiers.steps[0].exclusive',
    ],
    [
      'another kind of tiers',
      { ...flat, tiers: { kind: 'marginel', steps: [] } },
      'not-offered',
      'tiers.kind',
    ],
    ['no currency', { ...flat, currency: undefined }, 'missing', 'currency'],
    ['a currency that is none', { ...flat, currency: 'RMB' }, 'not-offered', 'currency'],
    ['another measure', { ...flat, measure: { sum: 'profit' } }, 'not-offered', 'measure.sum'],
    ['a week', { ...flat, period: 'week' }, 'not-offered', 'period'],
    ['a misspelt key', { ...flat, acelerator: {} }, 'unknown-key', 'acelerator'],
    ['a hostile key', JSON.parse('{ "__proto__": {} }'), 'forbidden-key', '__proto__'],
    ['a negative cap', { ...flat, cap: '-1' }, 'not-a-non-negative-decimal', 'cap'],
    ['a cap that no payout can meet', { ...flat, cap: '10.005' }, 'too-many-places', 'cap'],
    ['sen', { ...flat, currency: 'JPY', cap: '10.5' }, 'too-many-places', 'cap'],
    ['another rounding', { ...flat, rounding: 'halfup' }, 'not-offered', 'rounding'],
    [
      'a gate on the measure',
      { ...flat, gate: { kpi: 'sales', atLeast: '1' } },
      'duplicate-name',
      'gate.kpi',
    ],
    [
      'a gate that pays more for less',
      { ...flat, gate: { kpi: 'quality', atLeast: '1', keeps: '1.01' } },
      'keeps-too-much',
      'gate.keeps',
    ],
    [
      'a quota that is the measure',
      { ...flat, accelerator: { quota: 'sales', steps: [{ from: '1', factor: '2' }] } },
      'duplicate-name',
      'accelerator.quota',
    ],
    [
      'a quota that is the KPI',
      {
        ...flat,
        gate: { kpi: 'quality', atLeast: '1' },
        accelerator: { quota: 'quality', steps: [{ from: '1', factor: '2' }] },
      },
      'duplicate-name',
      'accelerator.quota',
    ],
    ['no step', accelerated(), 'empty-list', 'accelerator.steps'],
    [
      'accelerator steps out of order',
      accelerated({ from: '1.2', factor: '2' }, { from: '1', factor: '1.5' }),
      'unordered-bounds',
      'accelerator.steps[1].from',
    ],
    [
      'a step below zero',
      accelerated({ from: '-1', factor: '2' }),
      'not-a-non-negative-decimal',
      'accelerator.steps[0].from',
    ],
    [
      'a factor below zero',
      accelerated({ from: '1', factor: '-2' }),
      'not-a-non-negative-decimal',
      'accelerator.steps[0].factor',
    ],
  ])('%s is refused', (_, json, code, path) => {
    expect(found(() => parsePlan(json))).toEqual([[code, path]])
  })

  test('a cap of whole yen is one that payouts can meet', () => {
    expect(parsePlan({ ...flat, currency: 'JPY', cap: '10' }).policy.cap).toBe('10')
  })

  test('every problem of its shape is told at once', () => {
    const json = {
      ...flat,
      id: '2026 plan',
      period: 'week',
      tiers: { kind: 'retroactive', steps: [{ from: 'x', rate: 0.02 }] },
      gate: { kpi: 'quality', atleast: '0.9' },
      cap: '-1',
    }
    expect(found(() => parsePlan(json))).toEqual([
      ['not-a-name', 'id'],
      ['not-offered', 'period'],
      ['not-a-non-negative-decimal', 'tiers.steps[0].from'],
      ['wrong-type', 'tiers.steps[0].rate'],
      ['missing', 'gate.atLeast'],
      ['unknown-key', 'gate.atleast'],
      ['not-a-non-negative-decimal', 'cap'],
    ])
  })

  test('every problem of its meaning is told at once, in Chinese too', () => {
    const json = {
      ...flat,
      tiers: {
        kind: 'retroactive',
        steps: [
          { from: '5', rate: '1' },
          { from: '5', exclusive: true, rate: '1' },
        ],
      },
      gate: { kpi: 'sales', atLeast: '1', keeps: '50' },
      accelerator: { quota: 'sales', steps: [] },
      cap: '0.001',
    }
    expect(
      describeProblems(
        problemsOf(() => parsePlan(json)),
        'zh-CN',
      ).split('\n'),
    ).toEqual([
      'tiers.steps[1].from：5 不大于上一项的起点 5，区间重叠。请按起点从低到高排列，每个起点只出现一次。',
      'gate.kpi：“sales” 已是本方案另一项输入的名称。每项输入须有各自的名称。',
      'gate.keeps：保留提成的 50 倍，超过全部。请给出 0 到 1 的份额："0.5" 为一半。',
      'accelerator.quota：“sales” 已是本方案另一项输入的名称。每项输入须有各自的名称。',
      'accelerator.steps：为空。至少给出一项。',
      'cap：0.001 的小数位超过 2 位。请先按自己的规则舍入，或声明更多小数位。',
    ])
  })
})

const order = {
  id: '1',
  kind: 'order',
  date: '2026-02-14',
  amount: '22.00',
  currency: 'CNY',
  attributes: { desk: 'north' },
}
const refund = { ...order, id: '2', kind: 'refund', amount: '-22.00' }

describe('events in JSON', () => {
  test('are read as they are', () => {
    expect(parseEvents([order, refund])).toEqual([order, refund])
    expect(parseEvents([])).toEqual([])
  })

  test.each([
    ['nothing', { amount: '0' }],
    ['nothing, with a sign', { amount: '-0.00' }],
    ['whole yen', { amount: '22', currency: 'JPY' }],
    ['fils', { amount: '0.001', currency: 'KWD' }],
  ])('an order of %s is one', (_, part) => {
    expect(parseEvents([{ ...order, ...part }])).toHaveLength(1)
  })

  test.each([
    ['a negative order', { ...order, amount: '-0.01' }, 'sign-against-kind', 'amount'],
    ['a refund of nothing', { ...refund, amount: '0' }, 'sign-against-kind', 'amount'],
    ['a positive refund', { ...refund, amount: '0.01' }, 'sign-against-kind', 'amount'],
    ['a part of a cent', { ...order, amount: '0.005' }, 'too-many-places', 'amount'],
    ['sen', { ...order, amount: '0.5', currency: 'JPY' }, 'too-many-places', 'amount'],
    ['an amount that is none', { ...order, amount: 'NaN' }, 'not-a-decimal', 'amount'],
    ['an amount as a number', { ...order, amount: 22 }, 'wrong-type', 'amount'],
    ['a day that is none', { ...order, date: '2026-02-30' }, 'not-a-date', 'date'],
    ['no id', { ...order, id: '' }, 'too-small', 'id'],
    ['another kind', { ...order, kind: 'refnud' }, 'not-offered', 'kind'],
    [
      'an attribute that is no text',
      { ...order, attributes: { desk: 1 } },
      'wrong-type',
      'attributes.desk',
    ],
    ['a key too many', { ...order, salesman: 'Li' }, 'unknown-key', 'salesman'],
  ])('%s is refused', (_, event, code, path) => {
    expect(found(() => parseEvents([order, event]))).toEqual([[code, `[1].${path}`]])
  })

  test('every problem of every event is told', () => {
    const json = [
      { ...order, amount: '-1.005' },
      refund,
      { ...refund, amount: '1', currency: 'XXZ' },
    ]
    expect(found(() => parseEvents(json))).toEqual([
      ['sign-against-kind', '[0].amount'],
      ['too-many-places', '[0].amount'],
      ['not-offered', '[2].currency'],
    ])
    const [problem] = problemsOf(() => parseEvents(json))
    expect(problem?.message['zh-CN']).toBe('“order” 的金额 -1.005 正负号不对')
    expect(problem?.hint['zh-CN']).toBe('订单金额为零或正数，退款金额为负数')
  })

  test('must be a list', () => {
    expect(found(() => parseEvents({ events: [] }))).toEqual([['wrong-type', '']])
    expect(found(() => parseEvents(undefined))).toEqual([['missing', '']])
  })

  test('may be more than a policy may hold', () => {
    const many = Array.from({ length: 26_000 }, (_, i) => ({ ...order, id: String(i) }))
    expect(parseEvents(many)).toHaveLength(26_000)
  })
})

describe('crediting rules in JSON', () => {
  const share = (person: string, share: string) => ({ person, share })
  const rule = {
    credit: 'direct',
    where: { returning: 'yes' },
    by: 'desk',
    owners: { north: [share('amina', '0.3'), share('ben', '0.7')], south: [share('chloe', '1')] },
    unowned: 'refuse',
    clause: '§2',
  }

  test('are read as they are', () => {
    expect(parseCreditRules([rule])).toEqual([rule])
    const bare = { credit: 'direct', by: 'desk', owners: {}, unowned: 'skip' }
    expect(parseCreditRules([bare])).toEqual([bare])
  })

  const owners = (...shares: readonly object[]) => ({ ...rule, owners: { north: shares } })

  test.each([
    [
      'shares of 99 %',
      owners(share('a', '0.33'), share('b', '0.66')),
      'shares-not-whole',
      'owners.north',
    ],
    [
      'shares of 101 %',
      owners(share('a', '0.5'), share('b', '0.51')),
      'shares-not-whole',
      'owners.north',
    ],
    [
      'shares in per cent',
      owners(share('a', '50'), share('b', '50')),
      'shares-not-whole',
      'owners.north',
    ],
    [
      'a third, rounded',
      owners(share('a', '0.3333'), share('b', '0.3333'), share('c', '0.3333')),
      'shares-not-whole',
      'owners.north',
    ],
    ['nobody', owners(), 'too-small', 'owners.north'],
    [
      'a negative share',
      owners(share('a', '1.5'), share('b', '-0.5')),
      'not-a-non-negative-decimal',
      'owners.north[1].share',
    ],
    [
      'a share that is none',
      owners(share('a', '1/3')),
      'not-a-non-negative-decimal',
      'owners.north[0].share',
    ],
    [
      'a person twice',
      owners(share('a', '0.5'), share('b', '0'), share('a', '0.5')),
      'repeated-id',
      'owners.north[2].person',
    ],
    ['a person without a name', owners(share('', '1')), 'too-small', 'owners.north[0].person'],
    ['no word on what nobody owns', { ...rule, unowned: undefined }, 'missing', 'unowned'],
    ['a misspelt word on it', { ...rule, unowned: 'skpi' }, 'not-offered', 'unowned'],
    ['a misspelt key', { ...rule, wher: {} }, 'unknown-key', 'wher'],
    ['no attribute', { ...rule, by: '' }, 'too-small', 'by'],
  ])('%s is refused', (_, json, code, path) => {
    expect(found(() => parseCreditRules([rule, json]))).toEqual([[code, `[1].${path}`]])
  })

  test('every problem of every rule is told, in Chinese too', () => {
    const twice = owners(share('a', '0.5'), share('a', '0.4'))
    const problems = problemsOf(() => parseCreditRules([twice, owners(share('b', '2'))]))
    expect(describeProblems(problems, 'zh-CN').split('\n')).toEqual([
      '[0].owners.north[1].person：“a” 已有一份。每人只写一份。',
      '[0].owners.north：份额合计为 0.9。份额之和须恰好等于 1。',
      '[1].owners.north：份额合计为 2。份额之和须恰好等于 1。',
    ])
  })

  test('a misspelt word suggests the right one', () => {
    const [problem] = problemsOf(() => parseCreditRules([{ ...rule, unowned: 'refused' }]))
    expect(problem?.hint.en).toBe('Perhaps "refuse" was meant')
  })
})

test('the schemas can be given out as JSON Schema', () => {
  for (const schema of [planPolicySchema, creditRuleSchema])
    expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow()
})

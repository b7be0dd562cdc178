import { describe, expect, test } from 'vitest'
import { parseEvents } from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'

const order = {
  id: '1',
  kind: 'order',
  effective: '2026-02-14',
  recorded: '2026-02-15',
  amount: '100.01',
  currency: 'CNY',
  attributes: { desk: 'north' },
}
const transfer = { ...order, kind: 'transfer', credit: 'direct', from: 'ann', to: 'ben' }

describe('events are read', () => {
  test.each([
    order,
    { ...order, amount: '0.00' },
    { ...order, amount: '-0.00' },
    { ...order, kind: 'invoice' },
    { ...order, kind: 'collection', amount: '-5.00', of: '0' },
    { ...order, kind: 'refund', amount: '-100.01', of: '0' },
    { ...order, kind: 'cancellation', amount: '0' },
    { ...order, kind: 'correction', amount: '-1.00', of: '0' },
    { ...order, figures: { margin: '20.005', units: '3' } },
    { ...order, amount: '1', currency: 'JPY' },
    transfer,
  ])('as they are: %j', (event) => {
    expect(parseEvents([event])).toEqual([event])
  })

  test('from a list of any length', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...order, id: String(i) }))
    expect(parseEvents(many)).toHaveLength(30_000)
  })
})

describe('events are refused', () => {
  test.each<[object, string, string]>([
    [{ amount: '100.001' }, 'too-many-places', 'amount'],
    [{ amount: '1.5', currency: 'JPY' }, 'too-many-places', 'amount'],
    [{ amount: '-1.00' }, 'sign-against-kind', 'amount'],
    [{ kind: 'invoice', amount: '-1.00' }, 'sign-against-kind', 'amount'],
    [{ kind: 'refund', amount: '1.00' }, 'sign-against-kind', 'amount'],
    [{ kind: 'cancellation', amount: '1.00' }, 'sign-against-kind', 'amount'],
    [{ amount: 'NaN' }, 'not-a-decimal', 'amount'],
    [{ amount: 100 }, 'wrong-type', 'amount'],
    [{ effective: '2026-02-30' }, 'not-a-date', 'effective'],
    [{ kind: 'sale' }, 'not-offered', 'kind'],
    [{ from: 'ann' }, 'unknown-key', 'from'],
    [{ figures: { margin: 'all' } }, 'not-a-decimal', 'figures.margin'],
  ])('with %j: %s at %s', (wrong, code, path) => {
    expect(found(() => parseEvents([order, { ...order, ...wrong }]))).toEqual([
      [code, `[1].${path}`],
    ])
  })

  test('every one with all of its problems, in Chinese too', () => {
    const wrong = { ...order, amount: '-100.001' }
    const problems = problemsOf(() => parseEvents([wrong, { ...transfer, to: '' }]))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['sign-against-kind', '[0].amount'],
      ['too-many-places', '[0].amount'],
      ['too-small', '[1].to'],
    ])
    expect(describeProblems(problems.slice(0, 1), 'zh-CN')).toBe(
      '[0].amount：“order” 的金额 -100.001 正负号不对。订单与发票不小于零，退款与取消不大于零。',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { parseEvent, parseEvents } from '../../src/credit/event-schema.js'
import { readEvents } from '../../src/credit/rows.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { fullOrder, fullTransfer, order, transfer } from './crediting.js'

describe('events of deals are read', () => {
  test.each<object>([
    order,
    fullOrder,
    transfer,
    fullTransfer,
    { ...order, amount: '0.00' },
    { ...order, amount: '-0.00' },
    { ...order, amount: '1.50000' },
    { ...order, amount: '1', currency: 'JPY' },
    { ...order, kind: 'invoice', of: 'o1' },
    { ...order, kind: 'collection', amount: '-5.00', of: 'i1' },
    { ...order, kind: 'refund', amount: '-100.01', of: 'o1', figures: { units: '2' } },
    { ...order, kind: 'cancellation', amount: '0' },
    { ...order, kind: 'correction', amount: '-1.00' },
    { ...order, recorded: '2026-01-01' },
    { ...order, attributes: {}, figures: {} },
    { ...order, attributes: { size: `-0.${'1'.repeat(39)}`, note: 'x'.repeat(41) } },
    { ...transfer, share: '1' },
    { ...transfer, share: '0.25' },
    { ...transfer, share: '7/7' },
  ])('as they are, and frozen: %j', (event) => {
    const [read] = parseEvents([event])
    expect(read).toEqual(event)
    expect(parseEvent(event)).toEqual(event)
    expect([read, ...Object.values(read ?? {})].every(Object.isFrozen)).toBe(true)
  })

  test('from a list of any length, which is taken as it is when given again', () => {
    const given = Array.from({ length: 30_000 }, (_, i) => ({ ...order, id: String(i) }))
    const read = parseEvents(given)
    expect(read).toEqual(given)
    expect(Object.isFrozen(read)).toBe(true)
    expect(parseEvents(read)).toBe(read)
    // What is equal was not read for that.
    expect(parseEvents([...read])).not.toBe(read)
  })

  test('from a table of text', () => {
    const csv = 'id,amount\no1,120.00\no2,1.001\n'
    const { accepted, rejected } = readEvents(csv, (row) => ({ ...order, ...row }))
    expect(accepted).toEqual([order])
    expect(rejected.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
      [3, 'too-many-places'],
    ])
  })
})

describe('events of deals are refused', () => {
  test.each<[object, string, string]>([
    [{ amount: '100.001' }, 'too-many-places', 'amount'],
    [{ amount: '1.5', currency: 'JPY' }, 'too-many-places', 'amount'],
    [{ amount: '1'.repeat(41) }, 'too-many-digits', 'amount'],
    [{ amount: '-1.00' }, 'wrong-sign', 'amount'],
    [{ kind: 'invoice', amount: '-1.00' }, 'wrong-sign', 'amount'],
    [{ kind: 'refund' }, 'wrong-sign', 'amount'],
    [{ kind: 'cancellation' }, 'wrong-sign', 'amount'],
    [{ amount: 'NaN' }, 'not-a-decimal', 'amount'],
    [{ amount: 100 }, 'wrong-type', 'amount'],
    [{ on: '2026-02-30' }, 'not-a-date', 'on'],
    [{ recorded: '2026-2-3' }, 'not-a-date', 'recorded'],
    [{ due: '' }, 'not-a-date', 'due'],
    [{ kind: 'sale' }, 'not-offered', 'kind'],
    [{ from: 'ann' }, 'unknown-key', 'from'],
    [{ id: 'a\u202eb' }, 'not-a-plain-id', 'id'],
    [{ order: '' }, 'too-small', 'order'],
    [{ currency: 'RMB' }, 'not-offered', 'currency'],
    [{ figures: { margin: 'all' } }, 'not-a-decimal', 'figures.margin'],
    [{ figures: { margin: '1'.repeat(41) } }, 'too-many-digits', 'figures.margin'],
    [{ figures: { '2nd': '1' } }, 'not-a-name', 'figures.2nd'],
    [{ attributes: { size: 3 } }, 'wrong-type', 'attributes.size'],
    [{ attributes: { size: '3'.repeat(41) } }, 'too-many-digits', 'attributes.size'],
    [{ attributes: { 'own.size': '3' } }, 'reserved-name', 'attributes.own.size'],
  ])('with %j: %s at %s', (wrong, code, path) => {
    expect(found(() => parseEvents([order, { ...order, ...wrong }]))).toEqual([
      [code, `[1].${path}`],
    ])
  })

  test.each<[object, string, string]>([
    [{ of: undefined }, 'missing', 'of'],
    [{ to: undefined }, 'missing', 'to'],
    [{ to: 'li' }, 'same-person', 'to'],
    [{ amount: '1.00' }, 'unknown-key', 'amount'],
    [{ share: 'half' }, 'not-a-share', 'share'],
    [{ share: '-0.5' }, 'not-a-share', 'share'],
    [{ share: '0/3' }, 'not-a-share', 'share'],
    [{ share: '0' }, 'bad-part', 'share'],
    [{ share: '1.5' }, 'bad-part', 'share'],
    [{ share: `0.${'1'.repeat(40)}` }, 'too-many-digits', 'share'],
    [{ share: `1/${'1'.repeat(40)}` }, 'too-many-digits', 'share'],
  ])('where they transfer with %j: %s at %s', (wrong, code, path) => {
    expect(found(() => parseEvents([{ ...transfer, ...wrong }]))).toEqual([[code, `[0].${path}`]])
    expect(found(() => parseEvent({ ...transfer, ...wrong }))).toEqual([[code, path]])
  })

  test('every one with all of its problems, in Chinese too', () => {
    const wrong = { ...order, amount: '-100.001' }
    const problems = problemsOf(() => parseEvents([wrong, { ...transfer, to: '' }]))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['wrong-sign', '[0].amount'],
      ['too-many-places', '[0].amount'],
      ['too-small', '[1].to'],
    ])
    expect(describeProblems(problems.slice(0, 1), 'zh-CN')).toBe(
      '[0].amount：“order” 的金额 -100.001 正负号不对。订单与发票不小于零，退款与取消不大于零。',
    )
  })

  test.each([undefined, null, 'events', { 0: order, length: 1 }])('in no list: %j', (json) => {
    expect(problemsOf(() => parseEvents(json)).map(({ code }) => code)).toEqual([
      json === undefined ? 'missing' : 'wrong-type',
    ])
  })
})

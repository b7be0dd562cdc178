import { describe, expect, test } from 'vitest'
import { parseRecords } from '../../src/pay/data-schema.js'
import { problemsOf } from '../../src/problem/index.js'
import { texts } from './data-fixtures.js'

describe('parseRecords', () => {
  const row = { id: 'o1', on: '2026-03-02' }
  const reading = (more: object) => () => parseRecords({ orders: [{ ...row, ...more }] })

  test('reads a table of more records than a policy may hold values', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({ ...row, id: `o${i}`, a: '1', b: '2' }))
    expect(parseRecords({ orders: many })['orders']?.length).toBe(30_000)
  })

  test.each<[name: string, value: unknown, near: string]>([
    ['recored', '2026-03-02', 'recorded'],
    ['Counts', '2026-03-02', 'counts'],
    ['mad', '2026-03-02', 'made'],
    ['viod', true, 'void'],
    ['odrer', 'a', 'order'],
    ['preson', 'li', 'person'],
    ['assigment', 'desk', 'assignment'],
  ])('tells that %s is likely misspelt', (name, value, near) => {
    expect(texts(reading({ [name]: value }))).toEqual([
      `orders[0].${name}: "${name}" is a member of the record's own, and holds what "${near}" would. Perhaps "${near}" was meant; if not, choose another name.`,
      `orders[0].${name}：“${name}”是记录自有的字段，其内容却像“${near}”。也许是“${near}”；若不是，请另取名称。`,
    ])
  })

  test.each([
    ['count', '3'],
    ['orders', '3'],
    ['reason', 'returned'],
    ['season', 'spring'],
    ['mode', 'cash'],
    ['pension', '120.00'],
    ['paid', 'true'],
    ['due', '2026-03-02'],
    ['note', ''],
    ['profit', `-${'1'.repeat(40)}`],
    ['remark', 'a text of more characters than a number has digits'],
  ])('takes %s, which is a member of its own', (name, value) => {
    expect(reading({ [name]: value })()).toEqual({ orders: [{ ...row, [name]: value }] })
  })

  test('takes a member of its own that is like one that is given', () => {
    const both = { recorded: '2026-03-03', recordd: '2026-03-02' }
    expect(reading(both)()).toEqual({ orders: [{ ...row, ...both }] })
  })

  test.each<[name: string, more: object, en: string]>([
    [
      'a number of JSON',
      { amount: 12.5 },
      'orders[0].amount: should be a text, and is 12.5. Write the number as text, "12.5": a JSON number is binary floating point.',
    ],
    [
      'a member of no name',
      { 'amount paid': '1' },
      'orders[0].amount paid: "amount paid" is not a name. Write at most 64 letters, digits, "_", "-" and ".", a letter or "_" first, and no word that JavaScript reserves.',
    ],
    [
      'a number of too many digits',
      { amount: '1'.repeat(41) },
      'orders[0].amount: has 41 digits, more than 40. Give fewer digits.',
    ],
    [
      'a record that is void and is not',
      { void: false },
      'orders[0].void: false is not one of the choices. Use one of: true.',
    ],
  ])('refuses %s', (_, more, en) => {
    expect(texts(reading(more))[0]).toBe(en)
  })

  test('refuses a record that is told twice as recorded on one day', () => {
    const twice = [row, { ...row, recorded: '2026-03-02', void: true }]
    expect(texts(() => parseRecords({ orders: twice }))).toEqual([
      'orders[1]: "o1" is given twice as recorded on 2026-03-02. Keep the one that holds, or say in "recorded" which became known later.',
      'orders[1]：“o1”在 2026-03-02 记录了两次。请只保留有效的一条，或用“recorded”写明哪一条得知较晚。',
    ])
  })

  test('refuses what is no object of lists', () => {
    expect(problemsOf(() => parseRecords([]))[0]?.code).toBe('wrong-type')
    expect(problemsOf(() => parseRecords({ orders: {} }))[0]).toMatchObject({
      code: 'wrong-type',
      path: 'orders',
    })
  })
})

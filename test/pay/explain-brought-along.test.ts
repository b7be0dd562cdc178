import { describe, expect, test } from 'vitest'
import { book, component, explain, parseData, records, settle } from '../../src/pay/index.js'
import { asked, cny, one, options, pay, person, wages } from './explain-settled-fixtures.js'

describe('explain: what runs settled', () => {
  test('what was brought along is told with its reason', () => {
    const of = book([pay], options)
    const openings = [
      {
        component: 'pay',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-03' },
        settled: '60.00',
        why: 'Advance',
      },
    ]
    const run = settle(of, one(wages()), { period: '2026-03', before: 'first', openings })
    const told = explain(of, one(wages()), run, { ...asked, component: 'pay' })
    expect(told.value).toBe('40.00 CNY')
    expect(told.how).toEqual([
      'Entitled 100.00 CNY, settled before 60.00 CNY, amount 40.00 CNY',
      'Reason: Advance',
    ])
  })

  test('of a period before the first run it is what was brought along, and what changed since', () => {
    const sold = component(
      'sold',
      { pays: 'due' },
      records('deals', 'sum', { value: 'amount', unit: cny, scale: 2, input: 'sales' }),
    )
    const of = book([sold], options)
    const deal = { person: 'li', on: '2026-02-10', amount: '70.00' }
    const back = { ...deal, id: 'd-back', on: '2026-03-09', counts: '2026-02-10', amount: '-20.00' }
    const all = parseData({
      people: [{ id: 'li', ...person, attributes: {} }],
      records: { deals: [{ ...deal, id: 'd' }, back] },
    })
    const openings = [
      {
        component: 'sold',
        person: 'li',
        earned: { rhythm: 'month', period: '2026-02' },
        settled: '75.00',
        why: 'Old system',
      },
    ]
    const run = settle(of, all, { period: '2026-03', before: 'first', openings })
    const told = explain(of, all, run, { ...asked, component: 'sold', period: '2026-02' })
    expect(told).toMatchObject({ label: 'sold, 2026-02, corrected', value: '−20.00 CNY' })
    expect(told.how.slice(1)).toEqual([
      'Reason: Old system',
      'Of a period before the first run: what was brought along, and what changed in it since',
    ])
    expect(told.steps[0]?.value).toBe('50.00 CNY')
    const zh = { ...asked, component: 'sold', period: '2026-02', locale: 'zh-CN' } as const
    expect(explain(of, all, run, zh).how).toEqual([
      '应得 55.00 CNY，此前已结 75.00 CNY，本次 −20.00 CNY',
      '原因：Old system',
      '属首次结算之前的期间：期初带入数，加此后的变动',
    ])
  })
})

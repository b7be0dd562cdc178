import { describe, expect, it } from 'vitest'
import type { PlanPolicy } from '../../src/commission/index.js'
import { planComponents } from '../../src/commission/index.js'
import { renderText } from '../../src/formula/index.js'
import { explain, parseData, type Run } from '../../src/pay/index.js'
import type { Locale } from '../../src/problem/index.js'
import { collected, creditsOf, refunded, signed } from '../pay/deals/credits.js'
import { bookOf, dataOf, person, runs } from '../pay/rules/paying.js'
import { dealsOf, measured, months, paid, planOf } from './plan-months.js'

const tiers = {
  kind: 'marginal',
  steps: [
    { from: '0', rate: '0.01' },
    { from: '1000', rate: '0.02' },
  ],
} as const
const listed: Partial<PlanPolicy> = { deals: 'listed', tiers }
const A = signed('A', '2026-01-10', '600.00')
const B = signed('B', '2026-01-11', '800.00')

/** Why Li is paid what January comes to, as the first run tells it. */
function why(policy: Partial<PlanPolicy>, locale: Locale): string {
  const book = bookOf(planComponents(planOf(policy), { id: 'plan', currency: 'CNY' }))
  const data = dataOf([person('li')], { credits: creditsOf([A, B]) })
  const [run] = runs(book, data, ['2026-01']) as [Run]
  const asked = { component: 'plan', person: 'li', locale }
  return renderText(explain(book, parseData(data), run, asked))
}

describe('a plan of a period, told deal by deal', () => {
  it('each has what it brings in the order of booking', () => {
    expect(paid(listed, [B, A], { names: ['2026-01'] })).toEqual(['2026-01 18.00'])
    expect(dealsOf(listed, [B, A])).toEqual([['A 6.00', 'B 12.00']])
    const first = signed('B', '2026-01-09', '800.00')
    expect(dealsOf(listed, [A, first])).toEqual([['B 8.00', 'A 10.00']])
  })

  it('of one day, by their order and then by their ids', () => {
    const on = '2026-01-10'
    const [b, a] = [signed('b', on, '800.00'), signed('a', on, '600.00')]
    expect(dealsOf(listed, [b, a])).toEqual([['a 6.00', 'b 12.00']])
    const later = signed('a', on, '600.00', { order: '2' })
    const sooner = signed('b', on, '800.00', { order: '1' })
    expect(dealsOf(listed, [later, sooner])).toEqual([['b 8.00', 'a 10.00']])
  })

  it('a refund told later lowers what its deal brought, and what came after it', () => {
    const events = [A, B, refunded('A', '2026-02-03', '-600.00')]
    expect(paid(listed, events)).toEqual(['2026-01 18.00', '2026-02 2026-01 -10.00'])
    const names = months.slice(0, 2)
    expect(dealsOf(listed, events, { names })).toEqual([
      ['A 6.00', 'B 12.00'],
      ['A 0.00', 'B 8.00'],
    ])
  })

  it.each<[string, Partial<PlanPolicy>, readonly string[], readonly string[]]>([
    ['a floor', { floor: '20' }, ['A 0.00', 'B 0.00'], ['2026-01 20.00']],
    ['a floor that the second reaches', { floor: '10' }, ['A 0.00', 'B 8.00'], ['2026-01 18.00']],
    ['a cap', { cap: '15' }, ['A 6.00', 'B 9.00'], ['2026-01 15.00']],
    ['a gate', { gate: { kpi: 'quality', atLeast: '0.9' } }, ['A 0.00', 'B 0.00'], []],
    [
      'a kicker of a KPI',
      { kickers: [{ kpi: 'quality', atLeast: '0.5', pays: '100' }] },
      ['A 6.00', 'B 12.00'],
      ['2026-01 118.00'],
    ],
    [
      'a kicker that one of them reaches',
      { kickers: [{ kpi: 'sales', atLeast: '1000', pays: '100' }] },
      ['A 6.00', 'B 112.00'],
      ['2026-01 118.00'],
    ],
  ])('what is of no one deal is told beside: %s', (_, more, rows, expected) => {
    const people = [measured({ quality: '0.8' })]
    const events = [A, B]
    expect(dealsOf({ ...listed, ...more }, events, { people })).toEqual([rows])
    expect(paid({ ...listed, ...more }, events, { people, names: ['2026-01'] })).toEqual(expected)
  })

  it('of the year to date, and with a measure beside it', () => {
    const yearly: Partial<PlanPolicy> = {
      ...{ ...listed, measuring: 'year-to-date', linked: [{ sum: 'collections' }] },
      gate: { kpi: 'collections', atLeast: '100' },
    }
    const paidIn = (on: string) => collected('A', on, '100.00')
    const events = [A, signed('B', '2026-02-11', '800.00'), paidIn('2026-01-20')]
    const names = months.slice(0, 2)
    expect(paid({ ...listed, measuring: 'year-to-date' }, events, { names })).toEqual([
      '2026-01 6.00',
      '2026-02 12.00',
    ])
    expect(dealsOf({ ...listed, measuring: 'year-to-date' }, events, { names })).toEqual([
      ['A 6.00'],
      ['B 12.00'],
    ])
    expect(paid(yearly, [...events, paidIn('2026-02-20')], { names })).toEqual([
      '2026-01 6.00',
      '2026-02 12.00',
    ])
  })

  it('up to a cap of the year', () => {
    const events = [A, signed('B', '2026-02-11', '800.00'), signed('C', '2026-02-12', '900.00')]
    const names = months.slice(0, 2)
    const policy: Partial<PlanPolicy> = { ...listed, yearCap: '15' }
    expect(paid(policy, events, { names })).toEqual(['2026-01 6.00', '2026-02 9.00'])
    expect(dealsOf(policy, events, { names })).toEqual([['A 6.00'], ['B 8.00', 'C 1.00']])
  })

  it('of categories that must each have a rate', () => {
    const by = (line: string) => signed('A', '2026-01-10', '600.00', { attributes: { line } })
    const lines: Partial<PlanPolicy> = {
      ...{ deals: 'listed', tiers: { kind: 'category', by: 'line', rates: { a: '0.1' } } },
    }
    expect(dealsOf(lines, [by('a')])).toEqual([['A 60.00']])
    expect(dealsOf(lines, [by('b')])).toEqual([[]])
  })

  it('with a share that waits until it is collected', () => {
    const events = [A, B, collected('B', '2026-02-10', '800.00')]
    const policy: Partial<PlanPolicy> = { ...listed, holdback: { share: '0.5' } }
    expect(paid(policy, events)).toEqual(['2026-01 9.00', '2026-02 6.00'])
    expect(dealsOf(policy, events)).toEqual([['A 6.00', 'B 12.00']])
    expect(why(policy, 'en')).toContain('A, 2026-01-10: 6.00 CNY')
  })

  it('is told in the explanation, in both languages', () => {
    const said: Readonly<Record<Locale, readonly string[]>> = {
      en: [
        'Commission, 2026-01: 18.00 CNY',
        '  Commission by deal + Of no one deal',
        '  18.00 CNY + 0.00 CNY',
        '    Commission by deal: 18.00 CNY',
        '        A, 2026-01-10: 6.00 CNY',
        '        B, 2026-01-11: 12.00 CNY',
        '    Of no one deal: 0.00 CNY',
      ],
      'zh-CN': [
        '  逐笔提成 + 不属于任何一笔',
        '        A（2026-01-10）：6.00 CNY',
        '        B（2026-01-11）：12.00 CNY',
      ],
    }
    for (const locale of ['en', 'zh-CN'] as const) {
      const lines = why(listed, locale).split('\n')
      expect(said[locale].filter((line) => !lines.some((told) => told.startsWith(line)))).toEqual(
        [],
      )
    }
  })
})

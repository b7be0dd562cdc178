import { describe, expect, test } from 'vitest'
import { loyaltyIn, parseLoyalty } from '../../src/bonus/index.js'
import { parsePeriod } from '../../src/calendar/index.js'
import { explain, renderText } from '../../src/formula/index.js'
import { found } from '../found.js'

const policy = {
  id: 'years',
  currency: 'CNY',
  paid: 'milestone',
  steps: [
    { years: 1, amount: '500' },
    { years: 5, amount: '3000' },
    { years: 10, amount: '10000' },
  ],
}
const yearly = parseLoyalty({ ...policy, paid: 'yearly', steps: policy.steps.slice(1) })
const milestone = parseLoyalty(policy)

const paid = (loyalty: typeof milestone, joined: string, from: string, to: string) =>
  loyaltyIn(loyalty, { joined, span: { from, to } }).map(
    ({ date, years, amount }) => `${date} ${years} ${amount}`,
  )

describe('a loyalty bonus', () => {
  test('by milestones is paid on the anniversaries that reach one', () => {
    expect(paid(milestone, '2020-06-10', '2020-01-01', '2030-12-31')).toEqual([
      '2021-06-10 1 500.00',
      '2025-06-10 5 3000.00',
      '2030-06-10 10 10000.00',
    ])
  })

  test('by the year is paid on each anniversary from the first step on', () => {
    expect(paid(yearly, '2020-06-10', '2024-01-01', '2026-12-31')).toEqual([
      '2025-06-10 5 3000.00',
      '2026-06-10 6 3000.00',
    ])
  })

  test.each([
    ['2025-06-09', []],
    ['2025-06-10', ['2025-06-10 5 3000.00']],
    ['2025-06-11', []],
  ])('belongs to the day of the anniversary: on %s', (day, expected) => {
    expect(paid(milestone, '2020-06-10', day, day)).toEqual(expected)
  })

  test('of who joined on 29 February falls on the 28th in a common year', () => {
    expect(paid(yearly, '2020-02-29', '2025-02-01', '2025-02-28')).toEqual(['2025-02-28 5 3000.00'])
    expect(paid(milestone, '2020-02-29', '2030-02-28', '2030-03-31')).toEqual([
      '2030-02-28 10 10000.00',
    ])
  })

  test('is nothing before joining', () => {
    expect(paid(milestone, '2020-06-10', '2010-01-01', '2020-12-31')).toEqual([])
  })

  test('is explained', () => {
    const labelled = parseLoyalty({ ...policy, clause: '§9' })
    const [payment] = loyaltyIn(labelled, { joined: '2021-02-10', span: parsePeriod('2026-02') })
    const text = (locale: 'en' | 'zh-CN') =>
      payment && renderText(explain(payment.evaluation, { locale }))
    expect(text('en')).toBe(
      [
        'Loyalty bonus: 3,000.00 CNY [§9]',
        '  Years served 5 is at least 5 and below 10',
        '    Years served: 5',
      ].join('\n'),
    )
    expect(text('zh-CN')).toContain('司龄奖：3,000.00 CNY')
    expect(text('zh-CN')).toContain('服务年数：5')
    const named = parseLoyalty({ ...policy, label: 'Years' })
    const [own] = loyaltyIn(named, { joined: '2021-02-10', span: parsePeriod('2026-02') })
    expect(own && explain(own.evaluation, { locale: 'en' }).label).toBe('Years')
  })

  test.each([
    [{ steps: [] }, 'too-small', 'steps'],
    [{ steps: [{ years: 0, amount: '1' }] }, 'too-small', 'steps[0].years'],
    [{ steps: [{ years: 1, amount: '0.001' }] }, 'too-many-places', 'steps[0].amount'],
    [{ steps: policy.steps.toReversed().slice(1) }, 'not-rising', 'steps[1].years'],
    [{ paid: 'never' }, 'not-offered', 'paid'],
  ])('is refused for %j', (wrong, code, path) => {
    expect(found(() => parseLoyalty({ ...policy, ...wrong }))).toEqual([[code, path]])
  })

  test('is refused for dates that are none, and a span that ends before it starts', () => {
    const wrong = { joined: 'x', span: { from: 'y', to: 'z' } }
    expect(found(() => loyaltyIn(milestone, wrong))).toEqual([
      ['not-a-date', 'joined'],
      ['not-a-date', 'span.from'],
      ['not-a-date', 'span.to'],
    ])
    const back = { joined: '2020-01-01', span: { from: '2026-02-01', to: '2026-01-31' } }
    expect(found(() => loyaltyIn(milestone, back))).toEqual([['ends-before-start', 'span.to']])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, book as bookOfPay, settle } from '../../../src/pay/index.js'
import { lintPay, type PolicyBook, parseBook, run } from '../../../src/payroll/index.js'
import { checkPolicy, payDataOf } from '../../../src/testing/index.js'
import { isMeasured, lessForMore } from '../../../src/testing/pay/more-pays-less.js'
import { periodsOfBook } from '../../../src/testing/pay/time.js'
import { version } from '../../payroll/policies.js'
import {
  base,
  cny,
  commission,
  due,
  flat,
  less,
  partOf,
  planOf,
  shopData,
  shopJson,
} from './shop.js'
import { falling, jumping, type Planted, standing } from './total-pay.js'

/** What is found in the pay of Li over one deal, each code and place once. */
function told(book: PolicyBook): readonly string[] {
  const data = shopData()
  const march = run(book, data, { period: '2026-03', before: 'first' })
  const over = { table: 'credits', id: 'a', value: 'sales' }
  const found = lintPay(book, data, march, { person: 'li', over })
  return [...new Set(found.map(({ code, path }) => `${code} ${path}`))]
}

const booked = (policies: readonly unknown[]) => parseBook(shopJson(policies))
/** What the law finds in data that are drawn, without making them small. */
function shownOf(book: PolicyBook, cases: number): readonly unknown[] {
  const { runs } = periodsOfBook(book, { periods: 1 })
  const periods = runs.map(({ name }) => name)
  return fc
    .sample(payDataOf(book, { periods: 1 }), { seed: 1, numRuns: cases })
    .flatMap((data) => lessForMore({ book, data, periods, settle }, 0) ?? [])
}

describe('faults across components that total pay shows', () => {
  test.each([...falling, ...standing, ...jumping])('$name', ({ policies, finding }) => {
    expect(told(booked(policies))).toEqual([finding])
  })
})

describe('more sold pays less in a run that is drawn, where', () => {
  test.each(falling)('$name', ({ policies }) => {
    const [found] = shownOf(booked(policies), 40)
    expect(found).toMatchObject({ says: { en: 'More sold pays less in all' } })
  })

  test('checkPolicy tells it of the book, with two runs', () => {
    const [{ policies }] = falling as [Planted]
    const { reports } = checkPolicy(booked(policies), { laws: ['monotone'], runs: 40 })
    expect(reports.map(({ of, outcome }) => [of, outcome])).toEqual([
      ['commission from 2026-01-01', 'proved'],
      ['shop', 'broken'],
    ])
    const [less, more] = reports[1]?.broken?.rows.map(({ sales, pays }) => [sales, pays]) ?? []
    expect(Number(more?.[0])).toBeGreaterThan(Number(less?.[0]))
    expect(Number(more?.[1])).toBeLessThan(Number(less?.[1]))
  })

  test('but for what the author of a plan expects', () => {
    const rates = { kind: 'retroactive', steps: [{ rate: '0.02' }, { from: '100', rate: '0' }] }
    const plan = { period: 'month', measure: { sum: 'sales' }, tiers: rates }
    const expecting = (expect: object) => {
      const own = { ...commission, versions: [version({ plan }, { expect })] }
      return shownOf(booked([base, own]), 10)[0]
    }
    expect(expecting({})).toMatchObject({ says: { en: 'More sold pays less in all' } })
    expect(expecting({ fallsAt: ['99.99'] })).toBe('declared')
  })
})

describe('of data that are told', () => {
  const { people, records } = shopData()
  const told = (policies: readonly unknown[], more: object = {}) =>
    lessForMore(
      {
        book: booked([base, commission, ...policies]),
        data: { people, groups: [], records: { ...records, ...more } } as never,
        periods: ['2026-03'],
        settle,
      },
      1,
    )
  const twice = due('twice', less(partOf('commission', '2')))

  test('a fall without an end is shown by a number far beyond', () => {
    expect(told([twice])).toMatchObject({
      rows: [
        { person: 'wu', record: 'b', sales: '0.249999', pays: '3000' },
        { sales: '1000000.249999', pays: '-17000' },
      ],
    })
  })

  test('what others bring makes up is none', () => {
    const team = due(
      'team',
      amount('commission', cny, 2, { among: { group: { by: 'department' }, as: 'sum' } }),
    )
    expect(told([twice, team])).toBeUndefined()
  })

  test('records of nobody, of other periods, and without the number show nothing', () => {
    const credits = [
      { id: 'a', on: '2026-03-05', sales: '1.00' },
      { id: 'b', on: '2026-03-05', person: 'li' },
      { id: 'c', on: '2026-01-05', person: 'li', sales: '1.00' },
    ]
    expect(told([twice], { credits })).toBeUndefined()
    expect(told([twice], { credits: undefined })).toBeUndefined()
  })
})

describe('without a fault', () => {
  const sound = [base, commission, planOf('second', flat('0.01'))]
  test('nothing is found', () => {
    expect(told(booked(sound))).toEqual([])
    expect(shownOf(booked(sound), 20)).toEqual([])
  })

  test.each(standing)('no drawn run pays less for more: $name', ({ policies }) => {
    expect(shownOf(booked(policies), 10)).toEqual([])
  })

  test('a book without plans measures nothing', () => {
    expect(isMeasured(booked([base]))).toBe(false)
    expect(isMeasured(bookOfPay([], { currency: 'CNY', retro: 0 }))).toBe(false)
    expect(shownOf(booked([base]), 2)).toEqual([])
  })
})

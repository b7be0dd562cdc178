import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Each, RecordsSource } from '../../../src/pay/component.js'
import type { Row } from '../../../src/pay/data.js'
import { byMoment, counted } from '../../../src/pay/records.js'
import { bookOf, dataOf, lines, order, person, reading, run, told, withheld } from './paying.js'

/** A text by its code points, each in six digits, as naive as can be. */
const spelled = (text: string) =>
  Array.from(text, (sign) => (sign.codePointAt(0) as number).toString(16).padStart(6, '0')).join('')
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
/** Signs below, among and above the halves of pairs, and two pairs with one first half. */
const signs = fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '\uffee', '𐀀', '😀', '😁', '\u{10fffd}')
const word = fc.array(signs, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))

describe('many records', () => {
  it('of one day are in the order of the code points of their places, then of their ids', () => {
    const row = fc.record({ id: word, order: fc.option(word, { nil: undefined }) })
    const naive = (each: { readonly id: string; readonly order: string | undefined }) =>
      `${spelled(each.order ?? '')} ${spelled(each.id)}`
    fc.assert(
      fc.property(row, row, (a, b) => {
        const [left, right] = [a, b].map((each) => counted({ ...each, on: '2026-03-01' }))
        const found = Math.sign(byMoment(left as never, right as never))
        expect(found).toBe(compare(naive(a), naive(b)))
      }),
      { numRuns: 1_000 },
    )
  })

  const cents = fc.integer({ min: -99_999, max: 99_999 })
  const drawn = fc.record({
    sign: signs,
    day: fc.integer({ min: 0, max: 80 }),
    deal: fc.constantFrom('x', 'y', 'z', undefined),
    kind: fc.constantFrom('sale', 'refund'),
    cents,
    order: fc.option(word, { nil: undefined }),
  })
  type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never
  const amountOf = (value: number) => (value / 100).toFixed(2)
  const dayAt = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10)
  const rowsOf = (all: readonly Drawn[]): readonly Row[] =>
    all.map(({ sign, day, deal, kind, cents: value, order: place }, i) =>
      order(`${sign}${i}`, dayAt(day), amountOf(value), {
        kind,
        ...(deal !== undefined && { deal }),
        ...(place !== undefined && { order: place }),
      }),
    )
  const momentOf = ({ on, order: place = '', id }: Row) => `${on} ${spelled(place)} ${spelled(id)}`
  const sorted = (rows: readonly Row[]) =>
    [...rows].sort((a, b) => compare(momentOf(a), momentOf(b)))
  const sumOf = (rows: readonly Row[]) =>
    amountOf(rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0))
  const inMarch = ({ on }: Row) => on >= '2026-03-01' && on <= '2026-03-31'

  const partsOf = (component: Component, rows: readonly Row[]) =>
    run(bookOf([component], { retro: 0 }), dataOf([person('li')], { orders: rows }), '2026-03')
      .lines.flatMap(({ parts }) => parts)
      .map(({ record, amount }) => `${record} ${amount}`)
  const summing = (each: Each, more: Partial<RecordsSource>) =>
    reading('sum', { from: 'records', of: 'orders', as: 'sum', value: 'amount', ...more }, { each })
  const counting = (each: Each, more: Partial<RecordsSource>) =>
    told('sum', { from: 'records', of: 'orders', as: 'count', ...more }, { each })

  it('have running sums that are those of naive windows', () => {
    const each = { record: 'orders' } as const
    const where = { kind: ['sale'] }
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 30 }), (all) => {
        const rows = sorted(rowsOf(all))
        const expected = (toText: (earlier: readonly Row[], row: Row) => string) =>
          rows.flatMap((row, i) =>
            inMarch(row) ? [`${row.id} ${toText(rows.slice(0, i), row)}`] : [],
          )
        const shown = (component: Component) => partsOf(component, rows.toReversed())
        const over = { since: 'year' } as const
        const before = { since: 'year', through: 'before' } as const
        const sales = (some: readonly Row[]) => some.filter(({ kind }) => kind === 'sale')
        expect(shown(summing(each, { over }))).toEqual(
          expected((earlier, row) => sumOf([...earlier, row])),
        )
        expect(shown(summing(each, { over: before }))).toEqual(
          expected((earlier) => sumOf(earlier)),
        )
        expect(shown(summing(each, { over: before, where }))).toEqual(
          expected((earlier) => sumOf(sales(earlier))),
        )
        expect(shown(counting(each, { over, where }))).toEqual(
          expected((earlier, row) => `${sales([...earlier, row]).length}.00`),
        )
        expect(shown(counting(each, { over: before, value: 'deal' }))).toEqual(
          expected((earlier) => `${earlier.filter(({ deal }) => deal !== undefined).length}.00`),
        )
      }),
    )
  })

  it('of many deals come to the naive sums of each deal', () => {
    const each = { record: 'orders', by: 'deal' } as const
    const same = ['deal']
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 40 }), (all) => {
        const rows = sorted(rowsOf(all)).filter(({ deal }) => deal !== undefined)
        const deals = [...new Set(rows.map(({ deal }) => deal as string))]
        const expected = (
          toSum: (own: readonly Row[], inPeriod: readonly Row[]) => readonly Row[],
        ) =>
          deals.flatMap((deal) => {
            const own = rows.filter((row) => row['deal'] === deal)
            const inPeriod = own.filter(inMarch)
            return inPeriod.length === 0 ? [] : [`${deal} ${sumOf(toSum(own, inPeriod))}`]
          })
        const shown = (more: Partial<RecordsSource>) =>
          partsOf(summing(each, { same, ...more }), rows.toReversed())
        const upTo = (last: Row | undefined) => rows.indexOf(last as Row)
        expect(shown({})).toEqual(expected((_, inPeriod) => inPeriod))
        expect(shown({ over: { since: 'ever' } })).toEqual(
          expected((own, inPeriod) => own.filter((row) => upTo(row) <= upTo(inPeriod.at(-1)))),
        )
        expect(shown({ over: { since: 'ever', through: 'before' } })).toEqual(
          expected((own, inPeriod) => own.filter((row) => upTo(row) < upTo(inPeriod[0]))),
        )
      }),
    )
  })

  it('reach a closed period on the day they count, also where their deal was made later', () => {
    const of = bookOf(
      [reading('sum', { from: 'records', of: 'orders', as: 'sum', value: 'amount' })],
      {
        retro: 0,
      },
    )
    const first = order('a', '2026-03-02', '1.00')
    const later = [
      order('b', '2026-04-02', '2.00', { counts: '2026-03-10', made: '2026-03-20' }),
      order('c', '2026-04-03', '4.00', { made: '2026-03-20' }),
      order('d', '2026-04-04', '8.00', { counts: '2026-03-31', made: '2026-01-10' }),
    ]
    const march = run(of, dataOf([person('li')], { orders: [first] }), '2026-03')
    const april = run(of, dataOf([person('li')], { orders: [first, ...later] }), '2026-04', march)
    expect(lines(april)).toEqual(['sum li 2026-04 4.00', 'sum li 2026-03 10.00'])
  })

  it('without a number fail the periods that read them alone', () => {
    const component = reading('sum', {
      from: 'records',
      of: 'orders',
      as: 'sum',
      value: 'amount',
      over: { last: 2 },
    })
    const orders = [
      order('a', '2026-02-02', '1.00'),
      order('b', '2026-03-02', '2.00'),
      order('c', '2026-05-02', 'much'),
    ]
    const may = run(bookOf([component]), dataOf([person('li')], { orders }), '2026-05', 'first')
    expect(withheld(may)).toEqual(['sum li 2026-05 no-member'])
    const each = { ...component, each: { record: 'orders', over: { last: 4 } } } as const
    const rows = run(bookOf([each]), dataOf([person('li')], { orders }), '2026-05', 'first')
    expect(withheld(rows)).toEqual(['sum li 2026-05 no-member'])
    expect(rows.withheld[0]?.problems).toHaveLength(1)
  })
})

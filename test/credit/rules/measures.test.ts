import { describe, expect, test } from 'vitest'
import { bySeller, credited, direct, later, order, shown } from './shop.js'

const sold = order({ attributes: { seller: 'li' } })
const billed = later('invoice', { id: 'i1' })
const received = later('collection', { id: 'c1', amount: '60.00' })

/** What events come to, by measure. */
function sums(events: readonly object[], crediting: object = bySeller) {
  const { credits } = credited(crediting, events)
  const sum = (name: string) =>
    credits.reduce((all, row) => all + Math.round(Number(row[name]) * 100), 0) / 100
  return ['sales', 'invoiced', 'collections'].map(sum)
}

describe('what takes back X counts where X counts', () => {
  test.each([
    ['a refund of the order', { of: 'o1' }, [80, 80, 60]],
    ['a refund of the invoice', { of: 'i1' }, [80, 80, 60]],
    ['a refund of the collection', { of: 'c1' }, [80, 100, 40]],
    ['a cancellation of the invoice', { of: 'i1', kind: 'cancellation' }, [80, 80, 60]],
    ['a correction of the order', { of: 'o1', kind: 'correction' }, [80, 100, 60]],
    ['a correction of the invoice', { of: 'i1', kind: 'correction' }, [80, 80, 60]],
    ['a correction of the collection', { of: 'c1', kind: 'correction' }, [100, 100, 40]],
    ['money paid back of the collection', { of: 'c1', kind: 'collection' }, [100, 100, 40]],
    ['money paid back of the order', { of: 'o1', kind: 'collection' }, [100, 100, 40]],
  ])('%s', (_, members, expected) => {
    const back = later('refund', { id: 'r1', on: '2026-03-01', amount: '-20.00', ...members })
    expect(sums([sold, billed, received, back])).toEqual(expected)
  })

  test('a refund of what was not billed yet leaves the bill as it is', () => {
    const half = { ...billed, amount: '50.00' }
    const back = (amount: string) => later('refund', { id: 'r1', on: '2026-03-01', amount })
    expect(sums([sold, half, back('-20.00')])).toEqual([80, 50, 0])
    expect(sums([sold, half, back('-70.00')])).toEqual([30, 30, 0])
    expect(sums([sold, back('-20.00')])).toEqual([80, 0, 0])
  })

  test('without an order nothing was sold, so nothing of it comes back', () => {
    const alone = { ...sold, kind: 'collection' }
    const back = (kind: string) => later(kind, { id: 'r1', amount: '-40.00' })
    expect(sums([alone, back('refund')])).toEqual([0, 0, 60])
    expect(sums([alone, back('cancellation')])).toEqual([0, 0, 60])
    const bill = { ...sold, kind: 'invoice' }
    expect(sums([bill, back('correction')])).toEqual([0, 60, 0])
  })

  test('a refund without its sale is told, and may fall below zero', () => {
    const alone = order({ kind: 'refund', amount: '-30.00', attributes: { seller: 'li' } })
    const { credits, reconciliation } = credited(bySeller, [alone])
    expect(credits.map(({ sales }) => sales)).toEqual(['-30.00'])
    expect(reconciliation).toEqual([{ finding: 'unmatched', deal: 'o1' }])
  })
})

describe('the day on which it counts', () => {
  const days = (events: readonly object[], crediting = {}) =>
    credited({ ...bySeller, ...crediting }, events).credits.map(
      ({ event, counts, sales, invoiced, collections }) =>
        `${event} ${counts} ${sales} ${invoiced} ${collections}`,
    )
  const refund = later('refund', { id: 'r1', on: '2026-03-01', amount: '-100.00', of: 'c1' })

  test('is that of the document of each measure', () => {
    expect(
      days([sold, billed, { ...received, amount: '100.00', on: '2026-02-20' }, refund]),
    ).toEqual([
      'o1 2026-01-10 100.00 0.00 0.00',
      'i1 2026-02-03 0.00 100.00 0.00',
      'c1 2026-02-20 0.00 0.00 100.00',
      'r1 2026-01-10 -100.00 0.00 0.00',
      'r1 2026-02-20 0.00 0.00 -100.00',
    ])
  })

  test('is that of the last document by then, or of the first', () => {
    const second = { ...sold, id: 'o2', of: 'o1', on: '2026-02-10' }
    const early = { ...received, amount: '100.00', on: '2026-01-05' }
    const back = { ...refund, on: '2026-01-07' }
    const ofRefund = (events: readonly object[]) =>
      days(events).filter((row) => row.startsWith('r1'))
    // No share is held before the deal's day, on which the money that came before it counts too.
    expect(ofRefund([sold, second, early, back])).toEqual(['r1 2026-01-10 -100.00 0.00 -100.00'])
    expect(ofRefund([sold, second, early, refund])).toEqual([
      'r1 2026-02-10 -100.00 0.00 0.00',
      'r1 2026-01-10 0.00 0.00 -100.00',
    ])
  })

  test('is its own where the rules say so', () => {
    const back = later('refund', { id: 'r1', amount: '-20.00' })
    expect(days([sold, back], { takeBacks: 'own' })[1]).toBe('r1 2026-02-03 -20.00 0.00 0.00')
    expect(days([sold, back])[1]).toBe('r1 2026-01-10 -20.00 0.00 0.00')
  })
})

describe('figures', () => {
  const crediting = direct(
    { rules: [{ owner: 'seller' }] },
    {},
    {
      figures: {
        margin: { unit: 'money:CNY', sign: 'any' },
        pieces: { unit: 'count', places: 0 },
        paid: { unit: 'money:CNY', from: 'collection' },
      },
    },
  )
  const pieces = (value: string) => ({ figures: { pieces: value } })

  test('are taken from their document, and back with what takes that back', () => {
    const events = [
      { ...sold, figures: { pieces: '4', margin: '-7.50', paid: '1.00' } },
      { ...received, figures: { pieces: '4', paid: '60.00' } },
      later('refund', { id: 'r1', amount: '-25.00', figures: { pieces: '-1', margin: '2.00' } }),
    ]
    expect(shown(credited(crediting, events), 'pieces', 'margin', 'paid')).toEqual([
      'o1 direct li 4 -7.50 0.00',
      'c1 direct li 0 0.00 60.00',
      'r1 direct li -1 2.00 0.00',
    ])
  })

  test('must be told by what takes back a deal that has them', () => {
    const back = later('refund', { id: 'r1', amount: '-25.00' })
    expect(() => credited(crediting, [{ ...sold, ...pieces('4') }, back])).toThrow(/pieces/)
    expect(() => credited(crediting, [{ ...sold, ...pieces('0') }, back])).not.toThrow()
  })

  test('come back without money, where a free piece does', () => {
    const back = later('refund', { id: 'r1', amount: '0.00', figures: { pieces: '-1' } })
    expect(
      shown(credited(crediting, [{ ...sold, ...pieces('4') }, back]), 'sales', 'pieces'),
    ).toEqual(['o1 direct li 100.00 4', 'r1 direct li 0.00 -1'])
  })

  test('that would fall below zero are told, but for those of any sign', () => {
    const back = (figures: object) => later('refund', { id: 'r1', amount: '-25.00', figures })
    const deal = [{ ...sold, figures: { pieces: '4', margin: '5.00' } }]
    expect(() => credited(crediting, [...deal, back({ pieces: '-5', margin: '-9.00' })])).toThrow(
      /"pieces" of the deal "o1" falls to -1/,
    )
    const { credits } = credited(crediting, [...deal, back({ pieces: '-4', margin: '-9.00' })])
    expect(credits[1]?.['margin']).toBe('-9.00')
  })

  test('have the places that they are declared with', () => {
    expect(() => credited(crediting, [{ ...sold, ...pieces('1.5') }])).toThrow(/0 decimal places/)
    expect(shown(credited(crediting, [{ ...sold, ...pieces('3.000') }]), 'pieces')).toEqual([
      'o1 direct li 3',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { event, paidOn, planOf } from './one-seller.js'

const month = (number: number): readonly [string, string] => [
  `2026-0${number}`,
  `2026-0${number}-28`,
]

describe('the failures that others filed against their own systems', () => {
  // https://github.com/productdevbook/tezgah/issues/144: the refund took the blended 12.5 %.
  describe('productdevbook/tezgah #144: half is captured at 10 %, half at 15 %, the first half refunded', () => {
    const tenThenFifteen = (['0.10', '0.15'] as const).map((rate, i) => ({
      from: `2026-0${i + 1}-01`,
      value: planOf({
        measure: { sum: 'collections' },
        tiers: { kind: 'flat', rate },
      }),
    }))
    const captured = [
      event('order', 'order', '2026-01-10', '2000.00'),
      event('first half', 'collection', '2026-01-10', '1000.00', { of: 'order' }),
      event('second half', 'collection', '2026-02-10', '1000.00', { of: 'order' }),
    ]
    const paidBack = (of: string) =>
      event('paid back', 'collection', '2026-03-10', '-1000.00', { of })

    test('what is paid back of the first half takes 10 % of it', () => {
      const settled = paidOn(
        tenThenFifteen,
        [...captured, paidBack('first half')],
        [month(1), month(2), month(3)],
      )
      expect(settled).toEqual(['100.00', '150.00', '-100.00'])
    })

    test('what is paid back of the second half takes 15 % of it', () => {
      const settled = paidOn(
        tenThenFifteen,
        [...captured, paidBack('second half')],
        [month(1), month(2), month(3)],
      )
      expect(settled).toEqual(['100.00', '150.00', '-150.00'])
    })
  })

  // https://github.com/guillermoscript/lms-front/issues/511: 640, since the refund was taken twice.
  describe('guillermoscript/lms-front #511: 1,000 of good sales and 100 refunded at 80 %', () => {
    const share = planOf({ tiers: { kind: 'flat', rate: '0.80' } })
    const refunded = event('refunded', 'order', '2026-01-10', '100.00')
    const good = event('good', 'order', '2026-02-10', '1000.00')
    const refund = event('refund', 'refund', '2026-02-20', '-100.00', { of: 'refunded' })

    test('owes 720 where 80 was paid for the refunded sale', () => {
      const settled = paidOn(share, [refunded, good, refund], [month(1), month(2)])
      expect(settled).toEqual(['80.00', '720.00'])
    })

    test('owes 800 where nothing was paid for it', () => {
      const unpaid = ['2026-01', '2026-01-01'] as const
      expect(paidOn(share, [refunded, good, refund], [unpaid, month(2)])).toEqual([
        '0.00',
        '800.00',
      ])
    })
  })

  // https://github.com/OCA/agreement/issues/36: the settlement on the way was forgotten.
  test.each([
    { measuring: 'period', period: 'year', days: ['2026', '2026'] },
    { measuring: 'year-to-date', period: 'month', days: ['2026-01', '2026-06'] },
  ] as const)(
    'OCA/agreement #36: sections settled once on the way take that settlement into account, by the $period',
    ({ measuring, period, days: [first, last] }) => {
      const sections = planOf({
        period,
        measuring,
        tiers: {
          kind: 'marginal',
          steps: [
            { from: '0', rate: '0.05' },
            { from: '1000', rate: '0.10' },
            { from: '10000', rate: '0.20' },
          ],
        },
      })
      const settled = paidOn(
        sections,
        [
          event('first', 'order', '2026-01-10', '1000.00'),
          event('later', 'order', '2026-06-10', '10500.00'),
        ],
        [
          [first, '2026-01-31'],
          [last, '2026-06-30'],
        ],
      )
      // 50 + 900 + 300 for 11,500, of which 50 is settled.
      expect(settled).toEqual(['50.00', '1200.00'])
    },
  )

  // https://github.com/OCA/commission/issues/652: commissions on refunds stayed positive.
  test('OCA/commission #652: a refund under a rate by product is negative', () => {
    const byProduct = planOf({
      tiers: { kind: 'category', by: 'product', rates: { desk: '0.05', chair: '0.15' } },
    })
    const attributes = { product: 'chair' }
    const settled = paidOn(
      byProduct,
      [
        event('order', 'order', '2026-01-10', '1000.00', { attributes }),
        event('refund', 'refund', '2026-02-10', '-1000.00', { of: 'order' }),
      ],
      [month(1), month(2)],
    )
    expect(settled).toEqual(['150.00', '-150.00'])
  })

  // https://github.com/OCA/commission/pull/503: the credit note was settled, the invoice was not.
  test.each([
    {
      how: 'is written before the payment',
      events: [event('note', 'refund', '2026-01-15', '-1000.00', { of: 'invoice' })],
    },
    {
      how: 'is written and paid back after the payment',
      events: [
        event('payment', 'collection', '2026-01-12', '1000.00', { of: 'invoice' }),
        event('note', 'refund', '2026-01-15', '-1000.00', { of: 'invoice' }),
        event('paid back', 'collection', '2026-01-16', '-1000.00', { of: 'payment' }),
      ],
    },
  ])(
    'OCA/commission #503: a credit note that $how nets to nothing in a plan paid on collection',
    ({ events }) => {
      const onCollection = planOf({
        tiers: { kind: 'flat', rate: '0.10' },
        holdback: { share: '1' },
      })
      const invoice = event('invoice', 'order', '2026-01-10', '1000.00')
      expect(paidOn(onCollection, [invoice, ...events], [month(1)])).toEqual(['0.00'])
    },
  )

  // https://github.com/antiwork/gumroad/pull/6445, with the figures of #6420: a credit of 197 cents
  // went to 0 on a refund of half, where 98 is right.
  test('antiwork/gumroad #6445: a partial refund keeps the commission on what was kept', () => {
    const affiliate = planOf({ tiers: { kind: 'flat', rate: '0.197' } })
    const settled = paidOn(
      affiliate,
      [
        event('purchase', 'order', '2026-01-10', '10.00'),
        event('half back', 'refund', '2026-02-10', '-5.00', { of: 'purchase' }),
      ],
      [month(1), month(2)],
    )
    // What is kept earns 0.985, rounded once.
    expect(settled).toEqual(['1.97', '-0.98'])
    const whole = paidOn(
      affiliate,
      [
        event('purchase', 'order', '2026-01-10', '10.00'),
        event('all back', 'refund', '2026-02-10', '-10.00', { of: 'purchase' }),
      ],
      [month(1), month(2)],
    )
    expect(whole).toEqual(['1.97', '-1.97'])
  })

  // https://excelforum.com/excel-formulas-and-functions/861932: a spreadsheet cannot say it in a cell.
  describe('5, 6 and 7 % by the quarter, accelerators only once the quota of the year to date is met', () => {
    const plan = planOf({
      period: 'quarter',
      quota: 'quota',
      linked: [{ sum: 'sales', as: 'this_year', span: 'year-to-date' }],
      tiers: { kind: 'flat', rate: '0.05' },
      accelerator: {
        steps: [
          { from: '1', factor: '1.2' },
          { from: '1.25', factor: '1.4' },
        ],
        when: { kpi: 'this_year', of: 'quota_to_date', atLeast: '1' },
      },
    })
    const lastDays = ['2026-03-31', '2026-06-30', '2026-09-30']
    const quarters = (amounts: readonly string[], quotaToDate: (quarter: number) => string) =>
      paidOn(
        plan,
        amounts.map((amount, i) => event(`q${i}`, 'order', `2026-0${3 * i + 1}-15`, amount)),
        amounts.map((_, i) => [`2026-Q${i + 1}`, lastDays[i] as string] as const),
        Object.fromEntries(
          amounts.map((_, i) => [
            `2026-Q${i + 1}`,
            { quota: '100000.00', quota_to_date: quotaToDate(i + 1) },
          ]),
        ),
      )
    const toDate = (quarter: number) => `${quarter}00000.00`

    test('150,000 in the first quarter earn 5,000 + 1,500 + 1,750', () => {
      expect(quarters(['150000.00'], toDate)).toEqual(['8250.00'])
    })

    test.each([
      ['200,000 in the third accelerate: 325,000 meet the quota to date', '200000.00', '11750.00'],
      ['174,999.99 in the third do not: a cent is missing to 300,000', '174999.99', '8750.00'],
    ])('after 50,000 and 75,000, %s', (_, third, due) => {
      const amounts = ['50000.00', '75000.00', third]
      expect(quarters(amounts, toDate)).toEqual(['2500.00', '3750.00', due])
    })

    test('200,000 in the third do not where the quota of the whole year must be met', () => {
      const amounts = ['50000.00', '75000.00', '200000.00']
      const settled = quarters(amounts, () => '400000.00')
      expect(settled).toEqual(['2500.00', '3750.00', '10000.00'])
    })
  })
})

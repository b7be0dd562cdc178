import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dividePool, parseProfitSharing, profitSharingComponents } from '../../src/bonus/index.js'
import { parseData, settle } from '../../src/pay/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { paid, staff } from '../payroll/bonus-months.js'
import { bookOf as policies, policy } from '../payroll/policies.js'

const about = { id: 'share', currency: 'CNY' } as const
const named = { id: 'share', currency: 'CNY' } as const
const funding = { rounding: 'down', source: { kind: 'profit-share', rate: '0.10' } } as const
const sharing = { ties: 'id', by: ['salary', 'months', 'rating'] } as const
const salary = { from: 'attribute', name: 'base' } as const
const months = { from: 'time', count: 'months', since: 'hired' } as const

describe('profit sharing as components', () => {
  test('writes what is golden', () => {
    const written = profitSharingComponents(
      {
        funding: { ...funding, ...named },
        sharing: { ...sharing, ...named, floor: '100', cap: '5000' },
        reads: { salary, months, profit: { from: 'figure', name: 'net_profit' } },
      },
      { ...about, eligible: { where: { permanent: ['yes'] } } },
    )
    expectGolden('test/bonus/golden/profit-sharing.txt', writtenText(written))
    const plain = { funding: { ...funding, ...named }, sharing: { ...sharing, ...named } }
    const [fund, ...others] = profitSharingComponents(plain, about)
    expect([fund?.period, others.length]).toEqual([undefined, 2])
  })

  test('divides as a pool is divided, apart from who has the odd cent', () => {
    const member = fc.record({
      salary: fc
        .integer({ min: 0, max: 9_000_000 })
        .map((fen) => decimal(String(fen)).div(100).toFixed(2)),
      months: fc.integer({ min: 0, max: 12 }).map(String),
      rating: fc.constantFrom('0.8', '1', '1.2'),
    })
    const drawn = fc.record({
      by: fc.subarray(['salary', 'months', 'rating'] as const, { minLength: 1 }),
      fund: fc
        .integer({ min: 0, max: 99_999 })
        .map((fen) => decimal(String(fen)).div(100).toFixed(2)),
      members: fc.array(member, { minLength: 1, maxLength: 5 }),
    })
    fc.assert(
      fc.property(drawn, ({ by, fund, members }) => {
        const own = { ...named, ties: 'id', by } as const
        const figures = members.map((each) => Object.fromEntries(by.map((key) => [key, each[key]])))
        const ids = 'abcde'
        const weighs = figures.some((each) => Object.values(each).every((value) => +value > 0))
        fc.pre(weighs)
        const pool = dividePool(parseProfitSharing(own), {
          fund,
          members: figures.map((each, i) => ({ id: ids[i] as string, figures: each })),
        })
        const whole = { ...funding, ...named, source: { kind: 'profit-share', rate: '1' } } as const
        const of = bookOf(profitSharingComponents({ funding: whole, sharing: own }, about))
        const data = parseData({
          people: figures.map((each, i) => staff(ids[i] as string, {}, { '2026-03': each })),
          groups: [
            { of: 'company', figures: [{ name: 'profit', period: '2026-03', value: fund }] },
          ],
        })
        const { lines } = settle(of, data, { period: '2026-03', before: 'first' })
        const amounts = lines.map(({ amount }) => amount)
        expect(total(amounts, 2)).toBe(decimal(fund).toFixed(2))
        expect(amounts.length).toBe(pool.shares.length)
        for (const [i, share] of pool.shares.entries())
          expect(
            decimal(share.amount)
              .minus(amounts[i] as string)
              .abs()
              .lte('0.01'),
          ).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('profit sharing in a book', () => {
  const of = (terms: object) => policy('profitSharing', 'share', { funding, sharing, ...terms })
  const rated = (id: string, base: string, told: object, more = {}) =>
    staff(id, { base }, { '2026-03': told as never }, more)
  const firm = (profit: string) => [
    { of: 'company', figures: [{ name: 'profit', period: '2026-03', value: profit }] },
  ]
  const li = rated('li', '5000.00', { months: '12', rating: '1.2' })
  const wu = rated('wu', '8000.00', { months: '6', rating: '1' })

  test.each([
    ['a profit', '1000000.00', ['2026-03 li share 60000.00', '2026-03 wu share 40000.00']],
    ['nothing', '0.00', []],
    ['a loss', '-5000.00', []],
  ])('divides %s', (_, profit, expected) => {
    const told = { people: [li, wu], groups: firm(profit) }
    expect(paid([of({ reads: { salary } })], told, ['2026-03'])).toEqual(expected)
  })

  test('is withheld from all where one has no rating', () => {
    const told = {
      people: [li, rated('wu', '8000.00', { months: '6' })],
      groups: firm('1000.00'),
    }
    const lines = paid([of({ reads: { salary } })], told, ['2026-03'])
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '2026-03 li share',
      '2026-03 wu share',
    ])
  })

  const order = (id: string, seller: string, amount: string) => ({
    id,
    kind: 'order',
    on: '2026-03-10',
    amount,
    currency: 'CNY',
    attributes: { seller },
  })
  const crediting = {
    credits: { currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } },
  }
  const plan = policy(
    'plan',
    'commission',
    { plan: { period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.02' } } },
    { tags: ['variable'] },
  )

  test.each([
    ['a component of everybody', { name: 'commission' }],
    ['a tag', { tag: 'variable' }],
  ])('a share of what a plan pays: by %s', (_, named) => {
    const profit = { from: 'component', ...named, among: { group: 'company', as: 'sum' } }
    // The desk divides a tenth of the commission of those who sell.
    const terms = { sharing: { ties: 'id', by: ['rating'] }, reads: { profit } }
    const eligible = { where: { department: ['desk'] } }
    const versions = [
      { from: '2026-01-01', reason: 'Handbook', eligible, terms: { funding, ...terms } },
    ]
    const people = [
      staff('li', { department: 'sales' }),
      staff('wu', { department: 'sales' }),
      staff('mo', { department: 'desk' }, { '2026-03': { rating: '1' } }),
      staff('na', { department: 'desk' }, { '2026-03': { rating: '3' } }),
    ]
    const deals = { events: [order('a', 'li', '10000.00'), order('b', 'wu', '30000.00')] }
    const lines = paid([plan, { ...of({}), versions }], { people, deals }, ['2026-03'], {
      crediting,
    })
    expect(lines).toEqual([
      '2026-03 li commission 200.00',
      '2026-03 wu commission 600.00',
      '2026-03 mo share 20.00',
      '2026-03 na share 60.00',
    ])
  })

  test('of a year, by months of service to the day of leaving', () => {
    const rhythms = { month: { kind: 'month' }, year: { kind: 'year' } }
    const names = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
    const hired = [{ from: '2020-01-01', value: '2026-01-01' }]
    const attributes = { base: [{ from: '2020-01-01', value: '5000.00' }], hired }
    const people = [
      staff('li', {}, {}, { attributes }),
      staff('wu', {}, {}, { attributes, employment: [{ from: '2026-01-01', to: '2026-06-30' }] }),
    ]
    const groups = [
      {
        of: 'company',
        figures: [{ name: 'profit', rhythm: 'year', period: '2026', value: '900.00' }],
      },
    ]
    const terms = {
      sharing: { ties: 'id', by: ['salary', 'months'] },
      reads: { salary, months },
    }
    expect(
      paid([{ ...of(terms), period: 'year' }], { people, groups }, names, { rhythms }),
    ).toEqual(['2026-12 li share 2026 60.00', '2026-12 wu share 2026 30.00'])
  })

  test.each([
    [{ reads: { profits: salary } }, 'unread-input', 'reads.profits'],
    [{ sharing: { ...sharing, by: ['age'] } }, 'not-offered', 'sharing.by[0]'],
    [{ funding: { ...funding, currency: 'USD' } }, 'said-otherwise', 'funding.currency'],
  ])('bad terms are told where they stand: %j', (terms, code, path) => {
    expect(found(() => policies([of(terms)]))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})

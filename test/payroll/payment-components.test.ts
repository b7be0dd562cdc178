import { describe, expect, it } from 'vitest'
import { type PaymentPolicy, paymentComponents } from '../../src/commission/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { refunded, signed } from '../pay/deals/credits.js'
import { bookOf, dataOf, figure, lines, person, reading, runs, since } from '../pay/rules/paying.js'
import { months, planOf, runsOf, told } from './plan-months.js'

const base = { currency: 'CNY', rounding: 'half-up' } as const
const about = { id: 'pay', currency: 'CNY', of: ['due'] } as const

/** What is paid of some dues, month by month: the lines of the payment, and what is paid in all. */
function paying(policy: Partial<PaymentPolicy>, dues: readonly string[], last?: string) {
  const due = reading('due', { from: 'figure', name: 'due' }, { tags: ['commission'] }, '0')
  const of = bookOf([due, ...paymentComponents({ ...base, ...policy }, about)], { retro: 12 })
  const names = dues.map((_, i) => `2026-0${i + 1}`)
  const li = person(
    'li',
    {},
    {
      employment: [{ from: '2020-01-01', ...(last !== undefined && { to: last }) }],
      figures: dues.map((value, i) => figure('due', names[i] as string, value)),
    },
  )
  return runs(of, dataOf([li]), names)
}

const totals = (all: ReturnType<typeof paying>) =>
  all.map(({ lines: own }) => own.reduce((sum, { amount }) => sum + Number(amount) * 100, 0) / 100)
const balances = (all: ReturnType<typeof paying>, name: string) =>
  all.map(
    ({ period, state }) =>
      state.settled.find((each) => each.component === name && each.earned.period === period)?.value,
  )

describe('recovery', () => {
  it('carries what is negative, and takes it from later dues', () => {
    const all = paying({}, ['-80.00', '50.00', '100.00'])
    expect(all.map(lines)).toEqual([
      ['due li 2026-01 -80.00', 'pay li 2026-01 80.00'],
      ['due li 2026-02 50.00', 'pay li 2026-02 -50.00'],
      ['due li 2026-03 100.00', 'pay li 2026-03 -30.00'],
    ])
    expect(balances(all, 'pay.owed')).toEqual(['80.00', '30.00', '0.00'])
  })

  it('at most a share of each, rounded as the policy says', () => {
    const all = paying({ recovery: { share: '0.5' } }, ['-80.00', '99.99', '100.00'])
    expect(totals(all)).toEqual([0, 49.99, 70])
    const down = paying({ rounding: 'floor', recovery: { share: '0.5' } }, ['-80.00', '99.99'])
    expect(totals(down)).toEqual([0, 50])
  })

  it('forgives what is older than so many periods, the oldest recovered first', () => {
    // 100 of January and 50 of February; 30 are taken in March. In April 70 of January are 3 months old.
    const dues = ['-100.00', '-50.00', '30.00', '200.00', '20.00']
    expect(totals(paying({ recovery: { forgiveAfter: 2 } }, dues))).toEqual([0, 0, 0, 150, 20])
    expect(totals(paying({ recovery: { forgiveAfter: 3 } }, dues))).toEqual([0, 0, 0, 80, 20])
    const never = paying({ recovery: { share: '0', forgiveAfter: 1 } }, dues)
    expect(balances(never, 'pay.owed')).toEqual(['100.00', '150.00', '50.00', '0.00', '0.00'])
  })
})

describe('draws', () => {
  it('advance up to an amount, and are paid back from what is above it', () => {
    // Published by Oracle for Siebel Incentive Compensation.
    const draw = { kind: 'recoverable', amount: '2000' } as const
    const all = paying({ draw }, ['1500.00', '2375.00', '3000.00'])
    expect(totals(all)).toEqual([2000, 2000, 2875])
    expect(balances(all, 'pay.drawn')).toEqual(['500.00', '125.00', '0.00'])
  })

  it('stay below a ceiling', () => {
    const draw = { kind: 'recoverable', amount: '2000', ceiling: '1500' } as const
    expect(totals(paying({ draw }, ['1000.00', '0.00', '0.00']))).toEqual([2000, 500, 0])
  })

  it('guarantee without being paid back', () => {
    const draw = { kind: 'non-recoverable', amount: '1000' } as const
    const all = paying({ draw }, ['400.00', '1500.00', '-100.00', '1050.00'])
    expect(totals(all)).toEqual([1000, 1500, 1000, 1000])
    expect(all.map(lines).at(-1)).toEqual([
      'due li 2026-04 1050.00',
      'pay li 2026-04 -100.00',
      'pay.draw li 2026-04 50.00',
    ])
  })

  it('end with periods that begin after a day, and are forgiven after another', () => {
    const ending = { kind: 'non-recoverable', amount: '1000', until: '2026-02-15' } as const
    expect(totals(paying({ draw: ending }, ['0.00', '0.00', '0.00']))).toEqual([1000, 1000, 0])
    const forgiven = {
      kind: 'recoverable',
      amount: '1000',
      until: '2026-01-31',
      forgivenOn: '2026-02-28',
    } as const
    const all = paying({ draw: forgiven }, ['0.00', '300.00', '500.00'])
    expect(totals(all)).toEqual([1000, 0, 500])
    expect(balances(all, 'pay.drawn')).toEqual(['1000.00', '700.00', '0.00'])
  })

  it.each([
    ['F1b', { kind: 'non-recoverable', amount: '1000' }],
    ['F1c', { kind: 'recoverable', amount: '1000' }],
  ] as const)('%s end with the employment', (_, draw) => {
    const all = paying({ draw }, ['0.00', '0.00', '0.00'], '2026-01-31')
    expect(totals(all)).toEqual([1000, 0, 0])
    const left = all.map(({ leftOver }) =>
      leftOver.map(({ component, value }) => [component, value]),
    )
    const open = draw.kind === 'recoverable' ? [['pay.drawn', '1000']] : []
    expect(left).toEqual([open, open, open])
  })
})

describe('F13 what is owed when somebody goes', () => {
  const recovery = { share: '1' }
  const events = [signed('A', '2026-01-10', '20000.00'), refunded('A', '2026-03-10', '-20000.00')]
  const eligible = { where: { department: ['sales'] } }
  const all = (li: Parameters<typeof person>[2]) => {
    const sales = since({ department: 'sales' })
    const people = [person('li', {}, { ...li, attributes: { ...sales, ...li?.attributes } })]
    const found = runsOf(planOf(), events, {
      people,
      about: { eligible },
      payments: { ...base, recovery },
    })
    return found.map((run) => [
      ...told(run),
      ...run.leftOver.map(({ component, value }) => `${component} ${value}`),
    ])
  }

  it.each<[string, Parameters<typeof person>[2]]>([
    ['has left', { employment: [{ from: '2020-01-01', to: '2026-02-28' }] }],
    [
      'has moved',
      {
        attributes: {
          department: [
            { from: '2020-01-01', value: 'sales' },
            { from: '2026-03-01', value: 'office' },
          ],
        },
      },
    ],
  ])('who %s is carried, and the debt is told in each run', (_, li) => {
    expect(all(li)).toEqual([
      ['2026-01 2000.00'],
      [],
      ['2026-03 2026-01 -2000.00', '2026-03 pay 2000.00', 'pay.owed 2000'],
      ['pay.owed 2000'],
    ])
  })

  it('who stays is recovered from', () => {
    const found = runsOf(planOf(), [...events, signed('B', '2026-04-02', '30000.00')], {
      payments: { ...base, recovery },
    })
    expect(found.flatMap(told)).toEqual([
      '2026-01 2000.00',
      '2026-03 2026-01 -2000.00',
      '2026-03 pay 2000.00',
      '2026-04 3000.00',
      '2026-04 pay -2000.00',
    ])
  })
})

describe('what is recovered from', () => {
  const due = (name: string) =>
    reading(name, { from: 'figure', name }, { tags: ['commission'] }, '0')
  const li = person(
    'li',
    {},
    {
      figures: [
        figure('a', '2026-01', '-80.00'),
        figure('b', '2026-01', '30.00'),
        figure('a', '2026-02', '60.00'),
      ],
    },
  )
  const draw = { kind: 'non-recoverable', amount: '20', label: 'Guarantee', clause: '4.2' } as const

  it.each([
    ['several components', { of: ['a', 'b'] }],
    ['all with a tag', { of: { tag: 'commission' } }],
  ] as const)('%s together', (_, { of }) => {
    const written = paymentComponents({ ...base, recovery: {}, draw }, { ...about, of })
    const book = bookOf([due('a'), due('b'), ...written])
    const made = runs(book, dataOf([li]), months.slice(0, 2))
    expect(made.map(lines)).toEqual([
      [
        'a li 2026-01 -80.00',
        'b li 2026-01 30.00',
        'pay li 2026-01 50.00',
        'pay.draw li 2026-01 20.00',
      ],
      [
        'a li 2026-02 60.00',
        'b li 2026-02 0.00',
        'pay li 2026-02 -50.00',
        'pay.draw li 2026-02 10.00',
      ],
    ])
  })

  it('refuses a policy with all that is wrong in it', () => {
    const wrong = { ...base, recovery: { share: '2' }, draw: { ...draw, amount: '1.005' } }
    expect(problemsOf(() => paymentComponents(wrong, about)).map(({ path }) => path)).toEqual([
      'recovery.share',
      'draw.amount',
    ])
  })
})

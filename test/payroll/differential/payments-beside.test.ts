import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePeriod } from '../../../src/calendar/index.js'
import {
  nothingOwed,
  type Owed,
  type PaymentPolicy,
  parsePayments,
  pay,
  paymentComponents,
} from '../../../src/commission/index.js'
import {
  book,
  component,
  parseData,
  type Row,
  type Run,
  records,
  settle,
} from '../../../src/pay/index.js'
import { decimal, money, total } from '../../../src/quantity/index.js'
import { payments, text } from './plan-draws.js'

const months = Array.from({ length: 8 }, (_, i) => `2026-0${i + 1}`)

/** What becomes due or is taken back for a month, and how many months later that is told. */
interface Due {
  readonly month: number
  readonly later: number
  readonly cents: number
}

interface Draw {
  readonly policy: PaymentPolicy
  readonly dues: readonly Due[]
  /** The last month of the employment. */
  readonly last: number
}

const draws: fc.Arbitrary<Draw> = fc.record({
  policy: payments,
  last: fc.oneof(fc.constant(7), fc.integer({ min: 0, max: 7 })),
  dues: fc.array(
    fc.record({
      month: fc.integer({ min: 0, max: 7 }),
      later: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4 })),
      cents: fc.integer({ min: -300_000, max: 300_000 }),
    }),
    { maxLength: 12 },
  ),
})

const isMade = ({ last }: Draw, { month }: Due) => month <= last

interface Paid {
  readonly paid: string
  readonly owed: string
  readonly drawn: string
}

function byOld(draw: Draw): readonly Paid[] {
  const policy = parsePayments(draw.policy)
  let owed: Owed = nothingOwed
  return months.map((name, i) => {
    const own = draw.dues.filter((due) => isMade(draw, due) && due.month + due.later === i)
    const due = total(
      own.map(({ cents }) => text(cents)),
      2,
    )
    const period = parsePeriod(name)
    const done = pay(policy, { due, period, owed, drawn: i <= draw.last })
    owed = done.owed
    const carried = owed.carried.map((each) => each.amount)
    return { paid: done.paid, owed: total(carried, 2), drawn: total([owed.draw], 2) }
  })
}

function byPayCore(draw: Draw): readonly Paid[] {
  const rows = draw.dues.flatMap((due, i): readonly Row[] =>
    isMade(draw, due)
      ? [
          {
            id: String(i),
            on: `${months[due.month]}-01`,
            recorded: `${months[due.month]?.slice(0, 5)}${String(due.month + due.later + 1).padStart(2, '0')}-02`,
            person: 'ann',
            amount: text(due.cents),
          },
        ]
      : [],
  )
  const yuan = money('CNY')
  const due = component(
    'commission',
    { pays: 'due' },
    records('dues', 'sum', { value: 'amount', unit: yuan, scale: 2 }),
  )
  const of = book(
    [due, ...paymentComponents(draw.policy, { id: 'pay', currency: 'CNY', of: ['commission'] })],
    { currency: 'CNY', retro: 12 },
  )
  const { to } = parsePeriod(months[draw.last] as string)
  const leaves = draw.last < 7
  const data = parseData({
    people: [
      { id: 'ann', employment: [{ from: '2020-01-01', ...(leaves && { to }) }], attributes: {} },
    ],
    records: { dues: rows.filter(({ recorded }) => (recorded as string) < '2026-13') },
  })
  let before: Run | 'first' = 'first'
  return months.map((period): Paid => {
    const run: Run = settle(of, data, { period, before })
    before = run
    expect(run.withheld).toEqual([])
    const balance = (name: string) => {
      const own = run.state.settled.filter(
        ({ component: of, earned }) => of === name && earned.period === period,
      )
      return total(
        own.map(({ value }) => decimal(value as string).toFixed(2)),
        2,
      )
    }
    return {
      paid: total(
        run.lines.map((line) => line.amount),
        2,
      ),
      owed: balance('pay.owed'),
      drawn: balance('pay.drawn'),
    }
  })
}

test.each([0, 1, 2, 3])('payments of eight months are those of 0.1, drawn %i', (salt) => {
  const seed = (fc.readConfigureGlobal().seed as number) + salt
  fc.assert(
    fc.property(draws, (draw) => {
      expect(byPayCore(draw)).toEqual(byOld(draw))
    }),
    { numRuns: 60, seed },
  )
})

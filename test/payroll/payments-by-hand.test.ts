import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { type PaymentPolicy, paymentComponents } from '../../src/commission/index.js'
import {
  book,
  component,
  parseData,
  type Row,
  type Run,
  records,
  settle,
} from '../../src/pay/index.js'
import { decimal, money, total } from '../../src/quantity/index.js'

const months = Array.from({ length: 8 }, (_, i) => `2026-0${i + 1}`)

/** What becomes due or is taken back for a month, and how many months later that is told. */
interface Due {
  readonly month: number
  readonly later: number
  readonly cents: number
}

/** A payment policy in cents and percent. */
interface Terms {
  readonly rounding: 'half-up' | 'floor'
  readonly percent?: number
  readonly taken?: Taken
  readonly forgiveAfter?: number
  readonly draw?: {
    readonly lasting: boolean
    readonly amount: number
    readonly ceiling?: number
    readonly until?: string
    readonly forgivenOn?: string
    readonly repaid?: Taken & { readonly percent?: number }
  }
}

/** From when on, and how much a month, in cents. */
interface Taken {
  readonly from?: string
  readonly months?: number
  readonly most?: number
}

const text = (cents: number) => (cents / 100).toFixed(2)
const days = fc.constantFrom('2026-01-31', '2026-03-15', '2026-05-31', '2027-12-31')
const percent = fc.constantFrom(0, 33, 50, 100)
const taken = {
  from: fc.constantFrom('2026-02-01', '2026-04-15', '2026-06-01'),
  months: fc.integer({ min: 1, max: 6 }),
  most: fc.nat(100_000),
}
const terms: fc.Arbitrary<Terms> = fc.record(
  {
    rounding: fc.constantFrom('half-up' as const, 'floor' as const),
    percent,
    taken: fc.record(taken, { requiredKeys: [] }),
    forgiveAfter: fc.integer({ min: 1, max: 3 }),
    draw: fc.record(
      {
        lasting: fc.boolean(),
        amount: fc.nat(150_000),
        ceiling: fc.nat(200_000),
        until: days,
        forgivenOn: days,
        repaid: fc.record({ ...taken, percent }, { requiredKeys: [] }),
      },
      { requiredKeys: ['lasting', 'amount'] },
    ),
  },
  { requiredKeys: ['rounding'] },
)

/** What is said of both: a day alone where there is a day, else so many months after the hire. */
function takenOf({ from, months: after, most }: Taken, share: number | undefined) {
  return {
    ...(from !== undefined && { from }),
    ...(from === undefined && after !== undefined && { from: { months: after } }),
    ...(share !== undefined && { share: text(share) }),
    ...(most !== undefined && { most: text(most) }),
  }
}

/** Whether it is taken in a month, of who was hired with the first. Who has left waits no longer. */
function isTaken({ from, months: after }: Taken, i: number): boolean {
  return from === undefined ? after === undefined || i >= after : `${months[i]}-01` >= from
}

function policyOf({
  rounding,
  percent,
  taken: said = {},
  forgiveAfter,
  draw,
}: Terms): PaymentPolicy {
  const recovery = {
    ...takenOf(said, percent),
    ...(forgiveAfter !== undefined && { forgiveAfter }),
  }
  const { lasting = false, amount = 0, ceiling, until, forgivenOn, repaid } = draw ?? {}
  const given = { amount: text(amount), ...(until !== undefined && { until }) }
  const recoverable = {
    kind: 'recoverable' as const,
    ...given,
    ...(ceiling !== undefined && { ceiling: text(ceiling) }),
    ...(forgivenOn !== undefined && { forgivenOn }),
    ...(repaid !== undefined && { repaid: takenOf(repaid, repaid.percent) }),
  }
  const of = lasting ? recoverable : { kind: 'non-recoverable' as const, ...given }
  return { currency: 'CNY', rounding, recovery, ...(draw !== undefined && { draw: of }) }
}

interface Draw {
  readonly terms: Terms
  readonly dues: readonly Due[]
  /** The last month of the employment. */
  readonly last: number
}

const draws: fc.Arbitrary<Draw> = fc.record({
  terms,
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

/** The same on a sheet of paper: month after month, in whole cents. */
function byHand(draw: Draw): readonly Paid[] {
  const { rounding, percent = 100, forgiveAfter = Number.POSITIVE_INFINITY, draw: own } = draw.terms
  const { taken: said = {} } = draw.terms
  const partOf = (whole: number, of: number) =>
    Math.floor((rounding === 'floor' ? whole * of : whole * of + 50) / 100)
  let debts: readonly { readonly since: number; readonly cents: number }[] = []
  let drawn = 0
  return months.map((name, i) => {
    const first = `${name}-01`
    const due = draw.dues
      .filter((each) => isMade(draw, each) && each.month + each.later === i)
      .reduce((sum, { cents }) => sum + cents, 0)
    debts = debts.filter(({ since }) => i - since <= forgiveAfter)
    if (own?.forgivenOn !== undefined && first > own.forgivenOn) drawn = 0
    const owed = debts.reduce((sum, { cents }) => sum + cents, 0)
    const most = Math.min(partOf(Math.max(due, 0), percent), said.most ?? Number.POSITIVE_INFINITY)
    let taken = isTaken(said, i) || i > draw.last ? Math.min(owed, most) : 0
    const available = Math.max(due, 0) - taken
    debts = [
      ...debts.map(({ since, cents }) => {
        const off = Math.min(cents, taken)
        taken -= off
        return { since, cents: cents - off }
      }),
      { since: i, cents: Math.max(-due, 0) },
    ]
    const holds = i <= draw.last && !(own?.until !== undefined && first > own.until)
    const guaranteed = own !== undefined && holds ? own.amount : 0
    const room =
      own?.lasting && own.ceiling !== undefined ? Math.max(own.ceiling - drawn, 0) : Infinity
    const advanced = Math.min(Math.max(guaranteed - available, 0), room)
    const back = own?.repaid ?? {}
    const spare = partOf(Math.max(available - guaranteed, 0), back.percent ?? 100)
    const repaid =
      isTaken(back, i) || i > draw.last
        ? Math.min(drawn, spare, back.most ?? Number.POSITIVE_INFINITY)
        : 0
    // No more is ever taken than is owed, or paid back than is drawn.
    expect(taken).toBeLessThanOrEqual(owed)
    expect(repaid).toBeLessThanOrEqual(drawn)
    if (own?.lasting) drawn += advanced - repaid
    const left = debts.reduce((sum, { cents }) => sum + cents, 0)
    return { paid: text(available + advanced - repaid), owed: text(left), drawn: text(drawn) }
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
    [
      due,
      ...paymentComponents(policyOf(draw.terms), {
        id: 'pay',
        currency: 'CNY',
        of: ['commission'],
      }),
    ],
    { currency: 'CNY', retro: 12 },
  )
  const { to } = parsePeriod(months[draw.last] as string)
  const leaves = draw.last < 7
  const data = parseData({
    people: [
      {
        id: 'ann',
        employment: [{ from: '2020-01-01', ...(leaves && { to }) }],
        attributes: { hired: [{ from: '2020-01-01', value: '2026-01-01' }] },
      },
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

test.each([0, 1, 2, 3])(
  'payments of eight months are those that a sheet of paper comes to, drawn %i',
  (salt) => {
    const seed = (fc.readConfigureGlobal().seed as number) + salt
    fc.assert(
      fc.property(draws, (draw) => {
        expect(byPayCore(draw)).toEqual(byHand(draw))
      }),
      { numRuns: 60, seed },
    )
  },
)

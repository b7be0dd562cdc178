import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import {
  type Credit,
  creditEvents,
  type Plan,
  type PlanPolicy,
  parseCreditRules,
  type SalesEvent,
  type Settlement,
  settle,
} from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { credited, event, planOf, settleEach } from './one-seller.js'

const ten = planOf({ tiers: { kind: 'flat', rate: '0.10' }, clause: '3.1' })
const order = event('o', 'order', '2026-01-10', '1000.00')
const months = (...names: string[]) => names.map((name) => [name, `${name}-28`] as const)
const versions = (plan: Plan) => [{ from: '2026-01-01', value: plan }]
const request = (plan: Plan, events: readonly SalesEvent[], period: string) => ({
  plans: versions(plan),
  credits: credited(events),
  people: { ann: {} },
  history: [] as readonly Settlement[],
  period: parsePeriod(period),
  asOf: `${period}-28`,
})
const dues = (settlements: readonly Settlement[]) => settlements.map(({ due }) => due)

describe('a settlement', () => {
  test('is what is entitled to date less what is settled, line by line', () => {
    const late = event('late', 'order', '2026-01-20', '500.00', { recorded: '2026-02-03' })
    const next = event('next', 'order', '2026-02-10', '200.00')
    const [january, february] = settleEach(ten, [order, late, next], months('2026-01', '2026-02'))
    expect(january).toMatchObject({
      person: 'ann',
      plan: 'plan',
      period: '2026-01',
      asOf: '2026-01-28',
      accrued: '100.00',
      payable: '100.00',
      settled: '0.00',
      due: '100.00',
    })
    expect(february?.lines.map(({ trace: _, ...line }) => line)).toEqual([
      {
        period: '2026-01',
        accrued: '150.00',
        payable: '150.00',
        settled: '100.00',
        due: '50.00',
        events: ['late'],
        clause: '3.1',
      },
      {
        period: '2026-02',
        accrued: '20.00',
        payable: '20.00',
        settled: '0.00',
        due: '20.00',
        events: ['next'],
        clause: '3.1',
      },
    ])
    expect(february).toMatchObject({ accrued: '170.00', settled: '100.00', due: '70.00' })
  })

  test('tells accrued from payable where a part waits for the collection', () => {
    const held = planOf({ tiers: { kind: 'flat', rate: '0.10' }, holdback: { share: '0.5' } })
    const collected = event('c', 'collection', '2026-03-05', '1000.00', { of: 'o' })
    const settled = settleEach(held, [order, collected], months('2026-01', '2026-02', '2026-03'))
    expect(settled.map(({ accrued, payable, due }) => [accrued, payable, due])).toEqual([
      ['100.00', '50.00', '50.00'],
      ['100.00', '50.00', '0.00'],
      ['100.00', '100.00', '50.00'],
    ])
    expect(settled[2]?.lines.map(({ period, events }) => [period, events])).toEqual([
      ['2026-01', ['c']],
      ['2026-03', []],
    ])
    expect(settled[0]?.lines[0]?.release?.value).toBe('50.00')
  })

  test('counts a refund in its own month, or in that of the sale', () => {
    const refund = event('r', 'refund', '2026-02-10', '-400.00', { of: 'o' })
    const both = (refunds: 'own-period' | 'original-period') =>
      settleEach(
        planOf({ tiers: { kind: 'flat', rate: '0.10' }, refunds }),
        [order, refund],
        months('2026-01', '2026-02'),
      ).map(({ lines, due }) => [due, lines.map((line) => [line.period, line.due])])
    expect(both('own-period')).toEqual([
      ['100.00', [['2026-01', '100.00']]],
      ['-40.00', [['2026-02', '-40.00']]],
    ])
    expect(both('original-period')).toEqual([
      ['100.00', [['2026-01', '100.00']]],
      [
        '-40.00',
        [
          ['2026-01', '-40.00'],
          ['2026-02', '0.00'],
        ],
      ],
    ])
  })

  test('takes a new version from its day on alone', () => {
    const plans = [
      ...versions(ten),
      { from: '2026-02-01', value: planOf({ tiers: { kind: 'flat', rate: '0.20' } }) },
    ]
    const february = event('f', 'order', '2026-02-10', '1000.00')
    const settled = settleEach(plans, [order, february], months('2026-01', '2026-02'))
    expect(dues(settled)).toEqual(['100.00', '200.00'])
    // The first version changes after it was settled: its periods are settled anew, no other.
    const corrected = [
      { from: '2026-01-01', value: planOf({ tiers: { kind: 'flat', rate: '0.11' } }) },
      ...plans.slice(1),
    ]
    const march = settle({
      ...request(ten, [order, february], '2026-03'),
      plans: corrected,
      history: settled,
    })
    expect(march[0]?.lines.map(({ period, due }) => [period, due])).toEqual([
      ['2026-01', '10.00'],
      ['2026-03', '0.00'],
    ])
  })

  test('measures the year to date where the plan does', () => {
    const plan = planOf({
      measuring: 'year-to-date',
      measure: { sum: 'sales' },
      tiers: {
        kind: 'marginal',
        steps: [
          { from: '0', rate: '0.05' },
          { from: '1500', rate: '0.10' },
        ],
      },
    })
    const more = event('m', 'order', '2026-03-10', '1000.00')
    const newYear = event('n', 'order', '2027-01-10', '1000.00')
    const settled = settleEach(
      plan,
      [order, more, newYear],
      months('2026-01', '2026-02', '2026-03', '2027-01'),
    )
    expect(dues(settled)).toEqual(['50.00', '0.00', '75.00', '50.00'])
  })

  test('reads the figures of each period, and what the year earned before', () => {
    const plan = planOf({
      tiers: { kind: 'flat', rate: '0.10' },
      gate: { kpi: 'quality', atLeast: '0.8' },
      yearCap: '150',
    })
    const february = event('f', 'order', '2026-02-10', '1000.00')
    const figures = { '2026-01': { quality: '0.9' }, '2026-02': { quality: '0.8' } }
    const settled = settleEach(plan, [order, february], months('2026-01', '2026-02'), figures)
    expect(dues(settled)).toEqual(['100.00', '50.00'])
  })

  test('caps each deal by itself, and lets a refund take back no more than the deal paid', () => {
    const plan = planOf({ tiers: { kind: 'flat', rate: '0.10' }, dealCap: '60' })
    const small = event('s', 'order', '2026-01-12', '100.00')
    const refund = event('r', 'refund', '2026-02-10', '-500.00', { of: 'o' })
    const gone = event('g', 'refund', '2026-03-10', '-500.00', { of: 'o' })
    const settled = settleEach(
      plan,
      [order, small, refund, gone],
      months('2026-01', '2026-02', '2026-03'),
    )
    // 60 of 100, and 10; then 500 kept earns 50; then nothing is kept.
    expect(dues(settled)).toEqual(['70.00', '-10.00', '-50.00'])
  })

  test('measures categories, linked measures and units', () => {
    const plan = planOf({
      measure: { sum: 'units', unit: 'count' },
      linked: [{ sum: 'margin', as: 'year_margin', span: 'year-to-date' }],
      tiers: { kind: 'flat', rate: '3' },
      kickers: [{ kpi: 'year_margin', atLeast: '50', pays: '7' }],
    })
    const sold = (id: string, day: string) =>
      event(id, 'order', day, '100.00', { figures: { units: '2', margin: '30.00' } })
    const events = [sold('1', '2026-01-10'), sold('2', '2026-02-10')]
    expect(dues(settleEach(plan, events, months('2026-01', '2026-02')))).toEqual(['6.00', '13.00'])
    const byLine = planOf({
      tiers: { kind: 'category', by: 'line', rates: { phone: '0.01' }, otherwise: '0.10' },
    })
    const phone = event('p', 'order', '2026-01-10', '100.00', { attributes: { line: 'phone' } })
    expect(dues(settleEach(byLine, [phone, order], months('2026-01')))).toEqual(['101.00'])
  })

  test('begins by the version that holds at the start of a period', () => {
    const noEarlier = {
      ...request(ten, [order], '2026-01'),
      plans: [{ from: '2026-01-02', value: ten }],
    }
    expect(found(() => settle(noEarlier))).toEqual([['no-plan-version', 'people.ann.plans[0]']])
  })
})

describe('what cannot be settled', () => {
  test.each<[string, object, string, string]>([
    ['no version', { plans: [] }, 'no-plan-version', 'plans'],
    [
      'versions of other terms',
      {
        plans: [
          ...versions(ten),
          { from: '2026-06-01', value: planOf({ period: 'quarter', tiers: ten.policy.tiers }) },
        ],
      },
      'other-terms',
      'plans[1]',
    ],
    [
      'versions in another currency',
      {
        plans: [
          ...versions(ten),
          { from: '2026-06-01', value: planOf({ currency: 'EUR', tiers: ten.policy.tiers }) },
        ],
      },
      'other-terms',
      'plans[1]',
    ],
    [
      'versions of another plan',
      {
        plans: [
          ...versions(ten),
          { from: '2026-06-01', value: planOf({ id: 'other', tiers: ten.policy.tiers }) },
        ],
      },
      'other-terms',
      'plans[1]',
    ],
    [
      'a history that was settled later',
      { history: settleEach(ten, [order], [['2026-01', '2026-03-01']]) },
      'settled-later',
      'history[0].asOf',
    ],
    ['somebody credited who is not paid', { people: {} }, 'unlisted-person', 'people.ann'],
    [
      'somebody settled who is not paid',
      {
        people: { ann: {} },
        history: settleEach(ten, [order], months('2026-01')).map((each) => ({
          ...each,
          person: 'ben',
        })),
      },
      'unlisted-person',
      'people.ben',
    ],
    ['a period of another kind', { period: parsePeriod('2026-Q1') }, 'other-period', 'period'],
    [
      'figures of another kind of period',
      { people: { ann: { '2026-Q1': {} } } },
      'other-period',
      'people.ann.2026-Q1',
    ],
  ])('is refused: %s', (_, wrong, code, path) => {
    const given = { ...request(ten, [order], '2026-01'), ...wrong }
    expect(found(() => settle(given as Parameters<typeof settle>[0]))).toEqual([[code, path]])
  })

  test('is refused with every problem of every person, in Chinese too', () => {
    const gated = planOf({ tiers: ten.policy.tiers, gate: { kpi: 'quality', atLeast: '1' } })
    const credits: Credit[] = ['ann', 'ben'].flatMap((person) =>
      credited([order]).map((own) => ({ ...own, person })),
    )
    const people = { ann: { '2026-01': { quality: '2x' } }, ben: { '2026-01': { qualty: '1' } } }
    const wrong = { ...request(gated, [], '2026-01'), credits, people }
    const problems = problemsOf(() => settle(wrong))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['not-a-number', 'people.ann.2026-01.inputs.quality'],
      ['missing-input', 'people.ben.2026-01.inputs.quality'],
      ['unknown-input', 'people.ben.2026-01.inputs.qualty'],
    ])
    expect(describeProblems(problems, 'zh-CN')).toContain('people.ben.2026-01.inputs.qualty')
  })
})

const people = ['ann', 'ben'] as const
const rules = parseCreditRules([
  {
    credit: 'direct',
    by: 'desk',
    unowned: 'refuse',
    owners: {
      one: [{ person: 'ann', share: '1' }],
      both: [
        { person: 'ann', share: '0.333' },
        { person: 'ben', share: '0.667' },
      ],
    },
  },
])
const day = fc
  .record({ month: fc.integer({ min: 1, max: 4 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((date) => `2026-0${date.month}-${String(date.day).padStart(2, '0')}`)

/** Orders, each with refunds of parts of it, known some time after they happen. */
const anyLedger = fc
  .array(
    fc.record({
      desk: fc.constantFrom('one', 'both'),
      date: day,
      late: day,
      cents: fc.integer({ min: 0, max: 90_000 }),
      refunds: fc.array(fc.record({ date: day, part: fc.integer({ min: 1, max: 10 }) }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 6 },
  )
  .map((orders) =>
    orders.flatMap(({ desk, date, late, cents, refunds }, i) => {
      const latest = (a: string, b: string) => (a > b ? a : b)
      const attributes = { desk }
      const recorded = latest(date, late)
      const sold = event(`o${i}`, 'order', date, (cents / 100).toFixed(2), { recorded, attributes })
      const back = refunds.map(({ date: on, part }, j) =>
        event(
          `r${i}-${j}`,
          'refund',
          latest(on, date),
          (-Math.floor(cents / (part + 1)) / 100).toFixed(2),
          {
            of: `o${i}`,
            recorded: latest(on, recorded),
            attributes,
          },
        ),
      )
      return [sold, ...back]
    }),
  )
const anyTerms: fc.Arbitrary<Partial<PlanPolicy>> = fc.record(
  {
    refunds: fc.constantFrom('own-period', 'original-period'),
    measuring: fc.constantFrom('period', 'year-to-date'),
    cap: fc.constantFrom('0', '25', '60.01'),
    holdback: fc.constant({ share: '0.5' }),
  },
  { requiredKeys: [] },
)
const steps = [
  { from: '0', rate: '0.05' },
  { from: '400', rate: '0.11' },
]
const anyTiers: fc.Arbitrary<PlanPolicy['tiers']> = fc.constantFrom<PlanPolicy['tiers']>(
  { kind: 'flat', rate: '0.0333' },
  { kind: 'marginal', steps },
  { kind: 'retroactive', steps },
)
const anyPlan = fc.tuple(anyTerms, anyTiers).map(([terms, tiers]) => planOf({ ...terms, tiers }))
const names = ['2026-01', '2026-02', '2026-03', '2026-04']

function settleBy(plan: Plan, events: readonly SalesEvent[], periods: readonly string[]) {
  const history: Settlement[] = []
  for (const name of periods)
    history.push(
      ...settle({
        plans: versions(plan),
        credits: creditEvents(events, rules),
        people: Object.fromEntries(people.map((person) => [person, {}])),
        history,
        period: parsePeriod(name),
        asOf: `${name}-28`,
      }),
    )
  return history
}
const paidTo = (settlements: readonly Settlement[], person: string) =>
  total(
    settlements.filter((each) => each.person === person).map(({ due }) => due),
    2,
  )

describe('the laws of settlement', () => {
  test('settling each month, some, or once at the end pays the same', () => {
    fc.assert(
      fc.property(anyPlan, anyLedger, fc.subarray(names.slice(0, 3)), (plan, ledger, some) => {
        const monthly = settleBy(plan, ledger, names)
        const seldom = settleBy(plan, ledger, [...some, '2026-04'])
        for (const person of people) expect(paidTo(monthly, person)).toBe(paidTo(seldom, person))
      }),
    )
  })

  test('the order of the events does not matter', () => {
    const shuffled = anyLedger.chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length })),
    )
    const plain = (settlements: readonly Settlement[]) =>
      settlements.map(({ person, due, accrued, lines }) => [
        ...[person, due, accrued],
        lines.map(({ period, events }) => [period, [...events].sort()]),
      ])
    fc.assert(
      fc.property(anyPlan, shuffled, (plan, [ledger, mixed]) => {
        expect(plain(settleBy(plan, mixed, names))).toEqual(plain(settleBy(plan, ledger, names)))
      }),
    )
  })

  test('an event and its exact reversal give nothing', () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyLedger,
        day,
        fc.integer({ min: 1, max: 90_000 }),
        (plan, ledger, date, cents) => {
          const attributes = { desk: 'both' }
          const amount = (cents / 100).toFixed(2)
          const sold = event('x', 'order', date, amount, { attributes })
          const back = event('y', 'cancellation', date, `-${amount}`, { of: 'x', attributes })
          const without = settleBy(plan, ledger, names)
          const reversed = settleBy(plan, [...ledger, sold, back], names)
          expect(dues(reversed)).toEqual(dues(without))
        },
      ),
    )
  })

  test('a sale refunded in full, however late, comes to nothing unless a plan says otherwise', () => {
    const lateness = fc.record({
      sold: day,
      back: fc.constantFrom('2026-04-29', '2026-04-30'),
      cents: fc.integer({ min: 1, max: 90_000 }),
    })
    const plans = anyPlan.filter(({ policy }) => policy.refunds !== 'own-period')
    fc.assert(
      fc.property(plans, anyLedger, lateness, (plan, ledger, { sold, back, cents }) => {
        const attributes = { desk: 'both' }
        const amount = (cents / 100).toFixed(2)
        const sale = event('x', 'order', sold, amount, { attributes })
        const refund = event('y', 'refund', back, `-${amount}`, {
          ...{ of: 'x', recorded: '2026-04-28', attributes },
        })
        const without = settleBy(plan, ledger, names)
        const refunded = settleBy(plan, [...ledger, sale, refund], names)
        for (const person of people) expect(paidTo(refunded, person)).toBe(paidTo(without, person))
      }),
    )
  })

  test('settling a settled period again changes nothing', () => {
    fc.assert(
      fc.property(anyPlan, anyLedger, (plan, ledger) => {
        const once = settleBy(plan, ledger, names)
        const again = settleBy(plan, ledger, [...names, '2026-04'])
        expect(again.slice(0, once.length)).toEqual(once)
        expect(dues(again.slice(once.length))).toEqual(['0.00', '0.00'])
      }),
    )
  })

  test('a cap of the period is never passed, nor is less payable than held back', () => {
    fc.assert(
      fc.property(anyPlan, anyLedger, (plan, ledger) => {
        const { cap, measuring, holdback } = plan.policy
        for (const { lines } of settleBy(plan, ledger, names))
          for (const { accrued, payable } of lines) {
            if (typeof cap === 'string' && measuring !== 'year-to-date')
              expect(decimal(accrued).lessThanOrEqualTo(cap)).toBe(true)
            if (holdback === undefined) expect(payable).toBe(accrued)
            else expect(decimal(payable).lessThanOrEqualTo(accrued)).toBe(true)
          }
      }),
    )
  })
})

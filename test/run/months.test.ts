import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { parseEvents } from '../../src/commission/index.js'
import { total } from '../../src/quantity/index.js'
import {
  type CompensationRun,
  parseBook,
  parsePeople,
  type RunData,
  rerunCompensation,
  runCompensation,
  verifyChain,
} from '../../src/run/index.js'
import { found } from '../found.js'
import {
  ann,
  bookOf,
  direct,
  indirect,
  linesOf,
  operations,
  policies,
  policy,
  request,
  statementOf,
  territory,
  unpaidOf,
} from './company.js'
import { payments } from './year-end.js'

/** Ann alone, month by month: sales at 2 %, whatever they come to. */
const flat = {
  ...territory,
  tiers: { kind: 'flat', rate: '0.02' },
  quota: undefined,
  accelerator: undefined,
}
const alone = (change: object = {}) => ({
  ...bookOf({
    operations: { ...operations, components: [] },
    service: 'none',
    scorecard: 'none',
    returning: 'none',
    territory: flat,
    crediting: [direct],
    ...change,
  }),
})
const paid = [{ ...ann, pay: {}, figures: {} }]
const event = (id: string, date: string, amount: string, recorded = date) => ({
  id,
  kind: 'order',
  effective: date,
  recorded,
  amount,
  currency: 'CNY',
  attributes: { region: 'north' },
})
const refund = (id: string, of: string, date: string, amount: string) => ({
  ...event(id, date, amount),
  kind: 'refund',
  of,
})

interface Months {
  readonly book?: unknown
  readonly people?: readonly object[]
  readonly events: readonly object[]
  readonly names?: readonly string[]
}

/** Runs month after month, each knowing what was recorded by its end. */
function months({
  book = alone(),
  people = paid,
  events,
  names = ['2026-06', '2026-07', '2026-08'],
}: Months) {
  const parsed = parseBook(book)
  const runs: CompensationRun[] = []
  for (const name of names) {
    const period = parsePeriod(name)
    const data: RunData = {
      people: parsePeople(people),
      events: parseEvents(events),
      asOf: period.to,
      before: runs.at(-1) ?? 'first',
    }
    runs.push(runCompensation(parsed, data, period))
  }
  return runs
}

const dues = (runs: readonly CompensationRun[]) => runs.map((run) => linesOf(run, 'ann'))

describe('month after month', () => {
  const events = [
    event('a', '2026-06-10', '10000.00'),
    event('late', '2026-06-29', '500.00', '2026-07-02'),
    refund('back', 'a', '2026-07-15', '-4000.00'),
    event('b', '2026-08-05', '1000.00'),
  ]

  test('pays what is new: late sales, and refunds as negative dues', () => {
    const runs = months({ events })
    expect(dues(runs)).toEqual([
      ['territory 200.00'],
      // 10 for the late sale, less 80 of the refund.
      ['territory -70.00', 'territory 0.00'],
      ['territory 20.00'],
    ])
    const [june] = statementOf(runs[1] as CompensationRun, 'ann').lines
    expect(june).toMatchObject({
      settled: {
        period: '2026-06',
        payable: '130.00',
        settled: '200.00',
        due: '-70.00',
        events: ['late', 'back'],
      },
    })
  })

  test('takes a refund back in its own month where the plan says so', () => {
    const runs = months({ events, book: alone({ territory: { ...flat, refunds: 'own-period' } }) })
    expect(dues(runs)).toEqual([
      ['territory 200.00'],
      ['territory 10.00', 'territory -80.00'],
      ['territory 20.00'],
    ])
  })

  test('pays in all what is earned in all, whenever it is settled', () => {
    const amounts = fc
      .integer({ min: -300_000, max: 900_000 })
      .map((cents) => (cents / 100).toFixed(2))
    const days = fc.integer({ min: 0, max: 91 })
    const entry = fc.record({ amount: amounts, on: days, later: fc.integer({ min: 0, max: 60 }) })
    const dayAfter = (days: number) =>
      new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const events = entries.map(({ amount, on, later }, i) => ({
          ...event(`e${i}`, dayAfter(on), amount.replace('-', ''), dayAfter(on + later)),
        }))
        const all = months({
          events,
          names: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
        })
        const once = months({ events, names: ['2026-11'] })
        const sum = (runs: readonly CompensationRun[]) =>
          total(
            runs.map(({ totals }) => totals.company.total),
            2,
          )
        expect(sum(all)).toBe(sum(once))
        expect(verifyChain(all)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('is refused where a plan sums a figure and a refund does not say how much of it', () => {
    const margin = alone({ territory: { ...flat, measure: { sum: 'margin' } } })
    const sold = { ...event('a', '2026-06-10', '10000.00'), figures: { margin: '3000.00' } }
    const back = refund('back', 'a', '2026-07-15', '-4000.00')
    const all = (figures: object) =>
      months({ book: margin, events: [sold, { ...back, ...figures }], names: ['2026-07'] })
    expect(found(() => all({}))).toEqual([['untold-figure', 'credits[1].figures.margin']])
    expect(dues(all({ figures: { margin: '-1200.00' } }))).toEqual([
      ['territory 36.00', 'territory 0.00'],
    ])
  })

  test('counts nothing of before the first version of a plan', () => {
    const early = [event('may', '2026-05-31', '10000.00'), ...events]
    expect(dues(months({ events: early }))).toEqual(dues(months({ events })))
    const figures = { '2026-05': { quota: '1.00' }, '2026-06': { quota: '100.00' } }
    const quota = { ...flat, quota: 'quota', accelerator: territory.accelerator }
    const withQuota = months({
      book: alone({ territory: quota }),
      people: [{ ...paid[0], figures }],
      events: early,
      names: ['2026-06'],
    })
    // 100 at 2 %, 9900 at 3 %.
    expect(dues(withQuota)).toEqual([['territory 299.00']])
  })

  test('recovers a negative due from later ones where the department says so', () => {
    const terms = { ...operations, components: [], payments: 'recovery' }
    const book = {
      ...alone(),
      policies: [
        ...alone({ operations: terms }).policies,
        policy('payments', 'recovery', payments),
      ],
    }
    const back = [
      event('a', '2026-06-10', '10000.00'),
      refund('back', 'a', '2026-07-15', '-10000.00'),
      event('b', '2026-08-05', '15000.00'),
    ]
    const runs = months({ book, events: back })
    expect(dues(runs)).toEqual([
      ['territory 200.00'],
      ['territory -200.00', 'territory 0.00', 'recovery 200.00'],
      // Half of 300 is taken; 50 stay owed.
      ['territory 300.00', 'recovery -150.00'],
    ])
    expect(runs.map(({ owed }) => owed['ann']?.carried.map(({ amount }) => amount))).toEqual([
      undefined,
      ['200.00'],
      ['50.00'],
    ])
    expect(statementOf(runs[1] as CompensationRun, 'ann').lines[2]).toMatchObject({
      kind: 'recovery',
      payment: { due: '-200.00', paid: '0.00', carried: '200.00' },
    })
    expect(runs.map(({ totals }) => totals.company.total)).toEqual(['200.00', '0.00', '150.00'])
  })

  test('settles a plan that has ended up to its last period, and the new one from its first', () => {
    const ended = {
      ...policy('plan', 'territory', flat),
      versions: [{ from: '2026-06-01', to: '2026-06-30', reason: 'Old', terms: flat }],
    }
    const next = { ...flat, id: 'next', tiers: { kind: 'flat', rate: '0.01' } }
    const terms = (commission: string) => ({ ...operations, components: [], commission })
    const department = {
      ...policy('department', 'operations', terms('territory')),
      versions: [
        { from: '2026-06-01', reason: 'Old', terms: terms('territory') },
        { from: '2026-07-01', reason: 'New', terms: terms('next') },
      ],
    }
    const book = {
      ...alone(),
      policies: [
        department,
        ended,
        policy('plan', 'next', next, '2026-07-01'),
        policy('crediting', 'r', [direct], '2020-01-01'),
      ],
    }
    expect(dues(months({ book, events }))).toEqual([
      ['territory 200.00'],
      // The refund is of the old plan's sale: it takes back the 2 % that this paid.
      ['territory -70.00', 'next 0.00'],
      ['next 10.00'],
    ])
  })

  test('pays a new version of a plan from its first day on', () => {
    const raised = { ...flat, tiers: { kind: 'flat', rate: '0.05' } }
    const two = {
      ...policy('plan', 'territory', flat),
      versions: [
        { from: '2026-06-01', reason: 'First', terms: flat },
        { from: '2026-07-01', reason: 'Raise', terms: raised },
      ],
    }
    const kept = policies({ operations: { ...operations, components: [] } }).filter(
      ({ id }) => id === 'operations',
    )
    const book = { ...alone(), policies: [...kept, two, policy('crediting', 'r', [direct])] }
    expect(dues(months({ book, events: [events[0], events[3]] as object[] }))).toEqual([
      ['territory 200.00'],
      ['territory 0.00'],
      ['territory 50.00'],
    ])
  })

  test('who could not be paid is paid all of it once the data are mended', () => {
    const broken = [{ ...paid[0], department: 'operation' }]
    const [first] = months({ people: broken, events, names: ['2026-06'] }) as [CompensationRun]
    expect(unpaidOf(first)).toEqual({ ann: ['unknown-reference at department'] })
    const [book] = request()
    expect(book.policy.id).toBe('shop-2026')
    const july = parsePeriod('2026-07')
    const data = {
      people: parsePeople(paid),
      events: parseEvents(events),
      asOf: july.to,
      before: first,
    }
    const second = runCompensation(parseBook(alone()), data, july)
    expect(linesOf(second, 'ann')).toEqual(['territory 130.00', 'territory 0.00'])
  })

  test('keeps who left without new sales out of the list of those to be paid', () => {
    const [first] = months({ events: [events[0]] as object[], names: ['2026-06'] }) as [
      CompensationRun,
    ]
    const july = parsePeriod('2026-07')
    const data = { people: [], events: parseEvents([events[0]]), asOf: july.to, before: first }
    expect(runCompensation(parseBook(alone()), data, july).unpaid).toEqual([])
  })
})

describe('a run made again', () => {
  const [book, data, period] = request()
  const run = runCompensation(book, data, period)

  test('with the same data is the same run', () => {
    const again = rerunCompensation(run, book, data)
    expect(again).toEqual(run)
    for (const [i, statement] of again.statements.entries())
      expect(statement).toBe(run.statements[i])
  })

  test('after late data makes the statements that change alone, and is as if run at first', () => {
    const late = parseEvents([
      {
        ...event('late', '2026-06-20', '100.00'),
        attributes: { region: 'north', returning: 'no' },
      },
    ])
    const changed = { ...data, events: [...data.events, ...late] }
    const again = rerunCompensation(run, book, changed)
    expect(again).toEqual(runCompensation(book, changed, period))
    const kept = again.statements.filter((statement) => run.statements.includes(statement))
    expect(kept.map(({ person }) => person)).toEqual(['bob', 'li', 'wang'])
    const recorded = { ...changed, asOf: '2026-07-15' }
    expect(rerunCompensation(run, book, recorded)).toEqual(runCompensation(book, recorded, period))
  })

  test('keeps what is owed by who is taken over', () => {
    const owed = { ann: { carried: [{ period: '2026-05', amount: '10.00', age: 0 }], draw: '0' } }
    const may = parsePeriod('2026-05')
    const before = { ...run, period: may, since: may.from, owed, settlements: [] }
    const second = { ...data, before }
    const first = runCompensation(book, second, period)
    expect(first.owed['ann']?.carried).toEqual(owed.ann.carried)
    expect(rerunCompensation(first, book, second)).toEqual(first)
  })

  test('by another book makes all anew', () => {
    const generous = parseBook(bookOf({ crediting: [direct, { ...indirect, clause: '3.1' }] }))
    const again = rerunCompensation(run, generous, data)
    expect(again.statements.some((statement) => run.statements.includes(statement))).toBe(false)
    expect(again).toEqual(runCompensation(generous, data, period))
  })

  test('is the same whatever order people and events come in', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...data.people], { minLength: 4 }),
        fc.shuffledSubarray([...data.events], { minLength: 5 }),
        (people, events) => {
          expect(runCompensation(book, { ...data, people, events }, period)).toEqual(run)
        },
      ),
      { numRuns: 20 },
    )
  })
})

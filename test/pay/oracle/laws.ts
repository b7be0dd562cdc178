import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../../src/calendar/index.js'
import type { Data, Person, Row } from '../../../src/pay/data.js'
import { decimal } from '../../../src/quantity/index.js'
import { type BookName, bookOf, books } from './books.js'
import { indexOf, lastDayOf } from './known.js'
import type { Paid, PaidLine, Payment } from './ledger.js'
import { anyLife, ids, type Life } from './lives.js'
import {
  fromTheFirstOn,
  knownInTheEnd,
  type Pays,
  paying,
  reordered,
  toldInTime,
  totals,
} from './paid.js'

/** A law of what is paid, tried on so many lives. */
type Law = (pays: Pays, lives: number) => void

const keyOf = ({ component, person, earned }: PaidLine) => `${component} ${person} ${earned}`

/** What holds of the lives of each book. */
export function lawsOf(name: BookName): Readonly<Record<string, Law>> {
  const endless = anyLife(name, { least: 60, most: 60 })
  // What stands once it was worked out is not worked out again by what is told later.
  const stands = name === 'fixed'
  const wide = ['team', 'pool', 'weighed'].includes(name)
  const inTheEnd: Readonly<Record<string, Law>> = {
    'within the horizon, late or in time pays the same in the end': (pays, numRuns) => {
      const life = endless.map(fromTheFirstOn).map(knownInTheEnd)
      fc.assert(
        fc.property(life, ({ book, data, payments }) => {
          const told = totals(pays(book, data, payments))
          expect(totals(pays(book, toldInTime(data), payments))).toEqual(told)
        }),
        { numRuns },
      )
    },
    'settled each month, once, or in any cut of them pays the same in the end': (pays, numRuns) => {
      const cuts = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })
      fc.assert(
        fc.property(endless.map(knownInTheEnd), cuts, ({ book, data, payments }, cut) => {
          const kept = payments.filter((_, i) => cut[i] || i === 0 || i === payments.length - 1)
          const some = totals(pays(book, data, kept))
          expect(some).toEqual(totals(pays(book, data, payments)))
        }),
        { numRuns },
      )
    },
  }
  return {
    ...(!stands && inTheEnd),
    'a further run of the same month with nothing new pays nothing': (pays, numRuns) => {
      fc.assert(
        fc.property(anyLife(name), ({ book, data, payments }) => {
          const again = pays(book, data, [...payments, payments.at(-1) as Payment])
          expect(paying(again.at(-1))).toEqual([])
        }),
        { numRuns },
      )
    },
    'a closed month changes only for whom a record of an open day reaches': (pays, numRuns) => {
      fc.assert(
        fc.property(anyLife(name), (life) => {
          const told = Object.values(life.data.records ?? {}).flat()
          for (const { run, line } of closedLines(pays, life)) {
            const reached = told.some(
              (row) =>
                (wide || row.person === line.person) &&
                indexOf(row.on.slice(0, 7)) >= indexOf(run.before) - life.book.retro &&
                (row.counts ?? row.made ?? row.on).slice(0, 7) <= line.earned,
            )
            expect({ line, reached }).toEqual({ line, reached: true })
          }
        }),
        { numRuns },
      )
    },
    'the order of people, records and keys changes nothing': (pays, numRuns) => {
      fc.assert(
        fc.property(anyLife(name), ({ book, data, payments }) => {
          expect(pays(book, reordered(data), payments)).toEqual(pays(book, data, payments))
        }),
        { numRuns },
      )
    },
    'nothing is earned in a month in which nobody said that the person was employed': (
      pays,
      numRuns,
    ) => {
      fc.assert(
        fc.property(anyLife(name), ({ book, data, payments }) => {
          const lines = pays(book, data, payments).flatMap((run) => run.lines)
          const outside = lines.filter(
            ({ person, earned, entitled }) =>
              !decimal(entitled).isZero() &&
              !data.people
                .find(({ id }) => id === person)
                ?.employment.some(
                  ({ from, to }) =>
                    from <= lastDayOf(earned) && (to === undefined || `${earned}-01` <= to),
                ),
          )
          expect(outside).toEqual([])
        }),
        { numRuns },
      )
    },
  }
}

/** The lines for months that had closed and were paid before, with the month that was run before. */
function closedLines(pays: Pays, { book, data, payments }: Life) {
  const paidBefore = new Set<string>()
  let before = payments[0]?.period as string
  return pays(book, data, payments).flatMap((run) => {
    const closed = paying(run)
      .filter((line) => indexOf(line.earned) < indexOf(run.period) - book.retro)
      .filter((line) => paidBefore.has(keyOf(line)))
      .map((line) => ({ run: { before }, line }))
    for (const line of run.lines) paidBefore.add(keyOf(line))
    before = run.period
    return closed
  })
}

/** What holds of lives that are made for it. */
export const laws: Readonly<Record<string, Law>> = {
  'a deal that is fully taken back comes to nothing for everybody': (pays, numRuns) => {
    const part = fc.integer({ min: 0, max: 1_000 })
    const name = fc.constantFrom('commission', 'balance', 'team' as const)
    const life = name.chain((of) => anyLife(of))
    fc.assert(
      fc.property(life, part, part, fc.nat(3), (it, at, after, index) => {
        // Months close on their last day at the earliest, so that what is told in time counts.
        const payments = it.payments.map((run) => {
          const last = lastDayOf(run.period)
          return { ...run, asOf: run.asOf < last ? last : run.asOf }
        })
        const begin = `${payments[0]?.period}-01`
        const end = payments.at(-1)?.period as string
        const length = (indexOf(end) - indexOf(begin.slice(0, 7)) + 1) * 30 - 5
        const start = Math.floor((at * length) / 1_000)
        const made = addDays(begin, start)
        const back = addDays(made, Math.floor((after * (length - start)) / 1_000))
        const { id } = it.data.people[index % it.data.people.length] as Person
        const deal = { person: id, channel: 'web', units: '1', amount: '234.56' }
        const both: readonly Row[] = [
          { ...deal, id: 'x', on: made },
          { ...deal, id: 'y', on: back, counts: made, amount: '-234.56', units: '-1' },
        ]
        const deals = [...(it.data.records?.['deals'] ?? []), ...both]
        const withBoth = totals(pays(it.book, { ...it.data, records: { deals } }, payments))
        expect(withBoth).toEqual(totals(pays(it.book, it.data, payments)))
      }),
      { numRuns },
    )
  },
  'of a division no more is settled than its value, whoever is withheld': (pays, numRuns) => {
    fc.assert(
      fc.property(anyLife('pool', { least: 6 }), onlySome, ({ book, data, payments }, only) => {
        const once = toldOnce(data)
        const some = payments.map((run, i) => ({ ...run, only: only[i] }))
        expect(overdrawn(pays(book, once, some), once)).toEqual([])
      }),
      { numRuns },
    )
  },
  'what is no longer given is not taken back': (pays, numRuns) => {
    const life = anyLife('commission', { least: 60, most: 60 })
    fc.assert(
      fc.property(life, fc.nat(8), ({ book, data, payments }, from) => {
        const gone = { ...data, records: { deals: [] } }
        const runs = payments.map((run, i) => (i < from ? run : { ...run, data: gone }))
        const paid = pays(book, data, runs)
        // Without a record nobody is paid these: whoever was had some.
        const fromRecords = ({ component }: PaidLine) => component !== 'guarantee'
        const before = totals(paid.slice(0, from))
        const after = paid.slice(from).flatMap((run) => paying(run).filter(fromRecords))
        expect(after.filter((line) => before[keyOf(line)] !== undefined)).toEqual([])
      }),
      { numRuns },
    )
  },
  'what fails, fails alone: a line more changes no other': (pays, numRuns) => {
    const [, ...others] = books.kpi
    const both = [...books.salary, ...books.kpi]
    const isOther = ({ component }: { component: string }) => component !== 'bonus'
    fc.assert(
      fc.property(anyLife('salary'), ({ book: { retro }, data, payments }) => {
        const alone = pays(bookOf([...books.salary, ...others], retro), data, payments)
        const beside = pays(bookOf(both, retro), data, payments)
        expect(beside.map(({ lines }) => lines.filter(isOther))).toEqual(
          alone.map(({ lines }) => lines),
        )
      }),
      { numRuns },
    )
  },
}

/** For each run whom alone it pays; everybody where undefined. */
export const onlySome = fc.array(
  fc.option(fc.subarray([...ids], { minLength: 1 }), { nil: undefined }),
  { minLength: 20, maxLength: 20 },
)

/** The value that is divided is told once for each month. */
function toldOnce(data: Data): Data {
  const profit = data.groups?.[0]?.figures?.filter(({ void: gone }) => !gone) ?? []
  const first = profit.filter((one, i) => profit.findIndex((p) => p.period === one.period) === i)
  return { ...data, groups: [{ of: 'company', figures: first }] }
}

/** The months of which more was settled than there was to divide, after some run. */
function overdrawn(runs: readonly Paid[], data: Data) {
  const profits = new Map(data.groups?.[0]?.figures?.map(({ period, value }) => [period, value]))
  const first = runs[0]?.period as string
  const cents = (amount: string) => Number(decimal(amount).times(100).toFixed())
  return runs.flatMap((run, i) => {
    const sums = new Map<string, number>()
    const lines = runs.slice(0, i + 1).flatMap((each) => each.lines)
    for (const { earned, amount } of lines.filter((line) => line.earned >= first))
      sums.set(earned, (sums.get(earned) ?? 0) + cents(amount))
    return [...sums].flatMap(([month, sum]) => {
      const value = cents(profits.get(month) ?? '0')
      return Math.abs(sum) > Math.abs(value)
        ? [`${run.period}: ${sum} of ${value} of ${month}`]
        : []
    })
  })
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Book,
  type Data,
  dataProblems,
  type PayBook,
  type PayData,
  parseBook,
  parseData,
  type Run,
  settle,
} from '../../src/pay/index.js'
import { compareRuns, journal, limitStatus, statements, totals } from '../../src/payroll/index.js'
import { push } from '../../src/problem/push.js'
import { total } from '../../src/quantity/index.js'
import { payBooks, payData } from '../../src/testing/index.js'
import { parseLimits } from './policies.js'

interface Chain {
  readonly book: PayBook
  readonly data: PayData
  readonly runs: readonly [Run, Run, Run]
}

function firstOf(book: PayBook, data: PayData): Run {
  return settle(book, data, { period: '2026-01', before: 'first' })
}

/** Three months of a drawn company. */
function chainOf(book: PayBook, data: PayData): Chain {
  const january = firstOf(book, data)
  const february = settle(book, data, { period: '2026-02', before: january })
  const march = settle(book, data, { period: '2026-03', before: february })
  return { book, data, runs: [january, february, march] }
}

const readable = ([book, data]: readonly [Book, Data]) =>
  [parseBook(book), parseData(data)] as const
const drawn = fc
  .tuple(payBooks('CNY'), payData('CNY'))
  .map(readable)
  .filter(([book, data]) => data.people.length > 0 && dataProblems(book, data).length === 0)
const chains = drawn.map(([book, data]) => chainOf(book, data))

const by = ['team', 'grade']
const sum = (amounts: readonly { readonly amount: string }[]) =>
  total(
    amounts.map(({ amount }) => amount),
    2,
  )
const added = (amounts: readonly string[]) => total(amounts, 2)
const settings = { numRuns: 15 }
const smallest = fc.integer({ min: 1, max: 4 })

test('totals by period earned are those by period paid, and the sum of all lines', () => {
  fc.assert(
    fc.property(chains, smallest, ({ book, data, runs }, least) => {
      const { earned, paid } = totals(book, data, runs, { by, smallest: least })
      const all = sum(runs.flatMap(({ lines }) => lines))
      expect(added(earned.map(({ company }) => company.total))).toBe(all)
      expect(added(paid.map(({ company }) => company.total))).toBe(all)
      expect(paid.map(({ company }) => company.total)).toEqual(runs.map(({ lines }) => sum(lines)))
    }),
    settings,
  )
})

test('groups, components and head counts add up to the company, whatever is told together', () => {
  fc.assert(
    fc.property(chains, smallest, ({ book, data, runs }, least) => {
      const { earned, paid } = totals(book, data, runs, { by, smallest: least })
      for (const { company, groups } of [...earned, ...paid]) {
        for (const sums of [company, ...Object.values(groups).flat()])
          expect(added([...Object.values(sums.components), sums.others ?? '0'])).toBe(sums.total)
        for (const of of Object.values(groups)) {
          expect(added(of.map((each) => each.total))).toBe(company.total)
          const counted = (name: 'people' | 'joiners' | 'leavers') =>
            of.reduce((count, each) => count + each[name], 0)
          expect([counted('people'), counted('joiners'), counted('leavers')]).toEqual([
            company.people,
            company.joiners,
            company.leavers,
          ])
        }
      }
    }),
    settings,
  )
})

test('totals do not depend on the order in which runs are given', () => {
  fc.assert(
    fc.property(chains, ({ book, data, runs }) => {
      expect(totals(book, data, runs.toReversed(), { by })).toEqual(
        totals(book, data, runs, { by }),
      )
    }),
    settings,
  )
})

test('a journal adds up to the lines, each by itself, with earlier runs or without', () => {
  fc.assert(
    fc.property(chains, fc.boolean(), ({ book, data, runs }, known) => {
      const [january, february, march] = runs
      const earlier = known ? [january, february] : []
      const rows = journal(book, data, march, { by, locale: 'en', earlier })
      const keyOf = (each: { component: string; person: string; assignment?: string }) =>
        `${each.component} ${each.person} ${each.assignment ?? ''}`
      const keys = (amounts: readonly { key: string; amount: string }[]) => {
        const sums = new Map<string, string[]>()
        for (const { key, amount } of amounts) push(sums, key, amount)
        return new Map([...sums].map(([key, of]) => [key, added(of)]))
      }
      expect(
        keys(rows.map((row) => ({ key: `${keyOf(row)} ${row.earned}`, amount: row.amount }))),
      ).toEqual(
        keys(
          march.lines.map((line) => ({
            key: `${keyOf(line)} ${line.earned.period}`,
            amount: line.amount,
          })),
        ),
      )
    }),
    settings,
  )
})

test('statements and limits add up to the run', () => {
  fc.assert(
    fc.property(chains, ({ book, data, runs }) => {
      const [, , march] = runs
      const limits = parseLimits([
        { id: 'all', most: '1', breach: 'report' },
        { id: 'each', most: '1', breach: 'report', by: 'team' },
      ])
      const statuses = limitStatus(book, data, [march], limits)
      const all = sum(march.lines)
      expect(added(statements(book, data, march).map((each) => each.total))).toBe(all)
      expect(statuses.find(({ limit }) => limit === 'all')?.sum).toBe(all)
      const groups = statuses.filter(({ limit }) => limit === 'each')
      expect(added(groups.map((each) => each.sum))).toBe(all)
    }),
    settings,
  )
})

test('a comparison of a run with itself is empty', () => {
  fc.assert(
    fc.property(chains, ({ book, data, runs }) => {
      for (const run of runs) {
        const made = { book, data, run }
        const { difference, people, components, groups, unchanged } = compareRuns(made, made, {
          by,
        })
        expect(difference).toBe('0.00')
        expect(people.flatMap(({ lines }) => lines)).toEqual([])
        expect(unchanged).toBe(people.length)
        for (const each of [...components, ...Object.values(groups).flat()])
          expect(each.difference).toBe('0.00')
      }
    }),
    settings,
  )
})

test('differences of people, lines, components and groups add up, and each has a cause', () => {
  fc.assert(
    fc.property(drawn, drawn, smallest, ([book, data], [other, otherData], least) => {
      const before = { book, data, run: firstOf(book, data) }
      const after = { book: other, data: otherData, run: firstOf(other, otherData) }
      const found = compareRuns(before, after, { by, smallest: least })
      const differences = (of: readonly { readonly difference: string }[]) =>
        added(of.map((each) => each.difference))
      expect(differences(found.people)).toBe(found.difference)
      expect(differences(found.components)).toBe(found.difference)
      for (const groups of Object.values(found.groups))
        expect(differences(groups)).toBe(found.difference)
      for (const { lines, difference } of found.people) {
        expect(differences(lines)).toBe(difference)
        for (const { causes } of lines) expect(causes.length).toBeGreaterThan(0)
      }
    }),
    settings,
  )
})

import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type Run, settle } from '../../../src/pay/index.js'
import { parseBook, parseRunData } from '../../../src/payroll/index.js'
import { migrateBook, migrateRunData } from '../../../src/payroll/migrate/index.js'
import { decimal, total } from '../../../src/quantity/index.js'
import { dataOf, type Fixture } from './fixture.js'

const folder = new URL('fixtures/', import.meta.url)

/** The books of a file: all, or so many that one of each `every` is taken. */
export function fixturesIn(file: string, every = 1, offset = 0): readonly Fixture[] {
  const lines = gunzipSync(readFileSync(new URL(file, folder)))
    .toString('utf8')
    .trim()
    .split('\n')
  return lines
    .filter((_, i) => i % every === offset % every)
    .map((line) => JSON.parse(line) as Fixture)
}

export const files = readdirSync(folder)
  .filter((name) => name.startsWith('books'))
  .sort()

/** What each month pays, by person and policy; of nothing there is nothing. */
export type Pay = Readonly<Record<string, string>>

/** What 0.1 paid in each month. */
export function paidBy01({ months, book }: Fixture): readonly Pay[] {
  return months.map(({ paid }) =>
    summed(
      paid.map(([person, kind, source, , amount]) => [
        `${person} ${kind === 'adjustment' ? 'adjustments' : source}`,
        amount,
      ]),
      book,
    ),
  )
}

/** The runs of a migrated book, month by month. */
export function migratedRuns(fixture: Fixture): readonly Run[] {
  const { book: old, months } = fixture
  const book = parseBook(withoutLimits(migrateBook(old).book))
  const runs = months.map(({ period }, i) => ({ period, data: dataOf(fixture, i) }))
  const { data } = parseRunData(book, migrateRunData(old, runs).data)
  let before: Run | 'first' = 'first'
  return months.map(({ period, asOf }) => {
    const run: Run = settle(book, data, { period, before, asOf })
    before = run
    return run
  })
}

/** A book of today as `parseBook` takes it. */
export function withoutLimits({ limits: _, ...book }: Readonly<Record<string, unknown>>) {
  return book
}

/** What runs of today pay, by person and policy: a part of a policy is the policy's. */
export function paidNow(runs: readonly Run[], { book }: Fixture): readonly Pay[] {
  return runs.map(({ lines }) =>
    summed(
      lines.map(({ person, component, amount }) => [
        `${person} ${component.replace(/(_\d|_scorecard|\.draw)+$/, '')}`,
        amount,
      ]),
      book,
    ),
  )
}

function summed(
  of: readonly (readonly [key: string, amount: string])[],
  { currency }: Fixture['book'],
): Pay {
  const places = { CNY: 2, JPY: 0, KWD: 3 }[currency as 'CNY']
  const keys = [...new Set(of.map(([key]) => key))].sort()
  return Object.fromEntries(
    keys.flatMap((own) => {
      const amount = total(
        of.filter(([key]) => key === own).map((each) => each[1]),
        places,
      )
      return decimal(amount).isZero() ? [] : [[own, amount]]
    }),
  )
}

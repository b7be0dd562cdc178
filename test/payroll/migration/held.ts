import { expect } from 'vitest'
import { accountsOf, isSame } from './accounts.js'
import { fixturesIn, migratedRuns } from './compare.js'
import { reasonFor } from './left-out.js'

/** One of so many books is held beside 0.1, unless `BOOKS=all` asks for every one. */
const every = process.env['BOOKS'] === 'all' ? 1 : 7

/**
 * Migrates the books of some files of fixtures and pays their months: everybody gets of every policy what 0.1
 * paid, month by month, but for accounts that differ for a named reason. How many there are is printed; of all a
 * fifth at most may be.
 */
export function holdMigrated(files: readonly string[], offset: number): void {
  const reasons = new Map<string, number>()
  const unexplained: string[] = []
  let [books, whole, accounts, left] = [0, 0, 0, 0]
  for (const file of files)
    for (const fixture of fixturesIn(file, every, offset)) {
      const all = accountsOf(fixture, migratedRuns(fixture))
      const differing = all.filter((account) => !isSame(account))
      books += 1
      accounts += all.length
      left += differing.length
      if (differing.length === 0) whole += 1
      for (const account of differing) {
        const { person, source, by01, now } = account
        const reason = reasonFor(account, differing)
        if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        else
          unexplained.push(
            `book ${fixture.id}, ${source} of ${person}: ${by01.join(' ')} is now ${now.join(' ')}`,
          )
      }
    }
  const counts = [...reasons].map(([reason, count]) => `${count} left out: ${reason}`)
  console.log(
    [`${books} books, ${whole} without a difference; ${accounts} accounts`, ...counts].join('; '),
  )
  expect(unexplained).toEqual([])
  expect(left).toBeLessThanOrEqual(accounts / 5)
}

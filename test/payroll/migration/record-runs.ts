import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parsePeriod } from '../../../src/calendar/index.js'
import {
  type CompensationRun,
  parseBook,
  parseRunData,
  runCompensation,
} from '../../../src/run/index.js'
import { files, fixturesIn } from './compare.js'
import { dataOf, type Fixture } from './fixture.js'

/** Keeps the run before the last one of some of the recorded books, for those who change over after it. */

function runOf(fixture: Fixture): unknown {
  const book = parseBook(fixture.book)
  let before: CompensationRun | 'first' = 'first'
  for (const [i, { period }] of fixture.months.slice(0, -1).entries()) {
    const data = { ...parseRunData({ ...dataOf(fixture, i), before: 'first' }), before }
    before = runCompensation(book, data, parsePeriod(period, book.policy.calendar))
  }
  const { period, asOf, since, posts, settlements, owed, statements } = before as CompensationRun
  return {
    ...{ id: fixture.id, period, asOf, since, posts, owed },
    settlements: settlements.map(({ person, plan, lines }) => ({
      person,
      plan,
      lines: lines.map(({ period, due }) => ({ period, due })),
    })),
    statements: statements.map(({ person, lines }) => ({
      person,
      lines: lines.map(({ kind, source, amount }) => ({ kind, source, amount })),
    })),
  }
}

const runs = files
  .flatMap((file) => fixturesIn(file, 37, 5))
  .map((fixture) => `${JSON.stringify(runOf(fixture))}\n`)
writeFileSync(
  new URL('fixtures/runs.jsonl.gz', import.meta.url),
  gzipSync(runs.join(''), { level: 9 }),
)
console.log(`${runs.length} runs`)

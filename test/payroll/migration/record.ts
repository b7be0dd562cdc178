import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parsePeriod } from '../../../src/calendar/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import { total } from '../../../src/quantity/index.js'
import {
  type CompensationRun,
  parseBook,
  parseRunData,
  runCompensation,
} from '../../../src/run/index.js'
import { drawBook } from './draw-book.js'
import { drawData, ids } from './draw-data.js'
import { dataOf, type Fixture, type Paid } from './fixture.js'
import { Random } from './random.js'

/** Draws small books of 0.1 with the data of some months, pays them by the run of 0.1, and keeps what it paid. */

const wanted = Number(process.env['BOOKS'] ?? 5400)
const perFile = 900
const folder = new URL(process.env['TO'] ?? 'fixtures/', import.meta.url)

function drawn(seed: number, id: number): Fixture | undefined {
  const random = new Random(seed)
  const isSimple = id % 3 === 0
  const people = ids.slice(0, random.between(1, 3))
  const book = drawBook(random, isSimple, people)
  const data = drawData(random, book, people)
  const bare = { id, book: book.json, ...data }
  let fixture: Fixture | undefined
  const problems = problemsOf(() => {
    fixture = { ...bare, months: paidBy01(bare) }
  })
  for (const { code } of problems) refused.set(code, (refused.get(code) ?? 0) + 1)
  return fixture
}

function paidBy01(
  bare: Omit<Fixture, 'months'> & { months: ReturnType<typeof drawData>['months'] },
) {
  const book = parseBook(bare.book)
  const { calendar } = book.policy
  let before: CompensationRun | 'first' = 'first'
  return bare.months.map((month, i) => {
    const data = { ...parseRunData({ ...dataOf(bare, i), before: 'first' }), before }
    const run: CompensationRun = runCompensation(book, data, parsePeriod(month.period, calendar))
    before = run
    return {
      ...month,
      paid: paidIn(run),
      unpaid: run.unpaid.map(
        ({ person, problems }) => [person, problems.map(({ code }) => code)] as const,
      ),
    }
  })
}

/** What a run pays: lines of nothing left out, stretches of one component added up. */
function paidIn({ statements, period, currency }: CompensationRun): readonly Paid[] {
  const places = { CNY: 2, JPY: 0, KWD: 3 }[currency as 'CNY']
  const sums = new Map<string, string[]>()
  for (const { person, lines } of statements)
    for (const line of lines) {
      const earned = line.kind === 'commission' ? line.settled.period : period.name
      const key = JSON.stringify([person, line.kind, line.source, earned])
      sums.set(key, [...(sums.get(key) ?? []), line.amount])
    }
  return [...sums].flatMap(([key, amounts]) => {
    const amount = total(amounts, places)
    return /[1-9]/.test(amount) ? [[...JSON.parse(key), amount] as unknown as Paid] : []
  })
}

const refused = new Map<string, number>()
const fixtures: Fixture[] = []
for (let seed = 20_261_128; fixtures.length < wanted; seed += 1) {
  const fixture = drawn(seed, fixtures.length)
  if (fixture !== undefined) fixtures.push(fixture)
}
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
let bytes = 0
for (let i = 0; i < fixtures.length; i += perFile) {
  const lines = fixtures.slice(i, i + perFile).map((fixture) => `${JSON.stringify(fixture)}\n`)
  const packed = gzipSync(lines.join(''), { level: 9 })
  bytes += packed.length
  writeFileSync(new URL(`books-${i / perFile + 1}.jsonl.gz`, folder), packed)
}
const unpaid = fixtures.filter(({ months }) => months.some((month) => month.unpaid.length > 0))
console.log(
  `${fixtures.length} books in ${bytes} bytes; ${unpaid.length} with somebody unpaid; drawn again:`,
  Object.fromEntries(refused),
)

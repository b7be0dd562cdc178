import { type Analysis, analyze } from '../../formula/index.js'
import {
  type PayBook,
  type PayData,
  type PayFormula,
  parseData,
  payFormula,
  type Row,
  type Run,
} from '../../pay/index.js'
import { problemsOf } from '../../problem/index.js'
import { decimal, total } from '../../quantity/index.js'
import type { Figures } from '../arbitraries/figures.js'
import { type DrawnData, mapped } from './retold.js'
import { fallsExpected, sumsOfPlans } from './rules.js'
import { type Found, type PayCase, shown } from './runs.js'

/** One number of a record that a plan of the book measures. */
interface Measured {
  readonly person: string
  readonly over: { readonly table: string; readonly id: string; readonly value: string }
}

/** Whether any plan of a book measures records. */
export function isMeasured(book: PayBook): boolean {
  return measuredBy(book).length > 0
}

/**
 * A person of whose credits one is larger, all else being equal, and who is paid less in all: by plans,
 * caps, top-ups and deductions together. Where that may be, the analysis of the sum says; two runs show it.
 */
export function lessForMore(of: PayCase, pick: number): Found | 'declared' {
  const candidates = measuredIn(of)
  if (candidates.length === 0) return undefined
  const { book, periods, settle } = of
  const data = parseData(of.data)
  const run = settle(book, data, { period: periods[0] as string, before: 'first' })
  const turn = pick % candidates.length
  for (const each of [...candidates.slice(turn), ...candidates.slice(0, turn)].slice(
    0,
    mostTried,
  )) {
    const falls = fallsOf({ book, data, run }, each)
    if (falls === undefined) continue
    const rows = falls.flatMap((fall) => lessIn(of, each, fall))
    const found = shown(
      { en: 'More sold pays less in all', 'zh-CN': '业绩更好，总报酬反而减少' },
      rows,
    )
    return found !== undefined && fallsExpected(book) ? 'declared' : found
  }
  return undefined
}

/** How many records of a case are tried until one is of the period that is run. */
const mostTried = 10

/** Tables, and their members that plans add up. */
function measuredBy(book: PayBook): readonly { readonly table: string; readonly value: string }[] {
  const sums = sumsOfPlans(book)
  const found = [...book.components.values()].flatMap(({ versions }) =>
    versions.flatMap(({ component }) =>
      Object.values(component.reads).flatMap((source) =>
        source.from === 'records' && source.value !== undefined && sums.has(source.value)
          ? [{ table: source.of, value: source.value }]
          : [],
      ),
    ),
  )
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

function measuredIn({ book, data }: PayCase): readonly Measured[] {
  return measuredBy(book).flatMap(({ table, value }) =>
    (data.records[table] ?? []).flatMap(({ id, person, [value]: number }) =>
      person === undefined || number === undefined ? [] : [{ person, over: { table, id, value } }],
    ),
  )
}

/** The first run of a case. */
interface Settled {
  readonly book: PayBook
  readonly data: PayData
  readonly run: Run
}

/** Where more of a number pays less; nothing where the number moves no pay of the period. */
function fallsOf({ book, data, run }: Settled, { person, over }: Measured) {
  const written: PayFormula[] = []
  // Who is withheld has no formula, and a number of another period moves nothing.
  problemsOf(() => written.push(payFormula(book, data, run, { person, over })))
  return written.map(({ formula, over }) => analyze(formula, { over }).falls)[0]
}

/** The two runs of a fall, where the second really pays less. */
function lessIn(
  of: PayCase,
  { person, over }: Measured,
  { from, lowestAt }: Analysis['falls'][number],
): readonly Figures[] {
  const numbers = [from, lowestAt ?? decimal(from).plus('1000000').toFixed()]
  const [before, after] = numbers.map((number) => paidWith(of, { person, over }, number)) as [
    string,
    string,
  ]
  if (!decimal(after).lessThan(before)) return []
  return [before, after].map((pays, i) => {
    const number = numbers[i] as string
    return { person, record: over.id, [over.value]: number, pays }
  })
}

function paidWith({ book, data, periods, settle }: PayCase, of: Measured, number: string): string {
  const changed = parseData(withNumber(data, of, number))
  const { lines } = settle(book, changed, { period: periods[0] as string, before: 'first' })
  const own = lines.filter(({ person }) => person === of.person)
  return total(
    own.map(({ amount }) => amount),
    0,
  )
}

function withNumber(data: DrawnData, { over }: Measured, number: string): DrawnData {
  const records = mapped(data.records, (rows, table) =>
    table === over.table
      ? rows.map((row) => (row.id === over.id ? ({ ...row, [over.value]: number } as Row) : row))
      : rows,
  )
  return { ...data, records }
}

import { type PayBook, parseData, type Run, type settle } from '../../pay/index.js'
import { push } from '../../problem/push.js'
import { decimal } from '../../quantity/index.js'
import type { Figures } from '../arbitraries/figures.js'
import type { Counterexample } from '../report.js'
import type { DrawnData } from './retold.js'

/** Pays a period, as `settle` of `payproof/pay` does. */
export type Settle = typeof settle

/** What a law looks at: a book, drawn data, and the periods that are run one after the other. */
export interface PayCase {
  readonly book: PayBook
  readonly data: DrawnData
  readonly periods: readonly string[]
  readonly settle: Settle
}

/** What a case shows of a law: nothing where it holds. */
export type Found = Omit<Counterexample, 'replay' | 'data'> | undefined

type Request = Omit<Parameters<Settle>[2], 'period' | 'before'>

/** How the runs of a chain differ from one of each period, from the run before as it is. */
export interface Chained {
  readonly periods?: readonly string[]
  /** What each run is given of the one before. */
  readonly kept?: (before: Run) => Run
  readonly request?: (index: number) => Request
}

/** The runs of a case, one after the other. */
export function runsOf(
  { book, data, periods: all, settle }: PayCase,
  { periods = all, kept = (run) => run, request = () => ({}) }: Chained = {},
): readonly Run[] {
  const parsed = parseData(data)
  const runs: Run[] = []
  for (const [i, period] of periods.entries()) {
    const last = runs.at(-1)
    const before = last === undefined ? 'first' : kept(last)
    runs.push(settle(book, parsed, { period, before, ...request(i) }))
  }
  return runs
}

/** One amount of a key: who is paid what of which component, for which period. */
export interface Amount {
  readonly component: string
  readonly person: string
  readonly assignment?: string
  readonly earned: string
  readonly pays: string
}

/** What the lines of runs come to, key by key. */
export function rowsOf(runs: readonly Run[]): readonly Amount[] {
  const keys = new Map<string, Run['lines'][number][]>()
  for (const { lines } of runs)
    for (const line of lines) {
      const { component, person, assignment, earned } = line
      push(keys, JSON.stringify([component, person, assignment, earned.period]), line)
    }
  return [...keys.values()].map((lines) => {
    const [{ component, person, assignment, earned }] = lines as [Run['lines'][number]]
    const pays = lines.reduce((all, { amount }) => all.plus(amount), decimal('0')).toFixed()
    return { component, person, ...(assignment && { assignment }), earned: earned.period, pays }
  })
}

/** The keys whose lines come to something. */
export function totalsOf(runs: readonly Run[]): readonly Amount[] {
  return rowsOf(runs).filter(({ pays }) => pays !== '0')
}

/** Where two come to something else, as rows of a report. */
export function unlike(first: readonly Amount[], second: readonly Amount[]): readonly Figures[] {
  const keyOf = ({ pays: _, ...key }: Amount) => JSON.stringify(Object.entries(key).sort())
  const own = new Map(first.map((each) => [keyOf(each), each]))
  const others = new Map(second.map((each) => [keyOf(each), each]))
  return [...new Set([...own.keys(), ...others.keys()])].flatMap((key) => {
    const [one, other] = [own.get(key), others.get(key)]
    if (one?.pays === other?.pays) return []
    const { pays: _, ...of } = (one ?? other) as Amount
    return [{ ...of, pays: one?.pays ?? 'nothing', 'then pays': other?.pays ?? 'nothing' }]
  })
}

/** What breaks a law, where rows show it: the first of them. */
export function shown(says: Counterexample['says'], rows: readonly Figures[]): Found {
  return rows.length === 0 ? undefined : { says, rows: rows.slice(0, 5) }
}

import fc from 'fast-check'
import { dividePool, type PoolShare } from '../bonus/index.js'
import { evaluate } from '../formula/index.js'
import { problemsOf } from '../problem/index.js'
import { decimal, minorUnits, total } from '../quantity/index.js'
import { bookOn, type FundedPool, type PolicyBook, type PoolData } from '../run/index.js'
import type { Figures } from './arbitraries/figures.js'
import { poolDataOf } from './arbitraries/shared-data.js'
import type { BookDrawing } from './drawing.js'
import type { LawReport } from './report.js'

/** Every pool pays exactly what funds it, on each of its levels. */
export function budgetBalanced(
  book: PolicyBook,
  { period, runs, seed }: BookDrawing,
  divide: typeof dividePool = dividePool,
): LawReport | undefined {
  const pools = [...bookOn(book, period.from).pools.values()]
  if (pools.length === 0) return undefined
  const drawn = fc
    .constantFrom(...pools)
    .chain((each) => poolDataOf(each, people).map((data) => ({ each, ...data })))
  const details = fc.check(
    fc.property(drawn, (division) => unbalanced(division, divide) === undefined),
    { numRuns: runs, seed },
  )
  const of = { law: 'budget-balanced', of: book.policy.id, runs: details.numRuns } as const
  const { counterexample, counterexamplePath } = details
  if (counterexample === null) return { ...of, outcome: 'held' }
  const replay = { seed, path: counterexamplePath as string }
  const rows = unbalanced(counterexample[0], divide) as readonly Figures[]
  const says = { en: 'A pool does not pay its fund', 'zh-CN': '奖金池未恰好发完' }
  return { ...of, outcome: 'broken', broken: { says, rows, replay } }
}

const people = ['m1', 'm2', 'm3', 'm4']

interface Drawn extends PoolData {
  readonly each: FundedPool
}

/** The rows that do not add up; none also where the division is refused, as for crossed bounds. */
function unbalanced(
  { each: { funding, pool }, figures, members }: Drawn,
  divide: typeof dividePool,
): readonly Figures[] | undefined {
  const rows: Figures[] = []
  problemsOf(() => {
    const fund = evaluate(funding.formula, figures).value
    const places = minorUnits(pool.policy.currency)
    const look = (whole: string, shares: readonly PoolShare[]) => {
      const paid = total(
        shares.map(({ amount }) => amount),
        places,
      )
      if (!decimal(paid).equals(whole)) rows.push({ fund: whole, pays: paid })
      for (const share of shares.filter((one) => one.members.length > 0))
        look(share.amount, share.members)
    }
    look(fund, divide(pool, { fund, members }).shares)
  })
  return rows.length === 0 ? undefined : rows
}

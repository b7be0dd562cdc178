import type { Period } from '../calendar/index.js'
import { type Random, randomFrom } from '../payroll/random.js'
import { type Spread, spread } from '../payroll/spread.js'
import { type Problem, refuse } from '../problem/index.js'
import { minorUnits } from '../quantity/index.js'
import type { PolicyBook } from './book.js'
import { notWhole } from './problems.js'
import { payPeriod } from './run.js'
import type { RunData } from './run-data.js'

/** What a book costs over drawn scenarios. */
export interface Simulation {
  readonly seed: number
  readonly scenarios: number
  readonly total: Spread
  readonly departments: readonly ({ readonly department: string } & Spread)[]
  /** In how many scenarios each budget was breached. */
  readonly breaches: readonly { readonly budget: string; readonly scenarios: number }[]
  /** In how many scenarios somebody could not be paid. */
  readonly unpaid: number
}

/** What is drawn, and how often. */
export interface SimulationRequest {
  readonly book: PolicyBook
  readonly period: Period
  readonly scenarios: number
  /** A whole number from 0 on: the same seed draws the same scenarios. */
  readonly seed: number
  /** The data of one scenario: sales that might be made, KPIs that might be reached. */
  readonly draw: (random: Random, scenario: number) => RunData
}

/**
 * Pays a period over scenarios that are drawn from a seed, and tells what it may cost: for the choice
 * between books and the size of a budget. Budgets that refuse a breach are counted, not thrown.
 *
 * Throws a `PolicyError` for scenarios and seeds that are no whole numbers, and where the run does for
 * a scenario.
 *
 * @example
 * simulate({ book, period, scenarios: 200, seed: 7, draw: (random) => ({ ...data, events: eventsWorth(random.integer(80, 120)) })
 * }).total.p95
 */
export function simulate({ book, period, scenarios, seed, draw }: SimulationRequest): Simulation {
  const problems: Problem[] = []
  if (!Number.isSafeInteger(scenarios) || scenarios < 1) problems.push(notWhole('scenarios', 1))
  if (!Number.isSafeInteger(seed) || seed < 0) problems.push(notWhole('seed', 0))
  refuse(problems)
  const places = minorUnits(book.policy.currency)
  const random = randomFrom(seed)
  const runs = Array.from({ length: scenarios }, (_, i) => {
    const { totals, budgets, unpaid } = payPeriod(book, draw(random, i), period)
    return { totals, budgets, unpaid }
  })
  const departments = new Set(runs.flatMap(({ totals }) => totals.departments.map(({ id }) => id)))
  const first = runs[0] as (typeof runs)[number]
  return {
    seed,
    scenarios,
    total: spread(
      runs.map(({ totals }) => totals.company.total),
      places,
    ),
    departments: [...departments].sort().map((department) => ({
      department,
      ...spread(
        runs.map(
          ({ totals }) => totals.departments.find(({ id }) => id === department)?.total ?? '0',
        ),
        places,
      ),
    })),
    breaches: first.budgets.map(({ budget }, i) => ({
      budget,
      scenarios: runs.filter(({ budgets }) => budgets[i]?.breached).length,
    })),
    unpaid: runs.filter((run) => run.unpaid.length > 0).length,
  }
}

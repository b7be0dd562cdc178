import type { PayBook, PayData, Run } from '../pay/index.js'
import { anything, checkOptions, list, optional, whole } from '../problem/index.js'
import { minorUnits } from '../quantity/index.js'
import { type Compared, comparedRun } from './compared.js'
import type { Groups } from './group.js'
import { limitStatus } from './limit.js'
import type { Limit } from './limit-schema.js'
import { type Random, randomFrom } from './random.js'
import { inOne, partition } from './shown.js'
import { type Spread, spread } from './spread.js'
import { groupOptions, usualSmallest } from './totals.js'

/** What is drawn, how often, and how it is paid. */
export interface SimulationRequest {
  readonly book: PayBook
  readonly scenarios: number
  /** A whole number from 0 on: the same seed draws the same scenarios. */
  readonly seed: number
  /** The data of one scenario: sales that might be made, KPIs that might be reached. */
  readonly draw: (random: Random, scenario: number) => PayData
  /** The run of a scenario's data by the book, such as `(data) => settle(book, data, { period, before })`. */
  readonly pay: (data: PayData) => Run
  /** The attributes whose values make groups; none unless said. */
  readonly by?: readonly string[] | undefined
  /** Groups in which fewer are paid in some scenario are told together; 3 unless said, 1 tells all. */
  readonly smallest?: number | undefined
  /** Limits whose breaches are counted; one that refuses them is counted too. */
  readonly limits?: readonly Limit[] | undefined
}

/** The spread of what the people with a value of an attribute are paid. */
export interface GroupSpread extends Spread {
  /** The value, `''` where there is none; several values that are told together. */
  readonly values: readonly string[]
}

/** What a book costs over drawn scenarios. */
export interface Simulation {
  readonly seed: number
  readonly scenarios: number
  readonly total: Spread
  /** The groups of each attribute that was asked for. */
  readonly groups: Readonly<Record<string, readonly GroupSpread[]>>
  /** In how many scenarios each limit was breached, by some group of its. */
  readonly breaches: readonly { readonly limit: string; readonly scenarios: number }[]
  /** In how many scenarios something could not be worked out. */
  readonly withheld: number
}

/** What is kept of one scenario. */
interface Scenario {
  readonly total: string
  readonly groups: Compared['groups']
  readonly breached: ReadonlySet<string>
  readonly withheld: boolean
}

/**
 * Pays scenarios that are drawn from a seed, and tells what they may cost: for the choice between books
 * and the size of a budget.
 *
 * Throws a `PolicyError` for scenarios and seeds that are no whole numbers, for what `draw` and `pay`
 * throw, and for limits and attributes that book and data do not have.
 *
 * @example
 * const pay = (data) => settle(book, data, { period: '2026-06', before: may })
 * simulate({ book, scenarios: 200, seed: 7, pay, draw: (random) => dataWith(random.integer(80, 120)) }).total.p95
 */
export function simulate(request: SimulationRequest): Simulation {
  checkOptions(request, {
    book: anything,
    scenarios: whole(1),
    seed: whole(0),
    draw: anything,
    pay: anything,
    limits: optional(list(anything)),
    ...groupOptions,
  })
  const { book, scenarios, seed, by = [], smallest = usualSmallest, limits = [] } = request
  const places = minorUnits(book.definition.currency)
  const random = randomFrom(seed)
  const runs = Array.from({ length: scenarios }, (_, i) => scenarioOf(request, random, i, places))
  return {
    seed,
    scenarios,
    total: spread(
      runs.map((run) => run.total),
      places,
    ),
    groups: Object.fromEntries(
      by.map((name) => [name, groupSpreads(runs, name, smallest, places)]),
    ),
    breaches: limits.map(({ id }) => ({
      limit: id,
      scenarios: runs.filter(({ breached }) => breached.has(id)).length,
    })),
    withheld: runs.filter((run) => run.withheld).length,
  }
}

function scenarioOf(
  { book, draw, pay, by = [], limits = [] }: SimulationRequest,
  random: Random,
  index: number,
  places: number,
): Scenario {
  const data = draw(random, index)
  const run = pay(data)
  const { company, groups } = comparedRun({ book, data, run }, by, 'run')
  const breached = limitStatus(book, data, [run], limits).filter((each) => each.breached)
  return {
    total: company.total.total(places),
    groups,
    breached: new Set(breached.map(({ limit }) => limit)),
    withheld: run.withheld.length > 0,
  }
}

function groupSpreads(
  runs: readonly Scenario[],
  attribute: string,
  smallest: number,
  places: number,
): readonly GroupSpread[] {
  const tables = runs.map(({ groups }) => groups.get(attribute) as Groups)
  return partition(tables, smallest).map((values) => ({
    values,
    ...spread(
      tables.map((groups) => inOne(groups, values, places).total.total(places)),
      places,
    ),
  }))
}

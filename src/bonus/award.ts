import type { IsoDate } from '../calendar/index.js'
import { type Label, refuse } from '../problem/index.js'
import {
  allocate,
  decimal,
  difference,
  divideTo,
  type Gap,
  minorUnits,
  type Ranked,
  rank,
  total,
} from '../quantity/index.js'
import type { Award } from './award-schema.js'
import { type AwardEntry, type Hindrance, readEntries } from './entries.js'

/** One entry's place in an award, and what it wins. */
export interface AwardStanding {
  readonly id: string
  readonly label: Label
  /** 1 for the first; equal entries share a place, and the next one skips as many. */
  readonly place: number
  /** The figures it is ranked by, one a criterion. */
  readonly values: readonly string[]
  /** How many are equal in every criterion, itself included: they stand one after the other. */
  readonly equals: number
  /** What parts it from the next better and the next worse place. */
  readonly behind?: Gap
  readonly ahead?: Gap
  /** The prizes of the places that all who are equal take, in all. */
  readonly prizes: string
  /** What it wins, `0.00` where the place has no prize. */
  readonly prize: string
  /** The prize before the budget cut it; equal to `prize` where it did not. */
  readonly due: string
  /** What each member of a team gets, in the order of their ids: they add up to the prize exactly. */
  readonly split: readonly { readonly id: string; readonly label: Label; readonly amount: string }[]
}

/** An award that is given: the ranking with its prizes, and who was not ranked and why. */
export interface AwardResult {
  readonly award: Award
  readonly asOf: IsoDate
  readonly standings: readonly AwardStanding[]
  readonly ineligible: readonly {
    readonly id: string
    readonly label: Label
    readonly hindrances: readonly Hindrance[]
  }[]
  /** The sum of the prizes before the budget cut them. */
  readonly due: string
  /** The sum of the prizes, never above the budget, and what is left of it. */
  readonly paid: string
  readonly unspent: string
}

/**
 * Gives an award: entries that meet every rule of eligibility are ranked by the criteria, the next
 * one counting where those before are equal, and the prizes go to the first places.
 *
 * Who is equal in every criterion shares the prizes of the places they take (`share`), or has the
 * prize of the place each (`all-win`). Equal places get equal prizes: a share is rounded down to the
 * minor unit. Where the prizes come to more than the budget, each is cut to `budget ÷ prizes` of it,
 * rounded down. A team's prize is split among its members by largest remainder.
 *
 * Months of service are full ones up to `asOf`. Throws a `PolicyError` with every problem of the
 * entries: repeated ids, figures that are no numbers, dates that are none, teams that cannot split.
 *
 * @example
 * const entries = [{ id: 'li', figures: { score: '95' } }, { id: 'wu', figures: { score: '91' } }]
 * giveAward(star, { entries, asOf: '2026-12-31' }).standings[0]?.prize //=> '2000.00'
 */
export function giveAward(
  award: Award,
  { entries, asOf }: { readonly entries: readonly AwardEntry[]; readonly asOf: IsoDate },
): AwardResult {
  const { read, problems } = readEntries(award, entries, asOf)
  refuse(problems)
  const places = minorUnits(award.currency)
  const fit = new Map(
    read.flatMap((each) =>
      each.hindrances.length === 0
        ? [[each.entry.id, { id: each.entry.id, entry: each.entry, values: each.values }]]
        : [],
    ),
  )
  const ranked = rank(
    [...fit.values()],
    award.ranking.map(({ direction }) => direction),
  )
  const sums = prizeSums(award, ranked, places)
  const due = ranked.map((each, i) => prizeOf(award, each, sums[i] as string, places))
  const paid = withinBudget(due, award.budget, places)
  const standings = ranked.map((each, i): AwardStanding => {
    const { entry, values } = fit.get(each.id) as { entry: AwardEntry; values: readonly string[] }
    const prize = paid[i] as string
    return {
      ...each,
      label: entry.label ?? entry.id,
      values,
      prizes: sums[i] as string,
      prize,
      due: due[i] as string,
      split: splitOf(award, entry, prize, places),
    }
  })
  return {
    award,
    asOf,
    standings,
    ineligible: read.flatMap(({ entry: { id, label = id }, hindrances }) =>
      hindrances.length === 0 ? [] : [{ id, label, hindrances }],
    ),
    due: total(due, places),
    paid: total(paid, places),
    unspent: difference(award.budget, total(paid, places), places),
  }
}

/** The prizes of the places that each one's group of equals takes, in all: added up once a group. */
function prizeSums(
  { prizes }: Award,
  ranked: readonly Ranked[],
  places: number,
): readonly string[] {
  let sum = ''
  return ranked.map(({ place, equals }, i) => {
    if (i === place - 1) sum = total(prizes.slice(i, i + equals), places)
    return sum
  })
}

function prizeOf(
  { ties, prizes }: Award,
  { place, equals }: Ranked,
  sum: string,
  places: number,
): string {
  if (ties === 'all-win') return total([prizes[place - 1] ?? '0'], places)
  return divideTo(decimal(sum), decimal(String(equals)), places, 'down').toFixed(places)
}

function withinBudget(due: readonly string[], budget: string, places: number): readonly string[] {
  const sum = decimal(total(due, places))
  if (!sum.greaterThan(budget)) return due
  return due.map((prize) =>
    divideTo(decimal(prize).times(budget), sum, places, 'down').toFixed(places),
  )
}

function splitOf(
  { split }: Award,
  { members = [] }: AwardEntry,
  prize: string,
  places: number,
): AwardStanding['split'] {
  if (split === undefined) return []
  const inOrder = members.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const parts = allocate({
    total: prize,
    places,
    ties: 'id',
    shares: inOrder.map(({ id, weight = 0 }) => ({ id, weight: split === 'equal' ? 1 : weight })),
  })
  return inOrder.map(({ id, label = id }, i) => ({ id, label, amount: parts[i]?.amount as string }))
}

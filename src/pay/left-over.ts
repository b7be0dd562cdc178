import { type Decimal, decimal, minorUnits } from '../quantity/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import type { Holder } from './data-index.js'
import type { Outcome } from './division.js'
import type { Subject } from './knowledge.js'
import { componentReads, isWithinPeriod } from './reads.js'
import type { LeftOver, Line } from './run.js'
import type { Settling } from './settling.js'

/** What is left when people have left: balances, and payments below zero. */
export function leftOverIn(
  settling: Settling,
  outcomes: readonly Outcome[],
  lines: readonly Line[],
): readonly LeftOver[] {
  return [...balancesLeft(settling, outcomes), ...overpaid(settling, lines)]
}

/** People who have left, to whom this payment would come to less than nothing: they were paid too much. */
function overpaid({ runs, sheet }: Settling, lines: readonly Line[]): readonly LeftOver[] {
  const { to } = runs.timeline.at(runs.current)
  const places = minorUnits(sheet.book.definition.currency)
  const totals = new Map<string, Decimal>()
  for (const { person, amount } of lines)
    totals.set(person, (totals.get(person) ?? decimal('0')).plus(amount))
  return [...totals].flatMap(([person, total]): readonly LeftOver[] => {
    if (!total.isNegative() || total.isZero()) return []
    const { person: told } = sheet.index.people.get(person) as Holder
    const { employment } = (told as Subject).knownBy(runs.asOf)
    const left = employment.every((each) => each.to !== undefined && each.to <= to)
    return left ? [{ owner: { person }, value: total.toFixed(places) }] : []
  })
}

/** The balances that are left when the spans of their owners have ended. */
function balancesLeft(
  { runs, sheet }: Settling,
  outcomes: readonly Outcome[],
): readonly LeftOver[] {
  const balances = balancesOf(sheet.book)
  if (balances.size === 0) return []
  return outcomes.flatMap(({ key, candidate }) => {
    const { component, holder, position, work } = key
    if (position !== runs.current || candidate === undefined || !balances.has(component.name))
      return []
    const last = work.lives(component, holder).at(-1)
    const ended = last === undefined || last.to <= runs.timeline.at(runs.current).to
    if (!ended || candidate.entitled === '0') return []
    return [{ component: component.name, owner: holder.owner, value: candidate.entitled }]
  })
}

/**
 * The components that carry themselves on from period to period: each is read of the period before by
 * itself, or by one of those that it is worked out from.
 */
function balancesOf({ components, tagged }: PayBook): ReadonlySet<string> {
  const reads = ({ versions }: LinkedComponent) =>
    versions.flatMap(({ component }) => componentReads(component, tagged))
  const balances = new Set<string>()
  const carried = [...components.values()].flatMap((reader) =>
    reads(reader).flatMap(({ name, source }) =>
      source.over === 'before' ? [{ name, by: reader.name }] : [],
    ),
  )
  for (const name of new Set(carried.map((each) => each.name))) {
    const within = new Set([name])
    // What is added while it is gone through is gone through too.
    for (const each of within)
      for (const read of reads(components.get(each) as LinkedComponent))
        if (isWithinPeriod(read)) within.add(read.name)
    if (carried.some((each) => each.name === name && within.has(each.by))) balances.add(name)
  }
  return balances
}

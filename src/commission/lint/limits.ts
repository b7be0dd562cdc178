import type { BandRange } from '../../formula/index.js'
import { inputsIn } from '../../formula/internal.js'
import { decimal, money } from '../../quantity/index.js'
import type { PlanPolicy } from '../plan-shape-schema.js'
import { firstIn } from './curve.js'
import { beyondCap, capBinds, capNeverBinds, floorBinds } from './curve-findings.js'
import { tierStarts, valueIn } from './figures.js'
import { type Finding, type Found, writtenIn } from './finding.js'
import type { View } from './views.js'
import { writeFor } from './written.js'

/** Where floors and caps bind, and caps that never do. */
export function limitFindings(policy: PlanPolicy, views: readonly View[]): readonly Finding[] {
  const found = views.flatMap((view) =>
    [...capFindings(policy, view), ...floorFindings(policy, view)].map((finding) => ({
      ...finding,
      given: view.reached.given,
    })),
  )
  const bound = found.filter(({ code }) => code === 'cap-binds').map(({ path }) => path)
  return [
    ...found.filter(({ code, path }) => code !== 'cap-never-binds' || !bound.includes(path)),
    ...yearCapFindings(policy),
  ]
}

/** A cap of a curve, and the tiers that begin where it binds for good. */
function capFindings(policy: PlanPolicy, view: View): readonly Found[] {
  const path = view.deal ? 'dealCap' : 'cap'
  const own = policy[path]
  if (own === undefined) return []
  const cap = valueIn(own, view.reached.given)
  const write = writeFor(policy, view)
  const on = rangesOf(view, capPath(policy, view))
  const [first] = on
  if (first === undefined || !isDecisive(policy, view, cap))
    return [capNeverBinds(write, path, cap)]
  const last = on.at(-1) as BandRange
  const forGood = last.to === undefined ? firstIn(view.reached, last) : undefined
  return [
    capBinds(write, path, firstIn(view.reached, first), cap),
    ...tierStarts(policy, view.reached.given).flatMap(({ path, from }) =>
      from !== undefined && forGood !== undefined && from.greaterThanOrEqualTo(forGood)
        ? [beyondCap(write, path, from.toFixed(), forGood)]
        : [],
    ),
  ]
}

/** A cap above that of the year is never what is paid. */
function isDecisive({ yearCap }: PlanPolicy, { deal, reached }: View, cap: string): boolean {
  return deal || yearCap === undefined || decimal(cap).lessThan(valueIn(yearCap, reached.given))
}

function floorFindings(policy: PlanPolicy, view: View): readonly Found[] {
  const [own, cap] = view.deal ? (['dealFloor', 'dealCap'] as const) : (['floor', 'cap'] as const)
  const floor = policy[own]
  if (floor === undefined) return []
  const below = policy[cap] === undefined ? capPath(policy, view) : `${capPath(policy, view)}.of[0]`
  // A deal of nothing has no floor, which a choice stands before.
  const [first] = rangesOf(view, view.deal ? `${below}.then` : below)
  const last = first && inputsIn(view.reached, first).last
  return last === undefined
    ? []
    : [floorBinds(writeFor(policy, view), own, last, valueIn(floor, view.reached.given))]
}

/** The cap stands in the name and the rounding around every formula, and below the cap of the year. */
function capPath({ yearCap }: PlanPolicy, { deal }: View): string {
  return deal || yearCap === undefined ? 'of.of' : 'of.of.of[0]'
}

/** Where the second of the two that a limit compares holds: the limit itself. */
function rangesOf({ reached }: View, path: string): readonly BandRange[] {
  return reached.choices
    .filter((choice) => choice.path === path)
    .flatMap(({ branches }) => branches.slice(1).flatMap(({ on }) => on))
}

/** The most that a year has of them. */
const periodsInYear: Readonly<Record<PlanPolicy['period'], number>> = {
  week: 53,
  'ten-days': 36,
  'two-weeks': 27,
  'half-month': 24,
  'four-weeks': 14,
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
}

/** A cap of the year that the caps of its periods together do not reach. */
function yearCapFindings({ cap, currency, period, yearCap }: PlanPolicy): readonly Finding[] {
  if (typeof cap !== 'string' || typeof yearCap !== 'string') return []
  const most = decimal(cap).times(periodsInYear[period])
  const unit = money(currency)
  return most.greaterThan(yearCap)
    ? []
    : [{ ...capNeverBinds(writtenIn(unit, unit), 'yearCap', yearCap), given: {} }]
}

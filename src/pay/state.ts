import type { IsoDate } from '../calendar/index.js'
import type { Outcome } from './division.js'
import { isDivision } from './keys.js'
import { readAs } from './ledger.js'
import { earnedOf } from './line.js'
import { inPlaces } from './places.js'
import type { Settled, State } from './run.js'
import type { Settling } from './settling.js'
import { versionDigests } from './text.js'

/** What the next run needs: all that was settled and recorded, and when. */
export function carriedOn(
  { runs, sheet, payments }: Settling,
  before: State,
  outcomes: readonly Outcome[],
): State {
  const { timeline, current, asOf } = runs
  const carried = new Map(before.settled.map((settled) => [keyOf(settled), settled]))
  const fixable = wholeDivisions(outcomes)
  for (const outcome of outcomes) {
    const settled = carriedOf(outcome, fixable(outcome), asOf)
    if (isEmpty(settled)) carried.delete(keyOf(settled))
    else carried.set(keyOf(settled), settled)
  }
  return {
    first: before.first,
    opened: before.opened,
    asOfs: { ...before.asOfs, [timeline.at(current).name]: asOf },
    settled: [...carried.values()],
    paid: payments.paid(),
    versions: { ...before.versions, ...versionDigests(sheet.book) },
  }
}

function keyOf({ component, owner, earned }: Settled): string {
  const { person, assignment, by, value } = owner
  return JSON.stringify([component, person, assignment, by, value, earned.rhythm, earned.period])
}

/** A first value stands once it could be worked out; of a division, once all who share it could be. */
function wholeDivisions(outcomes: readonly Outcome[]): (outcome: Outcome) => boolean {
  const broken = new Set(
    outcomes
      .filter(({ candidate, problems }) => candidate === undefined || problems.length > 0)
      .map(({ key }) => `${key.component.name} ${key.index}`),
  )
  return ({ key: { component, index } }) =>
    !isDivision(component) || !broken.has(`${component.name} ${index}`)
}

/** What is carried of a key after a run. */
function carriedOf(
  { key, candidate, asked, problems }: Outcome,
  isWhole: boolean,
  asOf: IsoDate,
): Settled {
  const { component, holder, index, work } = key
  const before = candidate?.before ?? work.settled(component, holder, index)
  const earned = earnedOf(work, component, index)
  const start: Settled = before ?? { component: component.name, owner: holder.owner, earned }
  const never = before?.amount === undefined && before?.value === undefined
  const paying = component.pays !== undefined
  if (candidate === undefined || problems.length > 0 || (paying && !asked)) {
    const fixed = component.retro === 0 && isWhole && candidate?.result !== undefined
    const value = fixed ? { value: inPlaces(component, candidate.entitled) } : {}
    // One that waits for others of its division is owed still, though it was settled before.
    const waits = never || candidate !== undefined
    return waits ? { ...start, ...value, withheld: true } : { ...start, ...value }
  }
  const { entitled, result, text } = candidate
  const keeps = component.retro === 0 ? isWhole || before?.value !== undefined : component.kept
  const { withheld: _, value: __, ...rest } = start
  const owed =
    result !== undefined || before?.amount !== undefined || !entitled.eq(candidate.settled)
  return {
    ...rest,
    component: component.name,
    ...(paying && owed && { amount: inPlaces(component, entitled) }),
    ...(keeps && result !== undefined && { value: inPlaces(component, readAs(before, entitled)) }),
    ...(result !== undefined && evidence(result.evidence)),
    ...(key.reopened && { asOf }),
    text,
  }
}

/** Nothing is known of a key: it has no row, and never had a line. */
function isEmpty({ amount, value, withheld }: Settled): boolean {
  return amount === undefined && value === undefined && withheld === undefined
}

function evidence({
  records,
  figures,
}: {
  readonly records: ReadonlyMap<string, number>
  readonly figures: ReadonlySet<string>
}): Pick<Settled, 'records' | 'figures'> {
  return {
    ...(records.size > 0 && { records: Object.fromEntries(records) }),
    ...(figures.size > 0 && { figures: [...figures].sort() }),
  }
}

import type { IsoDate } from '../calendar/index.js'
import type { Outcome } from './division.js'
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
    if (settled !== undefined) carried.set(keyOf(settled), settled)
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

/** A first value stands once the whole group that it was worked out for could be. */
function wholeDivisions(outcomes: readonly Outcome[]): (outcome: Outcome) => boolean {
  const broken = new Set(
    outcomes
      .filter(({ candidate, problems }) => candidate === undefined || problems.length > 0)
      .map(({ key }) => `${key.component.name} ${key.index}`),
  )
  return ({ key }) => !broken.has(`${key.component.name} ${key.index}`)
}

/** What is carried of a key after a run. */
function carriedOf(
  { key, candidate, asked, problems }: Outcome,
  isWhole: boolean,
  asOf: IsoDate,
): Settled | undefined {
  const { component, holder, index, work } = key
  const before = candidate?.before ?? work.settled(component, holder, index)
  const earned = earnedOf(work, component, index)
  const start: Settled = before ?? { component: component.name, owner: holder.owner, earned }
  const never = before?.amount === undefined && before?.value === undefined
  const paying = component.pays !== undefined
  if (candidate === undefined || problems.length > 0 || (paying && !asked)) {
    const fixed = component.retro === 0 && isWhole && candidate?.result !== undefined
    const value = fixed ? { value: inPlaces(component, candidate.entitled) } : {}
    return never ? { ...start, ...value, withheld: true } : { ...start, ...value }
  }
  const { entitled, result, text } = candidate
  if (result === undefined && before === undefined) return undefined
  const keeps = component.retro === 0 ? isWhole || before?.value !== undefined : component.kept
  const { withheld: _, ...rest } = start
  return {
    ...rest,
    component: component.name,
    ...(paying && { amount: inPlaces(component, entitled) }),
    ...(keeps && result !== undefined && { value: inPlaces(component, entitled) }),
    ...(result !== undefined && evidence(result.evidence)),
    ...((key.reopened || start.withheld === true) && key.position < work.firstOpen && { asOf }),
    text,
  }
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

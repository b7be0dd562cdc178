import type { IsoDate } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import { decimal } from '../quantity/index.js'
import type { Outcome } from './division.js'
import { isDivision } from './keys.js'
import { readAs } from './ledger.js'
import { earnedOf, isWithoutRecords } from './line.js'
import { inPlaces } from './places.js'
import type { Settled, State } from './run.js'
import type { Settling } from './settling.js'
import { versionDigests } from './text.js'
import type { Evidence } from './work.js'

/** What the next run needs: all that was settled and recorded, and when. */
export function carriedOn(
  { runs, sheet, payments, ledger }: Settling,
  before: State,
  outcomes: readonly Outcome[],
): State {
  const { timeline, current, asOf } = runs
  const fixable = wholeDivisions(outcomes)
  const changed = new Map<Settled, Settled>()
  const settled: Settled[] = []
  for (const outcome of outcomes) {
    const { key, candidate } = outcome
    const known = candidate?.before ?? key.work.settled(key.component, key.holder, key.index)
    const next = carriedOf(outcome, known, fixable(outcome), asOf)
    if (known !== undefined) changed.set(known, next)
    else if (!isEmpty(next)) settled.push(next)
  }
  const kept = before.settled
    .filter((each) => !ledger.superseded.has(each))
    .map((each) => changed.get(each) ?? each)
    .filter((each) => !isEmpty(each))
  return {
    first: before.first,
    opened: before.opened,
    asOfs: { ...before.asOfs, [timeline.at(current).name]: asOf },
    settled: [...kept, ...settled],
    paid: payments.paid(),
    versions: { ...before.versions, ...versionDigests(sheet.book) },
  }
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
  before: Settled | undefined,
  isWhole: boolean,
  asOf: IsoDate,
): Settled {
  const { component, holder, index, work } = key
  const start: Settled = before ?? {
    component: component.name,
    owner: holder.owner,
    earned: earnedOf(work, component, index),
  }
  const never = before?.amount === undefined && before?.value === undefined
  const paying = component.pays !== undefined
  if (candidate === undefined || problems.length > 0 || (paying && !asked)) {
    const fixed = component.retro === 0 && isWhole && candidate?.result !== undefined
    const value = fixed ? { value: candidate.written } : {}
    // One that waits for others of its division is owed still, though it was settled before.
    const waits = never || candidate !== undefined
    return waits ? { ...start, ...value, withheld: true } : { ...start, ...value }
  }
  const { entitled, result, text, written } = candidate
  const keeps = component.retro === 0 ? isWhole || before?.value !== undefined : component.kept
  const next: Changing = before === undefined ? start : reworked(before)
  const hasRow = result !== undefined && !isWithoutRecords(key, candidate)
  const owed = hasRow || before?.amount !== undefined || entitled !== candidate.settled
  next.component = component.name
  if (paying && owed) next.amount = written
  if (result !== undefined) {
    if (keeps)
      next.value =
        before?.brought === undefined
          ? written
          : inPlaces(component, readAs(before, decimal(entitled)).toFixed())
    putEvidence(next, result.evidence)
  }
  if (key.reopened) next.asOf = asOf
  next.text = text
  return next
}

/** What stays of an entry that is worked out anew. */
function reworked({ withheld: _, value: __, ...rest }: Settled): Changing {
  return rest
}

/** An entry that is being written: the same members, one after the other, since there are very many. */
type Changing = { -readonly [Member in keyof Settled]: Settled[Member] }

/** Nothing is known of a key: it has no row, and never had a line. */
function isEmpty({ amount, value, withheld }: Settled): boolean {
  return amount === undefined && value === undefined && withheld === undefined
}

/** What was read: of tables that had nothing, nothing can vanish. */
function putEvidence(next: Changing, evidence: Evidence): void {
  const { records, figures } = writtenEvidence(evidence)
  if (records === undefined) delete next.records
  else next.records = records
  if (figures === undefined) delete next.figures
  else next.figures = figures
}

/** Written once for all who were given the same. */
const writtenEvidence = remembered(
  ({ records, figures }: Evidence): Pick<Settled, 'records' | 'figures'> => {
    const read = [...records].filter(([, count]) => count > 0)
    return {
      ...(read.length > 0 && { records: Object.fromEntries(read) }),
      ...(figures.size > 0 && { figures: [...figures].sort() }),
    }
  },
  new WeakMap(),
)

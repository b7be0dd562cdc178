import { digestOf, refuse } from '../problem/index.js'
import { askedOf } from './asked.js'
import type { PayBook } from './book.js'
import { indexOf } from './data-index.js'
import type { PayData } from './data-schema.js'
import { type Outcome, settleDivisions } from './division.js'
import { engine } from './engine.js'
import { isDivision, refuseUncovered } from './keys.js'
import { holding } from './known-runs.js'
import { lateIn } from './late.js'
import { leftOverIn } from './left-over.js'
import { linesOf, withheldOf } from './line.js'
import { outcomesOf } from './outcomes.js'
import type { SettleRequest } from './request.js'
import type { Division, Run } from './run.js'
import { type Settling, settlingOf } from './settling.js'
import { startOf } from './start.js'
import { carriedOn } from './state.js'
import { changedVersions } from './text.js'
import type { Timeline } from './timeline.js'
import { unreadIn, unreadProblems } from './unread.js'

/**
 * Pays a period: of each component that is due, what everybody is entitled to for each open period less
 * what was settled of it; then what is paid in cash. What cannot be worked out is withheld and named;
 * all other lines are written.
 *
 * Amounts are decimals with the places of their components, which round as their formulas say.
 *
 * Throws a `PolicyError` for a request or a run before that is none, where the run cannot follow the one
 * before (another period, currency, rhythm or calendar, or less known than there), for what the book reads and nobody
 * in the data has, and for what was settled by a component that the book no longer has.
 *
 * @example
 * const march = settle(book, data, { period: '2026-03', before: 'first' })
 * const april = settle(book, later, { period: '2026-04', before: march })
 */
export function settle(book: PayBook, data: PayData, given: SettleRequest): Run {
  const index = indexOf(book, data)
  const request = askedOf(given)
  const start = startOf(book, index, request)
  const settling = settlingOf(book, index, start, request.only)
  refuseUncovered(settling)
  const { outcomes, divisions } = workedOut(settling)
  const lines = linesOf(settling, outcomes)
  const { before } = request
  const unread = unreadIn(book, index, start.runs)
  if (book.definition.unreadFigures === 'refuse') refuse(unreadProblems(book, unread))
  const content: Omit<Run, 'digest'> = {
    format: 1,
    engine,
    book: book.digest,
    currency: book.definition.currency,
    rhythm: index.rhythm,
    period: request.period,
    number: start.number,
    asOf: start.runs.asOf,
    before: before === 'first' ? before : { digest: before.digest },
    lines,
    withheld: outcomes.flatMap(withheldOf),
    unread,
    late: before === 'first' ? [] : lateIn(settling, before.asOf),
    divisions,
    leftOver: leftOverIn(settling, outcomes, lines),
    changedVersions: changedVersions(book, start.state.versions),
    absentPeople: absentIn(settling),
    state: carriedOn(settling, start.state, outcomes),
  }
  return holding({ ...content, digest: digestOf(content) })
}

/** Every component that pays or is recorded, in the order of the book: cash knows by then what is due. */
function workedOut(settling: Settling) {
  const outcomes: Outcome[] = []
  const divisions: Division[] = []
  for (const component of settling.sheet.book.components.values()) {
    if (component.pays === undefined && !component.kept) continue
    const own = outcomesOf(settling, component)
    const divides = component.pays === 'due' && isDivision(component)
    const settled = divides ? settleDivisions(component, own) : { outcomes: own, divisions: [] }
    divisions.push(...settled.divisions)
    for (const outcome of settled.outcomes) {
      outcomes.push(outcome)
      note(settling, outcome)
    }
  }
  return { outcomes, divisions }
}

/** Tells what reads the payments of this run what became of a key. */
function note({ payments, paidNow }: Settling, { key, candidate, asked, problems }: Outcome): void {
  const { component, holder } = key
  if (candidate === undefined || problems.length > 0) payments.withhold(component, holder)
  else if (asked || component.pays === undefined) {
    const { entitled, settled } = candidate
    payments.add(component, holder, entitled, settled)
    if (component.pays !== undefined && entitled !== settled)
      paidNow.add(holder.owner.person as string).add(holder.key)
  }
}

/** People who were settled in an open period and are no longer given. */
function absentIn({ ledger, works, runs, sheet }: Settling): readonly string[] {
  const { firstOpen } = works(sheet.book.definition.retro)
  const people = ledger.orphans.flatMap(({ owner, earned }) => {
    const timeline = sheet.index.timelines.get(earned.rhythm) as Timeline
    const number = timeline.named(earned.period) as number
    const position = runs.timeline.indexOf(timeline.at(number).to)
    return position >= firstOpen && owner.person !== undefined ? [owner.person] : []
  })
  return [...new Set(people)].sort()
}

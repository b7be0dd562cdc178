import type { Problem } from '../problem/index.js'
import { push } from '../problem/push.js'
import { decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent } from './book.js'
import type { Candidate } from './candidate.js'
import type { Holder } from './data-index.js'
import type { OpenKey } from './keys.js'
import { inPlaces } from './places.js'
import { shareOf } from './read-component.js'

import type { Division } from './run.js'
import { isFailed } from './work.js'

/** A key with what became of it: a candidate that is written, or why nothing is. */
export interface Outcome {
  readonly key: OpenKey
  readonly candidate?: Candidate
  readonly problems: readonly Problem[]
  /** Whether the run is to pay it at all. */
  readonly asked: boolean
}

/** What a run may write of a division. */
export interface Settlement {
  readonly outcomes: readonly Outcome[]
  readonly divisions: readonly Division[]
}

/**
 * Corrections of a division are written for all its members or for none, and first payments beside an
 * owed correction too: so no run pays out more than there is to divide (R19).
 */
export function settleDivisions(
  component: LinkedComponent,
  outcomes: readonly Outcome[],
): Settlement {
  const blocks = new Map<string, Outcome[]>()
  const values = new Map<string, string>()
  for (const outcome of outcomes) {
    const share = shareIn(outcome)
    // Who has left every group is settled with all of the period.
    const name = `${outcome.key.index} ${share?.group ?? ''}`
    push(blocks, name, outcome)
    if (share !== undefined) values.set(name, share.shares.value)
  }
  const apart = outcomes.filter(isApart)
  const settled = [...blocks].map(([name, block]) =>
    settledBlock(component, name, values.get(name) ?? '0', block, apart),
  )
  return {
    outcomes: settled.flatMap((each) => each.outcomes),
    divisions: settled.map((each) => each.division),
  }
}

/** The division that an outcome has a part in, where it can be told. */
function shareIn({ key: { work, component, holder, index } }: Outcome) {
  const row = work.row(component, holder, index)
  const share = row === undefined || isFailed(row) ? undefined : shareOf(work, row)
  return share === undefined || isFailed(share) ? undefined : share
}

/**
 * Whether somebody was paid of the group of another, or of one that cannot be told by now, and cannot be
 * corrected in this run: whoever has no row any more, or one whose days are unclear.
 */
function isApart({ key, candidate, asked }: Outcome): boolean {
  const { work, component, holder, index } = key
  const row = work.row(component, holder, index)
  if (row !== undefined && !isFailed(row)) return false
  if (work.settled(component, holder, index)?.amount === undefined) return false
  return candidate === undefined || !(asked || stays(candidate))
}

function settledBlock(
  component: LinkedComponent,
  name: string,
  value: string,
  block: readonly Outcome[],
  apart: readonly Outcome[],
) {
  const { work, index } = (block[0] as Outcome).key
  const own = block.filter(({ candidate, asked }) => candidate === undefined || !asked)
  const others = apart.filter((each) => each.key.index === index && !own.includes(each))
  const waiting = [...own, ...others]
  const owed = block.some(
    ({ candidate }) => candidate?.before?.amount !== undefined && !stays(candidate),
  )
  const outcomes =
    waiting.length > 0 && owed ? block.map((each) => held(component, each, waiting)) : block
  const isWritten = new Set<Holder>()
  for (const { key, candidate, asked, problems } of outcomes)
    if (candidate !== undefined && asked && problems.length === 0) isWritten.add(key.holder)
  const zero = decimal('0')
  const settled = block.reduce(
    (sum, { key, candidate }) =>
      candidate === undefined
        ? sum
        : sum.plus(isWritten.has(key.holder) ? candidate.entitled : candidate.settled),
    zero,
  )
  const group = name.slice(name.indexOf(' ') + 1)
  const division: Division = {
    component: component.name,
    earned: { rhythm: component.rhythm, period: work.timeline(component).at(index).name },
    group,
    value: inPlaces(component, value),
    settled: inPlaces(component, settled.toFixed()),
    withheld: block
      .filter(({ key }) => !isWritten.has(key.holder))
      .map(({ key: { holder } }) => holder.owner.person as string),
  }
  return { outcomes, division }
}

/** Nothing is owed either way: the division may go on without it being written again. */
function stays({ before, entitled, settled }: Candidate): boolean {
  return before?.amount !== undefined && entitled === settled
}

function held(component: LinkedComponent, outcome: Outcome, waiting: readonly Outcome[]): Outcome {
  const { candidate } = outcome
  if (candidate === undefined || stays(candidate)) return outcome
  const owners = waiting.map(({ key: { holder } }) => holder.owner.person as string)
  return {
    ...outcome,
    problems: [payProblem('share-waits', '', { component: component.name, owners })],
  }
}

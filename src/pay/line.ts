import { remembered } from '../problem/remembered.js'
import { decimal } from '../quantity/index.js'
import type { LinkedComponent } from './book.js'
import type { Candidate } from './candidate.js'
import type { Outcome } from './division.js'
import { noFingerprint } from './fingerprint.js'
import type { OpenKey } from './keys.js'
import { inPlaces } from './places.js'
import type { Earned, Line, Withheld } from './run.js'
import type { Settling } from './settling.js'
import type { Timeline } from './timeline.js'
import type { Work } from './work.js'

/**
 * The lines of keys, where there is anything to write: an amount, or what the run's own period was worked out
 * from, though it comes to nothing. Of a component of records of which there is none, nothing.
 */
export function linesOf({ runs }: Settling, outcomes: readonly Outcome[]): readonly Line[] {
  const lines: Line[] = []
  for (const { key, candidate, asked, problems } of outcomes) {
    if (candidate === undefined || !asked || problems.length > 0) continue
    if (key.component.pays === undefined) continue
    const { entitled, settled, result } = candidate
    const own = key.position === runs.current && result !== undefined
    if ((own && !isWithoutRecords(key, candidate)) || entitled !== settled)
      lines.push(lineOf(key, candidate))
  }
  return lines
}

/** Worked out for each of some records, of which there is none: no line is written, and nothing is carried on. */
export function isWithoutRecords({ component }: OpenKey, { entitled, result }: Candidate): boolean {
  const [first] = component.versions
  const ofRecords = typeof first?.component.each === 'object'
  return ofRecords && result?.parts.length === 0 && entitled === '0'
}

function lineOf({ component, holder, index, work }: OpenKey, candidate: Candidate): Line {
  const { before, result, entitled, settled, written, text } = candidate
  const { person, assignment } = holder.owner
  const line: Line = {
    component: component.name,
    person: person as string,
    earned: earnedOf(work, component, index),
    entitled: written,
    settled: inPlaces(component, settled),
    amount:
      settled === '0' ? written : inPlaces(component, decimal(entitled).minus(settled).toFixed()),
    parts: result?.parts ?? [],
    fingerprint: result?.fingerprint ?? noFingerprint,
  }
  if (before === undefined && assignment === undefined) return line
  return {
    ...line,
    ...(assignment !== undefined && { assignment }),
    ...(before?.why !== undefined && { why: before.why }),
    ...(before?.text !== undefined && before.text !== text && { changedVersion: true as const }),
  }
}

/** The period of a key: one object for all that is told of it. */
export function earnedOf(work: Work, component: LinkedComponent, index: number): Earned {
  return earnedIn(work.timeline(component))(component.rhythm)(index)
}

const earnedIn = remembered(
  (timeline: Timeline) =>
    remembered((rhythm: string) =>
      remembered((index: number): Earned => ({ rhythm, period: timeline.at(index).name })),
    ),
  new WeakMap(),
)

/** A key of a line that could not be written, as the run names it. */
export function withheldOf({ key, problems, asked }: Outcome): readonly Withheld[] {
  const { component, holder, index, work } = key
  const silent = !asked || component.pays === undefined || key.beside === true
  if (problems.length === 0 || silent) return []
  const earned = earnedOf(work, component, index)
  return [{ component: component.name, owner: holder.owner, earned, problems }]
}

import type { LinkedComponent } from './book.js'
import type { Candidate } from './candidate.js'
import type { Outcome } from './division.js'
import { fingerprintOf } from './fingerprint.js'
import { inPlaces } from './places.js'
import type { Earned, Line, Withheld } from './run.js'
import type { Settling } from './settling.js'
import type { Work } from './work.js'

/**
 * The line of a key, where there is anything to write: an amount, or what the run's own period was worked
 * out from, though it comes to nothing. Of a component of records of which there is none, nothing.
 */
export function linesOf(
  { runs }: Settling,
  { candidate, asked, problems }: Outcome,
): readonly Line[] {
  if (candidate === undefined || !asked || problems.length > 0) return []
  if (candidate.component.pays === undefined) return []
  const { entitled, settled, position, result } = candidate
  const own = position === runs.current && result !== undefined && !isWithoutRecords(candidate)
  return own || !entitled.eq(settled) ? [lineOf(candidate)] : []
}

/** Worked out for each of some records, of which there is none, and never settled to anything. */
function isWithoutRecords({ component, entitled, result }: Candidate): boolean {
  const [first] = component.versions
  const ofRecords = typeof first?.component.each === 'object'
  return ofRecords && result?.parts.length === 0 && entitled.isZero()
}

function lineOf(candidate: Candidate): Line {
  const { component, holder, index, work, before, result, entitled, settled, text } = candidate
  const { person, assignment } = holder.owner
  return {
    component: component.name,
    person: person as string,
    ...(assignment !== undefined && { assignment }),
    earned: earnedOf(work, component, index),
    entitled: inPlaces(component, entitled),
    settled: inPlaces(component, settled),
    amount: inPlaces(component, entitled.minus(settled)),
    parts: result?.parts ?? [],
    fingerprint: fingerprintOf(work, component, holder, index),
    ...(before?.why !== undefined && { why: before.why }),
    ...(before?.text !== undefined && before.text !== text && { changedVersion: true as const }),
  }
}

/** The period of a key. */
export function earnedOf(work: Work, component: LinkedComponent, index: number): Earned {
  return { rhythm: component.rhythm, period: work.timeline(component).at(index).name }
}

/** A key of a line that could not be written, as the run names it. */
export function withheldOf({ key, problems, asked }: Outcome): readonly Withheld[] {
  const { component, holder, index, work } = key
  const silent = !asked || component.pays === undefined || key.beside === true
  if (problems.length === 0 || silent) return []
  const earned = earnedOf(work, component, index)
  return [{ component: component.name, owner: holder.owner, earned, problems }]
}

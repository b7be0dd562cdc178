/** What other folders of the library use, and its users do not. */

export { allAttributes } from './all-attributes.js'
export { clauseOf, lastVersion, titleOf } from './explain-telling.js'
export { allDays } from './horizon.js'
export {
  type CountedBy,
  dueComponent,
  type Parts,
  prorationSources,
  sourcesOf,
  sumOfParts,
} from './inputs.js'
export { holding } from './known-runs.js'
export { namesOf } from './ledger.js'
export { wheresOf } from './link-where.js'
export { paidComponents, periodProblems } from './of-book.js'
export { type Presence, presenceOf } from './presence.js'
export { namesRead, type RawRead, rawReads } from './raw-reads.js'
export { componentReads } from './reads.js'
export { periodNamed, periodOn, rhythmsOf, runRhythm } from './rhythms.js'
export { readRun } from './run-schema.js'
export { longestGap } from './start.js'
export { timelinesOf } from './timeline.js'

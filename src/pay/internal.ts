/** What other folders of the library use, and its users do not. */

export { clauseOf, lastVersion, titleOf } from './explain-telling.js'
export { holding } from './known-runs.js'
export { namesOf } from './ledger.js'
export { paidComponents, periodProblems } from './of-book.js'
export { type Presence, presenceOf, type Stay } from './presence.js'
export { readRun } from './run-schema.js'
export { longestGap } from './start.js'
export { timelinesOf } from './timeline.js'

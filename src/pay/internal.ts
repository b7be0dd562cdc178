/** What other folders of the library use, and its users do not. */

export { clauseOf, lastVersion, titleOf } from './explain-telling.js'
export { allDays } from './horizon.js'
export { namesOf } from './ledger.js'
export { wheresOf } from './link-where.js'
export { type Presence, presenceOf } from './presence.js'
export { namesRead, type RawRead, rawReads } from './raw-reads.js'
export { componentReads } from './reads.js'
export { periodNamed, periodOn, rhythmsOf, runRhythm } from './rhythms.js'
export { longestGap } from './start.js'

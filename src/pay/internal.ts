/** What other folders of the library use, and its users do not. */

export { clauseOf, lastVersion, titleOf } from './explain-telling.js'
export { paidComponents, periodProblems } from './of-book.js'
export { type Presence, presenceOf, type Stay } from './presence.js'

/** What other folders of the library use, and its users do not. */

export { explainStanding } from './explain-award.js'
export { explainShares } from './explain-share.js'

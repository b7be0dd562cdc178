/** What other folders of the library use, and its users do not. */

export { explainShares } from './explain-share.js'

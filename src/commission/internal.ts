/** What other folders of the library use, and its users do not. */

export { comesFrom, countedOn, counts } from './counted.js'
export { eligible } from './eligible.js'
export { figureNames } from './measure.js'

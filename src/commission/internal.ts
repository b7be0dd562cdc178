/** What other folders of the library use, and its users do not. */

export { countedOn, counts } from './counted.js'
export { figureNames } from './measure.js'

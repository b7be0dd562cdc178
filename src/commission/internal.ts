/** What other folders of the library use, and its users do not. */

export { figureNames } from './figure-names.js'

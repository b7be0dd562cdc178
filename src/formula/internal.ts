/** What other folders of the library use, and its users do not. */

export { inputsIn } from './analysis/lines.js'
export { gridShape } from './problems.js'
export { escapeHtml } from './render.js'
export { boundProblems } from './tables.js'

/** What other folders of the library use, and its users do not. */

export { inputsIn } from './analysis/lines.js'
export { checked } from './check.js'
export { explainedWith } from './explain.js'
export { frozenCopy, sizeProblems } from './limits.js'
export { emptyList, gridShape } from './problems.js'
export { inReadingOrder, namesReadBy } from './reading-order.js'
export type { Reading } from './readings.js'
export { escapeHtml } from './render.js'
export { rowValue } from './row-value.js'
export { boundProblems } from './tables.js'
export { inputsOf, withInputs } from './with-inputs.js'

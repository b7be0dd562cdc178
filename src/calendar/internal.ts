/** What other folders of the library use, and its users do not. */

export { partProblems } from './basis.js'
export { numberingOf, yearOf } from './cuts.js'
export { dateProblems } from './dates.js'
export { daysCounted, writtenDays } from './day-count.js'
export { attributeProblems, toldTwice } from './known.js'
export { endsBeforeStart } from './problems.js'
export { partsOf } from './prorate.js'
export { covers, overlap, spanProblems } from './span.js'
export { tally } from './tally.js'

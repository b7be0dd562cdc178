/** What other folders of the library use, and its users do not. */

export { comesFrom, countedOn, counts } from './counted.js'
export { eligible } from './eligible.js'
export { otherSeasons } from './forecast-problems.js'
export { spreadOptions } from './forecast-request.js'
export { figureNames } from './measure.js'
export { measureName } from './plan-inputs.js'
export { seasonalityOption } from './seasonality.js'

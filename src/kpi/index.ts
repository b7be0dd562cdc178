export { type CascadedTarget, cascadeTarget } from './cascade.js'
export { type CascadePolicy, parseCascade } from './cascade-schema.js'
export type { ScorecardKpi } from './curve-schema.js'
export { benchmarkKpi, type KpiDefinition, kpiDefinitions } from './definitions.js'
export { type Banded, type Distribution, distribute, type Scored } from './distribution.js'
export { type DistributionPolicy, parseDistribution } from './distribution-schema.js'
export { type GroupReport, reportByGroup, type ScorecardResult } from './report.js'
export type { ScorecardGroup, ScorecardPolicy } from './schema.js'
export {
  bandOf,
  type Measures,
  parseScorecard,
  type Scorecard,
  scorecard,
  scorecardInputs,
} from './scorecard.js'
export { scorecardComponents } from './scorecard-components.js'
export {
  type Linkage,
  linkage,
  type Series,
  seasonalIndex,
  trend,
  volatility,
  type YearOnYear,
  yearOnYear,
} from './series.js'

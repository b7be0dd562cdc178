export type { ScorecardKpi, ScorecardPolicy } from './schema.js'
export {
  type Measures,
  parseScorecard,
  type Scorecard,
  scorecard,
  scorecardInputs,
} from './scorecard.js'

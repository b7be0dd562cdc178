export type { Coefficient, Collinear, Covariance } from '../statistics/index.js'
export { type AdjustedGap, adjustedGap } from './adjusted.js'
export { type CategoryPlan, type ClosingPlan, closeGap, type Raise } from './close.js'
export { type ComponentGap, componentGaps, type Receiving } from './components.js'
export {
  compression,
  type JobCompression,
  type ManagerRatio,
  payBesideManagers,
} from './compression.js'
export { type ContributionShare, contributionShares } from './contribution.js'
export { type Decomposition, decompose, type GapParts, type Norm, norms } from './decompose.js'
export type { ErrorsAsked, PartError } from './decompose-errors.js'
export type { ExplainedBy } from './design.js'
export { type CategoryGap, type DirectiveReport, directiveReport } from './directive.js'
export { type Gap, type PayGap, payGap } from './gap.js'
export {
  type GroupImpact,
  type ImpactLine,
  type ImpactTest,
  impactRatio,
} from './impact.js'
export { type GroupInequality, gini, type Theil, theil } from './inequality.js'
export { type Effects, type KitagawaGap, kitagawa } from './kitagawa.js'
export type { Comparison, Pay } from './people.js'
export { type Quarter, quartileShares } from './quartiles.js'
export { type Person, parsePeople } from './schema.js'
export { type Hire, type StartingPay, startingPay, type Unseen } from './starting.js'
export { isSuppressed, type Shown, type Suppressed } from './suppression.js'
export { type UkReport, ukReport } from './uk.js'

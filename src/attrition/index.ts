export type { CalibrationBin } from '../statistics/index.js'
export { type Accuracy, type Assessment, assess, type GroupAccuracy } from './assess.js'
export { type Calibration, calibrate, type Prediction } from './calibrate.js'
export { card, parseCard, type RiskCard } from './card.js'
export { type BandFrom, type CardRequest, type FittedCard, fitCard } from './fit-card.js'
export {
  fitLogistic,
  type LogisticModel,
  type ModelTerm,
  modelProbability,
} from './logistic-model.js'
export { type Change, type Lowering, whatLowers } from './lower.js'
export { type Note, personDecides } from './notes.js'
export { type Protected, protectedAttributes, protectedIn } from './protected.js'
export { type Proxies, type Proxy, proxies } from './proxies.js'
export { replacementCost } from './retention/replacement.js'
export { type PersonReturn, type RetentionReturn, retentionReturn } from './retention/return.js'
export type { Replacement, Retention } from './retention/schema.js'
export { cardProbability, type Reason, type Risk, riskOf, type Values } from './risk.js'
export {
  type CardPolicy,
  type CardSignal,
  type CategorySignal,
  type NumberSignal,
  type Observation,
  parseObservations,
  type Signal,
} from './schema.js'
export { absenceShare, lateShare, overtimeRise } from './signals/attendance.js'
export {
  changesWithin,
  missedPromotions,
  monthsSince,
  monthsSinceRise,
  monthsUnchanged,
} from './signals/career.js'
export { type PayContext, type SignalName, signals, signalsOf } from './signals/catalogue.js'
export { compaRatio, gapToPeers } from './signals/pay.js'
export { fallFromPast, lastLevel, type Reading, silence, volatility } from './signals/readings.js'
export { type PersonRecords, parseRecords } from './signals/schema.js'
export { type ExitPeriod, type ExitTable, exitTable, timeToExit } from './survival/exit-table.js'
export { personPeriods } from './survival/person-periods.js'
export { parseSpells, type Spell } from './survival/schema.js'

export {
  type Assessment,
  assess,
  type Benefits,
  benefitsOf,
  compareOffers,
  mostPeople,
} from './assess.js'
export { costByYear } from './cost.js'
export { type DatedFlow, datedInternalRate, datedPresentValue } from './dated.js'
export { type InternalRate, internalRate } from './internal-rate.js'
export { type ModifiedRates, modifiedRate } from './modified.js'
export { benefitCostRatio, equivalentAnnual, profitabilityIndex } from './multiples.js'
export { type PeriodicRate, periodicRate } from './periodic.js'
export { exampleAssumptions, exampleOffers } from './presets.js'
export { netPresentValue, type Payback, payback } from './returns.js'
export { type Assumptions, type Offer, parseAssumptions, parseOffer } from './schema.js'
export {
  type Bar,
  type Factor,
  type Scenario,
  type ScenarioRow,
  scenarioTable,
  tornado,
} from './sensitivity.js'

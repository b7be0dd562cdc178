export { type Credit, creditEvents } from './credit.js'
export type { Finding, Severity } from './findings.js'
export { lintPlan } from './lint.js'
export { measureCredits } from './measure.js'
export { type PersonInputs, payCommission } from './pay.js'
export { type Plan, type PlanInputs, parsePlan, plan } from './plan.js'
export {
  type CreditRule,
  type PlanPolicy,
  parseCreditRules,
  parseEvents,
  type SalesEvent,
} from './schema.js'

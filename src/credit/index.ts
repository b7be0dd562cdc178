export type { Credit, Credited, Finding } from './credit.js'
export { creditDeals } from './credit-deals.js'
export type {
  CreditedFigure,
  Crediting,
  CreditKind,
  CreditRule,
  DealBounds,
  DealWhere,
  RankedShares,
  RolledCredit,
  RuledCredit,
  TouchedCredit,
  TouchModel,
} from './crediting.js'
export { type CheckedCrediting, creditingJsonSchema, parseCrediting } from './crediting-schema.js'
export { type CreditData, type DealData, parseCreditData } from './data-schema.js'
export type {
  AmountEvent,
  ChangeKind,
  DealEvent,
  DocumentKind,
  TransferEvent,
} from './event.js'
export { parseEvents } from './event-schema.js'
export { appendEvents } from './ledger.js'
export { parseRates, type Rates } from './rates-schema.js'
export { type RejectedRow, readEvents, type TableRows } from './rows.js'
export { type Coalition, shapley } from './shapley.js'
export type { CreditedPerson, Owner, Touch } from './tables.js'
export { parseCreditedPeople, parseOwners, parseTouches } from './tables-schema.js'

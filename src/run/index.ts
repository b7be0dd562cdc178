export type { CsvOptions } from '../payroll/csv.js'
export type { Random } from '../payroll/random.js'
export type { Spread } from '../payroll/spread.js'
export { digestOf } from '../problem/index.js'
export {
  type Accrual,
  type AccrualRequest,
  accrual,
  type GroupAccrual,
  type PersonAccrual,
} from './accrual.js'
export type { AccruedToDate, PersonToDate } from './accrual-records.js'
export {
  type Book,
  bookOn,
  type Department,
  type DepartmentBonus,
  type FundedPool,
  type PayComponent,
  type PolicyBook,
  parseBook,
} from './book.js'
export type { BookPolicy } from './book-schema.js'
export {
  type Change,
  compareRuns,
  type DepartmentChange,
  explainChange,
  type LineChange,
  type PersonChange,
  type RunComparison,
} from './compare.js'
export { type Adjustment, type Person, parseAdjustments, parsePeople } from './data-schema.js'
export { explainStatement, statementPage } from './explain-statement.js'
export { type JournalRow, journal, journalCsv } from './journal.js'
export type {
  BonusPolicy,
  BudgetTerms,
  ComponentPolicy,
  DepartmentTerms,
  Expectation,
  Policy,
  PolicyOf,
  PolicyTest,
  PoolTerms,
} from './policy-schema.js'
export type { Post, Posts } from './posts.js'
export { type DisclosedLine, type DisclosedStatement, redact } from './redact.js'
export {
  type CompensationRun,
  rerunCompensation,
  runCompensation,
  type Unpaid,
  type Unread,
} from './run.js'
export type { RunData, RunState } from './run-data.js'
export { parseRun, parseRunData } from './run-schema.js'
export type { PoolData, SharedData } from './shared.js'
export { parseAwards, parsePools } from './shared-schema.js'
export { type Simulation, type SimulationRequest, simulate } from './simulate.js'
export {
  type AdjustmentLine,
  type AwardLine,
  type BonusLine,
  type CommissionLine,
  type ComponentLine,
  type LineKind,
  lineKinds,
  type PoolLine,
  type RecoveryLine,
  type Statement,
  type StatementLine,
} from './statement.js'
export { parseStatement } from './statement-schema.js'
export type { BudgetStatus, GroupTotal, Totals } from './totals.js'
export { type ChainOptions, verify, verifyChain } from './verify.js'
export type { Audience } from './views.js'

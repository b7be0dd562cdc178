export {
  explain,
  lintBook,
  lintData,
  lintPay,
  parseRun,
  partsOf,
  payFormula,
} from '../pay/index.js'
export type { Audience, BuiltIn, DisclosedBook, HeadClass, LineClass, Shown } from './audience.js'
export { type BookOptions, type PolicyBook, parseBook } from './book.js'
export type { Cause, Place, Side } from './cause.js'
export { type ChainOptions, verifyChain } from './chain.js'
export type { RunFacts } from './commitment.js'
export {
  type ComponentChange,
  compareRuns,
  type PersonChange,
  type RunComparison,
} from './compare.js'
export type { GroupChange } from './compare-groups.js'
export type { LineChange } from './compare-lines.js'
export type { Change, Made } from './compared.js'
export type { CsvOptions } from './csv.js'
export { parseRunData, type RunData } from './data.js'
export { type DiscloseRequest, disclose, type Seal, seal } from './disclose.js'
export { explainChange } from './explain-change.js'
export type { Counted } from './group.js'
export { type JournalOptions, type JournalRow, journal } from './journal.js'
export { journalCsv } from './journal-csv.js'
export type { HeadValues, LineValues, WithheldLine, Working } from './leaves.js'
export { type LimitStatus, limitStatus, refuseBreaches } from './limit.js'
export type { Limit } from './limit-schema.js'
export {
  type Change as MigrationChange,
  type MigratedBefore,
  type MigratedBook,
  type MigratedData,
  type MigrateOptions,
  migrateBefore,
  migrateBook,
  migrateRunData,
  type OldRunData,
} from './migrate/index.js'
export type { PayslipOptions } from './payslip.js'
export {
  type BookPolicy,
  type Expectation,
  type Policy,
  type PolicyTest,
  type PolicyVersion,
  policyBookJsonSchema,
} from './policy-schema.js'
export { type Random, randomFrom } from './random.js'
export { type RenderViewOptions, renderView } from './render-view.js'
export { run } from './run.js'
export type { SealingOptions } from './sealing.js'
export type { GroupTotal, Sums } from './shown.js'
export {
  type GroupSpread,
  type Simulation,
  type SimulationRequest,
  simulate,
} from './simulate.js'
export type { Spread } from './spread.js'
export {
  type Statement,
  type StatementLine,
  type StatementOptions,
  statementOf,
  statements,
} from './statement.js'
export { type PeriodTotals, type Totals, type TotalsOptions, totals } from './totals.js'
export { type VerifyOptions, verify } from './verify.js'
export { type VerifyViewOptions, verifyView } from './verify-view.js'
export type { Opened, View, ViewLine } from './view.js'
export { parseView } from './view-schema.js'
export { type Access, type AudienceRequest, audienceFor, type Viewer } from './viewer.js'
export { type PolicyKind, vocabulary } from './vocabulary.js'
export type { Vocabulary, Word } from './word.js'

/** What the text of each change of a migrated book says, by code. */
export interface BookChangeValues {
  /** One-off payments are records of a table. */
  'adjustments-table': { policy: string }
  /** A version that ended within a period, which it paid to its end. */
  'ends-later': { found: string; now: string }
  /** Departments that paid by it are now who it is for. */
  'for-departments': { departments: readonly string[] }
  /** A KPI that is read with more places elsewhere. */
  'finer-scale': { kpi: string; scale: number }
  /** What is held back follows each deal. */
  'held-by-deal': { plan: string }
  /** The version of a budget that is not the last. */
  'limit-left-out': { from: string; to: string }
  moved: { from: string; to: string }
  /** A version that held on no first day of a period. */
  'never-held': { from: string; to: string }
  /** A plan that no department paid by: it paid who was credited, without a floor and without kickers. */
  'plan-of-nobody': { plan: string }
  renamed: { from: string; to: string }
  /** Versions whose components have another unit or other places. */
  'other-places': { policy: string }
  /** A figure that is read in several units, and its further name. */
  'other-unit': { figure: string; unit: string; name: string }
  /** How long periods stay open. */
  reopens: { periods: number }
  /** Several rules of one kind of credit, of which now the first that matches holds. */
  'rules-in-order': { credit: string }
  /** Terms that differ between departments. */
  'second-policy': { policy: string; departments: readonly string[] }
  /** Equal remainders of a pool. */
  'ties-turn': { pool: string; ties: string }
  /** Plans whose refunds count in different periods. */
  'two-tables': { deal: string; own: string }
  'unowned-listed': { credit: string }
  unused: { kind: string; id: string }
  /** A version that began within a period. */
  waits: { found: string; now: string }
}

/** So many things of one kind, and where the first of them stands in its text. */
export interface Counted {
  count: number
  first: string
}

/** What the text of each change of migrated data says, by code. */
export interface DataChangeValues {
  /** Adjustments of people who have left, which now count in their last period. */
  'adjusted-after': Counted
  /** Adjustments, pools and awards of people who are not employed on any day: not paid. */
  'attribute-left-out': Counted
  'figure-left-out': Counted
  'label-left-out': Counted
  'not-measured': Counted
  'not-migrated': { what: string }
  'owed-brought': { person: string; amount: string }
  'transfer-in-shares': Counted
  /** Transfers of more than was held, or of a deal that nobody holds by a rule. */
  'transfer-left-out': Counted
  'unknown-person': Counted
}

export type MigrateValues = BookChangeValues & DataChangeValues
/** The code of what a migration changed. */
export type MigrateCode = keyof MigrateValues

/** What was changed in words. No full stop at the end. */
export type MigrateWords = Readonly<{
  [Code in MigrateCode]: (values: MigrateValues[Code]) => string
}>

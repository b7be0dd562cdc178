import type { IsoDate, Period } from '../calendar/index.js'
import type { Payment, SettlementLine } from '../commission/index.js'
import type { Explanation, Step } from '../formula/index.js'
import type { Label, Locale } from '../problem/index.js'
import type { Currency } from '../quantity/index.js'

/** What a line of a statement pays, in the order in which a statement lists them. */
export const lineKinds = [
  'component',
  'bonus',
  'commission',
  'recovery',
  'pool',
  'award',
  'adjustment',
] as const

/** What a line of a statement pays. */
export type LineKind = (typeof lineKinds)[number]

interface Line {
  /** The name of the pay component or of the policy that pays it. */
  readonly source: string
  readonly label: Label
  /** A decimal string with the places of the currency's minor unit. */
  readonly amount: string
  /** The clause that it is paid by, where the policy names one. */
  readonly clause?: string
}

/** A part of pay such as base salary, and the run of its formula. */
export interface ComponentLine extends Line {
  readonly kind: 'component'
  readonly trace: Step
  /** The days it is paid for, where changes of the amount cut the period. */
  readonly from?: IsoDate
  readonly to?: IsoDate
}

/** A target bonus, and the run of its formula. */
export interface BonusLine extends Line {
  readonly kind: 'bonus'
  readonly trace: Step
}

/** The commission of one period earned in: what is due of it now, and the run of the plan's formula. */
export interface CommissionLine extends Line {
  readonly kind: 'commission'
  readonly trace: Step
  /** What was settled before for that period, and the events that are new. */
  readonly settled: Omit<SettlementLine, 'trace' | 'release' | 'clause'>
}

/** What recovery and draws change of the commission that is due. */
export interface RecoveryLine extends Line {
  readonly kind: 'recovery'
  readonly payment: Omit<Payment, 'trace' | 'owed'> & {
    /** What is owed after it: negative dues carried forward. */
    readonly carried: string
  }
}

/** A share of a pool: an explanation, in both languages, up to the fund. */
export interface PoolLine extends Line {
  readonly kind: 'pool'
  readonly explained: Readonly<Record<Locale, Explanation>>
}

/** An award: the place in its ranking, and why, in both languages. */
export interface AwardLine extends Line {
  readonly kind: 'award'
  readonly place: number
  readonly explained: Readonly<Record<Locale, Explanation>>
}

/** A line that somebody decided, and the reason for it. */
export interface AdjustmentLine extends Line {
  readonly kind: 'adjustment'
  readonly reason: string
}

/** One payment of a statement, and how it came about. */
export type StatementLine =
  | ComponentLine
  | BonusLine
  | CommissionLine
  | RecoveryLine
  | PoolLine
  | AwardLine
  | AdjustmentLine

/** What one person is paid for a period, and how each figure came about. Plain JSON. */
export interface Statement {
  readonly person: string
  readonly name: string
  readonly department: string
  readonly departmentLabel: Label
  readonly costCentre: string
  readonly period: Period
  readonly currency: Currency
  readonly lines: readonly StatementLine[]
  /** The exact sum of the lines. */
  readonly total: string
  /** The digests of what it was worked out from; see `verify`. */
  readonly from: {
    /** The policy book. */
    readonly book: string
    /** Everything that the data say of this person. */
    readonly data: string
    /** The run before it; none for the first. */
    readonly before?: string
  }
  /** The digest of all of the above. */
  readonly digest: string
}

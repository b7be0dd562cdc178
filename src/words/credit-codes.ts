import type { Unit } from '../quantity/index.js'
import type { TextsOf, Unknown } from './codes.js'

/** What the text of each problem of a ledger of deals and of its credits says, by code. */
export interface LedgerValues {
  /** More of a deal is taken back than there was. */
  'below-zero': { deal: string; event: string; measure: string; value: string }
  /** An attribute that leads up from a person back to themselves. */
  'circle-above': { name: string; owner: string }
  /** An id that comes again with other content. */
  'conflicting-event': { id: string; before: string; now: string }
  'endless-chain': { event: string }
  /** Owners of one value and day, some with a share and some with a weight. */
  'mixed-shares': { of: string; day: string }
  'no-conversion': { from: string; to: string; day: string }
  'not-whole': { deal: string; credit: string; share: string }
  /** A transfer from somebody who holds nothing of the deal, and those who hold something. */
  'nothing-to-transfer': { event: string; from: string; known: readonly string[] }
  'repeated-event': { id: string }
  /** A deal that nobody is credited for, and the event that begins it. */
  uncredited: { deal: string; credit: string; event: string }
  'unknown-credit': Unknown
  'unknown-original': { event: string; of: string }
  /** A figure that a deal has, and that what takes it back does not tell. */
  'untold-figure': { event: string; figure: string }
}

/** What the text of each problem of rules of crediting and of its data says, by code. */
export interface CreditingValues {
  /** A condition that asks nothing of a name. */
  'asks-nothing': { name: string }
  /** A part of a whole that is nothing, or more than all of it. */
  'bad-part': { part: string }
  /** Kinds of credit, each rolling up the next, the last one the first. */
  'circular-roll-up': { chain: readonly string[] }
  /** A figure of a unit whose numbers do not add up. */
  'figure-unit': { figure: string; unit: Unit }
  'lists-nothing': { member: string }
  /** A name that no attribute of a deal can have. */
  'no-attribute': { name: string }
  /** A sale of two touches, neither of which counts. */
  'no-weight': Record<string, never>
  'repeated-rate': { from: string; to: string }
  'reserved-name': { name: string }
  'same-person': { person: string }
  /** An attribute with the name of a figure. */
  'taken-by-figure': { name: string }
  'unknown-figure': Unknown
  /** A table of owners that a rule asks, and that is not given. */
  'unknown-owners': Unknown & { credit: string }
  /** An amount, or a figure, of a sign that its kind of event has not. */
  'wrong-sign': { kind: string; value: string; figure?: string }
}

/** What the text of each problem of tables of text and of sets of channels says, by code. */
export interface TableValues {
  'missing-coalition': { channels: readonly string[] }
  'negative-contribution': { channel: string }
  'not-a-table': Record<string, never>
  'repeated-coalition': Record<string, never>
  'stray-quote': Record<string, never>
  'too-many-channels': { found: number; most: number }
  'wrong-cells': { found: number; expected: number }
}

/** The values of every problem of deals and credits. */
export type CreditValues = LedgerValues & CreditingValues & TableValues
/** The code of a problem of deals and credits. */
export type CreditCode = keyof CreditValues

/** A problem of credits in words: what is wrong, and what to do. No full stop at the end of either. */
export type CreditWords = TextsOf<CreditValues>

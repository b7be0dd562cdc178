import type { Component, Each } from '../pay/index.js'
import type { GrantPolicy } from './grant-schema.js'

/** What vests depends on beside time, and what units are worth. */
export interface Further {
  /** The component, a ratio, by which what vests is multiplied: of the period in which it vests, or that ends in it. */
  readonly performance?: string | undefined
  /**
   * The table of what is forfeited before it vests: each row names its person and the `grant`, as the grant's
   * own row does, and the `share` by which what vests in the period of its day is cut.
   */
  readonly malus?: string | undefined
  /** Of units: the company's figure that is their price in the period in which they vest; `share_price` unless said. */
  readonly price?: string | undefined
  /** Of units: the part that is delivered as shares; none unless said. */
  readonly shares?: string | undefined
  /** Of units: the table of dividends, each with its day and the `amount` a unit. */
  readonly dividends?: string | undefined
}

/** How the components of a grant are written. */
export interface GrantSheet {
  readonly id: string
  readonly policy: GrantPolicy
  readonly terms: Further
  readonly own: Pick<Component, 'eligible'>
  /** Each grant by itself. */
  readonly each: Each
}

export const vestedLabel = { en: 'Vests', 'zh-CN': '本期归属' }

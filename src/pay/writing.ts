import type { Currency } from '../quantity/index.js'
import type { DaysSource, Eligible } from './component.js'

/** What a kind of policy writes its components for: how they are called, and for whom they are. */
export interface Writing {
  /** The name of the policy, and of the component that pays by it. */
  readonly id: string
  readonly currency: Currency
  readonly eligible?: Eligible | undefined
  /** The book's basis by which days are counted, or the attribute that names each person's; calendar days unless said. */
  readonly basis?: DaysSource['basis']
  /** How many periods of what is paid stay open; the kind's usual number unless said. */
  readonly retro?: number | undefined
}

import type { IsoDate } from '../calendar/index.js'
import type { Formula } from '../formula/index.js'
import type { Book, Component, Scope } from './component.js'

/** A version of a component, its formula checked. */
export interface LinkedVersion {
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
  readonly component: Component
  readonly formula: Formula
  /** Of the version's own JSON. */
  readonly digest: string
}

/** A component with all its versions, and what is the same in all of them. */
export interface LinkedComponent {
  readonly name: string
  /** Earlier names, of any version. */
  readonly was: readonly string[]
  readonly versions: readonly LinkedVersion[]
  readonly of: Scope
  readonly rhythm: string
  readonly pays?: 'due' | 'cash'
  /** Of the component's own; the reader's, and in the end the book's, where it has none. */
  readonly retro?: number
  /** Reads what is due or paid, or reads what does, or says so. */
  readonly cash: boolean
  /** Some component reads it over time: its values are kept. */
  readonly kept: boolean
  /** What it is worked out from reaches beyond its owner's own data: what is told of one changes others. */
  readonly wide: boolean
  readonly tags: readonly string[]
}

/** A book that has been checked: each input has one source, and everything that is read exists. */
export interface PayBook {
  readonly definition: Book
  /** In the order in which they can be worked out within a period. */
  readonly components: ReadonlyMap<string, LinkedComponent>
  /** The names of the components with each tag, in the same order. */
  readonly tagged: ReadonlyMap<string, readonly string[]>
  readonly digest: string
}

/** Whether a value is a book that was checked: from JavaScript, anything may be given. */
export function isLinked(book: unknown): book is PayBook {
  const { components, tagged, digest } = Object(book) as Partial<PayBook>
  return components instanceof Map && tagged instanceof Map && typeof digest === 'string'
}

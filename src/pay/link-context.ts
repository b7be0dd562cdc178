import type { InputDeclaration } from '../formula/index.js'
import { at } from '../problem/index.js'
import type { Book, Component, Rhythm, Source } from './component.js'
import type { Order } from './link-order.js'
import type { Draft, DraftVersion } from './link-versions.js'

/** A book while it is checked. */
export interface Checking {
  readonly book: Book
  readonly rhythms: Readonly<Record<string, Rhythm>>
  /** The rhythm of the runs. */
  readonly runs: string
  readonly order: Order
  readonly drafts: ReadonlyMap<string, Draft>
}

/** A source of an input while its book is checked. */
export interface Reading<S extends Source = Source> {
  readonly checking: Checking
  readonly component: Component
  readonly input: string
  readonly source: S
  /** What the formula says of the input, where it says so without a mistake. */
  readonly declared: InputDeclaration | undefined
  /** Where the source stands. */
  readonly path: string
}

/** The component and the input of a source, as problems name them. */
export function named({ component, input }: Pick<Reading, 'component' | 'input'>) {
  return { component: component.component, input }
}

/** All sources of a version of a component. */
export function readingsOf(
  checking: Checking,
  { component, path, readings }: DraftVersion,
): readonly Reading[] {
  const declared = new Map(readings.map((reading) => [reading.name, reading.declared]))
  return Object.entries(component.reads).map(([input, source]) => ({
    checking,
    component,
    input,
    source,
    declared: declared.get(input),
    path: at(at(path, 'reads'), input),
  }))
}

/** The rhythm of a component. */
export function rhythmOf({ runs }: Checking, { period }: Component): string {
  return period ?? runs
}

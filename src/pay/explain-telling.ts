import type { Explanation } from '../formula/index.js'
import { type Label, type Locale, labelIn } from '../problem/index.js'
import { formatQuantity } from '../quantity/index.js'
import type { Explained } from '../words/index.js'
import type { LinkedComponent, LinkedVersion } from './book.js'
import type { Holder } from './data-index.js'
import type { Reading } from './reading.js'
import type { SheetWork } from './sheet-work.js'
import type { PayRow } from './work.js'

/** What everything that tells of one line has in common. */
export interface Telling {
  readonly locale: Locale
  readonly say: Explained
  /** The first period of the runs. */
  readonly first: number
  /** The work by which a component is worked out: its own, or that of whoever reads it. */
  readonly workOf: (component: LinkedComponent, reader: SheetWork) => SheetWork
  /** What a component of an owner came to in a period; of the row of a record alone, where one is given. */
  readonly tellResult: (
    reader: SheetWork,
    component: LinkedComponent,
    holder: Holder,
    index: number,
    record?: string,
  ) => Explanation
  /** One step fewer is left; whether there was any. */
  readonly spend: () => boolean
}

/** An input that a row has read. */
export interface ReadInput {
  readonly work: SheetWork
  readonly row: PayRow
  readonly name: string
  readonly reading: Reading
}

/** So many records, rows or values are listed; then how many more there are. */
export const listed = 20

/** The first of some lines, and how many more there are. */
export function firstOf({ say }: Telling, lines: readonly string[]): readonly string[] {
  const more = lines.length - listed
  return more > 0 ? [...lines.slice(0, listed), say.more(more)] : lines
}

/** How a component is called: by its label, that of its formula, or its name. */
export function labelOf(version: LinkedVersion, locale: Locale): string {
  return labelIn(titleOf(version), locale)
}

/** The same in all its languages. */
export function titleOf({ component, formula: { expression } }: LinkedVersion): Label {
  const own = expression.op === 'named' ? expression.label : undefined
  return component.label ?? own ?? component.component
}

/** The clause that it is paid by: its own, or that of its formula. */
export function clauseOf({
  component,
  formula: { expression },
}: LinkedVersion): string | undefined {
  return component.clause ?? (expression.op === 'named' ? expression.clause : undefined)
}

/** The version that says how a component is called, where no row does. */
export function lastVersion({ versions }: LinkedComponent): LinkedVersion {
  return versions.at(-1) as LinkedVersion
}

/** An amount of a component, with its unit. */
export function writtenOf(value: string, component: LinkedComponent, locale: Locale): string {
  return formatQuantity(value, lastVersion(component).formula.unit, locale)
}

import type { Locale } from '../problem/index.js'
import { push } from '../problem/push.js'
import { minorUnits, total } from '../quantity/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { labelOf, lastVersion } from './explain-telling.js'
import { paidComponents } from './of-book.js'
import type { Line, Run } from './run.js'
import { order } from './told.js'

/** What a run pays, people by components. Amounts are decimals with the places of the currency. */
export interface PaySheet {
  readonly period: string
  readonly currency: string
  /** The components of which somebody is paid something, in the order of the book. */
  readonly columns: readonly SheetColumn[]
  /** The tags of these components, in the order of their names. */
  readonly tags: readonly string[]
  /** A row a person, and one for each post that is paid by itself; in the order of their ids. */
  readonly rows: readonly SheetRow[]
  /** What all rows come to. */
  readonly sum: SheetSums
}

/** A component that a sheet has a column of, under its name or label. */
export interface SheetColumn {
  readonly component: string
  readonly label: string
}

/** Sums of lines, whenever they were earned. */
export interface SheetSums {
  /** By component; a component of which there is no line is not among them. */
  readonly cells: Readonly<Record<string, string>>
  /** By tag: the sum of the components that have it. */
  readonly tags: Readonly<Record<string, string>>
  readonly total: string
}

export interface SheetRow extends SheetSums {
  readonly person: string
  readonly assignment?: string
}

/**
 * The pay sheet of a run: what it pays to whom of which component, with what it corrects of earlier
 * periods. Amounts are decimals in the currency of the book, signed as they are paid.
 *
 * Throws a `PolicyError` for a run with lines of components that the book does not have.
 *
 * @example
 * const { columns, rows } = sheet(book, run, { locale: 'en' })
 * rows.map(({ person, cells, total }) => [person, ...columns.map(({ component }) => cells[component] ?? ''), total])
 */
export function sheet(
  book: PayBook,
  { period, lines }: Pick<Run, 'period' | 'lines'>,
  { locale }: { readonly locale: Locale },
): PaySheet {
  const names = paidComponents(book, { period, lines })
  const paid = new Set(lines.map(({ component }) => names.get(component)))
  const components = [...book.components.values()].filter((component) => paid.has(component))
  const tags = [...new Set(components.flatMap((component) => component.tags))].sort(order)
  const { currency } = book.definition
  const sums = (of: readonly Line[]) => sumsOf(of, names, tags, minorUnits(currency))
  const rows = new Map<string, Line[]>()
  for (const line of lines) push(rows, JSON.stringify([line.person, line.assignment ?? '']), line)
  return {
    period,
    currency,
    columns: components.map((component) => ({
      component: component.name,
      label: labelOf(lastVersion(component), locale),
    })),
    tags,
    rows: [...rows]
      .sort(([a], [b]) => order(a, b))
      .map(([, of]) => {
        const { person, assignment } = of[0] as Line
        return { person, ...(assignment !== undefined && { assignment }), ...sums(of) }
      }),
    sum: sums(lines),
  }
}

function sumsOf(
  lines: readonly Line[],
  names: ReadonlyMap<string, LinkedComponent>,
  tags: readonly string[],
  places: number,
): SheetSums {
  const cells = new Map<string, string[]>()
  const tagged = new Map<string, string[]>()
  for (const { component, amount } of lines) {
    const of = names.get(component) as LinkedComponent
    push(cells, of.name, amount)
    for (const tag of of.tags) push(tagged, tag, amount)
  }
  return {
    cells: Object.fromEntries([...cells].map(([name, amounts]) => [name, total(amounts, places)])),
    tags: Object.fromEntries(tags.map((tag) => [tag, total(tagged.get(tag) ?? [], places)])),
    total: total(
      lines.map(({ amount }) => amount),
      places,
    ),
  }
}

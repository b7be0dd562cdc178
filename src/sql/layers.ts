import { isLeaf, type Place, type Terms } from './terms.js'

/** A column that one layer of a select computes, for layers above it to read. */
export interface LayerColumn {
  readonly name: string
  readonly sql: string
  /** The layer that computes it, and the last that reads it. */
  readonly layer: number
  readonly until: number
}

export interface Layers {
  readonly columns: readonly LayerColumn[]
  /** For each column of the given layer that is read, the last layer that reads it. */
  readonly given: ReadonlyMap<string, number>
  /** The layer that computes the results, above all columns. */
  readonly top: number
  readonly results: readonly { readonly value: string; readonly error: string }[]
}

/** How deep a term may nest before it becomes a column: engines limit the depth of an expression. */
const maxDepth = 40

/** What a term looks like from the terms that mention it. */
interface Mention {
  readonly sql: string
  /** The layer in which the last of its columns is computed. */
  readonly layer: number
  readonly depth: number
}

/**
 * Spreads terms over layers, counted on from the one that gives the inputs: a term that is mentioned
 * twice, or nests too deep, is a column of its own; each other term stands inside the one that
 * mentions it.
 */
export function layersOf({ terms, results }: Terms, given: number): Layers {
  const roots = results.flatMap(({ value, error }) => [value, error])
  const counts = terms.map(() => 0)
  const count = (place: Place) => {
    counts[place] = (counts[place] as number) + 1
  }
  for (const { of } of terms) of.forEach(count)
  roots.forEach(count)

  const mentions: Mention[] = []
  const own = new Map<Place, Omit<LayerColumn, 'until'>>()
  terms.forEach((term, place) => {
    const parts = term.of.map((of) => mentions[of] as Mention)
    const sql = term.write(parts.map((part) => part.sql))
    const layer = Math.max(given, ...parts.map((part) => part.layer))
    const depth = Math.max(0, ...parts.map((part) => part.depth + 1))
    if (isLeaf(term) || ((counts[place] as number) < 2 && depth < maxDepth))
      mentions.push({ sql, layer, depth })
    else {
      const name = `r${place}`
      own.set(place, { name, sql, layer: layer + 1 })
      mentions.push({ sql: name, layer: layer + 1, depth: 0 })
    }
  })

  const top = Math.max(...mentions.map((mention) => mention.layer)) + 1
  /** The last layer that reads each term: that of the column it ends up in. */
  const lastReads = terms.map(() => 0)
  for (const root of roots) lastReads[root] = top
  const columns = new Map<string, number>()
  for (const [i, term] of terms.toReversed().entries()) {
    const place = terms.length - 1 - i
    const read = lastReads[place] as number
    if (term.column !== undefined)
      columns.set(term.column, Math.max(read, columns.get(term.column) ?? 0))
    for (const of of term.of)
      lastReads[of] = Math.max(lastReads[of] as number, own.get(place)?.layer ?? read)
  }
  const sqlOf = (place: Place) => (mentions[place] as Mention).sql
  return {
    columns: [...own].map(([place, column]) => ({ ...column, until: lastReads[place] as number })),
    given: columns,
    top,
    results: results.map(({ value, error }) => ({ value: sqlOf(value), error: sqlOf(error) })),
  }
}

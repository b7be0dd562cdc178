import type { Data, PayBook } from '../pay/index.js'
import { at, type Problem } from '../problem/index.js'
import { wrongFormat } from '../problem/shape-problems.js'
import { isDecimalText } from '../quantity/internal.js'

/**
 * Members of records that are no numbers, in tables each record of which pays by them, such as the amount
 * of an adjustment: one of them would withhold all that its person is paid of the table.
 */
export function numberProblems(
  book: PayBook,
  records: NonNullable<Data['records']>,
): readonly Problem[] {
  return [...numbersRead(book)].flatMap(([table, members]) =>
    (records[table] ?? []).flatMap((row, i) =>
      [...members].flatMap((member) => {
        const value = row[member]
        const path = at(at(at('records', table), i), member)
        return typeof value !== 'string' || isDecimalText(value)
          ? []
          : [wrongFormat(path, 'decimal', value)]
      }),
    ),
  )
}

/** The members that are numbers of every record of a table, by the tables. */
function numbersRead({ components }: PayBook): ReadonlyMap<string, ReadonlySet<string>> {
  const tables = new Map<string, Set<string>>()
  for (const { versions } of components.values())
    for (const { component, formula } of versions) {
      const { each, reads } = component
      if (typeof each !== 'object' || each.where !== undefined) continue
      for (const [input, source] of Object.entries(reads)) {
        if (source.from !== 'record' || formula.inputs[input]?.kind !== 'number') continue
        const members = tables.get(each.record) ?? new Set()
        tables.set(each.record, members.add(source.name))
      }
    }
  return tables
}

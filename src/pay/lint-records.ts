import { isTexts } from '../credit/where.js'
import { at, type Problem } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import { payProblem } from '../words/index.js'
import type { PayBook } from './book.js'
import type { Data, Row } from './data.js'
import { wheresOf } from './link-where.js'
import { counted, memberOf } from './records.js'

/** Conditions that no record of a table can meet: on a member that none has, or for texts that none says. */
export function unmetConditions(
  { components }: PayBook,
  { records = {} }: Data,
): readonly Problem[] {
  const textsOf = remembered((table: string) =>
    remembered((name: string) => textsIn(records[table] as readonly Row[], name)),
  )
  const told = new Set<string>()
  const problems: Problem[] = []
  for (const { name: component, versions } of components.values())
    for (const { component: written } of versions)
      for (const { where, table } of wheresOf(written, '')) {
        // Of a table without records nothing can be told, and one that is not given is told elsewhere.
        if (table === undefined || (records[table] ?? []).length === 0) continue
        for (const [name, wanted] of Object.entries(where)) {
          const texts = textsOf(table)(name)
          const isMet = isTexts(wanted) ? wanted.some((text) => texts.has(text)) : texts.size > 0
          const key = JSON.stringify([table, name, wanted])
          if (isMet || told.has(key)) continue
          told.add(key)
          const path = at('records', table)
          const found = isTexts(wanted) && texts.size > 0 ? (wanted[0] as string) : undefined
          problems.push(
            found === undefined
              ? payProblem('unknown-member', path, {
                  component,
                  found: name,
                  known: () => membersIn(records[table] as readonly Row[]),
                })
              : payProblem('unknown-text', path, {
                  component,
                  member: name,
                  found,
                  known: () => [...texts],
                }),
          )
        }
      }
  return problems
}

/** What the records of a table say by a name, each text once. */
function textsIn(rows: readonly Row[], name: string): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const row of rows) {
    const text = memberOf(counted(row), name)
    if (text !== undefined) texts.add(text)
  }
  return texts
}

function membersIn(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}

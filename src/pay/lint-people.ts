import { covers } from '../calendar/internal.js'
import { isTexts } from '../credit/where.js'
import { at, type Problem } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import { payProblem } from '../words/index.js'
import { allAttributes } from './all-attributes.js'
import type { PayBook } from './book.js'
import type { Data } from './data.js'
import { allDays } from './horizon.js'
import { latest } from './knowledge.js'
import { wheresOf } from './link-where.js'
import { counted } from './records.js'

/**
 * Records of days on which their person is not employed: they count for nobody. Told once for each table and
 * person, by the first. What has no person, or one who is not given, is told elsewhere.
 */
export function outsideEmployment({ people, records = {} }: Data): readonly Problem[] {
  const spans = new Map(
    people.map(({ id, employment }) => [
      id,
      latest(
        employment,
        allDays.to,
        ({ from }) => from,
        ({ from }) => from,
      ),
    ]),
  )
  return Object.entries(records).flatMap(([table, rows]) => {
    const found = new Map<
      string,
      { readonly path: string; id: string; day: string; more: number }
    >()
    for (const [i, row] of rows.entries()) {
      const { person = '', id } = row
      const employed = spans.get(person)
      const { made: day, holds } = counted(row)
      if (!holds || employed === undefined || employed.some((each) => covers(each, day))) continue
      const known = found.get(person)
      if (known === undefined)
        found.set(person, { path: at(at('records', table), i), id, day, more: 0 })
      else known.more += 1
    }
    return [...found].map(([person, { path, ...values }]) =>
      payProblem('outside-employment', path, { person, ...values }),
    )
  })
}

/** Texts that a condition on people asks for, and that no attribute of anybody or of any group ever has. */
export function unmetByPeople({ components }: PayBook, data: Data): readonly Problem[] {
  const values = valuesIn(data)
  const told = new Set<string>()
  const problems: Problem[] = []
  for (const { name: component, versions } of components.values())
    for (const [i, { component: written }] of versions.entries()) {
      const path = at(at(at('components', component), i), 'value')
      for (const { where, table, path: place } of wheresOf(written, path)) {
        if (table !== undefined) continue
        for (const [name, wanted] of Object.entries(where)) {
          // An attribute that nobody has is told elsewhere.
          const known = values.get(name)
          if (!isTexts(wanted) || known === undefined) continue
          for (const found of wanted) {
            const key = JSON.stringify([name, found])
            if (known.has(found) || told.has(key)) continue
            told.add(key)
            const tell = { component, name, found, known: () => [...known] }
            problems.push(payProblem('unknown-value', at(place, name), tell))
          }
        }
      }
    }
  return problems
}

/** What attributes say of anybody, each text once; what groups are called by is told of them too. */
function valuesIn(data: Data): ReadonlyMap<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  const textsOf = remembered((): Set<string> => new Set(), values)
  for (const attributes of allAttributes(data))
    for (const [name, history] of Object.entries(attributes))
      for (const { value } of history) textsOf(name).add(value)
  for (const { of } of data.groups ?? []) if (of !== 'company') textsOf(of.by).add(of.value)
  return values
}

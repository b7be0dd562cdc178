import { conditionOf } from '../credit/where.js'
import { push } from '../problem/push.js'
import { remembered } from '../problem/remembered.js'
import type { LinkedComponent } from './book.js'
import type { Where } from './component.js'
import type { Holder } from './data-index.js'
import { ownRecords } from './own-records.js'
import { type CountedRow, fitting, memberOf, type Selection } from './records.js'
import { type Failed, isFailed, type Work } from './work.js'

/** Which records are asked for. */
export interface Asked {
  readonly of: string
  readonly where?: Where | undefined
  /** Members of which all have the same values. */
  readonly same?: readonly string[] | undefined
  readonly whose?: 'own' | 'all' | undefined
}

type Whose = { readonly component: LinkedComponent; readonly holder: Holder }

/** The records of an owner that are asked for, by the values of `same`; who asks for the same shares them. */
export function selections(
  work: Work,
  { component, holder }: Whose,
  asked: Asked,
): ReadonlyMap<string, Selection> | Failed {
  const { of, where, same = [], whose } = asked
  const { person } = holder.owner
  // Most people have none of most tables.
  if (whose !== 'all' && person !== undefined && work.table(of).of(person).length === 0) return none
  const owner = whose === 'all' ? work.index.company : holder
  const { selected } = work.lists(component, owner)
  const asker = textOf(asked)
  const known = selected.get(asker)
  if (known !== undefined) return known
  const own = whose === 'all' ? work.table(of).rows() : ownRecords(work, component, holder, of)
  if (isFailed(own)) return own
  const made = grouped(own, { of, where, same })
  selected.set(asker, made)
  return made
}

const none: ReadonlyMap<string, Selection> = new Map()

/** What is asked for, as a text to compare. */
const textOf = remembered(
  ({ of, where, same = [], whose }: Asked) => JSON.stringify([of, where, same, whose]),
  new WeakMap(),
)

/** Those of them that have some values of `same`; a value may be lacking in all. */
export function selection(
  work: Work,
  whose: Whose,
  asked: Asked,
  values: readonly (string | undefined)[] = [],
): Selection | Failed {
  const all = selections(work, whose, asked)
  if (isFailed(all)) return all
  const key = values.length === 0 ? '[]' : JSON.stringify(values)
  return all.get(key) ?? { table: asked.of, rows: [] }
}

function grouped(
  own: readonly CountedRow[],
  { of: table, where, same = [] }: Asked,
): ReadonlyMap<string, Selection> {
  const fits = conditionOf(where)
  const rows = fitting(own, (record) => record.holds && fits((name) => memberOf(record, name)))
  if (same.length === 0) return new Map([['[]', { table, rows }]])
  const groups = new Map<string, CountedRow[]>()
  for (const record of rows)
    push(groups, JSON.stringify(same.map((name) => memberOf(record, name))), record)
  return new Map([...groups].map(([values, alike]) => [values, { table, rows: alike }]))
}

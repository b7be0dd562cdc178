import { isDays, isTexts } from '../credit/where.js'
import type { NumberInput } from '../formula/index.js'
import { formatQuantity } from '../quantity/index.js'
import type { RecordsSource, Where } from './component.js'
import { firstOf, type ReadInput, type Telling } from './explain-telling.js'
import { daysIn } from './explain-time.js'
import { type RecordsItem, recordItem } from './reading.js'
import { type Window, windowOf } from './windows.js'

/** The records of an input: how many, of which days, and each with its value. */
export function tellRecords(
  telling: Telling,
  { work, row, name, reading }: ReadInput,
  source: RecordsSource,
): readonly string[] {
  const { say, locale } = telling
  const { of, as, value, over = 'period', where, same, whose } = source
  const { unit } = row.version.formula.inputs[name] as NumberInput
  const window = windowOf(work, row, over) as Window
  const held = (reading.items as readonly RecordsItem[]).flatMap(({ selection, start, end }) =>
    selection.rows.slice(start, end).map((record) => recordItem(of, record, value)),
  )
  const lines = held.map((item) => {
    const counted = as === 'count' || as === 'distinct'
    const number = item.value !== undefined && !counted
    const text = number ? formatQuantity(item.value, unit, locale) : item.value
    return say.record(item.id, item.on, text)
  })
  const nothing = held.length === 0 && as !== 'sum' && as !== 'count' && as !== 'distinct'
  return [
    ...(nothing ? [say.missing] : []),
    say.records(of, held.length, as, value),
    say.within(say.days(daysIn(window))),
    ...tellWhere(telling, where),
    ...(same === undefined ? [] : [say.same(same)]),
    ...(whose === 'all' ? [say.everybody] : []),
    ...firstOf(telling, lines),
  ]
}

/** What attributes or members must be. */
export function tellWhere({ say }: Telling, where: Where | undefined): readonly string[] {
  const conditions = Object.entries(where ?? {}).map(([name, wanted]) => {
    if (isTexts(wanted)) return say.condition(name, wanted)
    if (isDays(wanted)) return say.bounded(name, [say.between(wanted)])
    const bounds = (['atLeast', 'above', 'atMost', 'below'] as const).flatMap((kind) => {
      const bound = wanted[kind]
      return bound === undefined ? [] : [say.bounds[kind](bound)]
    })
    return say.bounded(name, bounds)
  })
  return conditions.length === 0 ? [] : [say.where(conditions)]
}

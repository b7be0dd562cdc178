import type { Explanation } from '../formula/index.js'
import type { Source } from './component.js'
import { sameMember } from './day.js'
import { tellComponent } from './explain-component.js'
import { tellRecords } from './explain-records.js'
import type { ReadInput, Telling } from './explain-telling.js'
import { tellTime } from './explain-time.js'
import type { Item, RecordsItem } from './reading.js'

/** An input with where it comes from below what its formula tells of it. */
export function tellInput(telling: Telling, input: ReadInput, told: Explanation): Explanation {
  if (!telling.spend()) return { ...told, how: [telling.say.cutOff] }
  const { row, name } = input
  const source = row.version.component.reads[name] as Source
  return source.from === 'component'
    ? tellComponent(telling, input, source, told)
    : {
        ...told,
        how: [...tellSource(telling, input, source), ...tellRates(telling, input, source)],
      }
}

/** The rates by which money was converted, each once. */
function tellRates(
  { say }: Telling,
  { reading }: ReadInput,
  source: Exclude<Source, { readonly from: 'component' }>,
): readonly string[] {
  if (!('convert' in source)) return []
  const rates = reading.items
    .slice(source.from === 'attribute' ? 1 : 0)
    .flatMap((item) => (item.kind === 'records' ? ratesOf(item) : [item]))
    .flatMap((item) =>
      item.kind === 'attribute' ? [say.rate(item.name, item.value, item.from)] : [],
    )
  return [...new Set(rates)]
}

function ratesOf({ start, end, rateAt }: RecordsItem): readonly Item[] {
  return Array.from({ length: end - start }, (_, i) => rateAt(start + i) ?? []).flat()
}

function tellSource(
  telling: Telling,
  input: ReadInput,
  source: Exclude<Source, { readonly from: 'component' }>,
): readonly string[] {
  const { say } = telling
  const { work, row, reading } = input
  const [item] = reading.items
  switch (source.from) {
    case 'attribute':
      return [item?.kind === 'attribute' ? say.attribute(item.name, item.from) : say.missing]
    case 'figure': {
      const given = item?.kind === 'figure' && item.value !== '' ? item : undefined
      if (source.is === 'given')
        return [given ? say.given(given.name, given.period) : say.notGiven(source.name)]
      return [given ? say.figure(given.name, given.period) : say.missing]
    }
    case 'time':
      return item === undefined ? [say.missing] : tellTime(telling, work, row, source)
    case 'record': {
      const { rows } = row.records as NonNullable<typeof row.records>
      const ids = rows.map(({ row: { id } }) => id)
      const found = sameMember(rows, source.name) !== undefined
      return [found ? say.member(source.name, ids) : say.missing]
    }
    case 'records':
      return tellRecords(telling, input, source)
  }
}

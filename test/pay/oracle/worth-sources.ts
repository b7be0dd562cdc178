import { type IsoDate, yearsOfService } from '../../../src/calendar/index.js'
import type { DaysSource, Source } from '../../../src/pay/component.js'
import type { Figure } from '../../../src/pay/data.js'
import { lastDayOf, visible } from './known.js'
import { among, overTime } from './worth-components.js'
import { unitOf } from './worth-formula.js'
import { attributeOn, groupOf, personOf } from './worth-people.js'
import { recordsOf } from './worth-records.js'
import { fail, ownerKey, type RowOf } from './worth-row.js'
import { daysCounted } from './worth-time.js'

export function readSource(row: RowOf, source: Source, input: string, read: string[]): string {
  const value = found(row, source, input, read)
  if (value !== undefined) return value
  if ('missing' in source && source.missing !== undefined) return source.missing
  return fail(`${input} is missing`)
}

function found(row: RowOf, source: Source, input: string, read: string[]): string | undefined {
  const { known, owner, month, days } = row
  switch (source.from) {
    case 'attribute': {
      const day = source.on === 'start' ? days[0] : days.at(-1)
      return attributeOn(known, owner, source.name, day as IsoDate)
    }
    case 'figure': {
      const figure = figureOf(row, source.name)
      if (figure !== undefined) read.push(`figure|${ownerKey(owner)}|${source.name}|${month}`)
      if (source.is === 'given') return figure === undefined ? '0' : '1'
      return figure?.value
    }
    case 'time':
      if ('since' in source) {
        const last = days.at(-1) as IsoDate
        const since = attributeOn(known, owner, source.since as string, last)
        return since === undefined ? undefined : String(yearsOfService(since, last))
      }
      return daysCounted(row, source as DaysSource)
    case 'records':
      return recordsOf(row, source, read)
    case 'component':
      return source.among === undefined
        ? overTime(row, source, unitOf(row, input))
        : among(row, source, input)
    case 'record':
      throw new Error('the oracle knows no rows of records')
  }
}

function figureOf({ known, owner, month }: RowOf, name: string): Figure | undefined {
  const figures =
    owner !== 'company' && 'person' in owner
      ? personOf(known, owner.person).figures
      : groupOf(known, owner)?.figures
  const last = lastDayOf(month)
  return visible(
    (figures ?? []).filter((figure) => figure.name === name && figure.period === month),
    { key: () => '', own: () => last, by: known.cutoff(last) },
  )[0]
}

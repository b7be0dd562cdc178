import { nearest } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { isDecimalText } from '../quantity/internal.js'
import { payProblem } from '../words/index.js'
import { attributeOn, textOn } from './attribute.js'
import type { AttributeSource, Each, MemberSource, Source } from './component.js'
import { converted } from './convert.js'
import { nameOf } from './data-index.js'
import { sameMember } from './day.js'
import { countedDays, placeInYear, service } from './days.js'
import { namesUnread } from './names-unread.js'
import type { Input } from './plan.js'
import { readComponent } from './read-component.js'
import { readFigure } from './read-figure.js'
import { readRecords } from './read-records.js'
import { type Item, nothing, type Reading, recordItem } from './reading.js'
import type { PayRow, Work } from './work.js'

/** Reads an input of a row: its value, or what stands in the source for one that is missing. */
export function readInput(work: Work, row: PayRow, { name, source, scale }: Input): Reading {
  const reading = read(work, row, source, scale)
  if (reading.problems !== undefined) return reading
  const { missing, least } = source as { readonly missing?: string; readonly least?: string }
  const values = () => ({
    ...{ component: row.component.name, input: name, source: nameOfSource(source) },
    ...{ owner: nameOf(row.holder), day: row.to },
  })
  const { value } = reading
  if (value !== undefined) {
    if (least === undefined || !isDecimalText(value) || !decimal(value).lessThan(least))
      return reading
    const problem = payProblem('below-least', name, { ...values(), value, least })
    return { items: [], problems: [problem] }
  }
  if (missing !== undefined) return { ...reading, value: missing }
  const near = nearest(nameOfSource(source), namesUnread(work, row, source))
  return { items: [], problems: [payProblem('nothing-there', name, { ...values(), near })] }
}

function read(work: Work, row: PayRow, source: Source, scale: number): Reading {
  switch (source.from) {
    case 'attribute':
      return readAttribute(work, row, source)
    case 'figure':
      return readFigure(work, row, source)
    case 'time':
      return readTime(work, row, source)
    case 'record':
      return readMember(work, row, source)
    case 'records':
      return readRecords(work, row, source)
    case 'component':
      return readComponent(work, row, source, scale)
  }
}

function nameOfSource(source: Source): string {
  switch (source.from) {
    case 'time':
      return source.count
    case 'records':
      return source.of
    case 'component':
      return 'tag' in source ? source.tag : source.name
    case 'attribute':
    case 'figure':
    case 'record':
      return source.name
  }
}

function readAttribute(work: Work, row: PayRow, source: AttributeSource): Reading {
  const { name, on, convert } = source
  const day = on === 'start' && row.records === undefined ? row.from : row.to
  const found = attributeOn(work, row.holder, name, day)
  if (found === undefined) return nothing
  if (typeof found === 'symbol')
    return {
      items: [],
      problems: [payProblem('several-values', '', { name, owner: nameOf(row.holder), day })],
    }
  const { value, from } = found
  const items: readonly Item[] = [{ kind: 'attribute', name, from, value }]
  if (convert === undefined) return { value, items }
  const named = (by: string) => textOn(work, row.holder, by, day)
  return converted(work, row, convert, { amount: found.value, day, named, items })
}

function readTime(
  work: Work,
  row: PayRow,
  source: Extract<Source, { readonly from: 'time' }>,
): Reading {
  const counted = (value: string | undefined): Reading => ({
    value,
    items: value === undefined ? [] : [{ kind: 'days', count: source.count, value }],
  })
  switch (source.count) {
    case 'present':
    case 'absent':
    case 'part':
    case 'whole': {
      const value = countedDays(work, row, source)
      return typeof value === 'object' ? { problems: value.problems, items: [] } : counted(value)
    }
    case 'months':
    case 'years':
      return counted(service(work, row, source))
    case 'month':
    case 'quarter':
      return counted(placeInYear(work, row, source))
  }
}

function readMember(work: Work, row: PayRow, { name, convert }: MemberSource): Reading {
  const { records, version, to: day } = row
  const { rows } = records as NonNullable<PayRow['records']>
  const { record: table } = version.component.each as Exclude<Each, 'stretch'>
  const [amount, items] = [
    sameMember(rows, name),
    rows.map((each) => recordItem(table, each, name)),
  ]
  if (amount === undefined || convert === undefined) return { value: amount, items }
  const named = (by: string) => sameMember(rows, by)
  return converted(work, row, convert, { amount, day, named, items })
}

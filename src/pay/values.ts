import { payProblem } from '../words/index.js'
import { attributeOn, groupOn, textOn } from './attribute.js'
import type { AttributeSource, Each, FigureSource, MemberSource, Source } from './component.js'
import { converted } from './convert.js'
import { keyOfFigure, nameOf } from './data-index.js'
import { sameMember } from './day.js'
import { countedDays, placeInYear, service } from './days.js'
import type { Subject } from './knowledge.js'
import type { Input } from './plan.js'
import { readComponent } from './read-component.js'
import { readRecords } from './read-records.js'
import { type Item, nothing, type Reading, recordItem } from './reading.js'
import type { Timeline } from './timeline.js'
import type { PayRow, Work } from './work.js'

/** Reads an input of a row: its value, or what stands in the source for one that is missing. */
export function readInput(work: Work, row: PayRow, { name, source, scale }: Input): Reading {
  const reading = read(work, row, source, scale)
  if (reading.value !== undefined || reading.problems !== undefined) return reading
  const { missing } = source as { readonly missing?: string }
  if (missing !== undefined) return { ...reading, value: missing }
  const values = { component: row.component.name, input: name, source: nameOfSource(source) }
  const place = { owner: nameOf(row.holder), day: row.to }
  return { items: [], problems: [payProblem('nothing-there', name, { ...values, ...place })] }
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

function readFigure(work: Work, row: PayRow, source: FigureSource): Reading {
  const { name, period, is, convert } = source
  const rhythm = period ?? row.component.rhythm
  const timeline = work.index.timelines.get(rhythm) as Timeline
  const index = timeline.indexOf(row.period.to)
  const { name: of, to } = timeline.at(index)
  const cutoff = work.horizon.cutoff(to)
  const { holder } = row
  const key = keyOfFigure(name, rhythm, index)
  const own = keyOfFigure(name, rhythm, index, holder.assignment)
  let taken = false
  for (const subject of placesOf(work, row)) {
    // A post has figures of its own beside those of its person.
    for (const each of subject === holder.person && own !== key ? [own, key] : [key]) {
      const found = subject.knownBy(cutoff).figures.get(each)
      if (found !== undefined) {
        const { value } = found
        const items: readonly Item[] = [{ kind: 'figure', name, period: of, value }]
        if (is === 'given') return { value: '1', items }
        if (convert === undefined) return { value, items }
        const named = (by: string) => textOn(work, holder, by, to)
        return converted(work, row, convert, { amount: value, day: to, named, items })
      }
      taken ||= subject.wasTakenAway(each, cutoff)
    }
  }
  // One that was taken away is read, so that it is not taken for one that vanished.
  const items: readonly Item[] = taken ? [{ kind: 'figure', name, period: of, value: '' }] : []
  return is === 'given' ? { value: '0', items } : { items }
}

/** Where a figure may be told, the nearest first: of the person, the groups, the company. */
function placesOf(work: Work, { holder, to }: PayRow): readonly Subject[] {
  const { index } = work
  // A group has figures of its own, and not those of the groups above it.
  const groupings = holder.by === undefined ? index.groupedBy : [holder.by]
  const groups = groupings.map((by) => {
    const value = groupOn(work, holder, by, to)
    return typeof value === 'string' ? index.told(by, value) : undefined
  })
  return [holder.person, ...groups, index.told()].filter((each) => each !== undefined)
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

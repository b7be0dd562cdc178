import type { NumberInput } from '../formula/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import { aggregated } from './aggregate.js'
import { alikeAlongTime, alongTime, listed, type OfPeriod } from './along-time.js'
import { amongOthers } from './among.js'
import { groupOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Among, ComponentSource, Over, SharedBy } from './component.js'
import type { Holder } from './data-index.js'
import type { Item, Reading, Values } from './reading.js'
import { remembered } from './remembered.js'
import { type Shares, sharesFor } from './share.js'
import { windowOf } from './windows.js'
import { type Failed, isFailed, type PayRow, type Work } from './work.js'

/** A component, or all with a tag, of the row, of other periods, or of other rows. */
export function readComponent(
  work: Work,
  row: PayRow,
  source: ComponentSource,
  scale: number,
): Reading {
  const targets = targetsOf(work, source)
  const values: Decimal[] = []
  const items: Item[] = []
  for (const target of targets) {
    const read =
      source.among === undefined
        ? ownValues(work, row, target, source)
        : amongOthers(work, row, target, { ...source, among: source.among, scale }, ownValues)
    if (isFailed(read)) return { problems: read.problems, items: [] }
    values.push(...read.values)
    items.push(...read.items)
  }
  const as = 'tag' in source ? 'sum' : (source.as ?? 'sum')
  const single = source.among !== undefined || source.over === 'before' || isAgo(source.over)
  const value = single ? sumOf(values) : aggregated(as, values)
  const empty = values.length === 0 && (single || as === 'sum')
  if (empty && !countsFromNothing(targets)) return { items }
  return { value: (value ?? (empty ? decimal('0') : undefined))?.toFixed(), items }
}

function isAgo(over: Over | undefined): boolean {
  return typeof over === 'object' && 'ago' in over
}

function sumOf(values: readonly Decimal[]): Decimal | undefined {
  return values.length === 0 ? undefined : aggregated('sum', values)
}

/** Of money, counts and times nothing is 0; of a ratio or points nothing is nothing. */
function countsFromNothing(targets: readonly LinkedComponent[]): boolean {
  return targets.every(({ versions }) =>
    versions.every(({ formula: { unit } }) => unit !== 'ratio' && unit !== 'points'),
  )
}

/** The components that a source names. */
export function targetsOf(
  { book }: Pick<Work, 'book'>,
  source: { readonly name: string } | { readonly tag: string },
): readonly LinkedComponent[] {
  const names = 'tag' in source ? (book.tagged.get(source.tag) as readonly string[]) : [source.name]
  return names.map((name) => book.components.get(name) as LinkedComponent)
}

/** The division that a row has a part in, and the group that shares it. */
export function shareOf(
  work: Work,
  row: PayRow,
): { readonly shares: Shares; readonly group: string } | Failed | undefined {
  for (const [input, source] of Object.entries(row.version.component.reads)) {
    if (source.from === 'component' && isShare(source)) return sharesBy(work, row, input, source)
  }
  return undefined
}

/** A source that divides a value among the members of a group. */
export type ShareOf = ComponentSource & { readonly among: Among & { readonly as: SharedBy } }

/** The division by which a row reads an input. */
export function sharesBy(
  work: Work,
  row: PayRow,
  input: string,
  source: ShareOf,
): { readonly shares: Shares; readonly group: string } | Failed {
  const target = targetsOf(work, source)[0] as LinkedComponent
  const { scale } = row.version.formula.inputs[input] as NumberInput
  return sharesFor(work, row, target, { ...source, scale }, ownValues)
}

/** Whether a source divides. */
export function isShare(source: ComponentSource): source is ShareOf {
  return typeof source.among?.as === 'object' && 'share' in source.among.as
}

/** What a row reads of a component without looking at other people. */
function ownValues(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  source: ComponentSource,
): Values | Failed {
  const holders = ownersFor(work, row, target)
  if (isFailed(holders)) return holders
  const values: Decimal[] = []
  const items: Item[] = []
  for (const holder of holders) {
    const found =
      source.what === 'due'
        ? dueOf(work, row, target, holder, source.over ?? 'period')
        : source.same === undefined
          ? alongTime(work, row, target, holder, source.over ?? 'period')
          : alikeAlongTime(work, row, target, holder, { over: 'period', ...source }, source.same)
    if (isFailed(found)) return found
    for (const { index, value } of found) {
      values.push(value)
      items.push({ kind: 'component', component: target, holder, index, value: value.toFixed() })
    }
  }
  return { values, items }
}

/** The owners of a component that a row reads directly: its own, or those that it belongs to. */
export function ownersFor(
  work: Work,
  { holder, to }: PayRow,
  target: LinkedComponent,
): readonly Holder[] | Failed {
  const { index } = work
  const { person } = holder.owner
  if (target.of === 'company') return [index.company]
  if (typeof target.of === 'object') {
    const { by } = target.of
    const value = groupOn(work, holder, by, to)
    if (typeof value !== 'symbol') return value === undefined ? [] : [index.group(by, value)]
    return {
      problems: [payProblem('several-values', '', { name: by, owner: person as string, day: to })],
    }
  }
  if (target.of === 'assignment' && holder.assignment === undefined)
    return index.posts.get(person as string) as readonly Holder[]
  return target.of === 'assignment' ? [holder] : [index.people.get(person as string) as Holder]
}

function dueOf(
  work: Work,
  row: PayRow,
  target: LinkedComponent,
  holder: Holder,
  over: Over,
): readonly OfPeriod[] | Failed {
  const window = windowOf(work, row, over, { days: row.period })
  if ('problems' in window) return window
  return listed(row.index, work.due(target, holder, window))
}

import type { NumberInput } from '../formula/index.js'
import { remembered } from '../problem/remembered.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { aggregated } from './aggregate.js'
import { alikeAlongTime, alongTime, listed, type OfPeriod } from './along-time.js'
import { type AmongSource, amongOthers } from './among.js'
import type { LinkedComponent } from './book.js'
import type { Among, ComponentSource, Over, SharedBy } from './component.js'
import type { Holder } from './data-index.js'
import { ownersFor } from './owners.js'
import type { Item, Reading, Values } from './reading.js'
import { type ShareSource, type Shares, sharesFor } from './share.js'
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
  const whole = readWhole(work, row, targets, source)
  if (whole !== undefined) return whole
  const read = valuesOf(work, row, targets, source, scale)
  if (isFailed(read)) return { problems: read.problems, items: [] }
  const { values, items } = read
  const as = 'tag' in source ? 'sum' : (source.as ?? 'sum')
  const single = source.among !== undefined || source.over === 'before' || isAgo(source.over)
  const value = single ? sumOf(values) : aggregated(as, values)
  const empty = values.length === 0 && (single || as === 'sum')
  if (empty && !countsFromNothing(targets)) return { items }
  return { value: (value ?? (empty ? decimal('0') : undefined))?.toFixed(), items }
}

/** One number of the row's own person and period: what most rows read, and written already. */
function readWhole(
  work: Work,
  { holder, component, index, records }: PayRow,
  targets: readonly LinkedComponent[],
  { among, what, same, over = 'period', ...source }: ComponentSource,
): Reading | undefined {
  const target = targets.length === 1 ? targets[0] : undefined
  const isPlain = among === undefined && what !== 'due' && same === undefined && over === 'period'
  const isSum = !('as' in source) || source.as === undefined || source.as === 'sum'
  const isOwn = target?.of === 'person' && target.rhythm === component.rhythm
  if (!(isPlain && isSum && isOwn)) return undefined
  if (records !== undefined || holder.person === undefined || holder.assignment !== undefined)
    return undefined
  const result = work.result(target, holder, index)
  if (result === undefined || isFailed(result)) return undefined
  const value = result.text
  return { value, items: [{ kind: 'component', component: target, holder, index, value }] }
}

function valuesOf(
  work: Work,
  row: PayRow,
  targets: readonly LinkedComponent[],
  source: ComponentSource,
  scale: number,
): Values | Failed {
  const readOf = (target: LinkedComponent) =>
    source.among === undefined
      ? ownValues(work, row, target, source)
      : amongOthers(work, row, target, withScale(source)(scale) as AmongSource, ownValues)
  if (targets.length === 1) return readOf(targets[0] as LinkedComponent)
  const values: Decimal[] = []
  const items: Item[] = []
  for (const target of targets) {
    const read = readOf(target)
    if (isFailed(read)) return read
    for (const value of read.values) values.push(value)
    for (const item of read.items) items.push(item)
  }
  return { values, items }
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

/** A source with the places of its input, made once: what its readers share is known by it. */
const withScale = remembered(
  (source: ComponentSource) => remembered((scale: number) => ({ ...source, scale })),
  new WeakMap(),
)

/** The division by which a row reads an input. */
export function sharesBy(
  work: Work,
  row: PayRow,
  input: string,
  source: ShareOf,
): { readonly shares: Shares; readonly group: string } | Failed {
  const target = targetsOf(work, source)[0] as LinkedComponent
  const { scale } = row.version.formula.inputs[input] as NumberInput
  return sharesFor(work, row, target, withScale(source)(scale) as ShareSource, ownValues)
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

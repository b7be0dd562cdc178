import type { Explanation } from '../formula/index.js'
import { decimal } from '../quantity/index.js'
import type { Taking } from '../words/index.js'
import { sameEach } from './along-time.js'
import { groupOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Among, ComponentSource } from './component.js'
import type { Holder } from './data-index.js'
import { sameMember } from './day.js'
import { tellWhere } from './explain-records.js'
import {
  labelOf,
  lastVersion,
  listed,
  type ReadInput,
  type Telling,
  writtenOf,
} from './explain-telling.js'
import { daysIn } from './explain-time.js'
import { recordedOf } from './ledger.js'
import { ownersFor } from './owners.js'
import { isShare, type ShareOf, sharesBy, targetsOf } from './read-component.js'
import { type ComponentItem, type GroupItem, isOfPeriod } from './reading.js'
import type { Shares } from './share.js'
import type { SheetWork } from './sheet-work.js'
import { type Window, windowOf } from './windows.js'
import type { PayRow, Work } from './work.js'

/** An input that is read of components: those of the row in full, of others what they came to. */
export function tellComponent(
  telling: Telling,
  input: ReadInput,
  source: ComponentSource,
  told: Explanation,
): Explanation {
  const { say } = telling
  const { among } = source
  const items = input.reading.items.filter((item) => item.kind === 'component')
  const [first] = items
  if (first === undefined && among === undefined) {
    const missing = input.reading.value === source.missing
    return { ...told, how: [missing ? say.missing : say.none] }
  }
  if (isShare(source)) return tellShare(telling, input, source, told)
  if (among !== undefined) return tellAmong(telling, input, { ...source, among }, told)
  const called: Naming = (label, ...details) =>
    items.length > 1 || told.label === label
      ? say.of(label, ...details)
      : say.called(told.label, label, ...details)
  const tell = (item: ComponentItem) => tellItem(telling, input, source, item, called)
  if (items.length === 1) return { ...tell(items[0] as ComponentItem), value: told.value }
  const as = 'tag' in source ? 'sum' : (source.as ?? 'sum')
  // What comes to nothing changes no sum.
  const some = as === 'sum' ? items.filter(({ value }) => !decimal(value).isZero()) : items
  const nothing = items.length - some.length
  const rest = some.length - listed
  const how = [
    say.taken(as),
    ...(rest > 0 ? [say.more(rest)] : []),
    ...(nothing > 0 ? [say.nothing(nothing)] : []),
  ]
  return { ...told, how, steps: some.slice(0, listed).map(tell) }
}

/** How something read is called: by its label, and what tells it from others. */
type Naming = (label: string, ...details: readonly string[]) => string

/** One value that was read: of the row itself with all below it, else where it is from. */
function tellItem(
  telling: Telling,
  { work: reader, row }: ReadInput,
  { what, same, over = 'period' }: ComponentSource,
  { component, holder, index, value }: ComponentItem,
  called: Naming,
): Explanation {
  const { say, locale } = telling
  const work = telling.workOf(component, reader)
  const label = labelOf(lastVersion(component), locale)
  const name = holder === row.holder ? undefined : (holder.assignment ?? holder.value)
  const own = name === undefined ? [] : [name]
  const told = { value: writtenOf(value, component, locale), steps: [] }
  if (what === 'due') {
    const window = windowOf(reader, row, over, { days: row.period }) as Window
    return { ...told, label: called(label, ...own), how: [say.paid(say.days(daysIn(window)))] }
  }
  const period = work.timeline(component).at(index).name
  if (same !== undefined) {
    const { rows } = row.records as NonNullable<PayRow['records']>
    const alike = same.map((each) => sameMember(rows, each) as string)
    return { ...told, label: called(label, ...own, ...alike, period), how: [say.alike] }
  }
  if (isOfPeriod({ component, index }, row)) {
    const record = sameEach(row, component) ? row.records?.name : undefined
    const below = telling.tellResult(reader, component, holder, index, record)
    return { ...below, label: called(below.label, ...own) }
  }
  const how = [say[fromOf(telling, work, component, holder, index)]]
  return { ...told, label: called(label, ...own, period), how }
}

/** Where the value of another period is from. */
function fromOf(
  { first }: Telling,
  work: SheetWork,
  component: LinkedComponent,
  holder: Holder,
  index: number,
): 'brought' | 'workedOut' | 'recorded' {
  const position = work.positionOf(component, index)
  if (position < first) return 'brought'
  if (work.horizon.isOpen(position) || work.isTouched(component, holder, position))
    return 'workedOut'
  return recordedOf(work.settled(component, holder, index)) === undefined ? 'workedOut' : 'recorded'
}

/** What was read of a group: of whom, and how they become one. */
function tellAmong(
  telling: Telling,
  { work, row, reading }: ReadInput,
  source: ComponentSource & { readonly among: Among },
  told: Explanation,
): Explanation {
  const { say } = telling
  const { as, who = 'all', where, only, by } = source.among
  const labels = targetsOf(work, source).map((target) =>
    labelOf(lastVersion(target), telling.locale),
  )
  const ranked = by === undefined ? say.moment : calledBy(telling, work, by)
  const ahead = who === 'ahead' && as === 'count'
  return {
    ...told,
    how: [
      say.among(
        as as Taking,
        say.list(labels),
        (reading.items as readonly GroupItem[]).reduce(
          (sum, { members }) => sum + members.length,
          0,
        ),
        groupOf(telling, work, row, source.among),
      ),
      ...tellWhere(telling, where),
      ...(only === undefined ? [] : [say.only(calledBy(telling, work, only))]),
      ...(who === 'all' ? [] : [say.who[who](ranked)]),
      ...(ahead
        ? [
            say.place(
              decimal(reading.value as string)
                .plus(1)
                .toFixed(),
            ),
          ]
        : []),
    ],
  }
}

/** The share of a value: what is divided, by which weights, and how these came about. */
function tellShare(
  telling: Telling,
  { work, row, name }: ReadInput,
  source: ShareOf,
  told: Explanation,
): Explanation {
  const { say, locale } = telling
  const { as, where, by } = source.among
  const { shares } = sharesBy(work, row, name, source) as { readonly shares: Shares }
  const target = targetsOf(work, source)[0] as LinkedComponent
  const total = writtenOf(shares.value, target, locale)
  const weight = calledBy(telling, work, as.share)
  const group = groupOf(telling, work, row, source.among)
  const weights = [as.share, as.least, as.most].filter((each) => each !== undefined)
  const plain = source.over === undefined && source.what === undefined
  const whole = plain && target.rhythm === row.component.rhythm
  const owners = whole ? (ownersFor(work, row, target) as readonly Holder[]) : []
  return {
    ...told,
    how: [
      say.share(total, weight, shares.amounts.size, group),
      ...tellWhere(telling, where),
      ...(by === undefined ? [] : [say.who.level(calledBy(telling, work, by))]),
    ],
    steps: [
      ...owners.map((owner) => telling.tellResult(work, target, owner, row.index)),
      ...weights.map((each) => {
        const component = work.book.components.get(each) as LinkedComponent
        return telling.tellResult(work, component, row.holder, row.index)
      }),
    ],
  }
}

function calledBy({ locale }: Telling, { book }: Work, name: string): string {
  return labelOf(lastVersion(book.components.get(name) as LinkedComponent), locale)
}

/** The group that a row reads, in words. */
function groupOf({ say }: Telling, work: Work, { holder, to }: PayRow, { group }: Among): string {
  if (group === 'company') return say.company
  if (typeof group === 'string') return say.own
  if ('below' in group) return say.below(group.below)
  return say.group(groupOn(work, holder, group.by, to) as string)
}

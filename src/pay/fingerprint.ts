import { push } from '../problem/push.js'
import { type QuickHash, quickHash } from '../problem/quick-hash.js'
import { remembered } from '../problem/remembered.js'
import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'
import {
  type ComponentItem,
  type GroupItem,
  type Item,
  isOfPeriod,
  type RecordsItem,
} from './reading.js'
import { type CountedRow, memberOf, type Selection } from './records.js'
import { isFailed, type PayRow, type Work } from './work.js'

/** The fingerprint of what a component of an owner was worked out from in a period. */
export function fingerprintOf(
  work: Work,
  component: LinkedComponent,
  holder: Holder,
  index: number,
): string {
  const result = work.result(component, holder, index)
  return result === undefined || isFailed(result) ? noFingerprint : result.fingerprint
}

/** That of what was worked out from nothing. */
export const noFingerprint = quickHash().hex()

type Own = Pick<PayRow, 'component' | 'holder' | 'index'>

/**
 * A fingerprint of what the number of a row is worked out from, down to its attributes, figures, days and
 * records: the same number from other data has another. It is made at once, since to keep what was read
 * until somebody asks takes more.
 */
export function fingerprintFrom(work: Work, own: Own, items: readonly Item[]): string {
  const hash = quickHash()
  const { lines, lists } = items.some(({ kind }) => kind === 'records') ? placed(items) : noRecords
  for (const item of items) {
    if (item.kind === 'records') hash.add(lines.get(item) as string)
    else addItem(hash, work, item, own)
  }
  for (const list of lists) {
    hash.add(digestOf(list))
    hash.add('\n')
  }
  return hash.hex()
}

const noRecords: ReturnType<typeof placed> = { lines: new Map(), lists: [] }

type Other = Exclude<Item, RecordsItem>

/** Tells of an item; of a component of the same row, or of its groups, what that was worked out from. */
function addItem(hash: QuickHash, work: Work, item: Other, own: Own): void {
  switch (item.kind) {
    case 'attribute':
      hash.add('a')
      tell(hash, item.name)
      tell(hash, item.from)
      tell(hash, item.value)
      return
    case 'figure':
      hash.add('f')
      tell(hash, item.name)
      tell(hash, item.period)
      tell(hash, item.value)
      return
    case 'days':
      hash.add('d')
      tell(hash, item.count)
      tell(hash, item.value)
      return
    case 'record':
      hash.add('r')
      tell(hash, item.table)
      tell(hash, item.id)
      tell(hash, item.on)
      tell(hash, item.value)
      return
    case 'component': {
      const { component, holder, index } = item
      addComponent(hash, item)
      if (isBelow(item, own)) hash.add(fingerprintOf(work, component, holder, index))
      return
    }
    case 'group': {
      const { members } = item
      hash.add('g')
      hash.add(groupFingerprint(work, item, own))
      for (const place of item.own(own.holder)) {
        const member = members[place] as ComponentItem
        const { component, holder, index } = member
        if (isOfPeriod(member, own)) hash.add(fingerprintOf(work, component, holder, index))
      }
    }
  }
}

function addComponent(hash: QuickHash, { component, holder, index, value }: ComponentItem): void {
  hash.add('c')
  tell(hash, component.name)
  tell(hash, holder.key)
  hash.add(String(index))
  hash.add(':')
  tell(hash, value)
}

/** Whether a component that is read is of the same row, or of its groups. */
function isBelow(item: ComponentItem, own: Own): boolean {
  const { holder } = item
  return (holder === own.holder || holder.person === undefined) && isOfPeriod(item, own)
}

/** What all of a group came to, told once for all who read it: they read by one work, in one period. */
function groupFingerprint(work: Work, item: GroupItem, own: Own): string {
  const known = groups.get(item)
  if (known !== undefined) return known
  const hash = quickHash()
  for (const member of item.members) {
    const { component, holder, index } = member
    addComponent(hash, member)
    if (holder.person === undefined && isOfPeriod(member, own))
      hash.add(fingerprintOf(work, component, holder, index))
  }
  const made = hash.hex()
  groups.set(item, made)
  return made
}

const groups = new WeakMap<GroupItem, string>()

/**
 * Rows may read more and more of one list, so what is told of each item is which part it read of all
 * that is read of the list; each record of that is told once.
 */
function placed(items: readonly Item[]) {
  const bySelection = new Map<Selection, Map<string, RecordsItem[]>>()
  for (const item of items) {
    if (item.kind !== 'records') continue
    const { selection, member, convert } = item
    const ofSelection = bySelection.get(selection) ?? new Map<string, RecordsItem[]>()
    push(ofSelection, JSON.stringify([member, convert]), item)
    bySelection.set(selection, ofSelection)
  }
  const lists = [...bySelection.values()].flatMap((each) => [...each.values()])
  const lines = new Map<RecordsItem, string>()
  for (const [number, list] of lists.entries()) {
    let [read, next] = [0, 0]
    for (const item of list.sort((a, b) => a.start - b.start)) {
      const { start, end } = item
      const again = Math.max(0, next - start)
      lines.set(item, `${JSON.stringify(['records', number, read - again, end - start])}\n`)
      read += Math.max(0, end - Math.max(start, next))
      next = Math.max(next, end)
    }
  }
  return { lines, lists }
}

/** The digests of parts of selections, by the parts: what everybody reads is read once. */
const digests = remembered((_: Selection) => new Map<string, string>(), new WeakMap())

/** The digest of every record that is read of a list, each told once. */
function digestOf(list: readonly RecordsItem[]): string {
  const { selection, member, convert } = list[0] as RecordsItem
  const ends: number[] = []
  for (const { start, end } of list) {
    const last = ends.at(-1)
    if (last === undefined || start > last) ends.push(start, end)
    else if (end > last) ends[ends.length - 1] = end
  }
  const known = digests(selection)
  const key = JSON.stringify([member, convert, ends])
  const found = known.get(key)
  if (found !== undefined) return found
  const hash = quickHash()
  hash.add(JSON.stringify([selection.table, member, convert]))
  let next = 0
  let day = ''
  for (const { start, end, rateAt } of list) {
    for (let place = Math.max(start, next); place < end; place++) {
      const record = selection.rows[place] as CountedRow
      const value = member === undefined ? undefined : memberOf(record, member)
      const { id, on } = record.row
      // Many are of one day, which is then told once.
      tell(hash, id)
      hash.add(on === day ? '=' : on)
      tell(hash, value)
      day = on
      const rate = rateAt(place)
      if (rate !== undefined) hash.add(JSON.stringify(rate))
    }
    next = Math.max(next, end)
  }
  const made = hash.hex()
  known.set(key, made)
  return made
}

/** Tells a text, and before it where it ends. Texts are not put together first: they are very many. */
function tell(hash: QuickHash, text = ''): void {
  hash.add(String(text.length))
  hash.add(' ')
  hash.add(text)
}

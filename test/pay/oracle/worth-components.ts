import type { IsoDate } from '../../../src/calendar/index.js'
import type { Book, Component, ComponentSource } from '../../../src/pay/component.js'
import { decimal } from '../../../src/quantity/index.js'
import { lastDayOf, meets, monthsFrom } from './known.js'
import { sharesOf } from './shares.js'
import { unitOf } from './worth-formula.js'
import { attributeOn } from './worth-people.js'
import {
  componentOf,
  fail,
  type Knowledge,
  type Owner,
  ownerKey,
  type RowOf,
  sum,
} from './worth-row.js'
import { windowOf } from './worth-time.js'

export function overTime(
  row: RowOf,
  source: ComponentSource,
  { money }: { money: boolean },
): string | undefined {
  const { known, month } = row
  const names = 'name' in source ? [source.name] : taggedBy(known.book, source.tag)
  const { over = 'period', as = 'sum' } = source
  const worths = names.flatMap((name) => {
    const owner = ownerRead(row, componentOf(known.book, name))
    const worthIn = (at: string) => known.worth(name, owner, at)
    const earlier = monthsFrom(known.first, month).filter((at) => at < month)
    if (over === 'before') {
      const nearest = earlier.findLast((at) => worthIn(at).row)
      return nearest === undefined ? [] : [worthIn(nearest)]
    }
    const [from, to] = windowOf(month, over)
    return monthsFrom(known.first, month)
      .filter((at) => from <= lastDayOf(at) && lastDayOf(at) <= to)
      .map(worthIn)
  })
  const there = worths.flatMap((worth) => {
    if (!worth.row) return []
    return 'error' in worth ? fail(worth.error) : [worth.value]
  })
  if (as === 'count') return String(there.length)
  if (as !== 'sum') throw new Error('the oracle adds and counts over time')
  if (there.length > 0 || money) return sum(there).toFixed()
  return undefined
}

function taggedBy(book: Book, tag: string): readonly string[] {
  return Object.keys(book.components).filter((name) => componentOf(book, name).tags?.includes(tag))
}

/** Whose row of another component a row reads: its own, that of its group, or the company's. */
function ownerRead(row: RowOf, { of = 'person' }: Component): Owner {
  if (of === 'company') return 'company'
  if (of === 'person') return row.owner
  if (of === 'assignment') throw new Error('the oracle knows no assignments')
  const day = row.days.at(-1) as IsoDate
  return { by: of.by, value: attributeOn(row.known, row.owner, of.by, day) ?? fail(`no ${of.by}`) }
}

/** The people who have a row of a component in the month and belong to the row's group. */
function membersOf(row: RowOf, source: ComponentSource, name: string): readonly string[] {
  const { known, owner, month, days } = row
  const { group, where = {}, who = 'all', only } = source.among as NonNullable<typeof source.among>
  if (group === 'assignment' || (typeof group === 'object' && 'below' in group))
    throw new Error('the oracle knows groups of an attribute')
  return known.data.people.flatMap(({ id }) => {
    const member: Owner = { person: id }
    const own = known.worth(name, member, month)
    if (!own.row) return []
    const { last } = own
    const valueOn = (attribute: string) => attributeOn(known, member, attribute, last)
    const grouped =
      typeof group !== 'object' || valueOn(group.by) === ownGroup(known, owner, group.by, days)
    if (!grouped || !meets(where, valueOn)) return []
    if (who === 'others' && ownerKey(owner) === id) return []
    if (only !== undefined) {
      const worth = known.worth(only, member, month)
      if (!worth.row) return []
      if ('error' in worth) return fail(worth.error)
      if (decimal(worth.value).isZero()) return []
    }
    return [id]
  })
}

function ownGroup(known: Knowledge, owner: Owner, by: string, days: readonly IsoDate[]) {
  if (owner !== 'company' && 'by' in owner && owner.by === by) return owner.value
  return attributeOn(known, owner, by, days.at(-1) as IsoDate) ?? fail(`no ${by}`)
}

export function among(row: RowOf, source: ComponentSource, input: string): string {
  const { known, owner, month, component } = row
  if (!('name' in source) || source.over !== undefined)
    throw new Error('the oracle looks down the sheet at one component of the period')
  const { as } = source.among as NonNullable<typeof source.among>
  const worthOfMember = (name: string, id: string): string => {
    const worth = known.worth(name, { person: id }, month)
    if (!worth.row) throw new Error('a member has a row')
    return 'error' in worth ? fail(`${id}: ${worth.error}`) : worth.value
  }
  if (typeof as === 'object' && 'share' in as) {
    const read = known.worth(
      source.name,
      ownerRead(row, componentOf(known.book, source.name)),
      month,
    )
    const total = read.row ? ('error' in read ? fail(read.error) : read.value) : '0'
    const members = membersOf(row, source, as.share)
    const weights = members.map((id) => ({ id, weight: worthOfMember(as.share, id) }))
    const { scale } = unitOf(row, input)
    const shares = sharesOf(total, weights, scale, `${component.component}|${month}`)
    return typeof shares === 'string' ? fail(shares) : (shares.get(ownerKey(owner)) ?? '0')
  }
  const members = membersOf(row, source, source.name)
  const worths = members.map((id) => worthOfMember(source.name, id))
  if (as === 'sum') return sum(worths).toFixed()
  if (as === 'count') return String(worths.length)
  throw new Error('the oracle adds, counts and shares among people')
}

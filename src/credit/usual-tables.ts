import { isUsualShare, isUsualWeight } from './share-problems.js'
import type { Owner, Touch } from './tables.js'
import {
  type Given,
  givenIn,
  isId,
  isText,
  usualDate,
  usually,
  type Writable,
} from './usual-values.js'

const ownerMembers = ['of', 'person', 'share', 'weight', 'from', 'to', 'recorded', 'void'] as const

/** An owner as its schema gives it, read at once; nothing where the schema is to read it. */
export const usualOwner = usually((json): Owner | undefined => {
  const given = givenIn(json, ownerMembers)
  if (given === undefined) return undefined
  const { of, person, share, weight, from, to } = given
  if (!isText(of) || !isId(person) || (share !== undefined && weight !== undefined))
    return undefined
  const owner: Writable<Owner> = { of, person }
  if (share !== undefined) {
    if (!isUsualShare(share)) return undefined
    owner.share = share
  }
  if (weight !== undefined) {
    if (!isUsualWeight(weight)) return undefined
    owner.weight = weight
  }
  if (from !== undefined) {
    owner.from = usualDate(from)
    if (owner.from === undefined) return undefined
  }
  if (to !== undefined) {
    owner.to = usualDate(to)
    if (owner.to === undefined || (owner.from !== undefined && owner.to < owner.from))
      return undefined
  }
  return withKnown(owner, given)
})

const touchMembers = ['id', 'key', 'person', 'on', 'order', 'recorded', 'void'] as const

/** A touch as its schema gives it, read at once; nothing where the schema is to read it. */
export const usualTouch = usually((json): Touch | undefined => {
  const given = givenIn(json, touchMembers)
  if (given === undefined) return undefined
  const { id, key, person, order } = given
  const on = usualDate(given.on)
  if (!isId(id) || !isText(key) || !isId(person) || on === undefined) return undefined
  const touch: Writable<Touch> = { id, key, person, on }
  if (order !== undefined) {
    if (!isText(order)) return undefined
    touch.order = order
  }
  return withKnown(touch, given)
})

/** When it became known, put last, as the schemas do. */
function withKnown<T extends Owner | Touch>(
  row: Writable<T>,
  { recorded, void: taken }: Given<'recorded' | 'void'>,
): T | undefined {
  if (recorded !== undefined) {
    row.recorded = usualDate(recorded)
    if (row.recorded === undefined) return undefined
  }
  if (taken !== undefined) {
    if (taken !== true) return undefined
    row.void = taken
  }
  return Object.freeze(row) as T
}

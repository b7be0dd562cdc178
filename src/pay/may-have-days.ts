import type { Period } from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import { matches } from '../credit/where.js'
import type { Where } from './component.js'
import type { AttributeValue, Person } from './data.js'

/**
 * Whether a person may have a day in a period on which conditions hold: employed on one, and no
 * attribute of the person's own rules all of them out. What an assignment, a group or the company may
 * say is not looked at: then the answer is yes.
 */
export function mayHaveDays(person: Person, where: Where | undefined, period: Period): boolean {
  const employed = person.employment.some(
    ({ from, to, void: taken }) =>
      taken === undefined &&
      overlap(period, { from, ...(to !== undefined && { to }) }) !== undefined,
  )
  return (
    employed &&
    Object.entries(where ?? {}).every(([name, asked]) => {
      const history = Object.hasOwn(person.attributes, name) ? person.attributes[name] : undefined
      const ofPosts = (person.assignments ?? []).some(({ attributes }) =>
        Object.hasOwn(attributes, name),
      )
      return (
        history === undefined ||
        ofPosts ||
        heldIn(history, period).some(
          (value) => value === undefined || matches({ [name]: asked }, () => value),
        )
      )
    })
  )
}

/** The values that may hold on some day of a period; `undefined` where there may be none. */
function heldIn(
  history: readonly AttributeValue[],
  { from, to }: Period,
): readonly (string | undefined)[] {
  const standing = history.filter((value) => value.void === undefined)
  const before = standing
    .filter((value) => value.from <= from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
  // All of one key, whichever was recorded last.
  const first = standing.filter((value) => value.from === before?.from)
  const later = standing.filter((value) => value.from > from && value.from <= to)
  return [
    ...(before === undefined ? [undefined] : first.map(({ value }) => value)),
    ...later.map(({ value }) => value),
  ]
}

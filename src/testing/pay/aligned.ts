import type { Attributes } from '../../pay/index.js'
import type { DrawnData } from './retold.js'

/** A day before all others. */
const always = '0001-01-01'

/**
 * Data in which everybody stands in a group, and groups in groups: whatever belongs to a group of one attribute
 * belongs to the same group of the next one. `by` are attributes, the narrowest first.
 */
export function aligned(data: DrawnData, by: readonly string[]): DrawnData {
  const [level, above] = by
  if (level === undefined) return data
  const valuesOf = (name: string | undefined) =>
    data.groups.flatMap(({ of }) => (of !== 'company' && of.by === name ? [of.value] : []))
  const [groups, wider] = [valuesOf(level), valuesOf(above)]
  const anyGroup: Attributes[string] = [{ from: always, value: groups[0] as string }]
  /** The group in which another one stands. */
  const over = (value: string) => wider[groups.indexOf(value) % wider.length] as string
  const standing = (own: Attributes[string]): Attributes => ({
    [level]: own,
    ...(above !== undefined && {
      [above]: own.map((each) => ({ ...each, value: over(each.value) })),
    }),
  })
  const people = data.people.map((person) => {
    const { [level]: own = [] } = person.attributes
    const attributes = standing(own.length === 0 ? anyGroup : own)
    return { ...person, attributes: { ...person.attributes, ...attributes } }
  })
  const grouped = data.groups.map((group) => {
    if (group.of === 'company' || group.of.by !== level) return group
    const attributes = standing([{ from: always, value: group.of.value }])
    return { ...group, attributes: { ...group.attributes, ...attributes } }
  })
  return aligned({ ...data, people, groups: grouped }, by.slice(1))
}

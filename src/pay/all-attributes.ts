import type { Attributes, Data } from './data.js'

/** Every object of attributes that data tell of: of people, of their posts, and of groups. */
export function* allAttributes({
  people,
  groups = [],
}: Pick<Data, 'people' | 'groups'>): Iterable<Attributes> {
  for (const { attributes, assignments = [] } of people) {
    yield attributes
    for (const each of assignments) yield each.attributes
  }
  for (const { attributes } of groups) if (attributes !== undefined) yield attributes
}

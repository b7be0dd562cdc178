/** Who has something of what a name stands for, in each of several tables. */
export type PeopleOf = (name: string) => ReadonlySet<string>

const nobody: ReadonlySet<string> = new Set()

/** The people of a name; nobody where there is none. */
export function peopleIn(people: ReadonlyMap<string, ReadonlySet<string>>): PeopleOf {
  return (name) => people.get(name) ?? nobody
}

/**
 * Which entries of tables are told together, so that no sum is that of fewer people than the smallest group,
 * and none can be had as the rest of a whole: the entries of too few people in some table, and with them
 * the next smallest, until they are enough people together in every table in which they are anybody.
 */
export function toldTogether(
  names: readonly string[],
  tables: readonly PeopleOf[],
  smallest: number,
  already: Iterable<string> = [],
): ReadonlySet<string> {
  const isFew = ({ size }: ReadonlySet<string>) => size > 0 && size < smallest
  const together = new Set(already)
  for (const name of names) if (tables.some((of) => isFew(of(name)))) together.add(name)
  const people = tables.map((of) => {
    const union = new Set<string>()
    for (const name of together) for (const person of of(name)) union.add(person)
    return union
  })
  const sizeOf = (name: string) => tables.reduce((sum, of) => sum + of(name).size, 0)
  const others = names
    .filter((name) => !together.has(name))
    .map((name) => ({ name, size: sizeOf(name) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size)
  for (const { name } of others) {
    if (!people.some(isFew)) break
    together.add(name)
    for (const [i, of] of tables.entries()) for (const each of of(name)) people[i]?.add(each)
  }
  return together
}

/** The people by id: a sum of doubles depends on its order, and theirs must not matter. */
export function inOrder<P extends { readonly id: string }>(people: readonly P[]): readonly P[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Some people, such as those of one bin: how many, and how many of them left. */
export interface Tally {
  readonly rows: number
  readonly left: number
}

/** How many people there are, and how many of them left. */
export function tallyOf(people: readonly { readonly left: boolean }[]): Tally {
  return { rows: people.length, left: people.filter((person) => person.left).length }
}

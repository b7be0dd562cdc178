import { type Child, childrenOf } from './fold.js'
import type { Expression } from './nodes.js'

/** The names of the inputs that an expression reads, each once, in the order of reading. */
export function namesReadBy(expression: Expression): readonly string[] {
  const names = new Set<string>()
  const open: Child[] = [expression]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.op === 'input') names.add(node.name)
    if (node.op === 'match') names.add(node.key)
    open.push(...childrenOf(node).toReversed())
  }
  return [...names]
}

/** Names so that each stands after all that it reads, and the circles in which that cannot be. */
export interface ReadingOrder {
  readonly order: readonly string[]
  /** Each as the names in the order of reading; the last reads the first. At most one a last name. */
  readonly circles: readonly (readonly string[])[]
}

/** Orders names by what each reads of the others; otherwise as they are given. */
export function inReadingOrder(reads: ReadonlyMap<string, readonly string[]>): ReadingOrder {
  const order: string[] = []
  const circles = new Map<string, readonly string[]>()
  const entered = new Set<string>()
  /** The places in the trail of the names that stand in it. */
  const places = new Map<string, number>()
  // The names from a start to here, each with what it reads that is still to be followed; a list and
  // no recursion, since a chain may be long.
  const trail: { readonly name: string; readonly rest: string[] }[] = []
  const enter = (name: string) => {
    entered.add(name)
    places.set(name, trail.length)
    trail.push({ name, rest: [...(reads.get(name) as readonly string[])].reverse() })
  }
  for (const start of reads.keys()) {
    if (!entered.has(start)) enter(start)
    for (let here = trail.at(-1); here !== undefined; here = trail.at(-1)) {
      const next = here.rest.pop()
      if (next === undefined) {
        order.push(here.name)
        places.delete(here.name)
        trail.pop()
      } else if (!entered.has(next)) enter(next)
      else {
        const begin = places.get(next)
        if (begin !== undefined && !circles.has(here.name))
          circles.set(
            here.name,
            trail.slice(begin).map(({ name }) => name),
          )
      }
    }
  }
  return { order, circles: [...circles.values()] }
}

import { emptyOf, nodeOf } from './commitment.js'

/**
 * A tree of hashes with many more places than it holds. A place is named by its bits from the root, so
 * a node is named by the beginning of its places, the root by nothing. Where below a node there is
 * nothing, an empty hash stands for all of it: it looks like any other.
 */
export interface Tree {
  readonly depth: number
  readonly root: string
  /** The hash of each node of which the one above holds something. */
  readonly nodes: ReadonlyMap<string, string>
  /** The nonces of the nodes that are empty. */
  readonly empty: ReadonlyMap<string, string>
}

/** The least depth: 16 places. */
const leastDepth = 4

/** How deep a tree is, so that it stays half empty whatever the most is that it holds. */
export function depthFor(most: number): number {
  return Math.max(leastDepth, Math.ceil(Math.log2(Math.max(1, most))) + 1)
}

/**
 * A place for each of some, by what only who has the key can make: it says nothing of their order or
 * their number. A place that is taken is drawn again.
 */
export function placesOf<T>(
  items: readonly T[],
  depth: number,
  draw: (item: T, round: number) => string,
): ReadonlyMap<string, T> {
  const places = new Map<string, T>()
  for (const item of items) {
    let place: string
    let round = 0
    do {
      place = bitsOf(draw(item, round), depth)
      round += 1
    } while (places.has(place))
    places.set(place, item)
  }
  return places
}

/** The first bits of a hexadecimal text, at most 32. */
function bitsOf(hex: string, depth: number): string {
  const bits = Number.parseInt(hex.slice(0, 8), 16).toString(2).padStart(32, '0')
  return bits.slice(0, depth)
}

/** The tree of hashes at their places. */
export function treeOf(
  hashes: ReadonlyMap<string, string>,
  depth: number,
  nonce: (node: string) => string,
): Tree {
  const nodes = new Map<string, string>()
  const empty = new Map<string, string>()
  const sorted = [...hashes.keys()].sort()
  const hashAt = (node: string, start: number, end: number): string => {
    if (start === end) {
      const made = nonce(node)
      empty.set(node, made)
      return emptyOf(made)
    }
    if (node.length === depth) return hashes.get(node) as string
    let middle = start
    while (middle < end && (sorted[middle] as string)[node.length] === '0') middle += 1
    const [left, right] = [`${node}0`, `${node}1`]
    const [a, b] = [hashAt(left, start, middle), hashAt(right, middle, end)]
    nodes.set(left, a)
    nodes.set(right, b)
    return nodeOf(a, b)
  }
  return { depth, root: hashAt('', 0, sorted.length), nodes, empty }
}

/** The hashes that are needed beside some places to work out the root: that of all, of no place. */
export function besides(
  { root, nodes }: Tree,
  places: readonly string[],
): Readonly<Record<string, string>> {
  if (places.length === 0) return { '': root }
  const above = new Set(places.flatMap(beginnings))
  const beside = [...above].flatMap((node) => {
    const other = node === '' ? node : `${node.slice(0, -1)}${node.endsWith('0') ? '1' : '0'}`
    return above.has(other) ? [] : [[other, nodes.get(other) as string] as const]
  })
  return Object.fromEntries(beside.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A place and all nodes above it, the root first. */
function beginnings(place: string): readonly string[] {
  return Array.from({ length: place.length + 1 }, (_, length) => place.slice(0, length))
}

/** What hashes at some nodes make: the root; or a node that none of them tells, or that two tell. */
export type Rooted =
  | { readonly root: string }
  | { readonly missing: string }
  | { readonly twice: string }

/** The root of a tree, from hashes that tell each of its places once. */
export function rootFrom(hashes: ReadonlyMap<string, string>): Rooted {
  const above = new Set([...hashes.keys()].flatMap((node) => beginnings(node).slice(0, -1)))
  const twice = [...hashes.keys()].find((node) => above.has(node))
  if (twice !== undefined) return { twice }
  const missing: string[] = []
  const hashAt = (node: string): string => {
    const known = hashes.get(node)
    if (known !== undefined) return known
    if (above.has(node)) return nodeOf(hashAt(`${node}0`), hashAt(`${node}1`))
    missing.push(node)
    return ''
  }
  const root = hashAt('')
  const [first] = missing
  return first === undefined ? { root } : { missing: first }
}

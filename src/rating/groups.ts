/**
 * The connected group of each of so many nodes that links join, numbered from 1 in the order of the
 * nodes. By union and find, each way to a root halved as it is walked, so that none grows long.
 *
 * @example
 * connectedGroups(4, [[0, 2], [2, 3]]) //=> [1, 2, 1, 1]
 */
export function connectedGroups(
  nodes: number,
  links: Iterable<readonly [number, number]>,
): readonly number[] {
  const parents = Array.from({ length: nodes }, (_, node) => node)
  const parentOf = (node: number) => parents[node] as number
  const rootOf = (node: number): number => {
    let at = node
    while (parentOf(at) !== at) {
      parents[at] = parentOf(parentOf(at))
      at = parentOf(at)
    }
    return at
  }
  for (const [a, b] of links) parents[rootOf(b)] = rootOf(a)
  const numbers = new Map<number, number>()
  return parents.map((_, node) => {
    const root = rootOf(node)
    const number = numbers.get(root) ?? numbers.size + 1
    numbers.set(root, number)
    return number
  })
}

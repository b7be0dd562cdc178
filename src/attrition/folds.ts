/**
 * Which of so many folds each person falls in: those who left are dealt out first, then those who
 * stayed, each in the order of a hash of the id. So every fold has its share of both (it is
 * stratified), and the same ids give the same folds on every machine, in any order.
 */
export function foldsOf(
  people: readonly { readonly id: string; readonly left: boolean }[],
  folds: number,
): ReadonlyMap<string, number> {
  const dealt = people
    .map(({ id, left }) => ({ id, rank: left ? 0 : 1, hash: hashOf(id) }))
    .sort((a, b) => a.rank - b.rank || a.hash - b.hash || (a.id < b.id ? -1 : 1))
  return new Map(dealt.map(({ id }, i) => [id, i % folds]))
}

/** 32-bit FNV-1a over the code units, then the finaliser of MurmurHash3, which spreads alike ids. */
function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A person who may be raised, in minor units of money. */
export interface Candidate {
  readonly id: string
  readonly pay: bigint
  /** The most that the raise may be; none where there is no range. */
  readonly room: bigint | undefined
  /** What a raise of one minor unit costs, in whole units of the budget. */
  readonly unitCost: bigint
}

/** A raise above zero. */
export interface Granted {
  readonly candidate: Candidate
  readonly raise: bigint
}

/**
 * The raises that add up to `need` minor units at the least cost: whoever costs less a unit is raised
 * first, up to the range; among equal costs the lowest paid first, so that all reach one level, and the
 * last units by id. Where ranges or the budget do not reach, the raises come as near to `need` as they
 * allow, which cheapest-first makes the nearest that there is.
 */
export function leastCostRaises(
  candidates: readonly Candidate[],
  need: bigint,
  budget: bigint | undefined,
): readonly Granted[] {
  const costs = [...new Set(candidates.map(({ unitCost }) => unitCost))].sort((a, b) =>
    a < b ? -1 : 1,
  )
  const all: Granted[] = []
  let left = need
  let money = budget
  for (const cost of costs) {
    const affordable = money === undefined ? left : least(left, money / cost)
    const raises = lowestFirst(
      candidates.filter(({ unitCost }) => unitCost === cost),
      affordable,
    )
    const units = raises.reduce((sum, { raise }) => sum + raise, 0n)
    left -= units
    if (money !== undefined) money -= units * cost
    for (const granted of raises) if (granted.raise > 0n) all.push(granted)
  }
  return all
}

/** Units given so that the lowest paid rise to one level, as high as the units or the ranges allow. */
function lowestFirst(candidates: readonly Candidate[], units: bigint): readonly Granted[] {
  const upTo = (level: bigint) =>
    candidates.map(({ pay, room }) => {
      const raise = level > pay ? level - pay : 0n
      return room === undefined ? raise : least(raise, room)
    })
  const sum = (raises: readonly bigint[]) => raises.reduce((total, raise) => total + raise, 0n)
  let low = 0n
  let high = units + 1n
  for (const { pay } of candidates) if (pay + units + 1n > high) high = pay + units + 1n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (sum(upTo(middle)) <= units) low = middle
    else high = middle
  }
  const raises = upTo(low)
  const next = upTo(low + 1n)
  let rest = units - sum(raises)
  return candidates
    .map((candidate, i) => ({ candidate, raise: raises[i] as bigint, next: next[i] as bigint }))
    .sort((a, b) => (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate, raise, next: more }) => {
      const extra = least(more - raise, rest)
      rest -= extra
      return { candidate, raise: raise + extra }
    })
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** Draws that a seed fixes: the same seed gives the same draws on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included, each as likely. */
  readonly integer: (low: number, high: number) => number
  /** One of a list, each as likely. */
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
}

/**
 * Draws by the generator sfc32 (C. Doty-Humphrey, PractRand), of whole numbers alone, so that no
 * rounding of a platform can change a draw.
 *
 * @example
 * const random = randomFrom(7)
 * random.integer(1, 6) //=> 6
 */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1]
  const next = (): number => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return drawn >>> 0
  }
  // The first draws still show the seed.
  for (let i = 0; i < 15; i++) next()
  const integer = (low: number, high: number): number => {
    const size = high - low + 1
    // Draws beyond the last whole multiple would make small numbers likelier.
    const limit = Math.floor(2 ** 32 / size) * size
    let drawn = next()
    while (drawn >= limit) drawn = next()
    return low + (drawn % size)
  }
  return {
    integer,
    pick: (items) => items[integer(0, items.length - 1)] as (typeof items)[number],
  }
}

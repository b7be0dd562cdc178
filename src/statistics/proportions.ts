import { normalCdf } from './distributions.js'

/** Some of a whole: `some` of `all`, whole numbers. */
export interface Part {
  readonly some: number
  readonly all: number
}

/** Tables as likely as the one that was found, but for rounding, count as no likelier: R's `fisher.test`. */
const tieTolerance = 1e-7

/**
 * Fisher's exact test of two parts, two-sided: the probability, where both are drawn from one whole, of
 * a table at most as likely as the one found (Fisher 1935; Agresti, Categorical Data Analysis, §3.5).
 * 0 where it is below what a double holds.
 *
 * @example
 * fisherExact({ some: 3, all: 4 }, { some: 1, all: 4 }).toFixed(6) //=> '0.485714'
 */
export function fisherExact(a: Part, b: Part): number {
  const some = a.some + b.some
  const low = Math.max(0, some - b.all)
  const high = Math.min(some, a.all)
  // How many times likelier one more of `some` in a is.
  const step = (x: number) => ((some - x) * (a.all - x)) / ((x + 1) * (b.all - some + x + 1))
  const mode = Math.min(
    high,
    Math.max(low, Math.floor(((some + 1) * (a.all + 1)) / (a.all + b.all + 2))),
  )
  const likelihoods = new Map([[mode, 1]])
  const of = (x: number) => likelihoods.get(x) as number
  for (let x = mode; x < high; x++) likelihoods.set(x + 1, of(x) * step(x))
  for (let x = mode; x > low; x--) likelihoods.set(x - 1, of(x) / step(x - 1))
  const limit = of(a.some) * (1 + tieTolerance)
  let [whole, extreme] = [0, 0]
  for (const w of [...likelihoods.values()].sort((x, y) => x - y)) {
    whole += w
    if (w <= limit) extreme += w
  }
  return extreme / whole
}

/**
 * The z test that two parts are of one size, its variance pooled, with its two-sided probability; without
 * a continuity correction. Where all or none are in both there is no variance, and so no test.
 *
 * @example
 * twoProportions({ some: 48, all: 80 }, { some: 12, all: 40 }).z.toFixed(4) //=> '3.0984'
 */
export function twoProportions(a: Part, b: Part): { readonly z: number; readonly p: number } {
  const pooled = (a.some + b.some) / (a.all + b.all)
  const variance = pooled * (1 - pooled) * (1 / a.all + 1 / b.all)
  const z = (a.some / a.all - b.some / b.all) / Math.sqrt(variance)
  return { z, p: 2 * normalCdf(-Math.abs(z)) }
}

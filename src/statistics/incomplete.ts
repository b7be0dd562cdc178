/** Where sums and fractions stop: a few units in the last place of a double. */
const precision = 1e-15

/** No continued fraction here takes more terms; the limit only keeps a loop from running on. */
const mostTerms = 100_000

/** The coefficients of Lanczos' approximation for g = 7 and nine terms (Godfrey 2001). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const

/** The natural logarithm of the gamma function above 0, by Lanczos' approximation. */
export function logGamma(x: number): number {
  const [first, ...rest] = lanczos
  let series: number = first
  rest.forEach((coefficient, i) => {
    series += coefficient / (x + i)
  })
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series)
}

/**
 * The regularised incomplete gamma functions: `lower` is P(a, x), `upper` is 1 − P. By the series
 * below a + 1 and the continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).
 */
export function incompleteGamma(
  a: number,
  x: number,
): { readonly lower: number; readonly upper: number } {
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let series = term
    for (let i = 1; term > series * precision; i++) {
      term *= x / (a + i)
      series += term
    }
    return { lower: factor * series, upper: 1 - factor * series }
  }
  const fraction = continuedFraction(x + 1 - a, (i) => [-i * (i - a), x + 1 - a + 2 * i])
  return { lower: 1 - factor / fraction, upper: factor / fraction }
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (Abramowitz and
 * Stegun 26.5.8), on the side where it converges fast.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x === 0 || x === 1) return x
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x)
  const logFactor =
    a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
  const fraction = continuedFraction(1, (i) => {
    const m = Math.floor(i / 2)
    const numerator =
      i % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    return [numerator, 1]
  })
  return Math.exp(logFactor) / (a * fraction)
}

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)) by Lentz' method. Where it is used here no partial denominator is 0. */
function continuedFraction(
  first: number,
  term: (i: number) => readonly [a: number, b: number],
): number {
  let fraction = first
  let c = first
  let d = 0
  let change = 0
  for (let i = 1; i < mostTerms && Math.abs(change - 1) > precision; i++) {
    const [a, b] = term(i)
    d = 1 / (b + a * d)
    c = b + a / c
    change = c * d
    fraction *= change
  }
  return fraction
}

/** A polynomial with whole coefficients, its highest power first, that one not zero. */
export type Polynomial = readonly bigint[]

/** How many different roots above zero there are, and the polynomial with each of its roots once. */
export interface PositiveRoots {
  readonly count: number
  readonly simple: Polynomial
}

/**
 * The roots above zero, counted exactly by Sturm's theorem (1829): of the chain of the polynomial, its
 * derivative, and each remainder of the two before it with the sign turned, as many signs change more
 * just above zero than at infinity as there are different roots between. The work grows with the fourth
 * power of the degree and more, since the remainders' coefficients grow long.
 *
 * @example
 * positiveRoots([1n, -3n, 2n]).count //=> 2
 */
export function positiveRoots(polynomial: Polynomial): PositiveRoots {
  const chain = sturmChain(polynomial)
  const atZero = chain.map((each) => each.findLast((coefficient) => coefficient !== 0n) as bigint)
  const atInfinity = chain.map(([first]) => first as bigint)
  return {
    count: signChanges(atZero) - signChanges(atInfinity),
    // The chain ends with what polynomial and derivative share: each root once less.
    simple: divided(polynomial, primitive(chain.at(-1) as Polynomial)).quotient,
  }
}

/**
 * The chain, each remainder less the factor that is known to divide it: the subresultants of Collins
 * (1967) and Brown (1971), whose coefficients are determinants, and so no longer than they must be.
 */
function sturmChain(polynomial: Polynomial): readonly Polynomial[] {
  const chain = [polynomial, derivative(polynomial)]
  let [shared, factor] = [1n, 1n]
  while (true) {
    const [dividend, divisor] = chain.slice(-2) as [Polynomial, Polynomial]
    const { remainder } = divided(dividend, divisor)
    if (remainder.length === 0) return chain
    chain.push(remainder.map((each) => -each / factor))
    const fallen = BigInt(dividend.length - divisor.length)
    const lead = magnitude(divisor[0] as bigint)
    shared = lead ** fallen / shared ** (fallen - 1n)
    factor = lead * shared ** BigInt(divisor.length - remainder.length)
  }
}

/** How often neighbours have different signs, zeros passed over. */
export function signChanges(values: readonly bigint[]): number {
  let changes = 0
  let last = 0n
  for (const value of values) {
    if (value === 0n) continue
    if (last !== 0n && value > 0n !== last > 0n) changes += 1
    last = value
  }
  return changes
}

function derivative(polynomial: Polynomial): Polynomial {
  const degree = polynomial.length - 1
  return polynomial.slice(0, -1).map((each, i) => each * BigInt(degree - i))
}

/** Quotient and remainder, times the power of the divisor's first coefficient that makes them whole. */
function divided(dividend: Polynomial, divisor: Polynomial) {
  const [first, ...others] = divisor as readonly [bigint, ...bigint[]]
  const size = magnitude(first)
  const sign = first < 0n ? -1n : 1n
  let rest = [...dividend]
  let quotient: bigint[] = []
  while (rest.length >= divisor.length) {
    const [lead, ...tail] = rest as [bigint, ...bigint[]]
    quotient = [...quotient.map((each) => each * size), sign * lead]
    rest = tail.map((each, i) => each * size - sign * lead * (others[i] ?? 0n))
  }
  const start = rest.findIndex((each) => each !== 0n)
  return { quotient, remainder: start < 0 ? [] : rest.slice(start) }
}

/** The same without the factor that all coefficients share. */
function primitive(polynomial: Polynomial): Polynomial {
  let shared = 0n
  for (const each of polynomial) shared = greatestDivisor(shared, magnitude(each))
  return polynomial.map((each) => each / shared)
}

/** The greatest whole number that divides both, which are not below zero. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b]
  while (small > 0n) [large, small] = [small, large % small]
  return large
}

/** A number without its sign. */
export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

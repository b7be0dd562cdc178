/**
 * Solves a symmetric positive definite system by Cholesky's method in double precision:
 * deterministic, in the order given. For statistics only; never for money.
 */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const n = right.length
  const lower = matrix.map((row) => [...row])
  const cell = (i: number, j: number) => lower[i]?.[j] as number
  for (let j = 0; j < n; j++) {
    const row = lower[j] as number[]
    for (let i = j; i < n; i++) {
      let sum = cell(i, j)
      for (let k = 0; k < j; k++) sum -= cell(i, k) * cell(j, k)
      const target = lower[i] as number[]
      target[j] = i === j ? Math.sqrt(sum) : sum / (row[j] as number)
    }
  }
  const x = [...right]
  const at = (i: number) => x[i] as number
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = at(i) - cell(i, k) * at(k)
    x[i] = at(i) / cell(i, i)
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = at(i) - cell(k, i) * at(k)
    x[i] = at(i) / cell(i, i)
  }
  return x
}

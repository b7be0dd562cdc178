/** Who gave what, by places in lists of raters and subjects. */
export interface Scored {
  readonly rater: number
  readonly subject: number
  readonly score: number
}

/**
 * The leniency of each rater in the two-way additive model, those of each connected group adding up to
 * zero. With the subjects' means taken out, what is left is a symmetric system in the raters alone, its
 * diagonal raised by the shrinkage. It is solved by conjugate gradients (Hestenes and Stiefel 1952),
 * each step of which looks at each verdict once: of raters who are well linked a few dozen steps will
 * do, however many they are. In double precision, in the order given.
 */
export function leniencies(
  verdicts: readonly Scored[],
  groupOfRater: readonly number[],
  subjects: number,
  shrinkage: number,
): Float64Array {
  const { right, diagonal, apply } = systemOf(verdicts, groupOfRater.length, subjects, shrinkage)
  let best = new Float64Array(groupOfRater.length)
  let next = best
  let before = Number.POSITIVE_INFINITY
  while (true) {
    // What rounding left of the pass before; it adds up to zero, as the right side does.
    const applied = apply(next)
    const left = withoutMean(
      right.map((value, i) => value - at(applied, i)),
      groupOfRater,
    )
    const size = product(left, left)
    if (!(size < before / 4)) return withoutMean(best, groupOfRater)
    before = size
    best = next
    const more = conjugateGradients(left, diagonal, apply)
    next = best.map((value, i) => value + at(more, i))
  }
}

/** A pass ends where so little is left of its right side. */
const tolerance = 1e-12

type Apply = (x: Float64Array) => Float64Array

function systemOf(
  verdicts: readonly Scored[],
  raters: number,
  subjects: number,
  shrinkage: number,
): { readonly right: Float64Array; readonly diagonal: Float64Array; readonly apply: Apply } {
  const raterOf = Int32Array.from(verdicts, ({ rater }) => rater)
  const subjectOf = Int32Array.from(verdicts, ({ subject }) => subject)
  const counts = new Float64Array(subjects)
  for (const subject of subjectOf) counts[subject] = (counts[subject] as number) + 1
  /** The sum over each rater's verdicts of a value less its mean over the subject's verdicts. */
  const centredSums = (values: Float64Array) => {
    const means = new Float64Array(subjects)
    for (let v = 0; v < values.length; v++)
      means[subjectOf[v] as number] = at(means, subjectOf[v] as number) + at(values, v)
    for (let s = 0; s < subjects; s++) means[s] = at(means, s) / at(counts, s)
    const sums = new Float64Array(raters)
    for (let v = 0; v < values.length; v++)
      sums[raterOf[v] as number] =
        at(sums, raterOf[v] as number) + at(values, v) - at(means, subjectOf[v] as number)
    return sums
  }
  const diagonal = new Float64Array(raters).fill(shrinkage)
  for (const { rater, subject } of verdicts)
    diagonal[rater] = at(diagonal, rater) + 1 - 1 / at(counts, subject)
  const values = new Float64Array(verdicts.length)
  return {
    right: centredSums(Float64Array.from(verdicts, ({ score }) => score)),
    diagonal,
    apply: (x) => {
      for (let v = 0; v < values.length; v++) values[v] = at(x, raterOf[v] as number)
      const sums = centredSums(values)
      for (let r = 0; r < raters; r++) sums[r] = at(sums, r) + shrinkage * at(x, r)
      return sums
    },
  }
}

/** The solution for a right side that adds up to zero in each group, each entry by its diagonal. */
function conjugateGradients(
  right: Float64Array,
  diagonal: Float64Array,
  apply: Apply,
): Float64Array {
  const eased = (values: Float64Array) =>
    values.map((value, i) => (value === 0 ? 0 : value / at(diagonal, i)))
  const solution = new Float64Array(right.length)
  const left = new Float64Array(right)
  const direction = eased(left)
  let size = product(left, direction)
  const enough = size * tolerance ** 2
  for (let step = 0; step < right.length && size > enough; step++) {
    const applied = apply(direction)
    const reach = size / product(direction, applied)
    for (let i = 0; i < left.length; i++) {
      solution[i] = at(solution, i) + reach * at(direction, i)
      left[i] = at(left, i) - reach * at(applied, i)
    }
    const next = eased(left)
    const nextSize = product(left, next)
    for (let i = 0; i < left.length; i++)
      direction[i] = at(next, i) + (nextSize / size) * at(direction, i)
    size = nextSize
  }
  return solution
}

/** What a group's entries have in common is no leniency: nothing in the verdicts tells of it. */
function withoutMean(values: Float64Array, groups: readonly number[]): Float64Array {
  const sums = new Map<number, { sum: number; size: number }>()
  for (const [i, value] of values.entries()) {
    const group = groups[i] as number
    const { sum, size } = sums.get(group) ?? { sum: 0, size: 0 }
    sums.set(group, { sum: sum + value, size: size + 1 })
  }
  return values.map((value, i) => {
    const { sum, size } = sums.get(groups[i] as number) as { sum: number; size: number }
    return value - sum / size
  })
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i)
  return sum
}

function at(values: Float64Array, i: number): number {
  return values[i] as number
}

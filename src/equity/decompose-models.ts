import { type Problem, refuse } from '../problem/index.js'
import { type Column, leastSquares, mean } from '../statistics/index.js'
import { columnsOf, type Term } from './design.js'
import { byAttribute, type Comparison } from './people.js'
import { collinearIn, noCommonSupport } from './problems.js'
import type { Person } from './schema.js'

/** The fits that a decomposition is made of. */

/** A fit of some people: over every column of every term, its coefficient and its mean. */
export interface Model {
  readonly coefficients: readonly number[]
  readonly means: readonly number[]
  readonly target: number
  /** The columns of the terms, and those of the regression, which also has controls. */
  readonly wide: readonly Column[]
  readonly columns: readonly Column[]
  /** Zeros where the fit is exact. */
  readonly residuals: readonly number[]
  readonly residualVariance: number
}

export function modelOf(
  group: string,
  terms: readonly Term[],
  target: readonly number[],
  controls: readonly Column[] = [],
): Model {
  const columns = [...columnsOf(terms), ...controls]
  const fit = leastSquares({
    columns,
    target,
    covariance: 'classical',
    confidence: 0.95,
  })
  refuse(
    fit.collinear.map(({ name, of }) =>
      collinearIn(
        group,
        name,
        of.map((each) => each.name),
      ),
    ),
  )
  const estimates = new Map(fit.coefficients.map(({ name, estimate }) => [name, estimate]))
  const wide = terms.flatMap((term) => term.columns)
  return {
    coefficients: centred(terms, estimates),
    means: wide.map(({ values }) => mean(values)),
    target: mean(target),
    wide,
    columns,
    residuals: fit.residuals.map((each) => (fit.residualVariance === 0 ? 0 : each)),
    residualVariance: fit.residualVariance,
  }
}

/** Coefficients of all columns: those of an attribute less their mean, which the intercept takes. */
function centred(
  terms: readonly Term[],
  estimates: ReadonlyMap<string, number>,
): readonly number[] {
  let taken = 0
  const [intercept, ...rest] = terms.flatMap(({ levels, columns }) => {
    const raw = columns.map(({ name }) => estimates.get(name) ?? 0)
    const centre = levels ? mean(raw) : 0
    taken += centre
    return raw.map((value) => value - centre)
  })
  return [(intercept as number) + taken, ...rest]
}

export function blend(a: Model, b: Model, share: number): readonly number[] {
  return a.coefficients.map(
    (value, i) => share * value + (1 - share) * (b.coefficients[i] as number),
  )
}

export function chosen(
  terms: readonly Term[],
  rows: (_: unknown, i: number) => boolean,
): readonly Term[] {
  return terms.map((term) => ({
    ...term,
    columns: term.columns.map(({ name, values }) => ({ name, values: values.filter(rows) })),
  }))
}

/** Levels that only one of the groups has. */
export function supportProblems(
  people: readonly Person[],
  comparison: Comparison,
  attributes: readonly string[],
): readonly Problem[] {
  return attributes.flatMap((attribute) =>
    byAttribute(people, attribute).flatMap(([level, among]) =>
      [comparison.reference, comparison.compared]
        .filter((group) => among.every((each) => each.attributes[comparison.attribute] !== group))
        .map((group) => noCommonSupport('explainedBy.attributes', attribute, level, group)),
    ),
  )
}

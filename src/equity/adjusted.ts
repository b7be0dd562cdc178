import { optional, refuse, text } from '../problem/index.js'
import {
  type Coefficient,
  type Collinear,
  type Covariance,
  errorOptions,
  leastSquares,
  problemsOfKind,
} from '../statistics/index.js'
import {
  columnsOf,
  type ExplainedBy,
  inOrder,
  logPay,
  measureOf,
  problemsOfDesign,
  termsOf,
} from './design.js'
import { checkRequest, comparisonOption, explainedByOption, payOption } from './options.js'
import {
  type Comparison,
  groupsOf,
  type Pay,
  paidPeople,
  problemsOfComparison,
  problemsOfPeople,
  problemsOfWeights,
} from './people.js'
import { gapNotIdentified, intervalUnbounded } from './problems.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

/** The gap that is left between people who are alike in what explains pay. */
export interface AdjustedGap {
  /** 1 − exp(coefficient): what the compared are paid less than like people of the reference, a ratio. */
  readonly gap: number
  readonly low: number
  readonly high: number
  /** Of being in the compared group, on the natural logarithm of pay. */
  readonly coefficient: Coefficient
  /** Of what explains pay; an attribute's level against its first, in code-unit order. */
  readonly explaining: readonly Coefficient[]
  /** What adds nothing, since it is made of what stands before it. */
  readonly leftOut: readonly Collinear[]
  readonly rSquared: number
  /** How many clusters the people are of, where errors are by clusters. */
  readonly clusters?: number
  readonly people: { readonly reference: number; readonly compared: number }
}

const options = {
  pay: payOption,
  comparison: comparisonOption,
  explainedBy: explainedByOption,
  ...errorOptions,
  weight: optional(text),
  cluster: optional(text),
}

/**
 * The adjusted pay gap: the coefficient of the compared group in a least-squares fit of the logarithm
 * of pay on what explains it, its error robust (`HC3` suits most companies; `CR1` where the people of a
 * `cluster`, such as a team, are paid alike) and its interval by Student's t. A coefficient b on a logarithm means a factor of exp(b) (Halvorsen and Palmquist 1980).
 *
 * It says what is left when people alike in these things are compared, not why. What is itself decided
 * with bias, such as a grade, explains part of a gap away. The figures are binary floating point, good
 * to 8 digits. The order of people changes nothing.
 *
 * Suppressed where a group has fewer people than `comparison.minimum`. Throws a `PolicyError` where
 * somebody lacks what is asked for, has a weight or pay of zero, where the group cannot be told apart
 * from what explains pay, where there are too few people or clusters, where a cluster is lacking or is
 * not asked for, and for a confidence that is not between 0 and 1, or so near to 1 that no number holds
 * the ends of the interval.
 *
 * @example
 * adjustedGap({ people, pay, comparison, explainedBy: { attributes: ['grade'], measures: ['tenure'] }, covariance: 'HC3', confidence: 0.95 })
 * //=> { gap: 0.031…, low: 0.012…, high: 0.050…, … }
 */
export function adjustedGap(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly comparison: Comparison
  readonly explainedBy: ExplainedBy
  readonly covariance: Covariance
  readonly confidence: number
  /** A measure that each person counts by, such as a full-time equivalent. */
  readonly weight?: string
  /** An attribute whose people go together, such as a team; with `CR1` alone. */
  readonly cluster?: string
}): Shown<AdjustedGap> {
  checkRequest(request, options)
  const { pay, comparison, explainedBy, covariance, confidence, weight, cluster } = request
  const weighing = weight === undefined ? [] : [weight]
  const clustering = cluster === undefined ? [] : [cluster]
  const lacking = [
    ...problemsOfKind(covariance, cluster !== undefined),
    ...problemsOfPeople(request.people, { measures: weighing, attributes: clustering }),
  ]
  refuse([
    ...problemsOfDesign(request.people, pay, explainedBy),
    ...lacking,
    ...problemsOfComparison(request.people, comparison),
  ])
  refuse(problemsOfWeights(request.people, weighing))
  const groups = groupsOf(paidPeople(request.people, pay), comparison)
  const small = smallGroup(comparison, groups.reference.length, groups.compared.length)
  if (small !== undefined) return small
  const people = inOrder([...groups.reference, ...groups.compared])
  const clusters = people.flatMap(({ attributes }) =>
    clustering.map((name) => attributes[name] as string),
  )
  const name = `${comparison.attribute} ${comparison.compared}`
  const inGroup = people.map(({ attributes }) =>
    attributes[comparison.attribute] === comparison.compared ? 1 : 0,
  )
  // The group stands last: whatever could stand for it has the right of way, and shows that it does.
  const fit = leastSquares({
    columns: [...columnsOf(termsOf(people, explainedBy)), { name, values: inGroup }],
    target: logPay(people, pay),
    weights: weight === undefined ? undefined : measureOf(people, weight),
    cluster: cluster === undefined ? undefined : clusters,
    covariance,
    confidence,
  })
  const unidentified = fit.collinear.find((each) => each.name === name)
  refuse(
    unidentified === undefined
      ? []
      : [
          gapNotIdentified(
            comparison.attribute,
            unidentified.of.map((each) => each.name),
          ),
        ],
  )
  const coefficient = fit.coefficients.at(-1) as Coefficient
  const low = -Math.expm1(coefficient.high)
  refuse(Number.isFinite(low) ? [] : [intervalUnbounded('confidence')])
  return {
    gap: -Math.expm1(coefficient.estimate),
    low,
    high: -Math.expm1(coefficient.low),
    coefficient,
    explaining: fit.coefficients.slice(0, -1),
    leftOut: fit.collinear,
    rSquared: fit.rSquared,
    ...(cluster !== undefined && { clusters: new Set(clusters).size }),
    people: { reference: groups.reference.length, compared: groups.compared.length },
  }
}

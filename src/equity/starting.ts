import {
  anything,
  at,
  optional,
  options,
  type Problem,
  record,
  refuse,
  text,
} from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { decimalOption } from '../quantity/internal.js'
import {
  type Coefficient,
  type Collinear,
  errorOptions,
  leastSquares,
  studentQuantile,
} from '../statistics/index.js'
import {
  columnsOf,
  type ExplainedBy,
  inOrder,
  logPay,
  measureOf,
  problemsOfDesign,
  type Term,
  termsOf,
} from './design.js'
import { checkRequest, comparisonOption, explainedByOption, payOption } from './options.js'
import {
  byAttribute,
  type Comparison,
  groupsOf,
  type Pay,
  paidPeople,
  problemsOfComparison,
} from './people.js'
import {
  type Field,
  gapNotIdentified,
  intervalUnbounded,
  missingField,
  payUnbounded,
  unknownGroup,
  valueContradicts,
} from './problems.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

/** Somebody who is to be hired, by what explains pay. */
export interface Hire {
  readonly attributes: Readonly<Record<string, string>>
  readonly measures?: Readonly<Record<string, string>>
}

/** A measure of the hire that lies beyond those of all people: the model tells nothing of it. */
export interface Unseen {
  readonly measure: string
  readonly side: 'below' | 'above'
}

/** What people like the hire are paid. */
export interface StartingPay {
  /** What is typical: the median that the model gives, since it is of the logarithm of pay. */
  readonly pay: number
  /** Where the pay of one more such person lies. */
  readonly low: number
  readonly high: number
  /** Where the typical pay itself lies. */
  readonly typical: { readonly low: number; readonly high: number }
  /** What lies outside of what was observed; where there is any, the figures are a guess. */
  readonly outside: readonly Unseen[]
  readonly leftOut: readonly Collinear[]
  readonly people: { readonly reference: number; readonly compared: number }
}

/**
 * What a hire would be paid by the model of `adjustedGap`: least squares of the logarithm of pay on what
 * explains it and on the group, in the place of the hire, as for a person of the reference group,
 * whatever the hire's own is, so that a gap is not offered on. The prediction interval is by Student's t
 * and one variance for all: exp(x·b ± t √(s² + x·V·x)); `typical` is without the s².
 *
 * In the units of pay, binary floating point, good to 8 digits: a guide for those who set pay, not an
 * amount. The order of people changes nothing. Suppressed where a group, or those who share an attribute
 * with the hire, are fewer than `comparison.minimum`. A measure beyond those of the people is told in
 * `outside`. Throws a `PolicyError` as `adjustedGap` does, and where the hire lacks what explains pay, is of
 * a category that nobody has, contradicts what holds of all people (24 months in 3 years), or is
 * so far from them that no number holds the pay or its interval.
 *
 * @example
 * startingPay({ people, pay, comparison, explainedBy, hire: { attributes: { grade: 'low' }, measures: { years: '3' } }, confidence: 0.9 })
 * //=> { pay: 20.51…, low: 19.87…, high: 21.17…, typical: { … }, outside: [], … }
 */
export function startingPay(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly comparison: Comparison
  readonly explainedBy: ExplainedBy
  readonly hire: Hire
  readonly confidence: number
}): Shown<StartingPay> {
  checkRequest(request, {
    pay: payOption,
    comparison: comparisonOption,
    explainedBy: explainedByOption,
    hire: options({ attributes: record(text), measures: optional(record(anything)) }),
    confidence: errorOptions.confidence,
  })
  const { pay, comparison, explainedBy, hire, confidence } = request
  refuse([
    ...problemsOfDesign(request.people, pay, explainedBy),
    ...problemsOfComparison(request.people, comparison),
    ...problemsOfHire(hire, explainedBy),
  ])
  const groups = groupsOf(paidPeople(request.people, pay), comparison)
  const people = inOrder([...groups.reference, ...groups.compared])
  const alike = explainedBy.attributes.map((attribute) => likeHire(people, hire, attribute))
  refuse(alike.flatMap(({ problems }) => problems))
  const small = smallGroup(
    comparison,
    groups.reference.length,
    groups.compared.length,
    ...alike.map(({ size }) => size),
  )
  if (small !== undefined) return small
  const group = `${comparison.attribute} ${comparison.compared}`
  const inGroup = people.map(({ attributes }) =>
    Number(attributes[comparison.attribute] === comparison.compared),
  )
  // With all columns less what the hire has, the intercept is the hire's.
  const fit = leastSquares({
    columns: [
      ...columnsOf(
        termsOf(people, explainedBy).map((term, i) => (i === 0 ? term : besideHire(term, hire))),
      ),
      { name: group, values: inGroup },
    ],
    target: logPay(people, pay),
    covariance: 'classical',
    confidence,
  })
  refuse(problemsOfCollinear(fit.collinear, comparison.attribute, group, people, hire))
  const typical = fit.coefficients[0] as Coefficient
  const half =
    -studentQuantile((1 - confidence) / 2, fit.degrees) *
    Math.sqrt(fit.residualVariance + typical.standardError ** 2)
  const middle = Math.exp(typical.estimate)
  const high = Math.exp(typical.estimate + half)
  refuse(middle > 0 && Number.isFinite(middle) ? [] : [payUnbounded('hire')])
  refuse(Number.isFinite(high) ? [] : [intervalUnbounded('confidence')])
  return {
    pay: middle,
    low: Math.exp(typical.estimate - half),
    high,
    typical: { low: Math.exp(typical.low), high: Math.exp(typical.high) },
    outside: explainedBy.measures.flatMap((measure) => unseen(people, hire, measure)),
    leftOut: fit.collinear,
    people: { reference: groups.reference.length, compared: groups.compared.length },
  }
}

function problemsOfHire(
  { attributes, measures = {} }: Hire,
  explainedBy: ExplainedBy,
): readonly Problem[] {
  const lacks = (field: Field, has: Readonly<Record<string, string>>, names: readonly string[]) =>
    names.flatMap((name) =>
      Object.hasOwn(has, name)
        ? []
        : [missingField(at('hire', field), field, name, Object.keys(has))],
    )
  return [
    ...lacks('attributes', attributes, explainedBy.attributes),
    ...lacks('measures', measures, explainedBy.measures),
    ...explainedBy.measures
      .filter((name) => Object.hasOwn(measures, name))
      .flatMap((name) => decimalOption()(measures[name], at('hire.measures', name))),
  ]
}

/** How many people share an attribute with the hire; a category of nobody has no pay. */
function likeHire(people: readonly Person[], { attributes }: Hire, attribute: string) {
  const level = attributes[attribute] as string
  const known = byAttribute(people, attribute)
  const size = known.find(([value]) => value === level)?.[1].length ?? 0
  const path = at('hire.attributes', attribute)
  const levels = known.map(([value]) => value)
  return { size, problems: size > 0 ? [] : [unknownGroup(path, attribute, level, levels)] }
}

/** The columns of a term less what the hire has of each. */
function besideHire(term: Term, { attributes, measures }: Hire): Term {
  const { name, levels, columns } = term
  return {
    ...term,
    columns: columns.map((column) => {
      const own = levels
        ? Number(column.name === `${name} ${attributes[name]}`)
        : Number(measures?.[name])
      return { name: column.name, values: column.values.map((value) => value - own) }
    }),
  }
}

/** Whether the hire's measure is below or above those of everybody. */
function unseen(people: readonly Person[], hire: Hire, measure: string): readonly Unseen[] {
  const of = ({ measures }: { readonly measures?: Hire['measures'] | undefined }) =>
    decimal(measures?.[measure] as string)
  const own = of(hire)
  if (people.every((person) => own.lessThan(of(person)))) return [{ measure, side: 'below' }]
  if (people.every((person) => own.greaterThan(of(person)))) return [{ measure, side: 'above' }]
  return []
}

/** Why what is made of other columns leaves the group's gap, or the hire's pay, untold. */
function problemsOfCollinear(
  collinear: readonly Collinear[],
  attribute: string,
  group: string,
  people: readonly Person[],
  hire: Hire,
): readonly Problem[] {
  const names = ({ of }: Collinear) => of.map((each) => each.name)
  const unidentified = collinear.find(({ name }) => name === group)
  if (unidentified !== undefined) return [gapNotIdentified(attribute, names(unidentified))]
  return collinear
    .filter((each) => names(each).includes('intercept'))
    .map((each) => {
      const others = names(each).filter((name) => name !== 'intercept')
      // Where people differ and yet seem alike, they only do so from as far away as the hire is.
      const values = measureOf(people, each.name)
      const far = values.map((value) => value - Number(hire.measures?.[each.name]))
      return new Set(values).size > 1 && new Set(far).size === 1
        ? payUnbounded('hire')
        : valueContradicts('hire', each.name, others)
    })
}

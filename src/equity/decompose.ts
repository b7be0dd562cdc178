import { choice, optional, options, refuse } from '../problem/index.js'
import { errorOptions } from '../statistics/index.js'
import {
  type ErrorsAsked,
  errorsOf,
  type PartError,
  regressors,
  type Slopes,
} from './decompose-errors.js'
import { blend, chosen, type Model, modelOf, supportProblems } from './decompose-models.js'
import { type ExplainedBy, inOrder, logPay, problemsOfDesign, termsOf } from './design.js'
import { checkRequest, comparisonOption, explainedByOption, payOption } from './options.js'
import { type Comparison, groupsOf, type Pay, paidPeople, problemsOfComparison } from './people.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

/**
 * Which coefficients count as what pay would be without a gap: those of the `reference` group or of
 * the `compared` one (Oaxaca 1973, Blinder 1973), half of each (`reimers`, 1983), each by its number
 * of people (`cotton`, 1988), those of all people together without their group (`neumark`, 1988), or
 * of all with their group (`pooled`, Jann 2008, so that the group's own gap does not leak into what
 * explains it).
 */
export const norms = ['reference', 'compared', 'reimers', 'cotton', 'neumark', 'pooled'] as const
/** Whose coefficients a decomposition takes as what would be paid without a gap. */
export type Norm = (typeof norms)[number]

/** The parts of a gap in mean log pay. */
export interface GapParts {
  /** Two-fold: due to what people have, at the norm's coefficients, and what is left. */
  readonly explained: number
  readonly unexplained: number
  /** Three-fold, seen from the compared: due to what people have, to how it pays, and to both at once. */
  readonly endowments: number
  readonly coefficients: number
  readonly interaction: number
}

/** A gap in mean log pay, taken apart. */
export interface Decomposition extends GapParts {
  /** Mean log pay of the reference less that of the compared. */
  readonly gap: number
  /** What each thing contributes; the intercept's part is what nothing named explains. */
  readonly terms: readonly (GapParts & {
    readonly term: string
    readonly errors?: Readonly<Record<keyof GapParts, PartError>>
  })[]
  /** Where they are asked for. */
  readonly errors?: Readonly<Record<keyof GapParts | 'gap', PartError>>
}

/**
 * The Oaxaca-Blinder decomposition of the gap in mean log pay, two-fold and three-fold, in total and
 * for each thing that explains pay. Explained and unexplained add up to the gap, and so do endowments,
 * coefficients and interaction.
 *
 * An attribute's coefficients are taken as distances from their mean over its levels (Yun 2005), so
 * that no part depends on which level others are compared with. The figures are binary floating point,
 * good to 8 digits on well-conditioned data. The order of people changes nothing.
 *
 * With `errors`, each part has its standard error and interval by the delta method, as Stata's `oaxaca`
 * (Jann 2008): with `stochastic` regressors, what people have errs as well as what it pays; with `fixed`
 * ones only the latter. They are defined for every norm: each group has one variance, and the shares of
 * `cotton` count as known; the two-fold parts by `neumark` and `pooled` err with the fit of all people,
 * and hold whatever variance they have.
 *
 * Suppressed where a group has fewer people than `comparison.minimum`. Throws a `PolicyError` as
 * `adjustedGap` does, and where a level has nobody of one group (there is nothing to compare), or what
 * explains pay is collinear within a group.
 *
 * @example
 * decompose({ people, pay, comparison, explainedBy: { attributes: ['grade'], measures: ['tenure'] }, norm: 'neumark' })
 * //=> { gap: 0.12…, explained: 0.09…, unexplained: 0.03…, … }
 */
export function decompose(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly comparison: Comparison
  readonly explainedBy: ExplainedBy
  readonly norm: Norm
  /** Standard errors and intervals of the parts. */
  readonly errors?: ErrorsAsked
}): Shown<Decomposition> {
  checkRequest(request, {
    errors: optional(
      options({ confidence: errorOptions.confidence, regressors: choice(regressors) }),
    ),
    pay: payOption,
    comparison: comparisonOption,
    explainedBy: explainedByOption,
    norm: choice(norms),
  })
  const { pay, comparison, explainedBy, norm, errors } = request
  refuse([
    ...problemsOfDesign(request.people, pay, explainedBy),
    ...problemsOfComparison(request.people, comparison),
  ])
  const groups = groupsOf(paidPeople(request.people, pay), comparison)
  const small = smallGroup(comparison, groups.reference.length, groups.compared.length)
  if (small !== undefined) return small
  const people = inOrder([...groups.reference, ...groups.compared])
  refuse(supportProblems(people, comparison, explainedBy.attributes))
  const terms = termsOf(people, explainedBy)
  const target = logPay(people, pay)
  const isCompared = people.map(
    ({ attributes }) => attributes[comparison.attribute] === comparison.compared,
  )
  const of = (group: 'reference' | 'compared'): Model => {
    const rows = (_: unknown, i: number) => isCompared[i] === (group === 'compared')
    return modelOf(comparison[group], chosen(terms, rows), target.filter(rows))
  }
  const [reference, compared] = [of('reference'), of('compared')]
  const inGroup = { name: comparison.attribute, values: isCompared.map(Number) }
  const standards: Readonly<Record<Norm, () => number | Model>> = {
    reference: () => 1,
    compared: () => 0,
    reimers: () => 0.5,
    cotton: () => groups.reference.length / people.length,
    neumark: () => modelOf('all', terms, target),
    pooled: () => modelOf('all', terms, target, [inGroup]),
  }
  const standard = standards[norm]()
  const fits = { terms, reference, compared, isCompared, norm: standard }
  const coefficients =
    typeof standard === 'number' ? blend(reference, compared, standard) : standard.coefficients
  let place = 0
  const parts = terms.map(({ name, columns }) => {
    const start = place
    place += columns.length
    const isIn = (i: number) => i >= start && i < start + columns.length
    return { term: name, isIn, ...partsOf(reference, compared, coefficients, isIn) }
  })
  const total = (key: keyof GapParts) => parts.reduce((sum, part) => sum + part[key], 0)
  const whole = {
    gap: reference.target - compared.target,
    explained: total('explained'),
    unexplained: total('unexplained'),
    endowments: total('endowments'),
    coefficients: total('coefficients'),
    interaction: total('interaction'),
  }
  const told = <K extends Key>(
    keys: readonly K[],
    values: Readonly<Record<K, number>>,
    isIn: (i: number) => boolean,
  ) => {
    if (errors === undefined) return {}
    const slopes = slopesOf(reference, compared, coefficients, isIn)
    const found = errorsOf(
      fits,
      errors,
      keys.map((key) => ({ value: values[key], slopes: slopes[key] })),
    )
    return {
      errors: Object.fromEntries(keys.map((key, i) => [key, found[i]])) as Record<K, PartError>,
    }
  }
  return {
    ...whole,
    ...told(['gap', ...partKeys], whole, () => true),
    terms: parts.map(({ isIn, ...part }) => ({ ...part, ...told(partKeys, part, isIn) })),
  }
}

const partKeys = ['explained', 'unexplained', 'endowments', 'coefficients', 'interaction'] as const
type Key = keyof GapParts | 'gap'

function partsOf(
  { coefficients: a, means: x }: Model,
  { coefficients: b, means: y }: Model,
  standard: readonly number[],
  isIn: (i: number) => boolean,
): GapParts {
  const of = (values: readonly number[], i: number) => values[i] as number
  const sum = (part: (i: number) => number) =>
    a.reduce((total, _, i) => (isIn(i) ? total + part(i) : total), 0)
  return {
    explained: sum((i) => (of(x, i) - of(y, i)) * of(standard, i)),
    unexplained: sum(
      (i) => of(x, i) * (of(a, i) - of(standard, i)) + of(y, i) * (of(standard, i) - of(b, i)),
    ),
    endowments: sum((i) => (of(x, i) - of(y, i)) * of(b, i)),
    coefficients: sum((i) => of(y, i) * (of(a, i) - of(b, i))),
    interaction: sum((i) => (of(x, i) - of(y, i)) * (of(a, i) - of(b, i))),
  }
}

/** How much each part changes with what it is made of: the derivatives of {@link partsOf}. */
function slopesOf(
  { coefficients, means }: Model,
  compared: Model,
  standard: readonly number[],
  isIn: (i: number) => boolean,
): Readonly<Record<Key, Slopes>> {
  const only = (values: readonly number[]) => values.map((value, i) => (isIn(i) ? value : 0))
  const less = (a: readonly number[], b: readonly number[]) =>
    only(a.map((value, i) => value - (b[i] as number)))
  const minus = (values: readonly number[]) => only(values.map((value) => -value))
  const [a, b] = [coefficients, compared.coefficients]
  const [x, y] = [means, compared.means]
  return {
    gap: {
      reference: only(x),
      compared: minus(y),
      referenceMeans: only(a),
      comparedMeans: minus(b),
    },
    explained: { norm: less(x, y), referenceMeans: only(standard), comparedMeans: minus(standard) },
    unexplained: {
      reference: only(x),
      compared: minus(y),
      norm: less(y, x),
      referenceMeans: less(a, standard),
      comparedMeans: less(standard, b),
    },
    endowments: { compared: less(x, y), referenceMeans: only(b), comparedMeans: minus(b) },
    coefficients: { reference: only(y), compared: minus(y), comparedMeans: less(a, b) },
    interaction: {
      reference: less(x, y),
      compared: less(y, x),
      referenceMeans: less(a, b),
      comparedMeans: less(b, a),
    },
  }
}

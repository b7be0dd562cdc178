import { choice, type Problem, refuse } from '../problem/index.js'
import { type Column, leastSquares, mean } from '../statistics/index.js'
import {
  columnsOf,
  type ExplainedBy,
  inOrder,
  logPay,
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
import { collinearIn, noCommonSupport } from './problems.js'
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
  readonly terms: readonly (GapParts & { readonly term: string })[]
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
}): Shown<Decomposition> {
  checkRequest(request, {
    pay: payOption,
    comparison: comparisonOption,
    explainedBy: explainedByOption,
    norm: choice(norms),
  })
  const { pay, comparison, explainedBy, norm } = request
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
  const share = groups.reference.length / people.length
  const inGroup = { name: comparison.attribute, values: isCompared.map(Number) }
  const standards: Readonly<Record<Norm, () => readonly number[]>> = {
    reference: () => reference.coefficients,
    compared: () => compared.coefficients,
    reimers: () => blend(reference, compared, 0.5),
    cotton: () => blend(reference, compared, share),
    neumark: () => modelOf('all', terms, target).coefficients,
    pooled: () => modelOf('all', terms, target, [inGroup]).coefficients,
  }
  const standard = standards[norm]()
  let place = 0
  const parts = terms.map(({ name, columns }) => {
    const start = place
    place += columns.length
    const sum = (part: (i: number) => number) =>
      columns.reduce((total, _, k) => total + part(start + k), 0)
    return { term: name, ...partsOf(reference, compared, standard, sum) }
  })
  const total = (key: keyof GapParts) => parts.reduce((sum, part) => sum + part[key], 0)
  return {
    gap: reference.target - compared.target,
    explained: total('explained'),
    unexplained: total('unexplained'),
    endowments: total('endowments'),
    coefficients: total('coefficients'),
    interaction: total('interaction'),
    terms: parts,
  }
}

/** A fit of one group: over every column of every term, its coefficient and its mean. */
interface Model {
  readonly coefficients: readonly number[]
  readonly means: readonly number[]
  readonly target: number
}

function partsOf(
  { coefficients: a, means: x }: Model,
  { coefficients: b, means: y }: Model,
  standard: readonly number[],
  sum: (part: (i: number) => number) => number,
): GapParts {
  const of = (values: readonly number[], i: number) => values[i] as number
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

function modelOf(
  group: string,
  terms: readonly Term[],
  target: readonly number[],
  controls: readonly Column[] = [],
): Model {
  const fit = leastSquares({
    columns: [...columnsOf(terms), ...controls],
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
  return {
    coefficients: centred(terms, estimates),
    means: terms.flatMap(({ columns }) => columns.map(({ values }) => mean(values))),
    target: mean(target),
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

function blend(a: Model, b: Model, share: number): readonly number[] {
  return a.coefficients.map(
    (value, i) => share * value + (1 - share) * (b.coefficients[i] as number),
  )
}

function chosen(terms: readonly Term[], rows: (_: unknown, i: number) => boolean): readonly Term[] {
  return terms.map((term) => ({
    ...term,
    columns: term.columns.map(({ name, values }) => ({ name, values: values.filter(rows) })),
  }))
}

/** Levels that only one of the groups has. */
function supportProblems(
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

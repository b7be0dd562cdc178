import { options, refuse, text } from '../problem/index.js'
import { compareFractions, type Fraction, fraction, over, times } from '../quantity/internal.js'
import { fisherExact, type Part, twoProportions } from '../statistics/index.js'
import { figure } from './gap.js'
import { checkRequest, minimumOption } from './options.js'
import { byAttribute, problemsOfPeople } from './people.js'
import { unknownGroup } from './problems.js'
import type { Person } from './schema.js'
import { type Shown, suppressedLines } from './suppression.js'

/** Whether a difference of selection rates may be chance. */
export interface ImpactTest {
  /** Fisher's exact test, two-sided: a probability. */
  readonly fisher: number
  /** The z test of two proportions, its variance pooled, and its two-sided probability. */
  readonly z: number
  readonly p: number
}

/** How often one group is selected. */
export interface GroupImpact {
  readonly people: number
  readonly selected: number
  /** Selected over people, and that over the highest rate of any group shown; 6 places, half-up. */
  readonly rate: string
  readonly ratio: string
  /** Whether the ratio is below 4/5, decided on the exact ratio. */
  readonly adverse: boolean
  /** Against the group with the highest rate; absent for groups with that rate. */
  readonly test?: ImpactTest
}

/** The groups in code-unit order. */
export type ImpactLine = { readonly group: string } & Shown<GroupImpact>

/** Four fifths: 29 CFR 1607.4 D. */
const fourFifths = fraction(4n, 5n)

/**
 * Adverse impact of a selection (hired, promoted, paid a bonus): each group's selection rate, its ratio
 * to the highest, whether that is below four fifths (29 CFR 1607.4 D), and beside it what the rule of
 * thumb does not tell, whether so few people differ by chance: Fisher's exact test (1935) and the z test
 * of two proportions, both two-sided and against the group with the highest rate. Rates and ratios are
 * exact; the tests are binary floating point, good to 8 digits. No correction for many groups is made.
 *
 * The line of a group with fewer than `minimum` people is suppressed, and with it as many others as a
 * total would tell of; the highest rate is that of the groups shown, of several that of the largest.
 * Throws a `PolicyError` where somebody lacks an attribute, or nobody is selected.
 *
 * @example
 * impactRatio({ people, by: 'sex', selected: { attribute: 'outcome', value: 'hired' }, minimum: 10 })[1]
 * //=> { group: 'women', people: 40, selected: 12, rate: '0.300000', ratio: '0.500000', adverse: true, test: { fisher: 0.0034…, z: -3.0984…, p: 0.0019… } }
 */
export function impactRatio(request: {
  readonly people: readonly Person[]
  /** The attribute whose groups are compared. */
  readonly by: string
  /** Who counts as selected: whose attribute has this value. */
  readonly selected: { readonly attribute: string; readonly value: string }
  readonly minimum: number
}): readonly ImpactLine[] {
  checkRequest(request, {
    by: text,
    selected: options({ attribute: text, value: text }),
    minimum: minimumOption,
  })
  const { people, by, selected, minimum } = request
  refuse(problemsOfPeople(people, { attributes: [by, selected.attribute] }))
  const isSelected = ({ attributes }: Person) => attributes[selected.attribute] === selected.value
  const outcomes = byAttribute(people, selected.attribute).map(([value]) => value)
  refuse(
    outcomes.includes(selected.value)
      ? []
      : [unknownGroup('selected.value', selected.attribute, selected.value, outcomes)],
  )
  const groups = byAttribute(people, by).map(([group, among]) => {
    const part = { some: among.filter(isSelected).length, all: among.length }
    return { group, part, rate: fraction(BigInt(part.some), BigInt(part.all)) }
  })
  const hidden = suppressedLines(
    { minimum },
    groups.map(({ part }) => [part.all]),
  )
  const shown = groups.filter((_, i) => hidden[i] === undefined)
  const [most] = shown.sort((a, b) => compareFractions(b.rate, a.rate) || b.part.all - a.part.all)
  return groups.map((each, i) => ({
    group: each.group,
    ...(hidden[i] ?? impactOf(each, most as Rated)),
  }))
}

interface Rated {
  readonly part: Part
  readonly rate: Fraction
}

function impactOf({ part, rate }: Rated, most: Rated): Shown<GroupImpact> {
  if (most.rate.numerator === 0n) return { suppressed: 'zero-reference' }
  return {
    people: part.all,
    selected: part.some,
    rate: figure(rate),
    ratio: figure(over(rate, most.rate)),
    adverse: compareFractions(rate, times(fourFifths, most.rate)) < 0,
    ...(compareFractions(rate, most.rate) < 0 && { test: testOf(part, most.part) }),
  }
}

function testOf(part: Part, most: Part): ImpactTest {
  return { fisher: fisherExact(part, most), ...twoProportions(part, most) }
}

import { refuse, text } from '../problem/index.js'
import { type Fraction, fraction, minus, plus, times } from '../quantity/internal.js'
import { figure, meanOf, paysOf, sumOf } from './gap.js'
import { checkRequest, comparisonOption, payOption } from './options.js'
import {
  byAttribute,
  type Comparison,
  groupsOf,
  type Pay,
  paidPeople,
  problemsOfComparison,
  problemsOfPeople,
} from './people.js'
import { noCommonSupport } from './problems.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup, suppressedLines } from './suppression.js'

/** How much of a gap in mean pay comes from where people are, and from what is paid there. */
export interface Effects {
  readonly composition: string
  readonly rate: string
}

/** A gap in mean pay, in money, taken apart by categories. All have 6 places, half-up. */
export interface KitagawaGap extends Effects {
  readonly gap: string
  readonly categories: readonly ({ readonly category: string } & Shown<Effects>)[]
}

/**
 * Kitagawa's decomposition (1955) of a gap in mean pay by categories: with p a group's part in a
 * category and m its mean pay there, composition is Σ (p − p′) (m + m′) / 2 and rate is
 * Σ (m − m′) (p + p′) / 2. It is exact, and they add up to the gap; each is rounded once.
 *
 * Suppressed where a group has fewer people than `comparison.minimum`, and so is each category's line
 * by its own people, and with it as many others as the total would tell of. Throws a `PolicyError` as `payGap` does, and where a category has nobody of one
 * group: merge it with another.
 *
 * @example
 * kitagawa({ people, pay, comparison, category: 'grade' })
 * //=> { gap: '5.000000', composition: '4.000000', rate: '1.000000', categories: [ … ] }
 */
export function kitagawa(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly comparison: Comparison
  readonly category: string
}): Shown<KitagawaGap> {
  checkRequest(request, { pay: payOption, comparison: comparisonOption, category: text })
  const { people, pay, comparison, category } = request
  refuse([
    ...problemsOfPeople(people, { attributes: [category], pay: [pay] }),
    ...problemsOfComparison(people, comparison),
  ])
  const { reference, compared } = groupsOf(paidPeople(people, pay), comparison)
  const small = smallGroup(comparison, reference.length, compared.length)
  if (small !== undefined) return small
  const cells = byAttribute([...reference, ...compared], category).map(([name, among]) => ({
    name,
    ...paysOf(among, pay, comparison),
  }))
  refuse(
    cells.flatMap((cell) =>
      (['reference', 'compared'] as const)
        .filter((group) => cell[group].length === 0)
        .map((group) => noCommonSupport('category', category, cell.name, comparison[group])),
    ),
  )
  const effects = cells.map((cell) => effectsOf(cell, reference.length, compared.length))
  const hidden = suppressedLines(
    comparison,
    cells.map((cell) => [cell.reference.length, cell.compared.length]),
  )
  const composition = sumOf(effects.map((effect) => effect.composition))
  const rate = sumOf(effects.map((effect) => effect.rate))
  return {
    gap: figure(plus(composition, rate)),
    composition: figure(composition),
    rate: figure(rate),
    categories: cells.map(({ name }, i) => {
      const effect = effects[i] as (typeof effects)[number]
      return {
        category: name,
        ...(hidden[i] ?? {
          composition: figure(effect.composition),
          rate: figure(effect.rate),
        }),
      }
    }),
  }
}

function effectsOf(
  cell: { readonly reference: readonly Fraction[]; readonly compared: readonly Fraction[] },
  reference: number,
  compared: number,
): { readonly composition: Fraction; readonly rate: Fraction } {
  const half = fraction(1n, 2n)
  const part = fraction(BigInt(cell.reference.length), BigInt(reference))
  const otherPart = fraction(BigInt(cell.compared.length), BigInt(compared))
  const [pay, otherPay] = [meanOf(cell.reference), meanOf(cell.compared)]
  return {
    composition: times(times(minus(part, otherPart), plus(pay, otherPay)), half),
    rate: times(times(minus(pay, otherPay), plus(part, otherPart)), half),
  }
}

import { refuse } from '../problem/index.js'
import { allocate } from '../quantity/index.js'
import { compareFractions, type Fraction, fraction } from '../quantity/internal.js'
import { figure, paysOf } from './gap.js'
import { checkRequest, comparisonOption, payOption } from './options.js'
import { type Comparison, type Pay, problemsOfComparison, problemsOfPeople } from './people.js'
import type { Person } from './schema.js'
import { type Shown, smallGroup } from './suppression.js'

export const quarters = ['lower', 'lower-middle', 'upper-middle', 'upper'] as const

/** How many people of each group a quarter holds, and the compared group's share of them. */
export interface Quarter {
  readonly quarter: (typeof quarters)[number]
  readonly reference: number
  readonly compared: number
  readonly referenceShare: string
  readonly comparedShare: string
}

/**
 * The share of each group in the quarters of people ranked by pay, lowest first: the quartile pay
 * bands of Article 3(1)(f) of Directive (EU) 2023/970 and of regulation 13 of the UK's Equality Act
 * 2010 (Gender Pay Gap Information) Regulations 2017.
 *
 * Of people that four does not divide, the first left over goes to the lower quarter, the second to
 * the upper middle one, the third to the lower middle one, as the guidance to the UK regulations has
 * it. Where people with equal pay fall into several quarters, both groups are divided among them in
 * the same proportion, to the nearest person (regulation 13(2)); so the order of people changes
 * nothing. Shares have 6 places, half-up.
 *
 * Suppressed where a group has fewer people than `comparison.minimum`, or all fewer than four. Throws a
 * `PolicyError` as `payGap` does.
 *
 * @example
 * quartileShares({ people, pay, comparison })[3]
 * //=> { quarter: 'upper', reference: 6, compared: 4, referenceShare: '0.600000', comparedShare: '0.400000' }
 */
export function quartileShares(request: {
  readonly people: readonly Person[]
  readonly pay: Pay
  readonly comparison: Comparison
}): Shown<readonly Quarter[]> {
  checkRequest(request, { pay: payOption, comparison: comparisonOption })
  const { people, pay, comparison } = request
  refuse([...problemsOfPeople(people, { pay: [pay] }), ...problemsOfComparison(people, comparison)])
  return quartersAmong(people, pay, comparison)
}

/** {@link quartileShares} of people who are known to have what it asks for. */
export function quartersAmong(
  people: readonly Person[],
  pay: Pay,
  comparison: Comparison,
): Shown<readonly Quarter[]> {
  const { reference, compared } = paysOf(people, pay, comparison)
  const size = reference.length + compared.length
  const small = smallGroup(comparison, reference.length, compared.length)
  if (small !== undefined) return small
  if (size < quarters.length) return { suppressed: 'small-group', minimum: quarters.length }
  const ends = quarters.map((_, i) => Math.ceil(((i + 1) * size) / quarters.length))
  const counts = quarters.map(() => 0)
  let start = 0
  for (const block of equalPay(reference, compared)) {
    const end = start + block.people
    const slots = ends.map((to, i) =>
      Math.max(0, Math.min(end, to) - Math.max(start, ends[i - 1] ?? 0)),
    )
    for (const [i, part] of dividedLike(block.compared, slots).entries())
      counts[i] = (counts[i] as number) + part
    start = end
  }
  return quarters.map((quarter, i) => {
    const whole = (ends[i] as number) - (ends[i - 1] ?? 0)
    const part = counts[i] as number
    const share = (people: number) => figure(fraction(BigInt(people), BigInt(whole)))
    return {
      quarter,
      reference: whole - part,
      compared: part,
      referenceShare: share(whole - part),
      comparedShare: share(part),
    }
  })
}

/** Who is paid the same, lowest pay first. */
function equalPay(reference: readonly Fraction[], compared: readonly Fraction[]) {
  const ordered = [
    ...reference.map((pay) => ({ pay, compared: 0 })),
    ...compared.map((pay) => ({ pay, compared: 1 })),
  ].sort((a, b) => compareFractions(a.pay, b.pay))
  const blocks: { pay: Fraction; people: number; compared: number }[] = []
  for (const person of ordered) {
    const last = blocks.at(-1)
    if (last !== undefined && compareFractions(last.pay, person.pay) === 0) {
      last.people += 1
      last.compared += person.compared
    } else blocks.push({ ...person, people: 1 })
  }
  return blocks
}

/** A whole number divided over slots in proportion to their sizes; on a tie the lower one first. */
function dividedLike(total: number, slots: readonly number[]): readonly number[] {
  return allocate({
    total,
    places: 0,
    ties: 'id',
    shares: slots.map((weight, i) => ({ id: String(i), weight })),
  }).map(({ amount }) => Number(amount))
}

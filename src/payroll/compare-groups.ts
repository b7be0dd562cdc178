import { type Decimal, decimal, divideTo, minorUnits, total } from '../quantity/index.js'
import { type Change, type Compared, change } from './compared.js'
import type { Groups, Summing } from './group.js'
import { inOne, partition } from './shown.js'

/** What a change means for the people with a value of an attribute. */
export interface GroupChange extends Change {
  /** The value, `''` where there is none; several values that are told together. */
  readonly values: readonly string[]
  /** How many are employed in the period, by each run. */
  readonly people: { readonly before: number; readonly after: number }
  /** The mean of the people employed, half-up to the minor unit; zero where nobody is. */
  readonly mean: Change
  /** The mean as a part of the highest mean of a group, half-up to four places. */
  readonly ofHighest: Change
}

/** The places of a ratio of means. */
const ratioPlaces = 4

/** What a change means for the groups of an attribute: for the same groups on both sides. */
export function groupChanges(
  before: Compared,
  after: Compared,
  attribute: string,
  smallest: number,
): readonly GroupChange[] {
  const places = minorUnits(after.run.currency)
  const [earlier, later] = [before, after].map(({ groups }) => groups.get(attribute) as Groups) as [
    Groups,
    Groups,
  ]
  const told = partition([earlier, later], smallest).map((values) => ({
    values,
    old: inOne(earlier, values, places),
    now: inOne(later, values, places),
  }))
  const ratioOf = (groups: readonly Summing[]) => {
    const means = groups.map((group) => decimal(meanOf(group, places)))
    const highest = means.reduce((a, b) => (a.greaterThan(b) ? a : b), decimal('0'))
    return (group: Summing) => ratio(meanOf(group, places), highest)
  }
  const [oldRatio, ratioNow] = [
    ratioOf(told.map(({ old }) => old)),
    ratioOf(told.map(({ now }) => now)),
  ]
  return told.map(({ values, old, now }) => ({
    values,
    people: { before: old.counted.people, after: now.counted.people },
    ...change(old.total.total(places), now.total.total(places), places),
    mean: change(meanOf(old, places), meanOf(now, places), places),
    ofHighest: change(oldRatio(old), ratioNow(now), ratioPlaces),
  }))
}

function meanOf({ counted: { people }, total: sum }: Summing, places: number): string {
  if (people === 0) return total([], places)
  const all = decimal(sum.total(places))
  return divideTo(all, decimal(String(people)), places, 'half-up').toFixed(places)
}

/** A mean as a part of the highest; none where nobody has a mean above zero. */
function ratio(mean: string, highest: Decimal): string {
  return highest.isZero()
    ? total([], ratioPlaces)
    : divideTo(decimal(mean), highest, ratioPlaces, 'half-up').toFixed(ratioPlaces)
}

import type fc from 'fast-check'
import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { Crediting, CreditKind } from '../../../src/credit/crediting.js'
import type { AmountEvent, DealEvent } from '../../../src/credit/event.js'
import { type Fraction, fraction, over, plus, times } from '../../../src/quantity/internal.js'
import { type Deal, dealsOf } from './deals.js'
import { dayAt } from './draws.js'
import { isZero, negated, ofUnits, wholeUnits, written, zero } from './exact.js'
import { anyCompany } from './lives.js'
import { type Measured, measured, worth } from './measures.js'
import { creditBy } from './oracle.js'
import { anyCrediting } from './rules.js'
import type { Company } from './world.js'

/** Rules that refuse as little as possible: nobody's deals go to a house account. */
export const mildCrediting: fc.Arbitrary<Crediting> = anyCrediting.map((crediting) => ({
  ...crediting,
  belowZero: 'list',
  credits: Object.fromEntries(
    Object.entries(crediting.credits).map(([name, kind]): [string, CreditKind] =>
      'of' in kind ? [name, kind] : [name, { ...kind, unowned: kind.unowned ?? 'list' }],
    ),
  ),
}))

/** Companies that are credited: what would be refused of their events is left out. */
export const goodCompany: fc.Arbitrary<Company> = anyCompany(mildCrediting)
  .map(mended)
  .filter((company) => creditBy(company).refused.length === 0)

/** A company without those events that are refused, and without what is of them. */
export function mended(company: Company): Company {
  const { refused } = creditBy(company)
  const { events } = company.world
  const gone = new Set(refused.map((text) => text.split(' ')[1]))
  for (const { id, of } of [...events, ...events, ...events])
    if (of !== undefined && gone.has(of)) gone.add(id)
  const left = events.filter(({ id }) => !gone.has(id))
  if (left.length === events.length) return company
  return mended(withEvents(company, left))
}

export function withEvents(company: Company, events: readonly DealEvent[]): Company {
  return { ...company, world: { ...company.world, events } }
}

/** The steps of each deal of a company that is credited. */
export function stepsOf({ crediting, world }: Company): readonly {
  readonly deal: Deal
  readonly steps: readonly Measured[]
}[] {
  return (dealsOf(world.events) as readonly Deal[]).map((deal) => {
    const nothing = () => undefined
    const tell = { problem: nothing, below: nothing }
    return { deal, steps: measured(crediting, world.rates, deal, tell) }
  })
}

/** What some steps add to a measure, by the days of the documents that they are booked with. */
export function bucketsOf(
  steps: readonly Measured[],
  measure: string,
): ReadonlyMap<IsoDate, Fraction> {
  const buckets = new Map<IsoDate, Fraction>()
  for (const { adds, booked } of steps) {
    const day = booked.get(measure)
    const added = adds.get(measure)
    if (day !== undefined && added !== undefined)
      buckets.set(day, plus(buckets.get(day) ?? zero, added))
  }
  return buckets
}

/** The day on which all is taken back, after everything else. */
const farewell = dayAt(60)

/** A company of which deals that begin with an order are taken back, each order of them in some parts. */
export function takenBack(
  company: Company,
  parts: number,
  which: (deal: string) => boolean = () => true,
): Company {
  const back = stepsOf(company).flatMap(({ deal, steps }) =>
    deal.root.kind === 'order' && which(deal.root.id) ? backOf(company, deal, steps, parts) : [],
  )
  return withEvents(company, [...company.world.events, ...back])
}

function backOf(
  { crediting, world }: Company,
  { root }: Deal,
  steps: readonly Measured[],
  parts: number,
): readonly AmountEvent[] {
  const rate = worth(crediting, world.rates, root, root) as Fraction
  const places = root.currency === 'JPY' ? 0 : 2
  return [...bucketsOf(steps, 'sales')].flatMap(([day, worthLeft], i) => {
    if (isZero(worthLeft)) return []
    const order = steps.find(({ event }) => event.kind === 'order' && event.on === day)?.event
    const left = over(worthLeft, rate)
    const inBucket = (name: string) => bucketsOf(steps, name).get(day) ?? zero
    const units = written(negated(inBucket('units')), 0)
    const margin = written(negated(over(inBucket('margin'), rate)), 0)
    const isSale = left.numerator > 0n && inBucket('units').numerator >= 0n
    // Cut off, so that the last part is of no other sign.
    const part = ofUnits(wholeUnits(over(left, fraction(BigInt(parts))), places), places)
    return Array.from({ length: parts }, (_, n): AmountEvent => {
      const isLast = n === parts - 1
      const before = times(part, fraction(BigInt(parts - 1)))
      const amount = isLast ? plus(negated(left), before) : negated(part)
      return {
        id: `${root.id}/back ${i} ${n}`,
        on: addDays(farewell, n),
        kind: isSale ? 'refund' : 'correction',
        amount: written(amount, 0),
        currency: root.currency,
        of: order?.id ?? root.id,
        figures: isLast
          ? { units, margin, billed: '0', paid: '0' }
          : { units: '0', margin: '0', billed: '0', paid: '0' },
      }
    })
  })
}

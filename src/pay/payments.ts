import type { Span } from '../calendar/index.js'
import { covers } from '../calendar/internal.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { type DataIndex, type Holder, nameOf } from './data-index.js'
import type { Runs } from './horizon.js'
import { keyed } from './keyed.js'
import { inPlaces } from './places.js'
import { componentReads } from './reads.js'
import type { Paid } from './run.js'
import type { Failed } from './work.js'

/** What the payments come to of what cash reads: of earlier runs, and of the present one so far. */
export interface Payments {
  readonly add: (
    component: LinkedComponent,
    holder: Holder,
    entitled: string,
    settled: string,
  ) => void
  /** Something of it is withheld, so its sum cannot be told. */
  readonly withhold: (component: LinkedComponent, holder: Holder) => void
  readonly due: (component: LinkedComponent, holder: Holder, days: Span) => Decimal | Failed
  /** All of them, for the next run. */
  readonly paid: () => readonly Paid[]
}

const zero = decimal('0')

/** Begins with what earlier runs paid. */
export function paymentsOf(
  book: PayBook,
  index: DataIndex,
  { timeline, current }: Runs,
  before: readonly Paid[],
): Payments {
  const read = readAsDue(book)
  const sums = keyed<Decimal>()
  const failed = keyed<true>()
  const orphans: Paid[] = []
  const put = (component: LinkedComponent, holder: Holder, period: number, amount: Decimal) =>
    sums.set(component, holder, period, (sums.get(component, holder, period) ?? zero).plus(amount))
  for (const paid of before) {
    const component = book.components.get(paid.component)
    const holder = index.holder(paid.owner)
    if (component === undefined || holder === undefined) orphans.push(paid)
    else put(component, holder, timeline.named(paid.period) as number, decimal(paid.amount))
  }
  return {
    add: (component, holder, entitled, settled) => {
      if (read.has(component.name))
        put(component, holder, current, decimal(entitled).minus(settled))
    },
    withhold: (component, holder) => failed.set(component, holder, current, true),
    due: (component, holder, days) => {
      const isNow = covers(days, timeline.at(current).to)
      if (isNow && failed.get(component, holder, current) === true) {
        const owner = nameOf(holder)
        return {
          problems: [payProblem('failed-component', '', { component: component.name, owner })],
        }
      }
      let sum = zero
      for (const [period, amount] of sums.of(component, holder))
        if (covers(days, timeline.at(period).to)) sum = sum.plus(amount)
      return sum
    },
    paid: () => [
      ...orphans,
      ...sums.entries().map(([component, { owner }, period, amount]) => ({
        component: component.name,
        owner,
        period: timeline.at(period).name,
        amount: inPlaces(component, amount.toFixed()),
      })),
    ],
  }
}

/** The components that a source reads as due, directly or by a tag. */
function readAsDue({ components, tagged }: PayBook): ReadonlySet<string> {
  const reads = [...components.values()].flatMap(({ versions }) =>
    versions.flatMap(({ component }) => componentReads(component, tagged)),
  )
  return new Set(
    reads
      .filter(({ as, source }) => as === 'value' && source.what === 'due')
      .map(({ name }) => name),
  )
}

import type { Span } from '../calendar/index.js'
import { covers } from '../calendar/internal.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import type { DataIndex, Holder } from './data-index.js'
import type { Runs } from './horizon.js'
import { componentReads } from './reads.js'
import type { Paid } from './run.js'
import type { Failed } from './work.js'

/** What the payments come to of what cash reads: of earlier runs, and of the present one so far. */
export interface Payments {
  readonly add: (component: LinkedComponent, holder: Holder, amount: Decimal) => void
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
  const sums = new Map<LinkedComponent, Map<Holder, Map<number, Decimal>>>()
  const failed = new Map<LinkedComponent, Set<Holder>>()
  const orphans: Paid[] = []
  const put = (component: LinkedComponent, holder: Holder, period: number, amount: Decimal) => {
    const owners = sums.get(component) ?? new Map<Holder, Map<number, Decimal>>()
    sums.set(component, owners)
    const periods = owners.get(holder) ?? new Map<number, Decimal>()
    owners.set(holder, periods)
    periods.set(period, (periods.get(period) ?? zero).plus(amount))
  }
  for (const paid of before) {
    const component = book.components.get(paid.component)
    const holder = index.holder(paid.owner)
    if (component === undefined || holder === undefined) orphans.push(paid)
    else put(component, holder, timeline.named(paid.period) as number, decimal(paid.amount))
  }
  return {
    add: (component, holder, amount) => {
      if (read.has(component.name)) put(component, holder, current, amount)
    },
    withhold: (component, holder) => {
      failed.set(component, (failed.get(component) ?? new Set<Holder>()).add(holder))
    },
    due: (component, holder, days) => {
      if (failed.get(component)?.has(holder) === true) {
        const owner = holder.owner.person ?? holder.key
        return {
          problems: [payProblem('failed-component', '', { component: component.name, owner })],
        }
      }
      const periods = sums.get(component)?.get(holder) ?? new Map<number, Decimal>()
      let sum = zero
      for (const [period, amount] of periods)
        if (covers(days, timeline.at(period).to)) sum = sum.plus(amount)
      return sum
    },
    paid: () => [
      ...orphans,
      ...[...sums].flatMap(([component, owners]) =>
        [...owners].flatMap(([{ owner }, periods]) =>
          [...periods].map(([period, amount]) => ({
            component: component.name,
            owner,
            period: timeline.at(period).name,
            amount: amount.toFixed(),
          })),
        ),
      ),
    ],
  }
}

/** The components that a source reads as due, directly or by a tag. */
function readAsDue({ components, tagged }: PayBook): ReadonlySet<string> {
  const reads = [...components.values()].flatMap(({ versions }) =>
    versions.flatMap(({ component }) => componentReads(component, tagged)),
  )
  return new Set(
    reads.filter(({ as, source }) => as === 'value' && source.what === 'due').map(({ name }) => name),
  )
}

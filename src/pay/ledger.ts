import { at, type Problem, refuse } from '../problem/index.js'
import { push } from '../problem/push.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import type { DataIndex, Holder } from './data-index.js'
import { keyed } from './keyed.js'

import type { Settled, State } from './run.js'
import type { Timeline } from './timeline.js'

/** What earlier runs settled and recorded, by component, owner and period. */
export interface Ledger {
  readonly of: (component: LinkedComponent, holder: Holder, index: number) => Settled | undefined
  /** What was recorded last of an owner before a period. */
  readonly lastBefore: (
    component: LinkedComponent,
    holder: Holder,
    index: number,
  ) => Decimal | undefined
  /** All keys of a component. */
  readonly keys: (component: LinkedComponent) => readonly Key[]
  /** What was carried of a key that something else was carried of too, which holds. */
  readonly superseded: ReadonlySet<Settled>
  /** What belongs to owners who are no longer given. */
  readonly orphans: readonly Settled[]
}

/** A key of settlement: an owner and a period, by its number. */
export interface Key {
  readonly holder: Holder
  readonly index: number
  readonly settled: Settled
}

/**
 * What was carried, by the names of today: what was settled under an earlier one is of the component that
 * has it now. A text by another name is another text, so it is not compared.
 */
export function renamed(book: PayBook, state: State): State {
  const names = namesOf(book)
  const nameOf = (name: string) => names.get(name)?.name ?? name
  return {
    ...state,
    settled: state.settled.map((settled) => {
      const component = nameOf(settled.component)
      if (component === settled.component) return settled
      const { text: _, ...rest } = settled
      return { ...rest, component }
    }),
    paid: state.paid.map((paid) => ({ ...paid, component: nameOf(paid.component) })),
  }
}

/**
 * Reads what was carried, by the names of today.
 *
 * Throws a `PolicyError` for a component that the book has under no name.
 */
export function ledgerOf(book: PayBook, index: DataIndex, carried: readonly Settled[]): Ledger {
  const keys = new Map<LinkedComponent, Key[]>()
  const known = keyed<Settled>()
  const orphans: Settled[] = []
  const superseded = new Set<Settled>()
  const problems: Problem[] = []
  for (const settled of carried) {
    const component = book.components.get(settled.component)
    const { rhythm, period } = settled.earned
    if (component === undefined) {
      problems.push(
        payProblem('not-in-book', at('before', settled.component), {
          component: settled.component,
          period,
          known: [...book.components.keys()],
        }),
      )
      continue
    }
    const holder = index.holder(settled.owner)
    if (holder === undefined) {
      orphans.push(settled)
      continue
    }
    const number = (index.timelines.get(rhythm) as Timeline).named(period) as number
    push(keys, component, { holder, index: number, settled })
    const before = known.get(component, holder, number)
    if (before !== undefined) superseded.add(before)
    known.set(component, holder, number, settled)
  }
  // One name is enough: all its keys have the same cure.
  refuse(oncePath(problems))
  return {
    of: known.get,
    lastBefore: (component, holder, index) => {
      const earlier = [...known.of(component, holder)]
        .filter(([number, settled]) => number < index && recordedOf(settled) !== undefined)
        .sort(([a], [b]) => a - b)
      return recordedOf(earlier.at(-1)?.[1])
    },
    keys: (component) => keys.get(component) ?? [],
    superseded,
    orphans,
  }
}

function oncePath(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.path, problem])).values()]
}

/** The components of a book by all names that they have, or had. */
export function namesOf({ components }: PayBook): ReadonlyMap<string, LinkedComponent> {
  const names = new Map<string, LinkedComponent>()
  for (const component of components.values()) {
    names.set(component.name, component)
    for (const name of component.was) names.set(name, component)
  }
  return names
}

/** What was recorded of a key: its value, or what it was settled to. */
export function recordedOf(settled: Settled | undefined): Decimal | undefined {
  const text = settled?.value ?? settled?.amount
  return text === undefined ? undefined : decimal(text)
}

/**
 * What others read of a key that is worked out anew. A value that was brought along beside what was
 * settled moves as that does.
 */
export function readAs(settled: Settled | undefined, entitled: Decimal): Decimal {
  const { brought, amount, value } = settled ?? {}
  return brought === undefined || amount === undefined || value === undefined
    ? entitled
    : entitled.plus(decimal(value)).minus(decimal(amount))
}

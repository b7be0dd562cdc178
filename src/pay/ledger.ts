import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import type { DataIndex, Holder } from './data-index.js'
import { keyed } from './keyed.js'
import { push } from './records.js'
import type { Settled } from './run.js'
import type { Timeline } from './timeline.js'

/** What earlier runs settled and recorded, by component, owner and period. */
export interface Ledger {
  readonly of: (component: LinkedComponent, holder: Holder, index: number) => Settled | undefined
  /** All keys of a component. */
  readonly keys: (component: LinkedComponent) => readonly Key[]
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
 * Reads what was carried. What was settled under an earlier name is of the component that has it now.
 *
 * Throws a `PolicyError` for a component that the book has under no name.
 */
export function ledgerOf(book: PayBook, index: DataIndex, carried: readonly Settled[]): Ledger {
  const names = namesOf(book)
  const keys = new Map<LinkedComponent, Key[]>()
  const known = keyed<Settled>()
  const orphans: Settled[] = []
  const problems: Problem[] = []
  for (const settled of carried) {
    const component = names.get(settled.component)
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
    known.set(component, holder, number, settled)
  }
  // One name is enough: all its keys have the same cure.
  refuse(oncePath(problems))
  return {
    of: known.get,
    keys: (component) => keys.get(component) ?? [],
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

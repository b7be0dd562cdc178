import { push } from '../problem/push.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import type { DealWhere } from './crediting.js'
import type { Deal, Entry } from './deals.js'
import type { AmountEvent } from './event.js'
import type { Change, Measure } from './measures.js'
import { textOfUnits } from './units.js'
import { isTexts, within } from './where.js'

/** An event of a unit, and what it adds. */
export interface Step {
  readonly entry: Entry
  readonly changes: readonly Change[]
}

/** What a share is of: a deal, or one document of it, with what happens to it. */
export interface Unit {
  readonly deal: Deal
  /** The root, or the document. */
  readonly head: AmountEvent
  /** The head first, then as they became known. */
  readonly steps: readonly Step[]
  readonly measures: readonly Measure[]
}

/** The units of a deal that a kind of credit follows. */
export function unitsFor(
  deal: Deal,
  changes: readonly (readonly Change[])[],
  measures: readonly Measure[],
  follows: 'deal' | AmountEvent['kind'],
): readonly Unit[] {
  const steps = deal.entries.map((entry, i) => ({
    entry,
    changes: changes[i] as readonly Change[],
  }))
  if (follows === 'deal') return [{ deal, head: deal.root, steps, measures }]
  const byHead = new Map<AmountEvent, Step[]>()
  for (const step of steps) {
    const { document } = step.entry
    if (document.kind !== follows) continue
    // What else it changes is of documents that are not of this unit.
    const ownChanges = step.changes.filter(({ measure }) => measures[measure]?.of === follows)
    push(byHead, document, { ...step, changes: ownChanges })
  }
  return [...byHead].map(([head, own]) => ({ deal, head, steps: own, measures }))
}

/** What a unit says by a name: an attribute, a figure or the amount; of a document its own as `own.…`. */
export function textOf(unit: Unit, name: string): string | undefined {
  const { deal, head, steps, measures } = unit
  if (name.startsWith('own.')) return own(head.attributes, name.slice(4))
  const attribute = own(deal.root.attributes, name)
  if (attribute !== undefined) return attribute
  const { changes } = steps[0] as Step
  // The first that an event adds is its amount.
  const change =
    name === 'amount' ? changes[0] : changes.find(({ measure }) => measures[measure]?.name === name)
  if (change === undefined) return undefined
  return textOfUnits(change.units, (measures[change.measure] as Measure).scale, 0)
}

function own(
  members: Readonly<Record<string, string>> | undefined,
  name: string,
): string | undefined {
  return members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined
}

/** Whether a unit is what a condition asks. */
export function holds(where: DealWhere | undefined, unit: Unit): boolean {
  if (where === undefined) return true
  return Object.entries(where).every(([name, wanted]) => {
    const value = textOf(unit, name)
    if (value === undefined) return false
    if (isTexts(wanted)) return wanted.includes(value)
    const of = 'of' in wanted ? wanted.of : undefined
    if (of === undefined) return within(value, wanted)
    const times = readDecimal(textOf(unit, of), '')
    return !isProblem(times) && within(value, wanted, times.toFixed())
  })
}

import type { IsoDate } from '../../../src/calendar/index.js'
import type { AmountEvent, DealEvent, DocumentKind } from '../../../src/credit/event.js'
import { compare, compareAll, latest } from './world.js'

/** An event of a deal, in the order in which what happens to the deal becomes known. */
export interface Step {
  readonly event: DealEvent
  /** The day on which it has happened and is known. */
  readonly known: IsoDate
  /** What it is, or is about: a document, or the change that began the deal. */
  readonly document: AmountEvent
  readonly about: DocumentKind | undefined
}

export interface Deal {
  readonly root: AmountEvent
  readonly steps: readonly Step[]
}

const documents: readonly string[] = ['order', 'invoice', 'collection'] satisfies DocumentKind[]

export function isDocument(event: DealEvent): event is AmountEvent & { kind: DocumentKind } {
  return documents.includes(event.kind)
}

function standsAlone(event: DealEvent): boolean {
  return isDocument(event) && !(event.kind === 'collection' && event.amount.startsWith('-'))
}

/** Whether a step is a document of its own. */
export function isOwn({ event, document }: Step): boolean {
  return event === document && isDocument(event)
}

/** The deals of a ledger, each with its events; or why its events are of none. */
export function dealsOf(events: readonly DealEvent[]): readonly Deal[] | readonly string[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const repeated = events.filter((event) => byId.get(event.id) !== event)
  const lost = events.filter(({ of }) => of !== undefined && !byId.has(of))
  const wrong = [
    ...repeated.map(({ id }) => `repeated-event ${id}`),
    ...lost.map(({ id }) => `unknown-original ${id}`),
  ]
  if (wrong.length > 0) return wrong
  const chains = new Map(events.map((event) => [event, chainOf(event, byId)]))
  const endless = events.filter((event) => chains.get(event) === 'endless')
  if (endless.length > 0) return endless.map(({ id }) => `endless-chain ${id}`)
  const stepOf = (event: DealEvent): Step => {
    const chain = chains.get(event) as readonly DealEvent[]
    const document = (chain.find(standsAlone) ?? chain.at(-1)) as AmountEvent
    return {
      event,
      known: latest(...chain.flatMap(({ on, recorded }) => [on, recorded ?? on])),
      document,
      about:
        document !== event && event.kind !== 'transfer' && isDocument(document)
          ? document.kind
          : undefined,
    }
  }
  return events
    .filter((event): event is AmountEvent => event.of === undefined)
    .map((root) => {
      const own = events.filter((event) => {
        const chain = chains.get(event) as readonly DealEvent[]
        return chain.at(-1) === root
      })
      return { root, steps: inOrder(own.map(stepOf)) }
    })
}

/** An event, what it is of, and so on. */
function chainOf(
  event: DealEvent,
  byId: ReadonlyMap<string, DealEvent>,
): readonly DealEvent[] | 'endless' {
  const chain = [event]
  for (let next = event; next.of !== undefined; ) {
    next = byId.get(next.of) as DealEvent
    if (chain.includes(next)) return 'endless'
    chain.push(next)
  }
  return chain
}

/** Again and again the earliest of those of which all that they are of has passed. */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const passed: Step[] = []
  const key = ({ event, known }: Step) => {
    const { on, recorded, order = '', id } = event
    return [known, recorded ?? on, on, order, id]
  }
  const left = new Set(steps.toSorted((a, b) => compareAll(key(a), key(b))))
  while (left.size > 0) {
    const free = ({ event: { of } }: Step) =>
      of === undefined || passed.some(({ event }) => event.id === of)
    const next = [...left].find(free) as Step
    left.delete(next)
    passed.push(next)
  }
  return passed
}

/** The roots of kind order of a customer, as they became known. */
export function purchasesOf(
  deals: readonly Deal[],
  isTheirs: (root: AmountEvent) => boolean,
): readonly AmountEvent[] {
  const key = ({ root, steps }: Deal) => {
    return [(steps[0] as Step).known, root.on, root.order ?? '', root.id]
  }
  return deals
    .filter(({ root }) => root.kind === 'order' && isTheirs(root))
    .toSorted((a, b) => compareAll(key(a), key(b)))
    .map(({ root }) => root)
}

/** Whether one day comes after another. */
export function isAfter(day: IsoDate, other: IsoDate): boolean {
  return compare(day, other) > 0
}

import type { IsoDate } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import type { Currency } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { type Deal, isDocument, later } from './deals.js'
import type { AmountEvent, DocumentKind } from './event.js'
import type { Timing } from './facts.js'
import type { Measure } from './measures.js'
import type { Movement } from './moving.js'
import type { Step } from './unit.js'
import { textOfUnits } from './units.js'

type Texts = Readonly<Record<string, string>>

/** What happens to a deal, as its rows tell it. */
export interface Happening {
  readonly event: string
  /** Of what is told late, the deal or document whose shares it changes. */
  readonly head?: string | undefined
  readonly kind: Credit['kind']
  readonly on: IsoDate
  readonly recorded: IsoDate
  readonly order?: string | undefined
  readonly about?: DocumentKind | undefined
  readonly timing: Timing
  /** The attributes of the event itself. */
  readonly own?: Texts | undefined
  /** The document that it is, or that it takes back or corrects. */
  readonly document?: AmountEvent | undefined
}

/** An event of a deal, in the rows that it has. */
export function happeningOf({ root }: Deal, { entry }: Step, timing: Timing): Happening {
  const { event, document, known } = entry
  const isMoved = event.kind === 'transfer'
  return {
    event: event.id,
    kind: event.kind,
    on: isMoved ? known : event.on,
    recorded: known,
    order: event.order,
    about: isMoved || document === event || !isDocument(document) ? undefined : document.kind,
    timing,
    own: isMoved || event === root ? undefined : event.attributes,
    document: isMoved ? undefined : document,
  }
}

/** Writes rows: one for each movement. `facts`: of the customer's purchase. */
export function rowWriter(
  currency: Currency,
  measures: readonly Measure[],
  factsOf: (root: AmountEvent) => Texts | undefined,
): (deal: Deal, happening: Happening, movements: readonly Movement[], rows: Credit[]) => void {
  const ownName = remembered((name: string) => `own.${name}`)
  const written = measures.map(({ name, places, least }) => {
    const nothing = textOfUnits(0n, places, least)
    return { name, places, least, nothing }
  })
  return ({ root }, happening, movements, rows) => {
    const { event, head, kind, on, recorded, about, timing, own, document = root } = happening
    const facts = factsOf(root)
    const several = holdersTwice(movements)
    const id = head === undefined ? plain(event) : `${plain(head)}@${on}`
    for (const { credit, person, made, counts, units } of movements) {
      const name = `${id}|${credit}|${plain(person)}`
      const row: Record<string, string | undefined> = {
        id: several?.has(`${credit} ${person}`) ? `${name}|${made}|${counts}` : name,
        on,
        recorded,
        counts,
        made,
        person,
        event,
        kind,
        deal: root.id,
        dealt: root.on,
        credit,
        currency,
        days: timing.days,
        months: timing.months,
        order: placeOf(root, happening, isOf(document, made, counts) ? document : root),
      }
      if (about !== undefined) row['about'] = about
      if (timing.due !== undefined) row['due'] = timing.due
      if (timing.overdue !== undefined) row['overdue'] = timing.overdue
      // All have all of them, so that what reads a misspelt one is told.
      for (const [i, { name, nothing, places, least }] of written.entries()) {
        const amount = units[i]
        row[name] = amount === undefined ? nothing : textOfUnits(amount, places, least)
      }
      copy(root.attributes, row)
      copy(facts, row)
      for (const name in own) row[ownName(name)] = own[name]
      rows.push(Object.freeze(row) as unknown as Credit)
    }
  }
}

/**
 * Where an event stands within the day on which it counts: deal by deal, and within one by what it is
 * about and by its own day. So what comes back of a sale stands beside it, and not after all other sales.
 */
function placeOf({ id }: AmountEvent, { on, order }: Happening, about: AmountEvent): string {
  const place = `${about.order ?? ''} ${id} ${on}`
  return order === undefined ? place : `${place} ${order}`
}

/** Whether what counts on a day is of a document, of whose share the day is that or later. */
function isOf({ on }: AmountEvent, made: IsoDate, counts: IsoDate): boolean {
  return counts === later(on, made)
}

function copy(members: Texts | undefined, row: Record<string, string | undefined>): void {
  for (const name in members) row[name] = members[name]
}

/** Those who have more than one of the movements, by credit and person. */
function holdersTwice(movements: readonly Movement[]): ReadonlySet<string> | undefined {
  if (movements.length === 1) return undefined
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { credit, person } of movements) {
    const key = `${credit} ${person}`
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  return twice
}

/** A text that can be told from what stands beside it in an id. */
function plain(text: string): string {
  return /[~|@]/.test(text)
    ? text.replaceAll('~', '~t').replaceAll('|', '~p').replaceAll('@', '~a')
    : text
}

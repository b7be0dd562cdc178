import { decimal, difference, total } from '../../quantity/index.js'
import { attributeName } from './crediting.js'
import type { OldEvent } from './old-data-schema.js'
import type { Tallies } from './tallies.js'

type Transfer = Extract<OldEvent, { readonly kind: 'transfer' }>

/** The part of a deal that somebody was given for it by a rule: 0 to 1. */
export type ShareOf = (deal: OldEvent, credit: string, person: string) => string | undefined

/** Events of 0.1 as those of deals: a transfer of an amount is one of the share that it was of what its giver held. */
export function migratedEvents(
  events: readonly OldEvent[],
  {
    figures,
    shareOf,
    tally,
  }: { readonly figures: ReadonlySet<string>; readonly shareOf: ShareOf; readonly tally: Tallies },
): readonly object[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const held = holdings(events, byId, shareOf)
  return events.flatMap((event): readonly object[] => {
    const { id, kind, effective: on, recorded, of, amount, currency } = event
    const known = { id, on, ...(recorded !== on && { recorded }) }
    if (kind === 'transfer') {
      const share = held(event)
      if (share === undefined) tally.note('transfer-left-out', 'events', id)
      else tally.note('transfer-in-shares', 'events', id)
      const { credit, from, to } = event
      return share === undefined
        ? []
        : [{ ...known, kind, of, credit, from, to, ...(share !== '1' && { share }) }]
    }
    return [
      {
        ...known,
        kind,
        amount,
        currency,
        ...(of !== undefined && { of }),
        ...figuresOf(event, figures, tally),
        // What is of a deal has its attributes.
        ...(of === undefined && { attributes: attributesOf(event, tally) }),
      },
    ]
  })
}

function figuresOf(
  { id, figures = {} }: OldEvent,
  credited: ReadonlySet<string>,
  tally: Tallies,
): object {
  const kept = Object.entries(figures).filter(([name]) => {
    if (!credited.has(name)) tally.note('figure-left-out', 'events', `${id}.figures.${name}`)
    return credited.has(name)
  })
  return kept.length === 0 ? {} : { figures: Object.fromEntries(kept) }
}

function attributesOf({ id, attributes }: OldEvent, tally: Tallies): object {
  const kept = Object.entries(attributes).filter(([name, value]) => {
    if (value === '') tally.note('attribute-left-out', 'events', `${id}.attributes.${name}`)
    return value !== ''
  })
  return Object.fromEntries(kept.map(([name, value]) => [attributeName(name), value]))
}

/** What part of all that its giver holds of a deal a transfer moves; nothing where they do not hold so much. */
function holdings(
  events: readonly OldEvent[],
  byId: ReadonlyMap<string, OldEvent>,
  shareOf: ShareOf,
): (transfer: Transfer) => string | undefined {
  const dealOf = (event: OldEvent): OldEvent => {
    let deal = event
    for (const seen = new Set<string>(); deal.of !== undefined && !seen.has(deal.id); ) {
      seen.add(deal.id)
      deal = byId.get(deal.of) ?? deal
      if (seen.has(deal.id)) break
    }
    return deal
  }
  const moved = new Map<string, string[]>()
  const shares = new Map<string, string | undefined>()
  for (const event of events) {
    if (event.kind !== 'transfer') continue
    const deal = dealOf(event)
    const { credit, from, to, amount } = event
    const key = (person: string) => JSON.stringify([deal.id, credit, person])
    const first = decimal(deal.amount)
      .times(shareOf(deal, credit, from) ?? '0')
      .toFixed()
    const holds = total([first, ...(moved.get(key(from)) ?? [])], 6)
    shares.set(event.id, partOf(amount, holds))
    moved.set(key(from), [...(moved.get(key(from)) ?? []), difference('0', amount, 6)])
    moved.set(key(to), [...(moved.get(key(to)) ?? []), amount])
  }
  return ({ id }) => shares.get(id)
}

/** One amount as a fraction of another. */
function partOf(amount: string, whole: string): string | undefined {
  const [part, all] = [decimal(amount), decimal(whole)]
  if (!part.greaterThan('0') || part.greaterThan(all)) return undefined
  if (part.equals(all)) return '1'
  const units = (of: typeof part) => of.times('1000000').toFixed(0)
  return `${units(part)}/${units(all)}`
}

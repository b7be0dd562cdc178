import type { IsoDate } from '../calendar/index.js'
import { covers } from '../calendar/internal.js'
import { at, type Problem, refuse } from '../problem/index.js'
import {
  allocate,
  type Currency,
  decimal,
  difference,
  minorUnits,
  roundTo,
  total,
} from '../quantity/index.js'
import { missingAttribute, noOwner } from './credit-problems.js'
import type { CreditRule } from './credit-schema.js'
import type { SalesEvent } from './event-schema.js'
import { noFigures, type Origin, origins } from './origin.js'

/** What one person is credited for one event. */
export interface Credit {
  readonly event: string
  readonly kind: SalesEvent['kind']
  /** When the event happened. */
  readonly effective: IsoDate
  readonly recorded: IsoDate
  /** When the deal happened that the event belongs to: the order's date, for its refund too. */
  readonly dealt: IsoDate
  /** The day of what the event takes back or corrects: the collection's, where one is paid back. */
  readonly booked: IsoDate
  /** The deal: the order's id, for its refund too. */
  readonly deal: string
  /** The kind of credit, such as `direct` or `indirect`. */
  readonly credit: string
  readonly person: string
  readonly amount: string
  readonly currency: Currency
  /** The person's part of each figure of the event. */
  readonly figures: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, string>>
  /** The kind of event that it takes back, corrects or transfers, where it does. */
  readonly about?: SalesEvent['kind']
  /** By the name of a measure: the day of what it takes back there, where that is not `booked`. */
  readonly bookedFor?: Readonly<Record<string, IsoDate>>
  /** Figures of the deal of which the event does not say how much it takes back. */
  readonly lacks?: readonly string[]
}

/** A person's claim on an event, as a weight among the others. */
export interface Claim {
  readonly person: string
  readonly weight: string
}

/**
 * Credits events to people: each rule looks at every event that its `where` matches, and gives it to
 * the owners of the value that the event's attribute `by` has. An event that collects, reverses or
 * corrects another one is credited as that one: with its attributes, by the rules of its day. A
 * transfer takes its amount and figures from one person and gives them to another.
 *
 * Several owners share by largest remainder, equal remainders by name, so the credits of an event add
 * up to its amount for each rule (to its amount times the shares, where they do not make 1). Figures
 * are shared in the same way, to the minor unit or their own places where those are more. A figure that
 * several documents of a deal give is taken once: from the order, or else from the invoices, or else
 * from the collections.
 *
 * Throws a `PolicyError` for repeated event ids, an `of` that leads nowhere, and events that nobody
 * owns where the rule does not skip them.
 *
 * @example
 * creditEvents(events, rules).filter(({ person }) => person === 'Li')
 */
export function creditEvents(
  events: readonly SalesEvent[],
  rules: readonly CreditRule[],
): readonly Credit[] {
  const problems: Problem[] = []
  const originOf = origins(events)
  const credits = events.flatMap((event, i) => {
    const origin = originOf(event)
    if (event.kind === 'transfer') return transferred(event, origin)
    const path = at(at('events', i), 'attributes')
    return rules.flatMap((rule) => creditBy(rule, event, origin, path, problems))
  })
  refuse(problems)
  return credits
}

function creditBy(
  rule: CreditRule,
  event: SalesEvent,
  origin: Origin,
  path: string,
  problems: Problem[],
): readonly Credit[] {
  const { by, owners, unowned, credit } = rule
  const { attributes, effective } = origin.deal
  if (!covers(rule, effective) || !matches(attributes, rule.where)) return []
  const found = Object.hasOwn(attributes, by) ? attributes[by] : undefined
  const shares = found !== undefined && Object.hasOwn(owners, found) ? owners[found] : undefined
  if (shares === undefined) {
    if (unowned === 'refuse')
      problems.push(
        found === undefined
          ? missingAttribute(at(path, by), event.id, by, Object.keys(attributes))
          : noOwner(at(path, by), { event: event.id, by, found }, () => Object.keys(owners)),
      )
    return []
  }
  const claims = shares.map(({ person, share }) => ({ person, weight: share }))
  const factor = total(
    shares.map(({ share }) => share),
    0,
  )
  return shareOut(event, origin, credit, claims, factor)
}

/** Whether attributes have every value that a rule asks for. */
export function matches(
  attributes: Readonly<Record<string, string>>,
  where: Readonly<Record<string, string>> = {},
): boolean {
  return Object.entries(where).every(
    ([name, value]) => Object.hasOwn(attributes, name) && attributes[name] === value,
  )
}

/** An event's amount and figures, times a factor, shared by the weights. */
export function shareOut(
  event: SalesEvent,
  origin: Origin,
  credit: string,
  claims: readonly Claim[],
  factor: string,
): readonly Credit[] {
  const places = minorUnits(event.currency)
  const amounts = shared(event.amount, factor, places, claims)
  const figures = Object.entries(origin.figures).map(([name, value]) => {
    const own = decimal(value).decimalPlaces()
    return [name, shared(value, factor, Math.max(own, places), claims)] as const
  })
  return [...amounts].map(([person, amount]) => {
    const own = figures.map(([name, parts]) => [name, parts.get(person) as string] as const)
    return creditOf(event, origin, {
      credit,
      person,
      amount,
      figures: own.length === 0 ? noFigures : Object.fromEntries(own),
    })
  })
}

/** One credit of an event, its fields written out: so millions of them stay small. */
function creditOf(
  { id, kind, effective, recorded, currency }: SalesEvent,
  { deal, booked, about, bookedFor, lacks }: Origin,
  { credit, person, amount, figures }: Pick<Credit, 'credit' | 'person' | 'amount' | 'figures'>,
): Credit {
  return {
    event: id,
    kind,
    effective,
    recorded,
    dealt: deal.effective,
    booked,
    deal: deal.id,
    credit,
    person,
    amount,
    currency,
    figures,
    attributes: deal.attributes,
    ...(about && { about }),
    ...(bookedFor && { bookedFor }),
    ...(lacks && { lacks }),
  }
}

function shared(
  value: string,
  factor: string,
  places: number,
  claims: readonly Claim[],
): ReadonlyMap<string, string> {
  const whole = roundTo(decimal(value).times(factor), places, 'half-up')
  // One claim has all of it. Where the factor is zero so are the weights, and allocate would not know
  // whom to give nothing.
  const parts =
    claims.length === 1 || decimal(factor).isZero()
      ? claims.map(({ person }) => ({ id: person, amount: whole.toFixed(places) }))
      : allocate({
          total: whole.toFixed(),
          places,
          ties: 'id',
          shares: claims.map(({ person, weight }) => ({ id: person, weight })),
        })
  return new Map(parts.map(({ id, amount }) => [id, amount]))
}

function transferred(
  event: Extract<SalesEvent, { kind: 'transfer' }>,
  origin: Origin,
): readonly Credit[] {
  const { currency, credit, from, to } = event
  const places = minorUnits(currency)
  const part = (person: string, moved: (value: string) => string) => {
    const own = Object.entries(origin.figures).map(([name, value]) => [name, moved(value)])
    const figures = own.length === 0 ? noFigures : Object.fromEntries(own)
    return creditOf(event, origin, { credit, person, amount: moved(event.amount), figures })
  }
  return [
    part(from, (value) => difference('0', value, places)),
    part(to, (value) => total([value], places)),
  ]
}

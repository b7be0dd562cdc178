import { daysBetween, type IsoDate, monthsBetween } from '../../../src/calendar/index.js'
import type { Credit } from '../../../src/credit/credit.js'
import type { AmountEvent } from '../../../src/credit/event.js'
import type { Fraction } from '../../../src/quantity/internal.js'
import { type Deal, purchasesOf, type Step } from './deals.js'
import { written, zero } from './exact.js'
import { leastPlaces } from './measures.js'
import { attributeOf, type Company, compare, latest } from './world.js'

/** What a row credits: to whom, when, how much of which measures. */
export interface Content {
  readonly credit: string
  readonly person: string
  readonly made: IsoDate
  readonly counts: IsoDate
  readonly amounts: ReadonlyMap<string, Fraction>
}

/** What an event, or news of owners on a day, writes into the rows of a deal. */
export interface Source {
  readonly on: IsoDate
  readonly recorded: IsoDate
  readonly kind: Credit['kind']
  readonly step: Step
}

export function sourceOf(step: Step): Source {
  const { event, known } = step
  const on = event.kind === 'transfer' ? known : event.on
  return { on, recorded: known, kind: event.kind, step }
}

/** The members of rows of one source. */
export function rowsOf(
  company: Company,
  deals: readonly Deal[],
  deal: Deal,
  source: Source,
  /** The steps of the deal so far. */
  before: readonly Step[],
  contents: readonly Content[],
): readonly Credit[] {
  const { crediting } = company
  const { on, recorded, kind, step } = source
  const { event, about } = step
  const isNews = kind === 'owner'
  const { root } = deal
  const figures = Object.keys(crediting.figures ?? {})
  const due = before
    .flatMap(({ event }) => (event.kind === 'transfer' ? [] : (event.due ?? [])))
    .at(-1)
  const own = isNews || event.kind === 'transfer' || event === root ? {} : (event.attributes ?? {})
  return contents.map(({ credit, person, made, counts, amounts }) => {
    const part = (measure: string) =>
      written(amounts.get(measure) ?? zero, leastPlaces(crediting, measure))
    return {
      // Its id is the engine's to make.
      id: '',
      on,
      recorded,
      counts,
      made,
      order: orderOf(source, root, made, counts),
      person,
      event: event.id,
      kind,
      ...(!isNews && about !== undefined && { about }),
      deal: root.id,
      dealt: root.on,
      credit,
      currency: crediting.currency,
      sales: part('sales'),
      invoiced: part('invoiced'),
      collections: part('collections'),
      ...Object.fromEntries(figures.map((name) => [name, part(name)])),
      days: String(daysBetween(root.on, on)),
      months: String(monthsBetween(root.on, on)),
      ...(due !== undefined && { due }),
      ...(due !== undefined && kind === 'collection' && { overdue: String(daysBetween(due, on)) }),
      ...factsOf(company, deals, deal),
      ...root.attributes,
      ...Object.fromEntries(Object.entries(own).map(([name, text]) => [`own.${name}`, text])),
    }
  })
}

/** Its place within the day on which it counts: deal by deal, what comes back of a document beside that. */
function orderOf(
  { on, kind, step: { event, document } }: Source,
  root: AmountEvent,
  made: IsoDate,
  counts: IsoDate,
): string {
  const isBeside = kind !== 'owner' && kind !== 'transfer' && counts === latest(document.on, made)
  const head = isBeside ? document : root
  const place = `${head.order ?? ''} ${root.id} ${on}`
  return kind === 'owner' || event.order === undefined ? place : `${place} ${event.order}`
}

/** Which purchase of its customer a deal is. */
function factsOf(
  { crediting: { customer } }: Company,
  deals: readonly Deal[],
  { root }: Deal,
): Partial<Credit> {
  const value = customer === undefined ? undefined : attributeOf(root, customer)
  if (customer === undefined || value === undefined || root.kind !== 'order') return {}
  const purchases = purchasesOf(deals, (other) => attributeOf(other, customer) === value)
  const place = purchases.indexOf(root)
  const before = purchases.slice(0, place).map(({ on }) => on)
  const [first] = [...before, root.on].toSorted(compare) as [IsoDate]
  const last = before.toSorted(compare).at(-1)
  return {
    purchase: String(place + 1),
    customer_since: first,
    days_since_first: String(daysBetween(first, root.on)),
    months_since_first: String(monthsBetween(first, root.on)),
    ...(last !== undefined && { days_since_last: String(daysBetween(last, root.on)) }),
  }
}

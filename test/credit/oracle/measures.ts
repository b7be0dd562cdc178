import type { IsoDate } from '../../../src/calendar/index.js'
import type { Crediting } from '../../../src/credit/crediting.js'
import type { AmountEvent, DocumentKind } from '../../../src/credit/event.js'
import { minorUnits, money } from '../../../src/quantity/index.js'
import {
  compareFractions,
  type Fraction,
  fraction,
  minus,
  plus,
  times,
} from '../../../src/quantity/internal.js'
import { type Deal, isDocument, type Step } from './deals.js'
import { exactly, isZero, negated, sumOf, written, zero } from './exact.js'
import { compare, type WorldRates } from './world.js'

/** A step with what it adds to each measure of its deal. */
export interface Measured extends Step {
  readonly adds: ReadonlyMap<string, Fraction>
  /** The day of the document that each is booked with. */
  readonly booked: ReadonlyMap<string, IsoDate>
}

/** The measure that documents of a kind make. */
export const trackOf: Readonly<Record<DocumentKind, string>> = {
  order: 'sales',
  invoice: 'invoiced',
  collection: 'collections',
}

/** What counts as a document of which kind: the three tracks, and figures by where they are taken from. */
export function kindOf({ figures = {} }: Crediting, measure: string): DocumentKind {
  const track = (Object.keys(trackOf) as DocumentKind[]).find((kind) => trackOf[kind] === measure)
  return track ?? figures[measure]?.from ?? 'order'
}

export function placesOf(crediting: Crediting, measure: string): number {
  const { currency, places = minorUnits(currency) + 4, figures = {} } = crediting
  return (Object.hasOwn(figures, measure) ? figures[measure]?.places : undefined) ?? places
}

/** One unit of an event's money in the currency of the crediting. */
export function worth(
  crediting: Crediting,
  rates: WorldRates,
  event: AmountEvent,
  root: AmountEvent,
): Fraction | string {
  const { currency: to, rates: by = 'deal' } = crediting
  if (event.currency === to) return fraction(1n)
  const day = by === 'own' ? event.on : root.on
  const rate = rates
    .filter((table) => table.from === event.currency && table.to === to)
    .flatMap((table) => table.rates)
    .filter(({ from }) => compare(from, day) <= 0)
    .toSorted((a, b) => compare(a.from, b.from))
    .at(-1)
  return rate ? exactly(rate.value) : `no-conversion ${event.id}`
}

/** The number that an event gives under the name of a figure, in the currency of the crediting. */
export function figureOf(
  { currency, figures = {} }: Crediting,
  event: AmountEvent,
  name: string,
  rate: Fraction,
): Fraction | undefined {
  const told = Object.hasOwn(event.figures ?? {}, name) ? event.figures?.[name] : undefined
  if (told === undefined) return undefined
  return figures[name]?.unit === money(currency) ? times(exactly(told), rate) : exactly(told)
}

/** What each step of a deal adds to what; and what is wrong with that. */
export function measured(
  crediting: Crediting,
  rates: WorldRates,
  { root, steps }: Deal,
  tell: { readonly problem: (text: string) => void; readonly below: Below },
): readonly Measured[] {
  const done: Measured[] = []
  const totalOf = (measure: string) => sumOf(done.map(({ adds }) => adds.get(measure) ?? zero))
  for (const step of steps) {
    const { event } = step
    const adds = new Map<string, Fraction>()
    if (event.kind !== 'transfer') {
      const rate = worth(crediting, rates, event, root)
      if (typeof rate === 'string') {
        tell.problem(rate)
        done.push({ ...step, adds, booked: new Map() })
        continue
      }
      const hasOrder = [...done, step].some((each) => each.event.kind === 'order')
      const amount = exactly(event.amount)
      const tracks = new Map(tracksOf(step, amount, rate, hasOrder, totalOf))
      for (const [measure, added] of tracks) if (!isZero(added)) adds.set(measure, added)
      for (const name of Object.keys(crediting.figures ?? {})) {
        const kind = kindOf(crediting, name)
        const told = figureOf(crediting, event, name, rate)
        // What comes back without money takes its figures back as well.
        const changes = isChange(step) && tracks.has(trackOf[kind])
        if (
          adds.has(trackOf[kind]) &&
          isChange(step) &&
          told === undefined &&
          !isZero(totalOf(name))
        )
          tell.problem(`untold-figure ${event.id} ${name}`)
        if ((event.kind === kind || changes) && told && !isZero(told)) adds.set(name, told)
      }
    }
    const booked = new Map(
      [...adds.keys()].map((measure) => [measure, bookedOn(crediting, step, measure, done)]),
    )
    done.push({ ...step, adds, booked })
    for (const [measure, added] of adds) {
      const total = totalOf(measure)
      const mayFall = crediting.figures?.[measure]?.sign === 'any' || !isDocument(root)
      if (!mayFall && added.numerator < 0n && total.numerator < 0n)
        tell.below(event.id, measure, written(total, leastPlaces(crediting, measure)))
    }
  }
  return done
}

type Below = (event: string, measure: string, value: string) => void

/** The places that numbers of a measure have at least: those of the minor unit if they are money. */
export function leastPlaces(crediting: Crediting, measure: string): number {
  const { currency, figures = {} } = crediting
  const figure = Object.hasOwn(figures, measure) ? figures[measure] : undefined
  if (figure !== undefined && figure.unit !== money(currency)) return 0
  return Math.min(minorUnits(currency), placesOf(crediting, measure))
}

/** Whether it takes back or changes something else. */
export function isChange({ event, document }: Step): boolean {
  return !isDocument(event) || document !== event
}

function tracksOf(
  { event, about }: Step,
  amount: Fraction,
  rate: Fraction,
  hasOrder: boolean,
  totalOf: (measure: string) => Fraction,
): readonly (readonly [string, Fraction])[] {
  const value = times(amount, rate)
  if (isDocument(event)) return [[trackOf[event.kind], value]]
  const isSold = about === 'order' || about === undefined || hasOrder
  const sales: readonly (readonly [string, Fraction])[] = isSold ? [['sales', value]] : []
  if (event.kind === 'correction') {
    if (about === 'collection') return [['collections', value]]
    return about === 'invoice' ? [...sales, ['invoiced', value]] : sales
  }
  if (about === 'invoice' || about === 'collection') return [...sales, [trackOf[about], value]]
  // What was billed and is no longer sold is no longer billed, as far as this takes it back.
  const billed = totalOf('invoiced')
  const beyond = minus(billed, plus(totalOf('sales'), value))
  const [unbilled] = [beyond, billed, negated(value)].toSorted(compareFractions) as [Fraction]
  return unbilled.numerator > 0n ? [...sales, ['invoiced', negated(unbilled)]] : sales
}

/** The day of the document of whose measure a step adds to; `passed` are the steps before it. */
export function bookedOn(
  crediting: Crediting,
  { event, document, about }: Step,
  measure: string,
  passed: readonly Step[],
): IsoDate {
  if (document === event || (event.kind === 'collection' && about !== 'collection')) return event.on
  const kind = kindOf(crediting, measure)
  if (document.kind === kind) return document.on
  const days = passed
    .filter((step) => step.event === step.document && step.event.kind === kind)
    .map((step) => step.event.on)
    .toSorted(compare)
  return days.findLast((day) => compare(day, event.on) <= 0) ?? days[0] ?? document.on
}

/** The three measures that all have, and the figures of a company. */
export function measuresOf({ figures = {} }: Crediting): readonly string[] {
  return [...Object.values(trackOf), ...Object.keys(figures)]
}

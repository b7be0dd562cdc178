import type { IsoDate } from '../calendar/index.js'
import { at, type Problem } from '../problem/index.js'
import { integerOf } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import type { Converting } from './convert.js'
import type { Finding } from './credit.js'
import type { Crediting } from './crediting.js'
import { type Deal, type Entry, isDocument, isOnItsOwn } from './deals.js'
import type { AmountEvent, DocumentKind } from './event.js'
import { textOfUnits } from './units.js'

/** Something that events add to or take from: what is sold, billed or received, or a figure. */
export interface Measure {
  readonly name: string
  /** The kind of document that adds to it. */
  readonly of: DocumentKind
  /** The places in which it is known, and those to which it is divided. */
  readonly scale: number
  readonly places: number
  /** The places with which it is written at least. */
  readonly least: number
  /** Whether it is a figure, and of money of the credits' currency. */
  readonly figure?: { readonly converted: boolean; readonly anySign: boolean }
}

/** What an event adds to a measure, where that is the whole deal's. */
export interface Change {
  /** The place of the measure among all. */
  readonly measure: number
  readonly units: bigint
  /** The day of the document to which it adds, or from which it takes. */
  readonly day: IsoDate
}

const [sales, invoiced, collections] = [0, 1, 2]
const measureOf: Readonly<Record<DocumentKind, number>> = {
  order: sales,
  invoice: invoiced,
  collection: collections,
}

/** The measures of a crediting: its amounts, then its figures by name. */
export function measuresOf(crediting: Crediting, converting: Converting): readonly Measure[] {
  const { places, minor, scale } = converting
  const amounts = (
    [
      ['sales', 'order'],
      ['invoiced', 'invoice'],
      ['collections', 'collection'],
    ] as const
  ).map(([name, of]) => ({ name, of, scale, places, least: minor }))
  const figures = Object.entries(crediting.figures ?? {}).map(([name, figure]): Measure => {
    const own = figure.places ?? places
    const converted = figure.unit === `money:${crediting.currency}`
    return {
      name,
      of: figure.from ?? 'order',
      scale: converted ? Math.max(own, scale) : own,
      places: own,
      least: converted ? Math.min(own, minor) : 0,
      figure: { converted, anySign: figure.sign === 'any' },
    }
  })
  return [...amounts, ...figures.sort((a, b) => (a.name < b.name ? -1 : 1))]
}

/** Reads what each event of a deal adds, in the order in which they became known. */
export function changesOf(
  deal: Deal,
  measures: readonly Measure[],
  converting: Converting,
  told: { readonly problems: Problem[]; readonly findings: Finding[]; readonly refuses: boolean },
): readonly (readonly Change[])[] {
  const totals = measures.map(() => 0n)
  const seen: Record<DocumentKind, IsoDate[]> = { order: [], invoice: [], collection: [] }
  return deal.entries.map((entry) => {
    const { event } = entry
    if (event.kind === 'transfer') return []
    const changes = changesBy(entry, event, { measures, totals, seen, converting, deal }, told)
    if (isOnItsOwn(event)) seen[event.kind as DocumentKind].push(event.on)
    return changes
  })
}

interface SoFar {
  readonly deal: Deal
  readonly measures: readonly Measure[]
  readonly totals: bigint[]
  readonly seen: Readonly<Record<DocumentKind, IsoDate[]>>
  readonly converting: Converting
}

function changesBy(
  entry: Entry,
  event: AmountEvent,
  { deal, measures, totals, seen, converting }: SoFar,
  told: Parameters<typeof changesOf>[3],
): readonly Change[] {
  const path = () => at('events', entry.index)
  const rate = converting.rateOf(event, deal.root, path, told.problems)
  if (rate === undefined) return []
  const amount = rate.converted(event.amount, (measures[sales] as Measure).scale)
  const deltas = amountsOf(entry, event, amount, { totals, hasOrder: seen.order.length > 0 })
  for (const [measure, { of, name, figure, scale }] of measures.entries()) {
    if (figure === undefined) continue
    const own = Object.hasOwn(event.figures ?? {}, name) ? event.figures?.[name] : undefined
    const taken = deltas.get(measureOf[of])
    if (isDocument(event) ? event.kind !== of : taken === undefined) continue
    if (own !== undefined) {
      const units = figure.converted ? rate.converted(own, scale) : integerOf(own, scale)
      deltas.set(measure, units)
    } else if (!isOnItsOwn(event) && taken !== 0n && totals[measure] !== 0n)
      told.problems.push(
        creditProblem('untold-figure', at(at(path(), 'figures'), name), {
          event: event.id,
          figure: name,
        }),
      )
  }
  const changes: Change[] = []
  for (const [measure, units] of deltas) {
    const { of, name, figure, scale, least } = measures[measure] as Measure
    totals[measure] = (totals[measure] as bigint) + units
    const value = totals[measure] as bigint
    const fell = value < 0n && units < 0n && figure?.anySign !== true && isDocument(deal.root)
    if (fell) {
      const shown = textOfUnits(value, scale, least)
      const finding = { deal: deal.root.id, event: event.id, measure: name, value: shown }
      if (told.refuses)
        told.problems.push(creditProblem('below-zero', at(path(), 'amount'), finding))
      else told.findings.push({ finding: 'below-zero', ...finding })
    }
    changes.push({ measure, units, day: documentDay(entry, event, of, seen) })
  }
  return changes
}

/** What an event adds to the amounts of its deal; see `creditDeals`. */
function amountsOf(
  { document }: Entry,
  { kind }: AmountEvent,
  amount: bigint,
  { totals, hasOrder }: { readonly totals: readonly bigint[]; readonly hasOrder: boolean },
): Map<number, bigint> {
  const about = document.kind
  // What was billed or received without an order was never counted as sold.
  const ofSale = hasOrder || (about !== 'invoice' && about !== 'collection')
  const deltas = new Map<number, bigint>()
  switch (kind) {
    case 'order':
    case 'invoice':
    case 'collection':
      return deltas.set(measureOf[kind], amount)
    case 'correction':
      if (about === 'collection') return deltas.set(collections, amount)
      if (ofSale) deltas.set(sales, amount)
      return about === 'invoice' ? deltas.set(invoiced, amount) : deltas
    case 'refund':
    case 'cancellation': {
      if (ofSale) deltas.set(sales, amount)
      if (about === 'collection') return deltas.set(collections, amount)
      if (about === 'invoice') return deltas.set(invoiced, amount)
      // What is no longer sold cannot stay billed.
      const billed = totals[invoiced] as bigint
      const beyond = billed - ((totals[sales] as bigint) + amount)
      const most = [billed, -amount].reduce((least, each) => (each < least ? each : least), beyond)
      return most > 0n ? deltas.set(invoiced, -most) : deltas
    }
  }
}

/** The day of the document from which an event takes what it takes of a measure. */
function documentDay(
  { document }: Entry,
  event: AmountEvent,
  of: DocumentKind,
  seen: Readonly<Record<DocumentKind, readonly IsoDate[]>>,
): IsoDate {
  if (isOnItsOwn(event)) return event.on
  if (document.kind === of) return document.on
  if (event.kind === 'collection') return event.on
  let [first, last]: (IsoDate | undefined)[] = []
  for (const day of seen[of]) {
    if (first === undefined || day < first) first = day
    if (day <= event.on && (last === undefined || day > last)) last = day
  }
  return last ?? first ?? document.on
}

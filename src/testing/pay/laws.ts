import fc from 'fast-check'
import type { Period } from '../../calendar/index.js'
import { type PayBook, settle } from '../../pay/index.js'
import { payDataOf } from '../arbitraries/pay-data-of.js'
import { type Drawing, drawCases } from '../drawing.js'
import type { LawName, LawReport } from '../report.js'
import { unlikeInParts } from './additive.js'
import { unbalanced } from './balance.js'
import { isDivided } from './divided.js'
import { unlikeTwin } from './equal-pay.js'
import { unlikeLate } from './late-news.js'
import { isMeasured, lessForMore } from './more-pays-less.js'
import { protectedBlind } from './protected-blind.js'
import { unlikeRetold } from './reproducible.js'
import { type DrawnData, renamed, renamedData } from './retold.js'
import { type Found, type PayCase, runsOf, type Settle, shown, totalsOf, unlike } from './runs.js'
import { periodsOfBook } from './time.js'
import { wantedBy } from './wanted.js'

/** What a law of a book of components is checked on. */
export interface PayDrawing extends Drawing {
  /** The first of the periods that are run. */
  readonly period?: Period | undefined
}

type Check = (book: PayBook, drawing: PayDrawing) => LawReport | undefined

/** What a case shows of a law, and whether it is broken where its author says that it is. */
export type Find = (of: PayCase, pick: number) => Found | 'declared'

/** The laws of a book of components as a whole, of what `settle` pays. */
export function payLawsOf(pay: Settle): Readonly<Partial<Record<LawName, Check>>> {
  const drawn =
    (law: LawName, find: Find, says: (book: PayBook) => boolean = () => true): Check =>
    (book, drawing) =>
      says(book) ? drawnRuns(law, book, drawing, pay, find) : undefined
  return {
    'protected-blind': (book) => protectedBlind(book, nameOfBook(book)),
    monotone: drawn('monotone', lessForMore, isMeasured),
    reproducible: drawn('reproducible', unlikeRetold),
    anonymous: drawn('anonymous', unlikeRenamed),
    'equal-pay': drawn('equal-pay', unlikeTwin),
    additive: drawn('additive', unlikeInParts),
    'late-news': drawn('late-news', unlikeLate),
    'budget-balanced': drawn('budget-balanced', unbalanced, isDivided),
  }
}

/** The laws of a book of components as a whole. */
export const payLaws = payLawsOf(settle)

/** What reports call a book. */
export function nameOfBook(book: PayBook & { readonly policy?: { readonly id: string } }): string {
  return book.policy?.id ?? 'book'
}

/** How many periods are run one after the other. */
const periods = 3

function drawnRuns(
  law: LawName,
  book: PayBook,
  drawing: PayDrawing,
  pay: Settle,
  find: Find,
): LawReport {
  const { period } = drawing
  const runs = periodsOfBook(book, { period, periods }).runs.map(({ name }) => name)
  let declared = false
  const look = ({ data, pick }: DrawnCase) => {
    const found = find({ book, data, periods: runs, settle: pay }, pick)
    if (found === 'declared') declared = true
    return found
  }
  const cases = fc.record({ data: payDataOf(book, { period, periods }), pick: fc.nat() })
  const { runs: count, smallest } = drawCases(cases, drawing, (each) => {
    const found = look(each)
    return found === undefined || found === 'declared'
  })
  const of = { law, of: nameOfBook(book), runs: count } as const
  if (smallest === undefined) return { ...of, outcome: declared ? 'declared' : 'held' }
  const { value, replay } = smallest
  const broken = look(value) as Exclude<Found, undefined>
  return { ...of, outcome: 'broken', broken: { ...broken, data: value.data, replay } }
}

interface DrawnCase {
  readonly data: DrawnData
  /** Which of some variants is looked at. */
  readonly pick: number
}

function unlikeRenamed(of: PayCase): Found {
  const above = wantedBy(of.book).attributes.flatMap(({ is, name }) =>
    is === 'above' ? [name] : [],
  )
  const first = totalsOf(runsOf(of)).map((each) => ({ ...each, person: renamed(each.person) }))
  const second = totalsOf(runsOf({ ...of, data: renamedData(of.data, above) }))
  const says = { en: 'Other names are paid otherwise', 'zh-CN': '改名后报酬不同' }
  return shown(says, unlike(first, second))
}

import { canonicalJson, fail } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'
import { fingerprintOf } from './fingerprint.js'
import type { Line } from './run.js'
import type { Settling } from './settling.js'
import type { SheetWork } from './sheet-work.js'
import { isFailed } from './work.js'

/** A line of a run, with what the book and the data know of it. */
export interface KnownLine {
  readonly line: Line
  readonly of: LinkedComponent
  readonly holder: Holder
  /** The period that it was earned in, by its number in its own rhythm. */
  readonly number: number
}

/** The work that a line was worked out by, and that of a component below it. */
export interface LineWork {
  readonly work: SheetWork
  readonly workOf: (component: LinkedComponent, reader: SheetWork) => SheetWork
  /** The period of the book's runs in which the line's own ends. */
  readonly position: number
}

/**
 * The work of a line, done again. Throws a `PolicyError` where the book has other texts than it was settled
 * by, or the data are not those that it was worked out from: it would be another number.
 */
export function workOfLine(settling: Settling, { line, of, holder, number }: KnownLine): LineWork {
  const { works, ledger, textOf, retroOf } = settling
  const {
    person,
    earned: { period },
  } = line
  const retro = retroOf(of)
  const position = works(retro).positionOf(of, number)
  const known = ledger.of(of, holder, number)
  if (known?.text !== textOf(of, number))
    fail(payProblem('other-book', '', { component: of.name, period }))
  const closed = position < works(retro).firstOpen
  const reopened =
    closed && known.asOf !== undefined ? { period: position, asOf: known.asOf } : undefined
  const work = works(retro, reopened)
  const result = work.result(of, holder, number)
  const parts = result === undefined || isFailed(result) ? [] : result.parts
  const same = fingerprintOf(work, of, holder, number) === line.fingerprint
  if (!same || canonicalJson(parts) !== canonicalJson(line.parts))
    fail(payProblem('other-data', '', { component: of.name, person, period }))
  return {
    work,
    workOf: ({ retro: own }, reader) => (own === undefined ? reader : works(own, reopened)),
    position,
  }
}

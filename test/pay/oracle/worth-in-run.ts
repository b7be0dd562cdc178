import type { IsoDate } from '../../../src/calendar/index.js'
import { indexOf, monthOf } from './known.js'
import { beginOf, endOf, isHeld, type Key, keyOf, type RunOf } from './ledger.js'
import { worthOf } from './worth.js'
import { componentOf, type Knowledge, type Owner, type Worth } from './worth-row.js'

/**
 * On which day the state of a month was frozen, at this run: the last run in which it was open, the
 * day before the first run where it is older; still open, as of this run.
 */
export function closingOf(
  { payment, first, dayBefore, asOfs }: RunOf,
  month: string,
  retro: number,
) {
  if (month < first) return { asOf: dayBefore, open: false }
  // Before the first run nothing is known of its month and of later ones.
  if (asOfs.length === 0) return { asOf: '0000-01-01', open: false }
  if (indexOf(month) >= indexOf(payment.period) - retro) return { asOf: payment.asOf, open: true }
  const last = asOfs.findLast((run) => run.month <= indexOf(month) + retro)
  return { asOf: (last as (typeof asOfs)[number]).asOf, open: false }
}

export interface Worths {
  /** What a component comes to in this run; one without a horizon of its own is worked out by the reader's. */
  readonly worth: (name: string, owner: Owner, month: string, retro: number) => Worth
  /** All that has been worked out. */
  readonly all: ReadonlyMap<
    string,
    { readonly worth: Worth; readonly reopened?: IsoDate | undefined }
  >
}

export function worthsOf(run: RunOf): Worths {
  const { book, data, payment, first, keys } = run
  const all = new Map<string, { worth: Worth; reopened?: IsoDate | undefined }>()
  const knowledges = new Map<string, Knowledge>()

  /** By each month's closing; of a number that is still to be worked out, its own month as if open. */
  const knowledge = (retro: number, month: string, reopened: IsoDate | undefined): Knowledge => {
    const name = `${retro} ${reopened === undefined ? '' : `${month} ${reopened}`}`
    const made = knowledges.get(name)
    if (made !== undefined) return made
    const closings = new Map<string, IsoDate>()
    const closing = (of: string) => {
      const known = closings.get(of) ?? closingOf(run, of, retro).asOf
      closings.set(of, known)
      return known
    }
    const known: Knowledge = {
      book,
      data,
      first: beginOf(data),
      last: endOf(data, payment),
      cutoff: (day) => {
        const own = monthOf(day)
        return reopened !== undefined && own === month ? reopened : closing(own)
      },
      // What has no line was settled with nothing: it is known as well as the number that reads it.
      worth: (read, owner, at) =>
        reopened !== undefined && at === month && componentOf(book, read).pays === undefined
          ? worthOf(known, componentOf(book, read), owner, at)
          : worth(read, owner, at, retro),
      found: new Map(),
    }
    knowledges.set(name, known)
    return known
  }

  const worth = (name: string, owner: Owner, month: string, reader: number): Worth => {
    const component = componentOf(book, name)
    const retro = component.retro ?? reader
    const key = keyOf(name, owner, month, retro)
    const made = all.get(key)
    if (made !== undefined) return made.worth
    const past = keys.get(key)
    if (past?.fixed !== undefined) return past.fixed
    const closed = month >= first && !closingOf(run, month, retro).open
    const held = past?.held || isHeld(run, component, month, retro)
    const reopened = closed ? (held ? payment.asOf : past?.reopened) : undefined
    const found =
      gone(run, past) ?? worthOf(knowledge(retro, month, reopened), component, owner, month)
    all.set(key, { worth: found, reopened })
    return found
  }
  return { worth, all }
}

/** What was read before and is no longer given at all is not taken back: it withholds. */
function gone({ data }: RunOf, past: Key | undefined): Worth | undefined {
  const lost = past?.read?.filter((read) => {
    const [kind, of = '', name = '', month] = read.split('|')
    if (kind === 'record') return !data.records?.[of]?.some(({ id }) => id === name)
    const figures =
      of === ''
        ? data.groups?.find((group) => group.of === 'company')?.figures
        : data.people.find(({ id }) => id === of)?.figures
    return !figures?.some((figure) => figure.name === name && figure.period === month)
  })
  if (lost === undefined || lost.length === 0) return undefined
  return { row: true, error: `no longer given: ${lost.join(', ')}`, last: '' }
}

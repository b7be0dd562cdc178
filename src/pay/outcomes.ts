import type { LinkedComponent, PayBook } from './book.js'
import { candidateOf } from './candidate.js'
import type { Holder } from './data-index.js'
import type { Outcome } from './division.js'
import { type OpenKey, openKeys } from './keys.js'
import { heldIn } from './lives.js'
import { componentReads } from './reads.js'
import type { Settling } from './settling.js'
import { isFailed } from './work.js'

/** What every key of a component comes to that a run looks at. */
export function outcomesOf(settling: Settling, component: LinkedComponent): readonly Outcome[] {
  const { sheet, textOf, only } = settling
  const keys = component.cash ? cashKeys(settling, component) : openKeys(settling, component)
  return keys.map((key) => {
    const { holder, index } = key
    const before = sheet.ledger.of(component, holder, index)
    const result = candidateOf(key, before, sheet, textOf(component, index))
    const { person } = holder.owner
    const asked = only === undefined || person === undefined || only.has(person)
    return isFailed(result)
      ? { key, asked, problems: result.problems }
      : { key, asked, problems: none, candidate: result }
  })
}

const none: readonly never[] = []

/**
 * The keys of what is paid in cash: those of the run's own period alone. It runs while its row exists,
 * while a balance is left that it goes by, and for who has left and is paid something now; who has moved
 * out of its condition, where what is paid now is of a component that has ended for them too.
 */
function cashKeys(settling: Settling, component: LinkedComponent): readonly OpenKey[] {
  const { sheet, works, retroOf, paidNow } = settling
  const { current, timeline } = sheet.runs
  const { ledger } = sheet
  const work = works(retroOf(component))
  const { balances, dues } = readByCash(sheet.book, component)
  const period = timeline.at(current)
  const isThere = (holder: Holder) => {
    const view = holder.person?.knownBy(work.horizon.cutoff(period.to))
    return view !== undefined && heldIn(view, holder, period).length > 0
  }
  const goesOn = (holder: Holder) => {
    const row = work.row(component, holder, current)
    if (row === undefined || isFailed(row) || row.whole.length > 0) return true
    return (
      ledger.of(component, holder, current) !== undefined ||
      balances.some((each) => ledger.lastBefore(each, holder, current)?.isZero() === false) ||
      (paidNow.has(holder.key) && (!isThere(holder) || dues.some((each) => isLate(each, holder))))
    )
  }
  const isLate = (due: LinkedComponent, holder: Holder) => {
    if (work.row(due, holder, current) !== undefined) return false
    const amount = work.due(due, holder, period)
    return isFailed(amount) || !amount.isZero()
  }
  return work
    .owners(component, current)
    .filter(goesOn)
    .map((holder) => ({
      component,
      holder,
      index: current,
      position: current,
      work,
      reopened: false,
    }))
}

/** What a component reads of the period before, and as due: itself or through what else is paid in cash. */
function readByCash(
  { components, tagged }: PayBook,
  component: LinkedComponent,
): Readonly<Record<'balances' | 'dues', readonly LinkedComponent[]>> {
  const balances = new Set<LinkedComponent>()
  const dues = new Set<LinkedComponent>()
  const found = new Set([component])
  // What is added while it is gone through is gone through too.
  for (const { versions } of found)
    for (const version of versions)
      for (const { name, source } of componentReads(version.component, tagged)) {
        const read = components.get(name) as LinkedComponent
        if (source.over === 'before') balances.add(read)
        else if (source.what === 'due') dues.add(read)
        else if (read.cash) found.add(read)
      }
  return { balances: [...balances], dues: [...dues] }
}

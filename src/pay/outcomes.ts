import type { LinkedComponent } from './book.js'
import { candidateOf } from './candidate.js'
import type { Holder } from './data-index.js'
import type { Outcome } from './division.js'
import { type OpenKey, openKeys } from './keys.js'
import { recordedOf } from './ledger.js'
import type { Settling } from './settling.js'
import { isFailed, type Result } from './work.js'

/** What every key of a component comes to that a run looks at. */
export function outcomesOf(settling: Settling, component: LinkedComponent): readonly Outcome[] {
  const { sheet, textOf, only } = settling
  const keys = component.cash ? cashKeys(settling, component) : openKeys(settling, component)
  return keys.map((key) => {
    const { holder, index } = key
    const before = sheet.ledger.of(component, holder, index)
    const result = candidateOf(key, before, baselineOf(settling, key), textOf(component, index))
    const { person } = holder.owner
    const asked = only === undefined || person === undefined || only.has(person)
    return isFailed(result)
      ? { key, asked, problems: result.problems }
      : { key, asked, problems: [], candidate: result }
  })
}

/** What a key of a period before the first run was settled to elsewhere, where no opening says so. */
function baselineOf({ sheet: { runs }, baseline }: Settling, key: OpenKey): Result {
  return key.position < runs.first
    ? baseline.result(key.component, key.holder, key.index)
    : undefined
}

/**
 * The keys of what is paid in cash: those of the run's own period alone. It runs while its row exists,
 * while a balance is left, and for who is paid something now.
 */
function cashKeys(settling: Settling, component: LinkedComponent): readonly OpenKey[] {
  const { sheet, works, retroOf, paidNow } = settling
  const { current } = sheet.runs
  const work = works(retroOf(component))
  const goesOn = (holder: Holder) => {
    const row = work.row(component, holder, current)
    if (row === undefined || isFailed(row) || row.whole.length > 0) return true
    const balance = recordedOf(sheet.ledger.of(component, holder, current - 1))
    const again = sheet.ledger.of(component, holder, current) !== undefined
    return again || balance?.isZero() === false || paidNow.has(holder.owner.person ?? '')
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

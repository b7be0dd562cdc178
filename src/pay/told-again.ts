import { isTrusted } from '../credit/trusted.js'
import type { Row } from './data.js'

/** Tables that were read do not change; what is found when they are checked need not be found again. */
const known = new WeakMap<readonly Row[], ReadonlySet<string>>()

const none: ReadonlySet<string> = new Set()

/** The ids of a table of which there are several versions. */
export function idsToldAgain(rows: readonly Row[]): ReadonlySet<string> {
  const found = known.get(rows)
  if (found !== undefined) return found
  // What the library itself has written tells nothing again.
  if (isTrusted(rows)) return none
  const ids = new Set<string>()
  const again = new Set<string>()
  for (const { id } of rows) {
    const { size } = ids
    if (ids.add(id).size === size) again.add(id)
  }
  known.set(rows, again)
  return again
}

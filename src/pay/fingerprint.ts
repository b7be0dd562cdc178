import { sha256 } from '../problem/index.js'
import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'
import type { Item } from './reading.js'
import { isFailed, type Work } from './work.js'

/**
 * A fingerprint of what a number was worked out from, down to its attributes, figures, days and records:
 * the same number from other data has another.
 */
export function fingerprintOf(
  reader: Work,
  component: LinkedComponent,
  holder: Holder,
  index: number,
): string {
  const work = reader.by(component)
  return work.once(`fingerprint ${component.name} ${holder.key} ${index}`, () => {
    const result = work.result(component, holder, index)
    if (result === undefined || isFailed(result)) return sha256('')
    return sha256(result.items.map((item) => itemText(work, item, { holder, index })).join('\n'))
  })
}

/** An item as a text; of a component of the same row, what that was worked out from. */
function itemText(
  work: Work,
  item: Item,
  own: { readonly holder: Holder; readonly index: number },
): string {
  if (item.kind !== 'component') return JSON.stringify(item)
  const { component, holder, index, value } = item
  const key = [component.name, holder.key, index, value]
  const below = holder === own.holder && index === own.index
  return JSON.stringify(below ? [...key, fingerprintOf(work, component, holder, index)] : key)
}

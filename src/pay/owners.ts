import { payProblem } from '../words/index.js'
import { groupOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'
import type { Failed, PayRow, Work } from './work.js'

/** The owners of a component that a row reads directly: its own, or those that it belongs to. */
export function ownersFor(
  work: Work,
  { holder, to }: PayRow,
  target: LinkedComponent,
): readonly Holder[] | Failed {
  const { index } = work
  const { person } = holder.owner
  if (target.of === 'company') return [index.company]
  if (typeof target.of === 'object') {
    const { by } = target.of
    const value = groupOn(work, holder, by, to)
    if (typeof value !== 'symbol') return value === undefined ? [] : [index.group(by, value)]
    return {
      problems: [payProblem('several-values', '', { name: by, owner: person as string, day: to })],
    }
  }
  if (target.of === 'assignment' && holder.assignment === undefined)
    return index.posts.get(person as string) as readonly Holder[]
  return target.of === 'assignment' ? [holder] : [index.people.get(person as string) as Holder]
}

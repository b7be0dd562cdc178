import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { IsoDate } from './dates.js'

/** When something became known: its own day unless said. Of one key the latest recorded holds. */
export interface Known {
  readonly recorded?: IsoDate | undefined
  /** Takes away what its key had. */
  readonly void?: true | undefined
}

/** A value of an attribute from a day on, a number or a text, until the next; its key is name and `from`. */
export interface AttributeValue extends Known {
  readonly from: IsoDate
  readonly value: string
}

/** Histories of attributes, by name. */
export type Attributes = Readonly<Record<string, readonly AttributeValue[]>>

/** Items of one key that became known on one day: which of them holds? */
export function toldTwice<T extends Known>(
  path: string,
  items: readonly T[],
  keyOf: (item: T) => readonly [key: readonly (string | undefined)[], own: string],
  mayBe: (item: T) => boolean = () => true,
): readonly Problem[] {
  const seen = new Set<string>()
  return items.flatMap((item, i) => {
    if (!mayBe(item)) return []
    const [key, own] = keyOf(item)
    const recorded = item.recorded ?? own
    const told = JSON.stringify([key, recorded])
    if (!seen.has(told)) {
      seen.add(told)
      return []
    }
    const words = key.filter((word) => word !== undefined).join(' ')
    return [payProblem('told-twice', at(path, i), { key: words, recorded })]
  })
}

/** Values of one attribute from one day that became known on one day. */
export function attributeProblems(path: string, attributes: Attributes): readonly Problem[] {
  return Object.entries(attributes).flatMap(([name, history]) =>
    toldTwice(at(path, name), history, ({ from }) => [[name, from], from]),
  )
}

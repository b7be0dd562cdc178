import { addDays, type IsoDate } from '../calendar/index.js'
import { canonicalJson } from '../problem/index.js'
import type { Attributes, Figure, Known } from './data.js'
import type { FigureKeys } from './figure-keys.js'
import { allDays } from './horizon.js'
import { asRecorded, type Told } from './told.js'

/** Something by its key's name, the first day on which it tells news, and the day on which it was recorded. */
export interface RecordedLater {
  readonly key: string
  readonly day: IsoDate
  readonly recorded: IsoDate
}

/** What was recorded after its own day, and says something else than was recorded before. */
export function recordedLater(
  { employment = [], assignments = [], absences = [], figures = [], attributes = {} }: Told,
  figureKey: FigureKeys['of'],
): readonly RecordedLater[] {
  const fromOf = ({ from }: { readonly from: IsoDate }) => from
  const idOf = ({ id }: { readonly id: string }) => id
  const values = (of: Attributes) =>
    Object.entries(of).flatMap(([name, all]) =>
      newsIn(all, { dayOf: fromOf, keyOf: fromOf, nameOf: ({ from }) => `${name} ${from}` }),
    )
  return [
    ...newsIn(employment, { dayOf: fromOf, keyOf: fromOf, nameOf: fromOf, since: changedFrom }),
    ...newsIn(absences, { dayOf: fromOf, keyOf: idOf, nameOf: idOf, since: changedFrom }),
    ...newsIn(figures, {
      dayOf: (figure) => figureKey(figure).day,
      keyOf: (figure) => figureKey(figure).key,
      nameOf: figureName,
    }),
    ...values(attributes),
    ...newsIn(assignments, { dayOf: fromOf, keyOf: idOf, nameOf: idOf, since: changedFrom }),
    ...assignments.flatMap((each) => values(each.attributes)),
  ]
}

/** A figure by its name, and its post; its period is told beside it. */
function figureName({ name, assignment }: Figure): string {
  return assignment === undefined ? name : `${name} ${assignment}`
}

interface Named<T> {
  readonly dayOf: (item: T) => IsoDate
  readonly keyOf: (item: T) => string
  readonly nameOf: (item: T) => string
  /** From which day on it is otherwise than was recorded before; its own day unless said. */
  readonly since?: (item: T, before: T | undefined) => IsoDate
}

function newsIn<T extends Known>(
  items: readonly T[],
  { dayOf, keyOf, nameOf, since = dayOf }: Named<T>,
): readonly RecordedLater[] {
  if (items.every((item) => item.recorded === undefined || item.recorded <= dayOf(item))) return []
  const last = new Map<string, T>()
  return asRecorded(items, allDays.to, dayOf).flatMap((item) => {
    const before = last.get(keyOf(item))
    last.set(keyOf(item), item)
    const { recorded } = item
    if (recorded === undefined || recorded <= dayOf(item) || isSame(item, before)) return []
    return [{ key: nameOf(item), day: since(item, before), recorded }]
  })
}

function isSame<T extends Known>(item: T, before: T | undefined): boolean {
  const textOf = ({ recorded: _, ...said }: T) => canonicalJson(said)
  return before !== undefined && textOf(item) === textOf(before)
}

interface Days extends Known {
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
}

/** Of days that are cut short or go on for longer, the first that is not as it was; else the first of all. */
function changedFrom<T extends Days>(item: T, before: T | undefined): IsoDate {
  if (before === undefined) return item.from
  const sameBut = isSame({ ...item, to: before.to }, before)
  if (!sameBut) return before.from < item.from ? before.from : item.from
  const [one, other] = [item.to ?? allDays.to, before.to ?? allDays.to]
  return addDays(one < other ? one : other, 1)
}

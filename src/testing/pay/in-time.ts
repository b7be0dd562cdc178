import type { IsoDate, Period } from '../../calendar/index.js'
import type { Known, PayBook } from '../../pay/index.js'
import { allDays, periodNamed, rhythmsOf, runRhythm } from '../../pay/internal.js'
import { push } from '../../problem/push.js'
import { type DrawnData, retold } from './retold.js'

/** The same news, all of it told on its own day: of each key what was told last. */
export function inTime(book: PayBook, data: DrawnData): DrawnData {
  return retoldByKey(book, data, (items, toldOn) => {
    const { recorded: _, void: gone, ...last } = lastOf(items, toldOn)
    return gone === undefined ? [last as (typeof items)[number]] : []
  })
}

/**
 * The same news, of runs one after the other, all of it told while it still counts: the last of what is told
 * later of a key is told on the last of those days.
 */
export function inHorizon(
  book: PayBook,
  data: DrawnData,
  runs: readonly Period[],
  retro: number,
): DrawnData {
  const [first] = runs as readonly [Period]
  const until = (day: IsoDate): IsoDate => {
    if (day < first.from) return first.to
    const own = runs.findIndex(({ to }) => day <= to)
    // What is told of days after all runs is told after them.
    return own === -1 ? allDays.to : (runs[Math.min(own + retro, runs.length - 1)] as Period).to
  }
  return retoldByKey(book, data, (items, toldOn, ownDay) => {
    const limit = until(ownDay)
    const late = items.filter((item) => toldOn(item) > limit)
    if (late.length === 0) return items
    const before = items.filter((item) => toldOn(item) < limit)
    return [...before, { ...lastOf(late, toldOn), recorded: limit }]
  })
}

function lastOf<T>(items: readonly T[], toldOn: (item: T) => IsoDate): T {
  return items.reduce((a, b) => (toldOn(a) > toldOn(b) ? a : b))
}

/** Data of which all that is told of a key is changed at once. */
function retoldByKey(
  book: PayBook,
  data: DrawnData,
  change: <T extends Known>(
    items: readonly T[],
    toldOn: (item: T) => IsoDate,
    ownDay: IsoDate,
  ) => readonly T[],
): DrawnData {
  return retold(
    data,
    (items, keyOf, dayOf) => {
      const byKey = new Map<string, (typeof items)[number][]>()
      for (const item of items) push(byKey, keyOf(item), item)
      const toldOn = (item: (typeof items)[number]) => item.recorded ?? dayOf(item)
      return [...byKey.values()].flatMap((all) =>
        change(all, toldOn, dayOf(all[0] as (typeof items)[number])),
      )
    },
    lastDaysOf(book),
  )
}

/** The last day of a period of a rhythm, by its name. */
function lastDaysOf({ definition }: PayBook): (period: string, rhythm?: string) => IsoDate {
  const rhythms = rhythmsOf(definition)
  return (period, rhythm = runRhythm(definition)) =>
    (periodNamed(period, rhythms[rhythm] as (typeof rhythms)[string]) as Period).to
}

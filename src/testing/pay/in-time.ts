import { addDays, type IsoDate, type Period } from '../../calendar/index.js'
import type { Data, Known, PayBook } from '../../pay/index.js'
import { periodNamed, rhythmsOf, runRhythm } from '../../pay/internal.js'
import { push } from '../../problem/push.js'
import { retold } from './retold.js'

/** The same news, all of it told on its own day: of each key what was told last. */
export function inTime(book: PayBook, data: Data): Data {
  return retold(
    data,
    (items, keyOf, dayOf) => {
      const byKey = new Map<string, (typeof items)[number][]>()
      for (const item of items) push(byKey, keyOf(item), item)
      return [...byKey.values()].flatMap((told) => {
        const {
          recorded: _,
          void: gone,
          ...last
        } = told.reduce((a, b) => ((a.recorded ?? dayOf(a)) > (b.recorded ?? dayOf(b)) ? a : b))
        return gone === undefined ? [last as (typeof items)[number]] : []
      })
    },
    lastDaysOf(book),
  )
}

/** The same news without what is told too late to count, of runs one after the other. */
export function inHorizon(book: PayBook, data: Data, runs: readonly Period[], retro: number): Data {
  const until = (day: IsoDate): IsoDate => {
    const own = runs.findIndex(({ to }) => day <= to)
    const first = runs[0] as Period
    if (day < first.from) return first.to
    const last = runs[Math.min(own + retro, runs.length - 1)] as Period
    return own === -1 ? addDays(day, 0) : last.to
  }
  return retold(
    data,
    (items, _, dayOf) =>
      items.filter((item) => (item.recorded ?? dayOf(item)) <= until(dayOf(item))),
    lastDaysOf(book),
  )
}

/** The last day of a period of a rhythm, by its name. */
function lastDaysOf({ definition }: PayBook): (period: string, rhythm?: string) => IsoDate {
  const rhythms = rhythmsOf(definition)
  return (period, rhythm = runRhythm(definition)) =>
    (periodNamed(period, rhythms[rhythm] as (typeof rhythms)[string]) as Period).to
}

export type { Known }

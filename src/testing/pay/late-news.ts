import type { PayBook } from '../../pay/index.js'
import { inHorizon, inTime } from './in-time.js'
import { type Found, type PayCase, runsOf, shown, totalsOf, unlike } from './runs.js'
import { periodsNamed } from './time.js'
import { settledOf } from './unsettled.js'

/** What is told late, while its period is open, beside the same told in time: the same is paid in the end. */
export function unlikeLate(of: PayCase): Found {
  const { book, data, periods } = of
  const late = inHorizon(book, data, periodsNamed(book, periods), leastRetro(book))
  const first = runsOf({ ...of, data: inTime(book, late) })
  const second = runsOf({ ...of, data: late })
  const settled = settledOf(book, [first, second])
  // What is paid in cash is of its payment: it goes by what that comes to.
  const due = (runs: typeof first) =>
    settled(totalsOf(runs)).filter(
      ({ component }) => book.components.get(component)?.cash === false,
    )
  const says = { en: 'Told late, another amount is paid in the end', 'zh-CN': '迟报后最终金额不同' }
  return shown(says, unlike(due(first), due(second)))
}

/** For how many periods everything of a book stays open. */
function leastRetro({ components, definition }: PayBook): number {
  return [...components.values()].reduce(
    (least, { retro = definition.retro }) => Math.min(least, retro),
    definition.retro,
  )
}

import { longestGap } from '../../pay/internal.js'
import { inTime } from './in-time.js'
import { type Found, type PayCase, runsOf, shown, totalsOf, unlike } from './runs.js'
import { settledOf } from './unsettled.js'

/** What is settled period by period, beside the same with periods left out, or in two goes each. */
export function unlikeInParts(of: PayCase): Found {
  const { book, periods } = of
  const inParts = { ...of, data: inTime(book, of.data) }
  const first = runsOf(inParts)
  const gap = longestGap(book)
  const fewer = periods.filter((_, i) => i % gap === 0 || i === periods.length - 1)
  if (fewer.length < periods.length) {
    const second = runsOf(inParts, { periods: fewer })
    const settled = settledOf(book, [first, second])
    const says = { en: 'Fewer runs pay otherwise in all', 'zh-CN': '减少结算次数，总额不同' }
    const found = shown(says, unlike(settled(totalsOf(first)), settled(totalsOf(second))))
    if (found !== undefined) return found
  }
  const some = of.data.people.filter((_, i) => i % 2 === 0).map(({ id }) => id)
  const second = runsOf(inParts, {
    periods: periods.flatMap((period) => [period, period]),
    request: (i) => (i % 2 === 0 ? { only: some } : {}),
  })
  const settled = settledOf(book, [first, second])
  const says = {
    en: 'Two runs of a period pay otherwise in all',
    'zh-CN': '一期分两次结算，总额不同',
  }
  return shown(says, unlike(settled(totalsOf(first)), settled(totalsOf(second))))
}

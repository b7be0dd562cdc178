import { type Evaluation, type Explanation, explain } from '../formula/index.js'
import { at, fail, type Locale, labelIn, type Problem } from '../problem/index.js'
import { decimal, difference, formatQuantity, minorUnits, money } from '../quantity/index.js'
import type { Division, PoolShare } from './division.js'
import { unknownMember } from './problems.js'
import { words } from './words.js'

/** The language of an explanation, and the run of the formula that funded the pool. */
export interface ShareOptions {
  readonly locale: Locale
  readonly funding?: Pick<Evaluation, 'trace'>
}

/**
 * How one share of a division came about, up to the fund: the share by weight, then the floor, cap or
 * leftover unit that changed it; the weight by its own formula; and the share of which it is a part.
 * `path` names the member level by level. With `funding`, also how the fund came about.
 *
 * Throws a `PolicyError` where nobody stands at the path.
 *
 * @example
 * renderText(explainShare(division, ['service', 'li'], { locale: 'zh-CN' }))
 */
export function explainShare(
  division: Division,
  path: readonly string[],
  options: ShareOptions,
): Explanation {
  let explained = explainedFund(division, options)
  let siblings = division.shares
  path.forEach((id, i) => {
    const share = siblings.find((each) => each.id === id) ?? fail(unknownAt(i, id, siblings))
    explained = explainedShare(share, explained, isMoved(siblings), division, options)
    siblings = share.members
  })
  return explained
}

function explainedFund(
  { fund, currency, label, clause }: Division,
  { locale, funding }: ShareOptions,
): Explanation {
  return {
    label: labelIn(label, locale),
    value: formatQuantity(fund, money(currency), locale),
    ...(clause !== undefined && { clause }),
    how: [],
    steps: funding === undefined ? [] : [explain(funding, { locale })],
  }
}

function unknownAt(level: number, id: string, siblings: readonly PoolShare[]): Problem {
  return unknownMember(
    at('path', level),
    id,
    siblings.map((share) => share.id),
  )
}

/** Whether a floor or a cap holds for any of them, so that the others get more or less. */
function isMoved(siblings: readonly PoolShare[]): boolean {
  return siblings.some(({ bound }) => bound !== undefined)
}

function explainedShare(
  share: PoolShare,
  above: Explanation,
  moved: boolean,
  { currency }: Division,
  { locale }: ShareOptions,
): Explanation {
  const { amount, label, clause, steps, fund, weight, weights, proportional } = share
  const unit = steps[0].unit
  const written = (value: string) => formatQuantity(value, money(currency), locale)
  const say = words[locale]
  const byWeight = say.share(
    written(fund),
    formatQuantity(weight, unit, locale),
    formatQuantity(weights, unit, locale),
    written(proportional),
  )
  const exact = decimal(proportional).times(weights).equals(decimal(fund).times(weight))
  return {
    label: labelIn(label, locale),
    value: written(amount),
    ...(clause !== undefined && { clause }),
    how: [
      ...(decimal(weights).isZero() ? [] : [exact ? byWeight : byWeight + say.cut]),
      ...boundLines(share, locale, written),
      ...shiftLines(share, moved, minorUnits(currency), locale, written),
    ],
    steps: [...steps.map((trace) => explain({ trace }, { locale })), above],
  }
}

/** What the bounds of others and the leftover unit made of the share by weight. */
function shiftLines(
  { amount, proportional, bound, roundedUp }: PoolShare,
  moved: boolean,
  places: number,
  locale: Locale,
  written: (value: string) => string,
): readonly string[] {
  if (bound !== undefined) return []
  const say = words[locale]
  const leftover = roundedUp ? decimal(`1e-${places}`) : decimal('0')
  const shift = decimal(difference(amount, proportional, places)).minus(leftover)
  const by = written(shift.abs().toFixed(places))
  const more = shift.isNegative() ? say.less(by) : say.more(by)
  return [...(moved && !shift.isZero() ? [more] : []), ...(roundedUp ? [say.leftover] : [])]
}

function boundLines(
  { bound, amount, steps }: PoolShare,
  locale: Locale,
  written: (value: string) => string,
): readonly string[] {
  if (bound === undefined) return []
  const say = words[locale]
  const own = steps.slice(1).some(({ value }) => decimal(value).equals(amount))
  return bound === 'floor'
    ? [say.floor(written(amount)), ...(own ? [] : [say.membersFloor])]
    : [say.cap(written(amount)), ...(own ? [] : [say.membersCap])]
}

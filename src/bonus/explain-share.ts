import { type Evaluation, type Explanation, explain } from '../formula/index.js'
import { at, fail, type Locale, labelIn } from '../problem/index.js'
import { decimal, difference, formatQuantity, minorUnits, money } from '../quantity/index.js'
import type { Division, PoolShare } from './division.js'
import { unknownMember } from './problems.js'
import { words } from './words.js'

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
  { locale, funding }: { readonly locale: Locale; readonly funding?: Pick<Evaluation, 'trace'> },
): Explanation {
  const { fund, currency, label, clause, shares } = division
  const whole: Explanation = {
    label: labelIn(label, locale),
    value: formatQuantity(fund, money(currency), locale),
    ...(clause !== undefined && { clause }),
    how: [],
    steps: funding === undefined ? [] : [explain(funding, { locale })],
  }
  let siblings = shares
  return path.reduce((part, id, i) => {
    const share = levelOf(siblings).byId.get(id)
    if (share === undefined) return fail(unknownMember(at('path', i), id, idsOf(siblings)))
    const explained = explainedShare(share, siblings, division, locale)
    siblings = share.members
    return { ...explained, steps: [...explained.steps, part] }
  }, whole)
}

/** What the shares of one level have in common: looked up once, however many of them are explained. */
interface Level {
  readonly byId: ReadonlyMap<string, PoolShare>
  /** Whether a floor or a cap of any of them holds, so that the others get more or less. */
  readonly moved: boolean
}

const levels = new WeakMap<readonly PoolShare[], Level>()

function levelOf(shares: readonly PoolShare[]): Level {
  const known = levels.get(shares)
  if (known !== undefined) return known
  const byId = new Map(shares.map((share) => [share.id, share]))
  const level = { byId, moved: shares.some(({ bound }) => bound !== undefined) }
  levels.set(shares, level)
  return level
}

function idsOf(shares: readonly PoolShare[]): readonly string[] {
  return shares.map(({ id }) => id)
}

function explainedShare(
  share: PoolShare,
  siblings: readonly PoolShare[],
  { currency }: Division,
  locale: Locale,
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
      ...shiftLines(share, siblings, minorUnits(currency), locale, written),
    ],
    steps: steps.map((trace) => explain({ trace }, { locale })),
  }
}

/** What the bounds of others and the leftover unit made of the share by weight. */
function shiftLines(
  { amount, proportional, bound, roundedUp }: PoolShare,
  siblings: readonly PoolShare[],
  places: number,
  locale: Locale,
  written: (value: string) => string,
): readonly string[] {
  if (bound !== undefined) return []
  const say = words[locale]
  const { moved } = levelOf(siblings)
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

import type { Explanation } from '../formula/index.js'
import { fail, type Locale, labelIn } from '../problem/index.js'
import { decimal, formatQuantity, type Gap, money, total } from '../quantity/index.js'
import { type AwardResult, type AwardStanding, prizesOf } from './award.js'
import type { Criterion } from './award-schema.js'
import type { Hindrance } from './entries.js'
import { unknownMember } from './problems.js'
import { words } from './words.js'

/**
 * Why an entry won what it won, or did not: its place, the figures it was ranked by, what parts it
 * from the next better and the next worse, how the prize was shared, cut and split; or every rule of
 * eligibility that it does not meet.
 *
 * Throws a `PolicyError` for an id that was not entered.
 *
 * @example
 * renderText(explainAward(result, 'li', { locale: 'en' }))
 */
export function explainAward(
  result: AwardResult,
  id: string,
  { locale }: { readonly locale: Locale },
): Explanation {
  const standing = result.standings.find((each) => each.id === id)
  if (standing !== undefined) return explainedStanding(result, standing, locale)
  const out = result.ineligible.find((each) => each.id === id)
  if (out === undefined) {
    const known = [...result.standings, ...result.ineligible].map((each) => each.id)
    return fail(unknownMember('id', id, known))
  }
  return {
    label: titleOf(result, out, locale),
    value: words[locale].ineligible,
    ...clauseOf(result.award),
    how: out.hindrances.map((each) => hindranceText(each, locale)),
    steps: [],
  }
}

function titleOf(
  { award }: AwardResult,
  { label }: Pick<AwardStanding, 'label'>,
  locale: Locale,
): string {
  return `${labelIn(award.label ?? award.id, locale)}: ${labelIn(label, locale)}`
}

function clauseOf({ clause }: { readonly clause?: string | undefined }) {
  return clause === undefined ? {} : { clause }
}

function hindranceText(
  { label, clause, unit, found, is, value = '' }: Hindrance,
  locale: Locale,
): string {
  const say = words[locale]
  const name = labelIn(label, locale)
  const written = (figure: string) => formatQuantity(figure, unit, locale)
  const rule = is === 'at-most' ? say.atMost : say.atLeast
  const text = found === undefined ? say.missing(name) : rule(name, written(found), written(value))
  return clause === undefined ? text : `${text} [${clause}]`
}

function explainedStanding(
  result: AwardResult,
  standing: AwardStanding,
  locale: Locale,
): Explanation {
  const { award, standings } = result
  const { place, tied, values, prize, split } = standing
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(award.currency), locale)
  const nameOf = (id: string) => {
    const other = standings.find((each) => each.id === id) as AwardStanding
    return labelIn(other.label, locale)
  }
  const gapText = (gap: Gap | undefined, write: (typeof say)['ahead']) => {
    if (gap === undefined) return []
    const { figure, label = figure, unit } = award.ranking[gap.criterion] as Criterion
    return [write(nameOf(gap.id), formatQuantity(gap.by, unit, locale), labelIn(label, locale))]
  }
  const comma = locale === 'en' ? ', ' : '、'
  return {
    label: titleOf(result, standing, locale),
    value: written(prize),
    ...clauseOf(award),
    how: [
      say.place(place, standings.length),
      ...(tied.length === 0 ? [] : [say.tied(tied.map(nameOf).join(comma))]),
      ...gapText(standing.ahead, say.ahead),
      ...gapText(standing.behind, say.behind),
      ...prizeLines(result, standing, locale),
    ],
    steps: [
      ...award.ranking.map(({ figure, label = figure, clause, unit }, i) => ({
        label: labelIn(label, locale),
        value: formatQuantity(values[i] as string, unit, locale),
        ...clauseOf({ clause }),
        how: [],
        steps: [],
      })),
      ...split.map(({ label, amount }) => ({
        label: labelIn(label, locale),
        value: written(amount),
        how: [],
        steps: [],
      })),
    ],
  }
}

function prizeLines(
  { award, standings }: AwardResult,
  standing: AwardStanding,
  locale: Locale,
): readonly string[] {
  const { place, tied, prize, due } = standing
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(award.currency), locale)
  if (place > award.prizes.length) return [say.noPrize]
  const shared = award.ties === 'share' && tied.length > 0
  const last = Math.min(place + tied.length, award.prizes.length)
  const places = shared && last > place ? `${place}–${last}` : String(place)
  const sum = shared ? prizesOf(award, standing) : due
  const prizes = total(
    standings.map((each) => each.due),
    0,
  )
  return [
    say.prizeOf(places, written(sum)),
    ...(shared ? [say.shared(written(sum), tied.length + 1, written(due))] : []),
    ...(decimal(prize).equals(due)
      ? []
      : [say.reduced(written(due), written(award.budget), written(prizes))]),
  ]
}

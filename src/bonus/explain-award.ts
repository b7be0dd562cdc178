import type { Explanation } from '../formula/index.js'
import { fail, type Locale, labelIn } from '../problem/index.js'
import { decimal, formatNumber, formatQuantity, type Gap, money } from '../quantity/index.js'
import type { AwardResult, AwardStanding } from './award.js'
import type { Criterion } from './award-schema.js'
import type { Hindrance } from './entries.js'
import { unknownMember } from './problems.js'
import { words } from './words.js'

/** Of those who are equal so many are named. */
const namedEquals = 5

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
  if (standing !== undefined) return explainStanding(result, standing, { locale })
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
  return words[locale].title(labelIn(award.label ?? award.id, locale), labelIn(label, locale))
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

/** {@link explainAward} of one who is ranked: the work does not depend on how many are. */
function explainStanding(
  result: AwardResult,
  standing: AwardStanding,
  { locale }: { readonly locale: Locale },
): Explanation {
  const { award, standings } = result
  const { place, equals, values, prize, split } = standing
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(award.currency), locale)
  const better = standings[(standings[place - 2]?.place ?? 0) - 1]
  const worse = standings[place - 1 + equals]
  const gapText = (
    gap: Gap | undefined,
    other: AwardStanding | undefined,
    write: (typeof say)['ahead'],
  ) => {
    if (gap === undefined || other === undefined) return []
    const { figure, label = figure, unit } = award.ranking[gap.criterion] as Criterion
    const by =
      unit === 'ratio'
        ? say.points(formatNumber(decimal(gap.by).times(100).toFixed()))
        : formatQuantity(gap.by, unit, locale)
    return [write(labelIn(other.label, locale), by, labelIn(label, locale))]
  }
  const comma = locale === 'en' ? ', ' : '、'
  const tied = standings
    .slice(place - 1, place - 1 + Math.min(equals, namedEquals + 1))
    .filter(({ id }) => id !== standing.id)
    .slice(0, namedEquals)
    .map(({ label }) => labelIn(label, locale))
  return {
    label: titleOf(result, standing, locale),
    value: written(prize),
    ...clauseOf(award),
    how: [
      say.place(place, standings.length),
      ...(equals === 1 ? [] : [say.tied(tied.join(comma), equals - 1 - tied.length)]),
      ...gapText(standing.ahead, worse, say.ahead),
      ...gapText(standing.behind, better, say.behind),
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
  { award, due: allDue }: AwardResult,
  { place, equals, prizes, prize, due }: AwardStanding,
  locale: Locale,
): readonly string[] {
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(award.currency), locale)
  if (place > award.prizes.length) return [say.noPrize]
  const shared = award.ties === 'share' && equals > 1
  const last = Math.min(place - 1 + equals, award.prizes.length)
  const places = shared && last > place ? `${place}–${last}` : String(place)
  return [
    say.prizeOf(places, written(shared ? prizes : due)),
    ...(shared ? [say.shared(written(prizes), equals, written(due))] : []),
    ...(decimal(prize).equals(due)
      ? []
      : [say.reduced(written(due), written(award.budget), written(allDue))]),
  ]
}

import { readFileSync } from 'node:fs'
import { evaluate, explain, formula, rating, renderText } from 'payproof'
import { table } from '../table.js'

interface File {
  readonly policy: { readonly criteria: readonly { readonly criterion: string }[] }
  readonly participants: unknown
  readonly scores: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly results: Readonly<Record<string, string>>
}

const file: File = JSON.parse(readFileSync(new URL('./ratings.json', import.meta.url), 'utf8'))
const policy = rating.parseRatingPolicy(file.policy)
const participants = rating.parseParticipants(file.participants)
const ratings = rating.parseRatings(
  Object.entries(file.scores).flatMap(([subject, raters]) =>
    Object.entries(raters).flatMap(([rater, scores]) =>
      policy.criteria.map(({ criterion }, i) => ({ rater, subject, criterion, score: scores[i] })),
    ),
  ),
)

const { verdicts, excluded } = rating.collectRatings(policy, participants, ratings)
console.log('Three campaigns, rated from 1 to 5 by operations and customer service\n')
for (const { rater, subject, reason } of excluded
  .filter(({ rating }) => rating.criterion === policy.criteria[0]?.criterion)
  .map(({ rating, reason }) => ({ ...rating, reason })))
  console.log(`Left out: ${rater} on ${subject}. ${reason.en}\n`)

const corrected = rating.correctRatings(policy, verdicts)
console.log(
  table([
    ['Campaign', 'Raters', 'Raw', 'Corrected', 'Why'],
    ...corrected.ratings.map(({ subject, raters, raw, corrected, reason }) => [
      subject,
      String(raters),
      raw,
      corrected,
      reason.en,
    ]),
  ]),
)
console.log()
console.log(
  table([
    ['Rater', 'Department', 'Leniency'],
    ...corrected.raters.map(({ rater, leniency }) => [
      rater,
      participants.raters[rater] ?? '',
      leniency,
    ]),
  ]),
)

const signs = [...rating.straightLining(ratings, 6), ...rating.outliers(verdicts, corrected, 3.5)]
console.log(`\nTo look at: ${signs.map(({ text }) => text.en).join('; ') || 'nothing'}`)
const scoreOf = (subject: string, rater: string) =>
  Number(verdicts.find((each) => each.subject === subject && each.rater === rater)?.score ?? NaN)
const grid = corrected.ratings.map(({ subject }) =>
  corrected.raters
    .map(({ rater }) => scoreOf(subject, rater))
    .map((score) => (Number.isNaN(score) ? null : score)),
)
console.log(
  `Krippendorff's alpha (interval): ${rating.krippendorffAlpha(grid, 'interval').toFixed(3)}\n`,
)

const blend = rating.parseBlend({
  id: 'campaign-score',
  label: { en: 'Campaign score', 'zh-CN': '活动综合评分' },
  clause: 'Handbook 6.3',
  parts: [
    {
      part: 'result',
      label: { en: 'Result against target', 'zh-CN': '目标达成得分' },
      weight: '0.6',
      scale: 1,
    },
    {
      part: 'rating',
      label: { en: 'Corrected rating', 'zh-CN': '校正后的评分' },
      weight: '0.4',
      scale: 2,
    },
  ],
})
// From the scale of 1 to 5 to points of 100.
const points = formula.check(
  formula.multiply(formula.input('rating', 'points', 2), formula.constant('20')),
)
for (const { subject, corrected: score } of corrected.ratings) {
  const result = file.results[subject] ?? '0'
  const rated = evaluate(points, { rating: score }).value
  const { trace } = rating.blend(blend, { result, rating: rated })
  const locale = subject === 'gift-week' ? 'zh-CN' : 'en'
  console.log(renderText(explain({ trace }, { locale })))
}

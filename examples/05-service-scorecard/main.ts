import { readFileSync } from 'node:fs'
import { evaluate, explain, kpi, renderText } from 'payproof'
import { table } from '../table.js'

interface File {
  readonly scorecard: unknown
  readonly distribution: unknown
  readonly people: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  readonly history: { readonly satisfaction: string[]; readonly repeatPurchase: string[] }
}

const file: File = JSON.parse(readFileSync(new URL('./team.json', import.meta.url), 'utf8'))
const card = kpi.parseScorecard(file.scorecard)

const results = Object.entries(file.people).map(([person, { team, ...measures }]) => {
  const inputs = kpi.scorecardInputs(card, measures)
  const score = evaluate(card.score, inputs)
  const coefficient = evaluate(card.coefficient, inputs).value
  const band = kpi.bandOf(card, score.value)
  return { person, group: team ?? '', score: score.value, coefficient, band, run: score }
})

console.log(
  'A service team by its scorecard: quality 50 %, efficiency 30 %, repeat purchase 20 %\n',
)
console.log(
  table([
    ['Agent', 'Team', 'Score', 'Band', 'Coefficient'],
    ...results.map(({ person, group, score, band, coefficient }) => [
      person,
      group,
      score,
      band ?? '',
      coefficient,
    ]),
  ]),
)
console.log()
console.log(
  table([
    ['Team', 'People', 'Mean', 'Median', 'Lowest', 'Highest'],
    ...kpi
      .reportByGroup(results)
      .map(({ group, people, meanScore, median, lowest, highest }) => [
        group,
        String(people),
        meanScore,
        median,
        lowest,
        highest,
      ]),
  ]),
)

const spread = kpi.distribute(
  kpi.parseDistribution(file.distribution),
  results.map(({ person, score }) => ({ id: person, score })),
)
console.log('\nThe same team under a forced distribution, best tenth first:\n')
console.log(
  table([
    ['Agent', 'Score', 'Rank', 'Band', 'Why'],
    ...spread.people.map(({ id, score, rank, band, reason }) => [
      id,
      score,
      String(rank),
      band,
      reason.en,
    ]),
  ]),
)

const { satisfaction, repeatPurchase } = file.history
const { correlation, slope, pairs } = kpi.linkage(satisfaction, repeatPurchase, 1)
console.log(
  `\nSatisfaction has risen by ${kpi.trend(satisfaction)} a month (volatility ${kpi.volatility(satisfaction)}).`,
)
console.log(
  `Repeat purchase a month later goes with it: correlation ${correlation}, ${slope} for each 1.00 of satisfaction (${pairs} months).\n`,
)

const chloe = results.find(({ person }) => person === 'Chloe')
if (chloe !== undefined) {
  console.log('Chloe has no first response time this month, so its weight goes to the others:\n')
  for (const locale of ['en', 'zh-CN'] as const)
    console.log(`${renderText(explain(chloe.run, { locale }))}\n`)
}

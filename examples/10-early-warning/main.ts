import { attrition, evaluate, type Label, quantity } from 'payproof'
import { table } from '../table.js'
import { bands, byCard, byModel } from './fits.js'
import { history, signals, spells } from './people.js'

const percent = (ratio: string | number, places = 1) => `${(100 * Number(ratio)).toFixed(places)} %`
const yuan = (amount: string) => quantity.formatNumber(amount)
const three = (figure: number | undefined) => figure?.toFixed(3) ?? 'none'
const text = (label: Label) => (typeof label === 'string' ? label : label.en)
const { card, notes } = byCard.fitted
const flaggedFrom = 0.3
const labelOf = (name: string) => text(signals.find(({ signal }) => signal === name)?.label ?? name)

const overall = attrition.assess({ predictions: byCard.predictions })
console.log(`Early warning: ${quantity.formatNumber(String(overall.people))} people, of whom ${overall.left} left (${percent(overall.left / overall.people)})

How well it tells who leaves: people that the fit had not seen, ten fixed folds`)
console.log(
  table([
    ['', 'AUC', 'Brier', 'log loss', 'calibration error', 'lift of the top tenth'],
    ...(
      [
        ['points card', overall],
        ['logistic model', attrition.assess({ predictions: byModel.predictions })],
      ] as const
    ).map(([name, figures]) => [
      name,
      three(figures.auc),
      three(figures.brier),
      three(figures.logLoss),
      percent(figures.calibrationError),
      `${figures.lift?.toFixed(1)} times`,
    ]),
  ]),
)
console.log(
  'An AUC of 0.5 is a coin, 1 an oracle. A lift of 4: four times as many leavers as by chance.',
)

console.log('\nWhat the card counts (10 points double the odds of leaving)')
const spread = ({ signal, ...rest }: attrition.CardSignal) => {
  const points =
    rest.kind === 'number' ? rest.bins.map((bin) => bin.points) : Object.values(rest.cases)
  return { signal, most: Math.max(...points) }
}
const heaviest = card.policy.signals.map(spread).sort((a, b) => b.most - a.most)
console.log(
  table([
    ['signal', 'points at most'],
    ...heaviest.slice(0, 8).map(({ signal, most }) => [labelOf(signal), `${most}`]),
  ]),
)
console.log(`and ${heaviest.length - 8} signals that count less.`)
const without = notes.filter(({ code }) => code === 'left-out')
console.log(
  `Left out, since they tell nothing more in the direction one would expect: ${without
    .map(({ signal = '' }) => labelOf(signal))
    .join(', ')}.`,
)
for (const { message } of notes.filter(({ code }) => code !== 'left-out'))
  console.log(`Mind: ${message.en}.`)

const risks = history
  .map((person) => ({ ...person, risk: attrition.riskOf(card, valuesOf(person.signals)) }))
  .sort((a, b) => b.risk.score - a.risk.score || Number(a.id) - Number(b.id))
console.log('\nBands, for people that the fit had not seen')
console.log(
  table([
    ['band', 'people', 'expected to leave', 'left', 'share'],
    ...bands.map(({ band, from = '0' }, i) => {
      const next = bands[i + 1]?.from ?? '2'
      const within = byCard.predictions.filter(
        ({ probability }) => Number(from) <= probability && probability < Number(next),
      )
      const { people, expected, left } = attrition.assess({ predictions: within })
      return [band, `${people}`, (expected * people).toFixed(0), `${left}`, percent(left / people)]
    }),
  ]),
)

console.log('\nWhom to talk with first: the highest score of each department')
const here = risks.filter(({ left }) => !left)
const departments = [...new Set(here.map(({ signals: values }) => values['Department'] ?? ''))]
for (const department of departments) {
  const first = here.find(({ signals: values }) => values['Department'] === department)
  if (first === undefined) continue
  const { id, signals: values, risk } = first
  console.log(
    `\n${department}, employee ${id}: ${risk.score} points, ${percent(risk.probability, 0)} (${risk.band})`,
  )
  for (const { signal, value, points } of risk.reasons.slice(0, 5))
    console.log(`  ${`+${points}`.padStart(4)}  ${labelOf(signal)}: ${value}`)
  const rest = risk.reasons.slice(5)
  console.log(
    `  ${`+${rest.reduce((sum, { points }) => sum + points, 0)}`.padStart(4)}  ${rest.length} more`,
  )
  const lower = attrition.whatLowers(card, valuesOf(values))
  console.log(
    lower === undefined
      ? '  nothing that the company can change leads to a lower band'
      : `  to "${lower.risk.band}" (${percent(lower.risk.probability, 0)}): ${lower.changes
          .map(({ signal, from, to }) => `${labelOf(signal)} ${from} -> ${to}`)
          .join(', ')}`,
  )
}

console.log(`
Is anybody treated unlike? Flagged from ${percent(flaggedFrom, 0)}. A ratio below 4/5 asks a person to look`)
for (const attribute of ['sex', 'ageGroup', 'maritalStatus']) {
  const { groups } = attrition.assess({
    predictions: byCard.predictions,
    by: { attribute, flaggedFrom },
  })
  console.log(
    table([
      [attribute, 'people', 'left', 'flagged', 'impact ratio', 'AUC', ''],
      ...groups.map(({ group, people, left, flaggedShare, impactRatio, auc, adverse }) => [
        group,
        `${people}`,
        percent(left / people),
        percent(flaggedShare),
        three(impactRatio),
        three(auc),
        adverse ? 'below 4/5' : '',
      ]),
    ]),
  )
}
const stands = attrition.proxies({
  history,
  signals,
  attributes: ['sex', 'age', 'maritalStatus'],
  from: 0.3,
})
console.log('\nSignals that may stand for a protected attribute (0.3 or more)')
console.log(
  table([
    ['signal', 'attribute', 'strength'],
    ...stands.proxies.map(({ signal, attribute, strength }) => [
      labelOf(signal),
      attribute,
      strength.toFixed(2),
    ]),
  ]),
)

const { periods } = attrition.exitTable(spells)
console.log('\nHow long people stay, by year of service')
console.log(
  table([
    ['year', 'there', 'left in it', 'share', 'still there'],
    ...periods
      .filter(({ period }) => period <= 5 || period === 10 || period === 20)
      .map(({ period, atRisk, left, hazard, staying }) => [
        `${period}`,
        `${atRisk}`,
        `${left}`,
        percent(hazard),
        percent(staying),
      ]),
  ]),
)

const replacement = attrition.replacementCost({
  currency: 'USD',
  recruiting: '2500.00',
  training: '1500.00',
  vacancyMonths: '1.5',
  vacancyLoss: '0.5',
  rampUpMonths: '4',
  rampUpLoss: '0.4',
})
const talked = risks.filter(({ left, risk }) => !left && risk.band === 'talk')
const action = attrition.retentionReturn({
  currency: 'USD',
  cost: '1200.00',
  effect: '0.25',
  people: talked.map(({ id, signals: values, risk }) => ({
    id,
    probability: risk.probability,
    replacement: evaluate(replacement, { monthlyPay: values['MonthlyIncome'] ?? '0' }).value,
  })),
})
console.log(`
Does it pay to act? For the ${talked.length} people in "talk" who are still here, at 1,200.00 each
at stake ${yuan(action.atStake)}, spent ${yuan(action.spent)}, saved ${yuan(action.saved)} if one in four is kept: net ${yuan(action.net)}
it pays from an effect of ${percent(action.breakEvenEffect ?? 0)}; worth it for ${action.people.filter(({ net }) => !net.startsWith('-')).length} of them

${overall.decision.en}`)

/** What the card reads of a person's signals. */
function valuesOf(values: attrition.Observation['signals']): attrition.Values {
  return Object.fromEntries(card.policy.signals.map(({ signal }) => [signal, values[signal]]))
}

import { growth, quantity } from 'payproof'
import { table } from '../table.js'
import { careers, framework } from './framework.js'

const on = '2026-04-15'
const [lin] = careers as [growth.Career]
const amount = quantity.formatNumber
const nameOf = (id: string) => {
  const label = framework.positions.find((each) => each.id === id)?.label ?? id
  return typeof label === 'string' ? label : label.en
}

console.log(`${lin.id}, ${nameOf(lin.position)} since ${lin.since}. What the next step needs:\n`)
for (const { to, conditions } of growth.nextMoves(framework, lin, on)) {
  console.log(nameOf(to))
  for (const { met, text } of conditions) console.log(`  ${met ? 'has  ' : 'lacks'}  ${text.en}`)
}

const goal = 'lead'
console.log(`\nTrainings on the way to ${nameOf(goal)}, by the part of the gap they close\n`)
console.log(
  table([
    ['Training', 'Closes', 'Cost', 'Days', 'Now?'],
    ...growth
      .suggestTrainings(framework, lin, { goal, on })
      .map(({ training, closes, of, cost, days, ready }) => [
        training,
        `${closes} of ${of}`,
        amount(cost),
        String(days),
        ready ? 'yes' : 'later',
      ]),
  ]),
)

const ways = growth.waysTo(framework, lin, { goal, on })
for (const [name, way] of Object.entries(ways)) {
  console.log(`\nThe ${name} way: ${way.arrives}, ${amount(way.cost)} yuan of training\n`)
  console.log(
    table([
      ['From', 'Position', 'Trainings before', 'To renew'],
      ...way.moves.map((move: growth.DatedMove) => [
        move.on,
        nameOf(move.to),
        move.trainings.join(', ') || 'none',
        move.renew.map(({ id, expires }) => `${id} (${expires})`).join(', ') || 'nothing',
      ]),
    ]),
  )
  for (const { text } of way.toEarn) console.log(`to earn: ${text.en}`)
}

console.log('\nThe rounds to come, as known today')
const rounds = growth.roundsIn(
  growth.parsePromotionRounds({ months: [4, 10], day: 1, evidenceDays: 30 }),
  { from: '2026-07-01', to: '2027-04-30' },
)
for (const { evidenceBy, eligible, notYet, ...round } of growth.promotionCalendar(
  framework,
  careers,
  rounds,
)) {
  console.log(`\n${round.on}, evidence by ${evidenceBy}`)
  for (const { person, to } of eligible) console.log(`  ${person} may become ${nameOf(to)}`)
  for (const { person, to, missing } of notYet)
    console.log(
      `  ${person} not yet ${nameOf(to)}: ${missing.map(({ text }) => text.en).join('; ')}`,
    )
}

console.log(`\nThe chart for Mermaid, 中文\n`)
console.log(growth.careerMermaid(framework, lin, { on, locale: 'zh-CN', way: ways.cheapest }))

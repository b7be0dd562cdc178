import { readFileSync } from 'node:fs'
import { bonus, evaluate, quantity, renderText } from 'payproof'
import { table } from '../table.js'
import { bestTeam, funding, pool, star } from './policy.js'

interface Company {
  readonly profit: string
  readonly asOf: string
  readonly departments: readonly bonus.PoolMember[]
  readonly agents: readonly bonus.AwardEntry[]
  readonly ratings: Readonly<Record<string, string>>
}

const path = new URL('./company.json', import.meta.url)
const company: Company = JSON.parse(readFileSync(path, 'utf8'))
const { profit, asOf, departments, agents, ratings } = company
const amount = quantity.formatNumber

// 1. Profit to fund, fund to departments, teams and people.
const fund = evaluate(funding.formula, { profit })
const division = bonus.dividePool(pool, { fund: fund.value, members: departments })

// The same pool as if what service makes possible did not count.
const blind = bonus.dividePool(pool, {
  fund: fund.value,
  members: departments.map((each) => ({ ...each, figures: { ...each.figures, indirect: '0' } })),
})

console.log(`Profit ${amount(profit)} CNY funds a year-end pool of ${amount(fund.value)} CNY\n`)
console.log(
  table([
    ['Department', 'Contribution', 'By weight', 'Pool', 'Indirect not counted'],
    ...division.shares.map(({ id, weight, proportional, amount: paid }, i) => [
      id,
      amount(quantity.total([weight], 0)),
      amount(proportional),
      amount(paid),
      amount(blind.shares[i]?.amount ?? ''),
    ]),
    ['Total', '', '', ...[division, blind].map(({ shares }) => amount(sum(shares)))],
  ]),
)

const teams = division.shares.flatMap(({ members }) => members)
const people = teams.flatMap((team) =>
  team.members.map(({ id, weight, proportional, amount: paid, bound }) => [
    id,
    team.id,
    amount(quantity.total([weight], 0)),
    amount(proportional),
    amount(paid),
    bound ?? '',
  ]),
)
console.log('\nPeople: salary × months × KPI, at least 3,000, at most three salaries\n')
console.log(
  table([
    ['Person', 'Team', 'Weight', 'By weight', 'Bonus', 'Bound'],
    ...people,
    ['Total', '', '', '', amount(sum(teams.flatMap(({ members }) => members))), ''],
  ]),
)

// 2. One bonus, from the person up to the profit; another in Chinese, lifted to the floor.
console.log('\nHow the bonus of Li Na came about\n')
const li = ['service', 'chat', 'Li Na']
console.log(renderText(bonus.explainShare(division, li, { locale: 'en', funding: fund })))
console.log()
const he = ['service', 'chat', 'He Ping']
console.log(renderText(bonus.explainShare(division, he, { locale: 'zh-CN' })))

// 3. The awards: who won and how near the next was, and who could not win and why.
const stars = bonus.giveAward(star, { entries: agents, asOf })
console.log(`\nStar agent: ${amount(stars.paid)} CNY\n`)
for (const { id } of [...stars.standings, ...stars.ineligible])
  console.log(renderText(bonus.explainAward(stars, id, { locale: 'en' })))

const best = bonus.giveAward(bestTeam, {
  asOf,
  entries: teams.map(({ id, members }) => ({
    id,
    figures: { rating: ratings[id] },
    members: members.map((member) => ({ id: member.id })),
  })),
})
console.log('\nBest team\n')
console.log(renderText(bonus.explainAward(best, 'chat', { locale: 'zh-CN' })))

function sum(shares: readonly bonus.PoolShare[]): string {
  return quantity.total(
    shares.map((share) => share.amount),
    2,
  )
}

import { investment, quantity } from 'payproof'
import { table } from '../table.js'
import { bars, factors } from './tornado.js'

const { exampleAssumptions: company, exampleOffers: offers } = investment
const amount = quantity.formatNumber
const percent = (ratio: string) => quantity.formatQuantity(ratio, 'ratio', 'en')
const label = ({ label }: investment.Assessment) => (typeof label === 'string' ? label : label.en)

console.log(`Is an HR system worth it? ${company.people} people, ${company.years} years, money at ${percent(company.discountRate)} a year
(examples within the ranges that the market quotes; put in your own)

It is expected to bring, each year:`)
const gains = investment.benefitsOf(company, 'CNY')
console.log(
  table([
    ['From', 'CNY'],
    [
      `leavers: ${percent(company.leaveRate)} to ${percent(company.leaveRateAfter)} of people, ${amount(company.replacementCost)} each`,
      amount(gains.turnover),
    ],
    [
      `hours: ${company.hoursSaved} a person a month at ${amount(company.hourCost)}`,
      amount(gains.hours),
    ],
    [
      `errors of pay: ${company.errorsAvoided} a person at ${amount(company.errorCost)}`,
      amount(gains.errors),
    ],
    ['all', amount(gains.total)],
  ]),
)

const found = investment.compareOffers(offers, company)
const paybacks: Readonly<Record<'never' | 'nothing-laid-out', string>> = {
  never: 'never',
  'nothing-laid-out': 'nothing laid out',
}
const rate = ({ internalRate }: investment.Assessment) =>
  internalRate.kind === 'rate' ? percent(internalRate.rate) : 'nothing laid out'
console.log('\nThe offers, the best first\n')
console.log(
  table([
    [
      'Offer',
      'Cost in all',
      'Worth today',
      'Return',
      'Pays back in',
      'Brings its cost',
      'Worth it for',
    ],
    ...found.map((each) => [
      label(each),
      amount(each.totalCost),
      amount(each.netPresentValue),
      rate(each),
      each.discountedPayback.kind === 'years'
        ? `${each.discountedPayback.years} years`
        : paybacks[each.discountedPayback.kind],
      each.multiple === undefined ? 'no cost' : `${amount(each.multiple)} times`,
      each.breakEvenPeople === undefined
        ? 'no size'
        : `${amount(String(each.breakEvenPeople))} or more people`,
    ]),
  ]),
)

console.log(
  '\nWhat the small private deployment hangs on: its worth today, each assumption alone\n',
)
console.log(
  table([
    ['Assumption', 'from', 'to', 'worth', 'to worth', 'spread'],
    ...bars.map((bar) => {
      const { low, high } = factors.find(({ factor }) => factor === bar.factor) as investment.Factor
      return [
        ...[bar.factor, amount(String(low)), amount(String(high))],
        ...[amount(bar.low), amount(bar.high), amount(bar.spread)],
      ]
    }),
  ]),
)

console.log('\nThe best offer as things may go\n')
const scenarios: readonly investment.Scenario[] = [
  { name: 'as expected', change: {} },
  { name: 'nobody stays for it', change: { leaveRateAfter: '0.35' } },
  { name: 'service leaves like others', change: { leaveRateAfter: '0.20' } },
  { name: 'grows to 2,000 people', change: { people: 2000 } },
]
console.log(
  table([
    ['Scenario', ...offers.map(({ id }) => id), 'best'],
    ...investment
      .scenarioTable(offers, company, scenarios)
      .map(({ scenario, values, best }) => [
        scenario,
        ...values.map(({ netPresentValue }) => amount(netPresentValue)),
        best,
      ]),
  ]),
)

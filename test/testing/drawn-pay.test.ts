import { parseBook, parseData, parsePeople, parseRecords, parseRun } from '../../src/pay/index.js'
import { parseBook as parsePolicies, parseView } from '../../src/payroll/index.js'
import * as testing from '../../src/testing/index.js'
import { testDrawn } from './drawn.js'

const parseComponent = (json: unknown) => {
  const { component } = json as { component: string }
  return parseBook({ currency: 'JPY', components: { [component]: [{ value: json }] }, retro: 0 })
}

testDrawn([
  [
    'pay components',
    testing.payComponents('JPY'),
    parseComponent,
    { component: 'base', tags: ['wage'] },
  ],
  [
    'pay books',
    testing.payBooks('CNY'),
    parseBook,
    { currency: 'CNY', components: { base: [{ value: { component: 'base' } }] }, retro: 0 },
  ],
  ['pay books of three places', testing.payBooks('BHD'), parseBook, { currency: 'BHD' }],
  ['people paid', testing.payPeople('CNY'), parsePeople, []],
  ['pay records', testing.payRecords('JPY'), parseRecords, { orders: [] }],
  [
    'pay data',
    testing.payData('CNY'),
    parseData,
    { people: [], groups: [{ of: 'company', figures: [] }], records: { orders: [] } },
  ],
  ['pay runs', testing.payRuns('CNY'), parseRun, { number: 1, lines: [] }],
  [
    'books of policies',
    testing.policyBooks('CNY'),
    parsePolicies,
    { format: 2, policies: [{ id: 'base' }] },
  ],
  ['views', testing.disclosedViews('CNY'), parseView, { audience: 'employee' }],
])

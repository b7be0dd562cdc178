import { atLeast, constant, minimum, multiply, round, when } from '../../src/formula/index.js'
import {
  amount,
  attribute,
  book,
  component,
  type Data,
  figure,
  member,
  type PayBook,
  type PayData,
  type Person,
  parseData,
  type Run,
  records,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { base, cents, yuan } from '../pay/months.js'

/** A company whose components read of others in every way there is. */

export const key = 'ab'.repeat(32)
export const about = ['department']

const none = constant('0', yuan)
const orders = { value: 'amount', unit: yuan, scale: 2 } as const
const paysFor = (reached: ReturnType<typeof figure>, least: string, pays: string) =>
  when(atLeast(reached, constant(least, 'count')), constant(pays, yuan), none)

/** What is worked out of a person's own. */
export const own = [
  { ...base, label: { en: 'Base pay', 'zh-CN': '基本工资' }, clause: '§2' },
  component(
    'commission',
    { pays: 'due', label: { en: 'Commission', 'zh-CN': '提成' } },
    round(
      multiply(records('orders', 'sum', { ...orders, input: 'sales' }), constant('0.02')),
      cents,
    ),
  ),
  component(
    'correction',
    { pays: 'due', each: { record: 'adjustments', why: 'reason' } },
    member('amount', yuan, 2),
  ),
  component(
    'levy',
    { pays: 'cash' },
    round(
      multiply(tagged('wage', yuan, 2, { what: 'due', input: 'wage' }), constant('-0.01')),
      cents,
    ),
  ),
]

/** What is worked out of others too. */
export const shared = [
  component('fund', { of: 'company' }, figure('profit', yuan, 2)),
  component('weight', {}, attribute('salary', yuan, 2)),
  component(
    'pool',
    { pays: 'due', label: { en: 'Profit share', 'zh-CN': '利润分享' } },
    amount('fund', yuan, 2, {
      input: 'share',
      among: { group: 'company', as: { share: 'weight' } },
    }),
  ),
  component(
    'note',
    { pays: 'due' },
    minimum(amount('fund', yuan, 2, { input: 'whole' }), constant('1.00', yuan)),
  ),
  component('score', {}, figure('score', 'count', 0)),
  component(
    'teamBonus',
    { pays: 'due' },
    paysFor(
      amount('score', 'count', 0, {
        input: 'teamScore',
        among: { group: { by: 'department' }, as: 'sum' },
      }),
      '100',
      '50.00',
    ),
  ),
  component(
    'behind',
    {},
    amount('score', 'count', 0, {
      input: 'ahead',
      among: { group: 'company', who: 'ahead', by: 'score', as: 'count' },
    }),
  ),
  component(
    'award',
    { pays: 'due', tags: ['award'], label: { en: 'Award', 'zh-CN': '奖项' } },
    paysFor(amount('behind', 'count', 0), '1', '10.00'),
  ),
  component('turnover', { of: { by: 'department' } }, records('orders', 'sum', { ...orders })),
  component(
    'shop',
    { pays: 'due' },
    minimum(
      amount('turnover', yuan, 2, { missing: '0' }),
      records('orders', 'sum', { ...orders, whose: 'all', input: 'everybody' }),
      constant('5.00', yuan),
    ),
  ),
]

export const company: PayBook = book([...own, ...shared], { currency: 'CNY', retro: 2 })

export interface Told {
  readonly salary: string
  readonly score: string
  readonly sales: string
  readonly department?: string
  readonly name?: string
}

export const personOf = (
  id: string,
  { salary, score, department = 'sales', name }: Told,
): Person => ({
  id,
  ...(name !== undefined && { name }),
  employment: [{ from: '2020-01-01' }],
  attributes: {
    salary: [{ from: '2020-01-01', value: salary }],
    department: [{ from: '2020-01-01', value: department }],
  },
  figures: ['2026-03', '2026-04'].map((period) => ({ name: 'score', period, value: score })),
})

export const dataOf = (
  people: Readonly<Record<string, Told>>,
  change: Partial<Data> = {},
): PayData =>
  parseData({
    people: Object.entries(people).map(([id, told]) => personOf(id, told)),
    groups: [
      {
        of: 'company',
        figures: ['2026-03', '2026-04'].map((period) => ({
          name: 'profit',
          period,
          value: '900.00',
        })),
      },
    ],
    records: {
      orders: Object.entries(people).map(([person, { sales }]) => ({
        id: `o-${person}`,
        on: '2026-03-10',
        person,
        amount: sales,
      })),
      adjustments: [
        { id: 'a1', on: '2026-03-20', person: 'li', amount: '12.00', reason: 'Taxi at night' },
      ],
    },
    ...change,
  })

export const people = {
  li: { salary: '3000.00', score: '70', sales: '500.00', name: 'Li Na' },
  wang: { salary: '4321.00', score: '77', sales: '640.00', name: 'Wang Wei' },
  zhao: { salary: '5555.00', score: '20', sales: '720.00', department: 'office' },
} as const satisfies Record<string, Told>

export const data = dataOf(people)
export const runOf = (from: PayData = data, of: PayBook = company): Run =>
  settle(of, from, { period: '2026-03', before: 'first' })
export const march = runOf()

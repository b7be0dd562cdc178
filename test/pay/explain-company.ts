import {
  add,
  constant,
  divide,
  marginal,
  minimum,
  multiply,
  named,
  round,
  subtract,
} from '../../src/formula/index.js'
import type { Data, PayBook, PayData, Person, Run } from '../../src/pay/index.js'
import {
  amount,
  attribute,
  book,
  component,
  days,
  figure,
  matching,
  member,
  parseData,
  records,
  service,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const none = constant('0', cny)
const salary = attribute('salary', cny, 2, { label: { en: 'Salary', 'zh-CN': '月薪' } })

const base = component(
  'base',
  {
    pays: 'due',
    each: 'stretch',
    tags: ['wage'],
    label: { en: 'Base pay', 'zh-CN': '基本工资' },
    clause: '§2',
  },
  divide(
    multiply(salary, days('part', { basis: 'working' })),
    days('whole', { basis: 'working' }),
    cents,
  ),
)

const overtime = component(
  'overtime',
  { pays: 'due', tags: ['wage'], label: { en: 'Overtime pay', 'zh-CN': '加班费' } },
  divide(
    multiply(salary, figure('hours', 'duration:hour', 1, { missing: '0' }), constant('1.5')),
    constant('174', 'duration:hour'),
    cents,
  ),
)

const sales = records('orders', 'sum', {
  value: 'amount',
  unit: cny,
  scale: 2,
  input: 'sales',
  where: { state: ['won'], amount: { above: '-100000', below: '100000' } },
})
const commission = component(
  'commission',
  { pays: 'due', eligible: { where: { department: ['sales'] } } },
  named(
    { en: 'Commission', 'zh-CN': '销售提成' },
    round(marginal(sales, [{ rate: '0.03' }, { from: '5000', rate: '0.05' }]), cents),
    '§5',
  ),
)

/** A bonus a deal, by its product; and one of half of that which waits for it. */
const each = { record: 'orders', by: 'deal' } as const
const spiff = component(
  'spiff',
  { pays: 'due', each, label: { en: 'Product bonus', 'zh-CN': '产品奖' } },
  multiply(
    records('orders', 'count', { same: ['deal'], input: 'rows' }),
    matching(member('product', { label: { en: 'Product', 'zh-CN': '产品' } }), {
      car: constant('30.00', cny),
      van: constant('50.00', cny),
    }),
  ),
)
const half = component(
  'half',
  { pays: 'due', each },
  round(multiply(amount('spiff', cny, 2), constant('0.5')), cents),
)

const fund = component('fund', { of: 'company' }, figure('profit', cny, 2))
const weight = component(
  'weight',
  { label: { en: 'Weight', 'zh-CN': '权重' } },
  multiply(figure('points', 'count', 0), days('present')),
)
const pool = component(
  'pool',
  { pays: 'due', label: { en: 'Profit share', 'zh-CN': '利润分享' } },
  amount('fund', cny, 2, { among: { group: 'company', as: { share: 'weight' } } }),
)

const fine = figure('fine', cny, 2, { missing: '0' })
const carried = amount('rest', cny, 2, { over: 'before', input: 'carried' })
const deduction = component(
  'deduction',
  { pays: 'cash', label: { en: 'Damages withheld', 'zh-CN': '赔偿扣款' } },
  subtract(
    none,
    minimum(
      add(carried, fine),
      round(
        multiply(tagged('wage', cny, 2, { what: 'due', input: 'wage' }), constant('0.2')),
        cents,
      ),
    ),
  ),
)
const rest = component('rest', {}, add(carried, fine, amount('deduction', cny, 2)))

const kpi = component(
  'kpi',
  { pays: 'due', eligible: { where: { department: ['office'] } } },
  round(multiply(salary, figure('score', 'ratio', 2)), cents),
)

const place = component(
  'place',
  { pays: 'due', eligible: { where: { department: ['sales'] } } },
  multiply(
    add(
      constant('10', 'count'),
      amount('commission', 'count', 0, {
        input: 'ahead',
        among: { group: { by: 'department' }, who: 'ahead', by: 'commission', as: 'count' },
      }),
    ),
    constant('1.00', cny),
  ),
)

const jubilee = component(
  'jubilee',
  { pays: 'due', label: 'Jubilee' },
  round(
    multiply(
      service('years', 'hired', { unit: 'count' }),
      amount('commission', cny, 2, { over: { last: 2, through: 'before' }, missing: '0' }),
      constant('0.01'),
    ),
    cents,
  ),
)

/** Every kind of source stands in it once at least. */
export const components = [
  base,
  overtime,
  commission,
  spiff,
  half,
  fund,
  weight,
  pool,
  deduction,
  rest,
  kpi,
  place,
  jubilee,
]

export const company: PayBook = book(components, {
  currency: 'CNY',
  retro: 2,
  basis: { working: { basis: 'working-days', weekend: ['saturday', 'sunday'], holidays: [] } },
})

const months = ['2026-03', '2026-04', '2026-05']
const figures = (name: string, values: readonly string[]) =>
  values.flatMap((value, i) => (value === '' ? [] : [{ name, period: months[i] as string, value }]))

const li: Person = {
  id: 'li',
  employment: [{ from: '2023-01-15' }],
  attributes: {
    salary: [
      { from: '2023-01-15', value: '8000.00' },
      { from: '2026-03-16', value: '9000.00', recorded: '2026-04-20' },
    ],
    department: [{ from: '2023-01-15', value: 'sales' }],
    hired: [{ from: '2023-01-15', value: '2023-01-15' }],
  },
  absences: [
    { id: 'a1', from: '2026-03-04', to: '2026-03-05', kind: 'sick' },
    { id: 'a2', from: '2026-03-09', to: '2026-03-09', kind: 'leave', part: '0.5' },
  ],
  figures: [
    ...figures('hours', ['10.0', '8.0']),
    ...figures('points', ['3', '2', '2']),
    ...figures('fine', ['3000.00']),
  ],
}

const wang: Person = {
  id: 'wang',
  employment: [{ from: '2026-03-10' }],
  attributes: {
    salary: [{ from: '2026-03-10', value: '6000.00' }],
    department: [{ from: '2026-03-10', value: 'sales' }],
    hired: [{ from: '2026-03-10', value: '2026-03-10' }],
  },
  figures: figures('points', ['2', '2', '2']),
}

const zhao: Person = {
  id: 'zhao',
  employment: [{ from: '2025-01-01' }],
  attributes: {
    salary: [{ from: '2025-01-01', value: '7000.00' }],
    department: [{ from: '2025-01-01', value: 'office' }],
    hired: [{ from: '2025-01-01', value: '2025-01-01' }],
  },
  figures: figures('points', ['1', '1', '1']),
}

const order = (id: string, on: string, worth: string, more: object = {}) => ({
  id,
  on,
  person: 'li',
  amount: worth,
  state: 'won',
  deal: id,
  product: 'car',
  ...more,
})

export const told: Data = {
  people: [li, wang, zhao],
  groups: [{ of: 'company', figures: figures('profit', ['10000.00', '9000.00', '0.00']) }],
  records: {
    orders: [
      order('o1', '2026-03-03', '4000.00'),
      order('o2', '2026-03-20', '3000.00', { product: 'van' }),
      order('o3', '2026-03-21', '2500.00', { person: 'wang' }),
      order('o2-back', '2026-04-11', '-3000.00', {
        counts: '2026-03-20',
        made: '2026-03-20',
        deal: 'o2',
        product: 'van',
      }),
      order('o4', '2026-04-02', '500.00', { state: 'lost' }),
    ],
  },
}

export const data: PayData = parseData(told)

/** Two months, one after the other. */
export function runsOf(of: PayBook = company, from: PayData = data): readonly Run[] {
  const march = settle(of, from, { period: '2026-03', before: 'first' })
  const april = settle(of, from, { period: '2026-04', before: march })
  return [march, april, settle(of, from, { period: '2026-05', before: april })]
}

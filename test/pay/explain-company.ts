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
import {
  amount,
  attribute,
  book,
  component,
  days,
  figure,
  matching,
  member,
  type PayBook,
  type PayData,
  type Run,
  records,
  service,
  settle,
  tagged,
} from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { data } from './explain-company-people.js'

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

/** Two months, one after the other. */
export function runsOf(of: PayBook = company, from: PayData = data): readonly Run[] {
  const march = settle(of, from, { period: '2026-03', before: 'first' })
  const april = settle(of, from, { period: '2026-04', before: march })
  return [march, april, settle(of, from, { period: '2026-05', before: april })]
}

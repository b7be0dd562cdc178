import {
  add,
  constant,
  divide,
  input,
  marginal,
  maximum,
  minimum,
  multiply,
  round,
  subtract,
} from '../../../src/formula/index.js'
import {
  amount,
  attribute,
  type Component,
  component,
  days,
  figure,
  matching,
  member,
  parseBook,
  records,
  tagged,
} from '../../../src/pay/index.js'
import { money } from '../../../src/quantity/index.js'

/** What a company pays: a salary, an allowance, bonuses, commission and a pool, less a contribution. */

export const unit = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const wage = { pays: 'due', tags: ['wage'] } as const
export const yuan = (value: string) => constant(value, unit)

export const base = component(
  'base',
  { ...wage, each: 'stretch' },
  divide(multiply(attribute('salary', unit, 2), days('part')), days('whole'), cents),
)
export const allowance = component(
  'allowance',
  { ...wage, each: 'stretch', eligible: { where: { department: ['service', 'sales'] } } },
  divide(
    multiply(attribute('allowance', unit, 2, { missing: '0' }), days('part')),
    days('whole'),
    cents,
  ),
)
/** Of the target as many hundredths as the score is, the floor at least. */
export const bonus = component(
  'bonus',
  wage,
  maximum(
    round(
      multiply(attribute('target', unit, 2), figure('score', 'ratio', 2, { missing: '0' })),
      cents,
    ),
    yuan('200.00'),
  ),
)
export const commission = component(
  'commission',
  { ...wage, eligible: { where: { department: ['sales'] } } },
  round(
    marginal(records('orders', 'sum', { value: 'amount', unit, scale: 2 }), [
      { from: '0', rate: '0.02' },
      { from: '10000', rate: '0.04' },
    ]),
    cents,
  ),
)
export const year = component('year', {}, tagged('wage', unit, 2, { over: { since: 'year' } }))
/** A tenth of what was earned in the year above 100,000, less what was paid of it before. */
export const loyalty = component(
  'loyalty',
  { pays: 'due' },
  round(
    multiply(
      maximum(subtract(amount('year', unit, 2), yuan('30000.00')), yuan('0')),
      constant('0.10'),
    ),
    cents,
  ),
)
export const fund = component('fund', { of: 'company' }, figure('fund', unit, 2, { missing: '0' }))
export const pool = component(
  'pool',
  { pays: 'due' },
  amount('fund', unit, 2, { among: { group: 'company', as: { share: 'base' } } }),
)
export const contribution = component(
  'contribution',
  { pays: 'cash' },
  subtract(
    yuan('0'),
    minimum(
      round(multiply(tagged('wage', unit, 2, { what: 'due' }), constant('0.08')), cents),
      add(yuan('1500.00'), yuan('0')),
    ),
  ),
)

const components = [
  base,
  allowance,
  bonus,
  commission,
  year,
  loyalty,
  fund,
  pool,
  contribution,
] as const

/** What all wages come to. */
export const gross = component('gross', { pays: 'due' }, tagged('wage', unit, 2))
/** What a department earns, and a hundredth of it for each of its people. */
export const byDepartment = component(
  'by-department',
  { of: { by: 'department' } },
  amount('base', unit, 2, { among: { group: { by: 'department' }, as: 'sum' } }),
)
export const ofDepartment = component(
  'of-department',
  { pays: 'due' },
  round(multiply(amount('by-department', unit, 2), constant('0.01')), cents),
)

/** A book of some components. */
export function companyOf(retro: number, ...all: readonly Component[]) {
  return parseBook({
    currency: 'CNY',
    retro,
    components: Object.fromEntries(all.map((value) => [value.component, [{ value }]])),
  })
}

/** The company's book, and other components beside. */
export const companyWith = (retro: number, ...others: readonly Component[]) =>
  companyOf(retro, ...components, ...others)

export const company = companyWith(2)

const abroad = { from: { by: 'currency' }, rates: 'fx' } as const
/** Money in other currencies, days by a basis of one's own, posts with figures, and a reason for each record. */
export const foreignIn = (currency: 'CNY' | 'USD') =>
  parseBook({
    currency,
    retro: 1,
    basis: { worked: { basis: 'fixed-30' }, all: { basis: 'calendar-days' } },
    components: Object.fromEntries(
      [
        component(
          'tip',
          { pays: 'due', each: { record: 'tips', why: 'reason', over: { last: 2 } } },
          round(member('amount', money(currency), 2, { convert: abroad }), cents),
        ),
        component(
          'sold',
          {},
          records('orders', 'sum', {
            value: 'amount',
            unit: money(currency),
            scale: 2,
            convert: abroad,
          }),
        ),
        component(
          'grant',
          { pays: 'due' },
          round(
            attribute('grant', money(currency), 2, { convert: { from: 'JPY', rates: 'bank' } }),
            cents,
          ),
        ),
        component(
          'stand-by',
          { pays: 'due', of: 'assignment' },
          figure('stand-by', money(currency), 2),
        ),
        component(
          'shifts',
          { eligible: { where: { level: { atLeast: '3' } } } },
          days('present', { unit: 'count', basis: { attribute: 'basis' }, over: { last: 2 } }),
        ),
        component(
          'by-kind',
          { reads: { units: { from: 'attribute', name: 'units' } } },
          matching(
            attribute('kind'),
            { a: input('units', 'count', 0, undefined, '0') },
            constant('1', 'count'),
          ),
        ),
        component('products', {}, records('orders', 'distinct', { value: 'product' })),
        component('sick', {}, days('absent', { unit: 'count', kinds: ['sick'] })),
        component('none', {}, constant('1', 'count')),
        component('reported', {}, figure('grades', 'count', 0, { is: 'given' })),
      ].map((value) => [value.component, [{ value }]]),
    ),
  })

export const foreign = foreignIn('CNY')

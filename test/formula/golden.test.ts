import { describe, test } from 'vitest'
import {
  above,
  all,
  atLeast,
  constant,
  divide,
  equals,
  grid,
  input,
  interpolate,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  named,
  round,
  step,
  subtract,
  when,
} from '../../src/formula/build.js'
import { check } from '../../src/formula/check.js'
import { evaluate } from '../../src/formula/evaluate.js'
import { explain } from '../../src/formula/explain.js'
import type { Expression } from '../../src/formula/nodes.js'
import { renderHtml, renderMarkdown, renderText } from '../../src/formula/render.js'
import { money } from '../../src/quantity/index.js'
import { expectGolden } from '../golden.js'

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const sales = input('sales', cny, 2, { en: 'Indirect sales', 'zh-CN': '间接销售额' })
const satisfaction = input('satisfaction', 'ratio', 4, { en: 'Satisfaction', 'zh-CN': '满意度' })

const quality = named(
  { en: 'Quality coefficient', 'zh-CN': '质量系数' },
  interpolate(
    satisfaction,
    [
      { at: '0.80', value: '0.5' },
      { at: '0.95', value: '1.2' },
    ],
    { places: 4, rounding: 'half-up' },
  ),
  'Service handbook §3.2',
)
const tiered = named(
  { en: 'Tiered commission', 'zh-CN': '阶梯提成' },
  marginal(sales, [
    { from: '0', rate: '0.010' },
    { from: '50000', rate: '0.015' },
  ]),
  'Service handbook §3.1',
)
/** A service agent's commission: tiers times quality, gated, capped, rounded. */
const commission = named(
  { en: 'Service commission', 'zh-CN': '客服提成' },
  round(
    minimum(
      multiply(tiered, when(atLeast(satisfaction, constant('0.85')), quality, constant('0'))),
      constant('8000', cny),
    ),
    cents,
  ),
)

const quota = input('quota', cny, 2, { en: 'Quota', 'zh-CN': '销售目标' })
const net = named(
  { en: 'Net sales', 'zh-CN': '净销售额' },
  subtract(sales, input('refunds', cny, 2, { en: 'Refunds', 'zh-CN': '退款' })),
)
const attainment = named(
  { en: 'Attainment', 'zh-CN': '达成率' },
  divide(net, quota, { places: 4, rounding: 'down' }),
)
/** All of the month's sales at the rate of the band reached; negative where refunds outweigh them. */
const retroactive = named(
  { en: 'Sales commission', 'zh-CN': '销售提成' },
  maximum(
    multiply(
      net,
      step(attainment, [
        { value: '0.005' },
        { from: '0.8', value: '0.01' },
        { from: '1', exclusive: true, value: '0.02' },
      ]),
    ),
    constant('-500', cny),
  ),
)

/** A raise by grade and rating, by region. */
const raise = named(
  { en: 'Merit raise', 'zh-CN': '绩效调薪' },
  multiply(
    input('salary', cny, 2, { en: 'Salary', 'zh-CN': '月薪' }),
    grid({
      row: input('rating', 'points', 1, { en: 'Rating', 'zh-CN': '评分' }),
      column: input('compaRatio', 'ratio', 4, { en: 'Compa-ratio', 'zh-CN': '薪酬比' }),
      rows: [{}, { from: '3' }, { from: '4', exclusive: true }],
      columns: [{}, { from: '0.9' }, { from: '1.1', exclusive: true }],
      values: [
        ['0', '0', '0'],
        ['0.04', '0.03', '0.02'],
        ['0.07', '0.05', '0.03'],
      ],
      unit: 'ratio',
    }),
    {
      ...match('region', { east: constant('1.1'), west: constant('1') }, constant('0.9')),
      label: { en: 'Region', 'zh-CN': '地区' },
    },
    when(
      all(
        above(
          input('months', 'count', 0, { en: 'Months', 'zh-CN': '入职月数' }),
          constant('5', 'count'),
        ),
        equals(
          input('warnings', 'count', 0, { en: 'Warnings', 'zh-CN': '警告次数' }),
          constant('0', 'count'),
        ),
      ),
      constant('1'),
      constant('0.5'),
    ),
  ),
  '<Pay & Grades> §7',
)

const runs: readonly [name: string, Expression, Readonly<Record<string, string>>][] = [
  ['service-commission', commission, { sales: '61250.00', satisfaction: '0.93' }],
  ['service-commission-gated', commission, { sales: '0.00', satisfaction: '0.8499' }],
  ['sales-on-target', retroactive, { sales: '81500', refunds: '1500.00', quota: '80000' }],
  ['sales-refunded', retroactive, { sales: '1200', refunds: '151200.00', quota: '80000' }],
  [
    'merit-raise',
    raise,
    { salary: '9800', rating: '4', compaRatio: '1.1', region: 'north', months: '5', warnings: '0' },
  ],
]
const formats = [
  ['txt', renderText],
  ['md', renderMarkdown],
  ['html', renderHtml],
] as const

describe.each(runs)('the explanation of %s', (name, expression, inputs) => {
  const result = evaluate(check(expression), inputs)
  for (const locale of ['en', 'zh-CN'] as const)
    test.each(formats)(`reads in ${locale} as written: %s`, (format, render) => {
      const path = `test/formula/golden/${name}.${locale}.${format}`
      expectGolden(path, render(explain(result, { locale })))
    })
})

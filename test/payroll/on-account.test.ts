import { describe, expect, test } from 'vitest'
import { constant, divide, multiply, subtract } from '../../src/formula/index.js'
import { amount, attribute, days, figure } from '../../src/pay/index.js'
import { money } from '../../src/quantity/index.js'
import { linesOf, monthsFrom, monthsOf, since, staff } from '../field/power-book.js'
import { component } from './policies.js'

/** A bonus of the quarter, of which a third of the target is paid on account each month. */

const cny = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const target = attribute('target', cny, 2)
const policies = [
  component(
    'on_account',
    { pays: 'due' },
    divide(multiply(target, days('part')), multiply(days('whole'), constant('3')), cents),
  ),
  component(
    'bonus.earned',
    { period: 'quarter' },
    divide(
      multiply(target, figure('attainment', 'ratio', 4, { period: 'quarter' }), days('part')),
      days('whole'),
      cents,
    ),
  ),
  component(
    'bonus',
    { period: 'quarter', pays: 'due' },
    subtract(
      amount('bonus.earned', cny, 2),
      amount('on_account', cny, 2, { over: { since: 'quarter' } }),
    ),
  ),
]
const rhythms = { month: { kind: 'month' }, quarter: { kind: 'quarter' } }
const attained = (value: string, more: object = {}) => ({
  ...{ name: 'attainment', rhythm: 'quarter', period: '2026-Q1', value },
  ...more,
})
const months = (figures: readonly object[], more: object = {}, attributes: object = {}) =>
  monthsOf(
    policies,
    { people: [staff('li', { target: '9000.00', ...attributes }, { figures, ...more })] },
    monthsFrom('2026-01', 4),
    { rhythms, retro: 3 },
  )
const thirds = ['01', '02', '03'].map((month) => `2026-${month} li on_account 3000.00`)
const april = '2026-04 li on_account 3000.00'

describe('payment on account', () => {
  test.each<[string, Parameters<typeof months>, readonly string[]]>([
    [
      'the end of the quarter pays the rest',
      [[attained('1.2')]],
      [...thirds, '2026-03 li bonus 2026-Q1 1800.00', april],
    ],
    [
      'or takes back what was too much',
      [[attained('0.5')]],
      [...thirds, '2026-03 li bonus 2026-Q1 -4500.00', april],
    ],
    [
      'all of it where nothing was reached',
      [[attained('0')]],
      [...thirds, '2026-03 li bonus 2026-Q1 -9000.00', april],
    ],
    [
      'what is known late is paid then',
      [[attained('1'), attained('1.1', { recorded: '2026-04-20' })]],
      [...thirds, april, '2026-04 li bonus 2026-Q1 900.00'],
    ],
    [
      'and withheld as long as nobody knows',
      [[attained('1.1', { recorded: '2026-04-20' })]],
      [
        ...thirds,
        '2026-03 li bonus failed-component nothing-there',
        april,
        '2026-04 li bonus 2026-Q1 900.00',
      ],
    ],
    [
      'a leaver of 15 February has a part of both: 5,520.00 in all',
      [[attained('1.2')], { employment: [{ from: '2024-01-01', to: '2026-02-15' }] }],
      [
        '2026-01 li on_account 3000.00',
        '2026-02 li on_account 1607.14',
        '2026-03 li bonus 2026-Q1 912.86',
      ],
    ],
    [
      'a joiner of 15 February too: 5,400.00 in all',
      [[attained('1.2')], { employment: [{ from: '2026-02-15' }] }],
      [
        '2026-02 li on_account 1500.00',
        '2026-03 li on_account 3000.00',
        '2026-03 li bonus 2026-Q1 900.00',
        april,
      ],
    ],
    [
      'a target that is raised late has arrears on account, and nothing twice',
      [
        [attained('1')],
        {},
        {
          target: [
            ...since('9000.00'),
            { from: '2026-01-01', value: '12000.00', recorded: '2026-03-05' },
          ],
        },
      ],
      [
        '2026-01 li on_account 3000.00',
        '2026-02 li on_account 3000.00',
        '2026-03 li on_account 2026-01 1000.00',
        '2026-03 li on_account 2026-02 1000.00',
        '2026-03 li on_account 4000.00',
        '2026-04 li on_account 4000.00',
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(months(...given).paid).toEqual(expected)
  })

  test('is told month by month', () => {
    const { why } = months([attained('1.2')])
    const text = why(['2026-03', 'li', 'bonus'], { of: '2026-Q1' })
    expect(linesOf(text, 3)).toEqual([
      'bonus, 2026-Q1: 1,800.00 CNY',
      'bonus.earned − on_account',
      '10,800.00 CNY − 9,000.00 CNY',
    ])
    expect(text).toContain('on_account, 2026-02: 3,000.00 CNY')
  })
})

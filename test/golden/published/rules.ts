import {
  add,
  constant,
  divide,
  type Expression,
  input,
  interpolate,
  marginal,
  maximum,
  minimum,
  multiply,
  round,
  step,
  subtract,
} from 'payproof/formula'
import { money } from 'payproof/quantity'

const cents = { places: 2, rounding: 'half-up' } as const
const usd = money('USD')
const amount = (name: string) => input(name, usd, 2)
const ratio = (name: string) => input(name, 'ratio', 6)
const days = (name: string) => input(name, 'duration:day', 0)
const dollars = (value: string) => constant(value, usd)

const attained = (attainment: Expression, points: readonly (readonly [string, string])[]) =>
  interpolate(
    attainment,
    points.map(([at, value]) => ({ at, value })),
    { places: 8, rounding: 'half-up' },
  )
const overachievement = multiply(
  amount('opportunity'),
  marginal(ratio('attainment'), [
    { from: '1', rate: '2' },
    { from: '1.5', rate: '1' },
    { from: '2', rate: '0' },
  ]),
)
const afterDraw = subtract(amount('gross'), amount('owed'))
const commissionOf = (rate: Expression) => multiply(amount('sales'), rate)
/** Weight × actual / target, at most 120 % of it. */
const weighted = (good: Expression, of: Expression) =>
  divide(multiply(ratio('weight'), minimum(good, multiply(of, constant('1.2')))), of, {
    places: 4,
    rounding: 'half-up',
  })

/** The rules of `formulas.json`: what the sources describe that is no commission plan by itself. */
export const rules: Readonly<Record<string, Expression>> = {
  'blended rate': divide(
    marginal(amount('amount'), [
      { from: '0', rate: '0.01' },
      { from: '1000', rate: '0.02' },
      { from: '5000', rate: '0.03' },
    ]),
    amount('amount'),
    { places: 3, rounding: 'half-up' },
  ),
  'rate of the highest tier': step(amount('amount'), [
    { value: '0.01' },
    { from: '10000', value: '0.02' },
    { from: '50000', value: '0.03' },
    { from: '100000', value: '0.04' },
  ]),
  'interpolated amounts': interpolate(
    amount('amount'),
    [
      { at: '0', value: '0' },
      { at: '1000', value: '10' },
      { at: '3000', value: '50' },
      { at: '8000', value: '150' },
      { at: '20000', value: '2150' },
    ],
    { ...cents, unit: usd },
  ),
  'payout curve': round(
    multiply(
      amount('target'),
      attained(ratio('attainment'), [
        ['0.7', '0'],
        ['1', '1'],
        ['1.5', '2'],
      ]),
    ),
    cents,
  ),
  overachievement: round(overachievement, cents),
  'overachievement, year to date': round(
    subtract(add(amount('opportunity'), overachievement), amount('paid')),
    cents,
  ),
  'net of a recoverable draw': maximum(amount('draw'), afterDraw),
  'owed after a recoverable draw': maximum(dollars('0'), subtract(amount('draw'), afterDraw)),
  'non-recoverable draw': maximum(amount('draw'), amount('gross')),
  'salary and 5 % beyond 17,000': round(
    add(amount('base'), marginal(amount('sales'), [{ from: '17000', rate: '0.05' }])),
    cents,
  ),
  'salary and 6 %': add(amount('base'), round(commissionOf(constant('0.06')), cents)),
  '17 %': round(commissionOf(constant('0.17')), cents),
  'guarantee or 7 %': maximum(amount('guarantee'), round(commissionOf(constant('0.07')), cents)),
  'rate of sales': round(commissionOf(ratio('rate')), cents),
  'rates up to 3': marginal(input('base', 'ratio', 1), [
    { from: '0', rate: '0' },
    { from: '1', rate: '0.1' },
    { from: '2', rate: '0.2' },
    { from: '3', rate: '0' },
  ]),
  'rate above 100': marginal(input('base', 'ratio', 3), [
    { from: '0', rate: '0' },
    { from: '100', rate: '0.1' },
  ]),
  'amount of the bracket': step(ratio('base'), [
    { value: '0' },
    { from: '6', value: '0.23' },
    { from: '9', value: '0.29' },
  ]),
  'amounts of all brackets': add(
    step(ratio('base'), [{ value: '0' }, { from: '6', value: '0.23' }]),
    step(ratio('base'), [{ value: '0' }, { from: '9', value: '0.29' }]),
  ),
  'paid days of a month': divide(subtract(days('year'), days('rest')), constant('12'), cents),
  'working days of a year': subtract(subtract(days('year'), days('rest')), days('holidays')),
  'working days of a quarter': divide(days('working'), constant('4'), {
    places: 1,
    rounding: 'half-up',
  }),
  'working days of a month': divide(days('working'), constant('12'), cents),
  'weighted score': weighted(ratio('actual'), ratio('target')),
  'weighted score, reversed': weighted(ratio('target'), ratio('actual')),
  'sum of scores': round(add(ratio('first'), ratio('second'), ratio('third'), ratio('fourth')), {
    places: 4,
    rounding: 'half-up',
  }),
  bonus: round(multiply(ratio('multiplier'), ratio('base')), { places: 4, rounding: 'half-up' }),
}

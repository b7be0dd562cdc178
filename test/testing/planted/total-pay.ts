import { add, constant, multiply, step } from '../../../src/formula/index.js'
import { amount, figure, tagged } from '../../../src/pay/index.js'
import { component, policy } from '../../payroll/policies.js'
import {
  base,
  cents,
  cny,
  commission,
  due,
  earned,
  exceeds,
  flat,
  less,
  maximum,
  minimum,
  none,
  notBelowZero,
  partOf,
  planOf,
  reaches,
  when,
  yuan,
} from './shop.js'

/** A fault that is planted in a book, and the finding that tells it. */
export interface Planted {
  readonly name: string
  readonly policies: readonly unknown[]
  /** The code and the path of what is found. */
  readonly finding: string
}

const usual = [base, commission]
const gross = tagged('gross', cny, 2)
const grossReaches = (bound: string, then: Parameters<typeof when>[1], otherwise = none) =>
  when({ op: 'atLeast', left: gross, right: yuan(bound) }, then, otherwise)
const tiers = (...steps: readonly (readonly [string, string])[]) => ({
  tiers: { kind: 'retroactive', steps: steps.map(([from, rate]) => ({ from, rate })) },
})

/** More is sold, and less is paid in all. */
export const falling: readonly Planted[] = [
  {
    name: 'a prize for attendance that ends where commission reaches 1,000',
    policies: [...usual, due('prize', when(reaches('commission', '1000'), none, yuan('500.00')))],
    finding: 'pay-falls components.prize',
  },
  {
    name: 'a guarantee that any commission forfeits',
    policies: [...usual, due('guarantee', when(exceeds('commission', '0'), none, yuan('400.00')))],
    finding: 'pay-falls components.guarantee',
  },
  {
    name: 'a minimum wage that is withdrawn from whoever earns commission',
    policies: [
      ...usual,
      due(
        'minimum',
        when(exceeds('commission', '0'), none, notBelowZero(maximum(none, yuan('600.00')))),
      ),
    ],
    finding: 'pay-falls components.minimum',
  },
  {
    name: 'a contribution of the whole wage once it reaches 4,000',
    policies: [
      ...usual,
      due('contribution', less(grossReaches('4000', cents(multiply(gross, constant('0.08')))))),
    ],
    finding: 'pay-falls components.contribution',
  },
  {
    name: 'a deduction whose higher rate holds for all of the wage',
    policies: [
      ...usual,
      due(
        'damage',
        less(
          cents(
            multiply(
              gross,
              step(gross, [{ value: '0.2' }, { from: '5000', value: '0.3' }], 'ratio'),
            ),
          ),
        ),
      ),
    ],
    finding: 'pay-falls components.damage',
  },
  {
    name: 'an instalment of a loan from a wage of 5,000 on',
    policies: [...usual, due('loan', less(grossReaches('5000', yuan('300.00'))))],
    finding: 'pay-falls components.loan',
  },
  {
    name: 'a subsidy for housing in bands of the wage',
    policies: [
      ...usual,
      due(
        'housing',
        step(
          gross,
          [{ value: '800.00' }, { from: '4000', value: '600.00' }, { from: '6000', value: '0.00' }],
          cny,
        ),
      ),
    ],
    finding: 'pay-falls components.housing',
  },
  {
    name: 'a bonus that is cut by twice the commission',
    policies: [
      ...usual,
      due('bonus', notBelowZero(add(figure('target', cny, 2), less(partOf('commission', '2'))))),
    ],
    finding: 'pay-falls components.bonus',
  },
  {
    name: 'a cap that takes a tenth of all commission where it is passed',
    policies: [
      ...usual,
      due('capped', less(when(exceeds('commission', '2000'), partOf('commission', '0.1'), none))),
    ],
    finding: 'pay-falls components.capped',
  },
  {
    name: 'a second plan whose rate falls by more than the first pays',
    policies: [...usual, planOf('second', tiers(['0', '0.03'], ['50000', '0']))],
    finding: 'pay-falls components.second',
  },
  {
    name: 'a kicker in one plan that costs the slower rate in another',
    policies: [
      ...usual,
      due('kicker', when(reaches('commission', '800'), yuan('100.00'), none)),
      due('boost', when(exceeds('kicker', '0'), none, partOf('commission', '0.5'))),
    ],
    finding: 'pay-falls components.boost',
  },
  {
    name: 'meals for those below a wage',
    policies: [...usual, due('meals', grossReaches('6000', none, yuan('300.00')))],
    finding: 'pay-falls components.meals',
  },
]

const target = figure('target', cny, 2)
const twoPlans = [base, commission, planOf('second', flat('0.01'))]

/** More is sold, one component pays for it, and another takes it. */
export const standing: readonly Planted[] = [
  {
    name: 'a top-up to the minimum wage takes the commission below it',
    policies: [
      ...usual,
      policy('topUp', 'top_up', {
        of: { tag: 'gross' },
        minimum: { attribute: 'minimum_wage' },
        prorated: false,
      }),
    ],
    finding: 'pay-stands-still components.top_up',
  },
  {
    name: 'a cap over two plans undoes the accelerator of one',
    policies: [
      base,
      planOf('commission', {
        ...flat('0.02'),
        quota: 'quota',
        accelerator: { steps: [{ from: '1', factor: '2' }] },
      }),
      planOf('second', flat('0.01')),
      policy('cap', 'both', { of: ['commission', 'second'], most: '3000' }),
    ],
    finding: 'pay-stands-still components.both',
  },
  {
    name: 'a cap over what has a tag',
    policies: [...twoPlans, policy('cap', 'all', { of: { tag: 'gross' }, most: '6000' })],
    finding: 'pay-stands-still components.all',
  },
  {
    name: 'the least of two plans is made up by a cap that guarantees it',
    policies: [...twoPlans, policy('cap', 'both', { of: ['commission', 'second'], least: '500' })],
    finding: 'pay-stands-still components.both',
  },
  {
    name: 'a deduction takes all above what must be left',
    policies: [
      ...usual,
      policy('deduction', 'damage', {
        records: { table: 'damages' },
        of: { tag: 'gross' },
        floor: { amount: { attribute: 'minimum_wage' }, prorated: false },
      }),
    ],
    finding: 'pay-stands-still components.damage',
  },
  {
    name: 'a guarantee less the commission',
    policies: [
      ...usual,
      due('guarantee', notBelowZero(add(yuan('700.00'), less(earned('commission'))))),
    ],
    finding: 'pay-stands-still components.guarantee',
  },
  {
    name: 'a bonus net of commission',
    policies: [...usual, due('bonus', add(target, less(minimum(target, earned('commission')))))],
    finding: 'pay-stands-still components.bonus',
  },
  {
    name: 'of two plans the better one alone',
    policies: [
      base,
      planOf('commission', { ...flat('0.02'), cap: '1000' }),
      planOf('second', flat('0.01')),
      due('lesser', less(minimum(earned('commission'), earned('second')))),
    ],
    finding: 'pay-stands-still components.lesser',
  },
  {
    name: 'an advance that is repaid out of commission alone',
    policies: [...usual, due('advance', less(minimum(yuan('800.00'), earned('commission'))))],
    finding: 'pay-stands-still components.advance',
  },
  {
    name: 'a contribution of commission up to a ceiling, whole',
    policies: [
      ...usual,
      component(
        'fund',
        { pays: 'cash' },
        less(minimum(amount('commission', cny, 2, { what: 'due' }), yuan('150.00'))),
      ),
    ],
    finding: 'pay-stands-still components.fund',
  },
]

/** One yuan more decides on a month's pay. */
export const jumping: readonly Planted[] = [
  {
    name: 'a gate in one plan at what brings the kicker of another',
    policies: [
      base,
      planOf('commission', { ...flat('0.02'), gate: { kpi: 'sales', atLeast: '10000' } }),
      planOf('second', {
        ...flat('0'),
        kickers: [{ kpi: 'sales', atLeast: '10000', pays: '150' }],
      }),
    ],
    finding: 'pay-jumps components.commission',
  },
  {
    name: 'a prize for who has earned 500 in commission',
    policies: [...usual, due('prize', when(reaches('commission', '500'), yuan('200.00'), none))],
    finding: 'pay-jumps components.prize',
  },
  {
    name: 'a second plan at retroactive rates',
    policies: [...usual, planOf('second', tiers(['0', '0.01'], ['50000', '0.02']))],
    finding: 'pay-jumps components.second',
  },
  {
    name: 'a share of the wage for those above a bound',
    policies: [
      ...usual,
      due('loyalty', grossReaches('5000', cents(multiply(gross, constant('0.1'))))),
    ],
    finding: 'pay-jumps components.loyalty',
  },
  {
    name: 'a deduction that ends with a bound',
    policies: [...usual, due('fee', less(grossReaches('4000', none, yuan('80.00'))))],
    finding: 'pay-jumps components.fee',
  },
]

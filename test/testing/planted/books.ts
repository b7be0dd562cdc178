import { constant, multiply } from '../../../src/formula/index.js'
import { amount, attribute, figure, matching, member, tagged } from '../../../src/pay/index.js'
import { component, policy, version } from '../../payroll/policies.js'
import {
  base,
  cents,
  cny,
  commission,
  due,
  earned,
  flat,
  less,
  partOf,
  planOf,
  yuan,
} from './shop.js'
import type { Planted } from './total-pay.js'

const usual = [base, commission]
const versions = (
  ...all: readonly (readonly [from: string, to: string | undefined, rate: string])[]
) => ({
  versions: all.map(([from, to, rate]) =>
    version(
      { plan: { period: 'month', measure: { sum: 'sales' }, ...flat(rate) } },
      { from, ...(to !== undefined && { to }) },
    ),
  ),
})
const perOrder = (id: string, rate: string) =>
  component(
    id,
    { pays: 'due', each: { record: 'credits' } },
    cents(multiply(member('sales', cny, 2), constant(rate))),
  )

/** What `lintBook` tells. */
export const inBook: readonly Planted[] = [
  {
    name: 'two plans pay the same sales at the same rate',
    policies: [...usual, planOf('summer', flat('0.02'))],
    finding: 'paid-twice components.summer',
  },
  {
    name: 'two components pay the same deals one by one',
    policies: [...usual, perOrder('deals', '0.01'), perOrder('orders', '0.01')],
    finding: 'paid-twice components.orders',
  },
  {
    name: 'the same hours are paid as overtime and as stand-by',
    policies: [
      ...usual,
      ...['overtime', 'standby'].map((id) =>
        due(id, cents(multiply(figure('hours', 'count', 0), yuan('30.00')))),
      ),
    ],
    finding: 'paid-twice components.standby',
  },
  {
    name: 'a quota with a ramp that no plan asks for',
    policies: [
      ...usual,
      policy('quota', 'goal', {
        quota: { currency: 'CNY', rounding: 'half-up', prorated: false, ramp: ['0.5', '0.75'] },
      }),
    ],
    finding: 'unused-component components.goal',
  },
  {
    name: 'a rate that is worked out, and that its reader no longer reads',
    policies: [...usual, component('rate', {}, figure('target', cny, 2))],
    finding: 'unused-component components.rate',
  },
  {
    name: 'a fixed allowance of a department, in full for who moves',
    policies: [
      ...usual,
      component(
        'allowance',
        { pays: 'due', eligible: { where: { department: ['shop'] } } },
        yuan('200.00'),
      ),
    ],
    finding: 'paid-in-full components.allowance[0].value',
  },
  {
    name: 'a reason for what is not read',
    policies: [
      ...usual,
      component('care', { pays: 'due', mayRead: { children: '§7' } }, attribute('child', cny, 2)),
    ],
    finding: 'unread-reason components.care[0].value.mayRead.children',
  },
  {
    name: 'a month between two versions of a plan',
    policies: [
      base,
      {
        ...planOf('commission', {}),
        ...versions(['2026-01-01', '2026-03-31', '0.02'], ['2026-05-01', undefined, '0.03']),
      },
    ],
    finding: 'versions-apart components.commission[1]',
  },
  {
    name: 'days between two of three versions',
    policies: [
      base,
      {
        ...planOf('commission', {}),
        ...versions(
          ['2026-01-01', undefined, '0.02'],
          ['2026-03-01', '2026-06-30', '0.03'],
          ['2026-09-01', undefined, '0.03'],
        ),
      },
    ],
    finding: 'versions-apart components.commission[2]',
  },
]

/** What `lintData` tells of a book beside the data of its people. */
export const besideData: readonly Planted[] = [
  {
    name: 'a policy for a department that nobody is in',
    policies: [
      ...usual,
      component(
        'prize',
        { pays: 'due', eligible: { where: { department: ['shpo'] } } },
        figure('target', cny, 2),
      ),
    ],
    finding: 'unknown-value components.prize[0].value.eligible.where.department',
  },
  {
    name: 'a plan of credits that no rule gives',
    policies: [
      base,
      planOf('commission', {
        measure: { sum: 'sales', where: { credit: 'team' } },
        ...flat('0.02'),
      }),
    ],
    finding: 'unknown-text records.credits',
  },
  {
    name: 'a plan of what no deal says',
    policies: [
      base,
      planOf('commission', {
        measure: { sum: 'sales', where: { attributes: { line: ['phones'] } } },
        ...flat('0.02'),
      }),
    ],
    finding: 'unknown-member records.credits',
  },
  {
    name: 'a top-up to a minimum that nobody has',
    policies: [
      ...usual,
      policy('topUp', 'top_up', {
        of: { tag: 'gross' },
        minimum: { attribute: 'minimum' },
        prorated: false,
      }),
    ],
    finding: 'unknown-attribute people',
  },
  {
    name: 'a deduction of records that there are not',
    policies: [
      ...usual,
      policy('deduction', 'rent', { records: { table: 'rents' }, of: { tag: 'gross' } }),
    ],
    finding: 'unknown-table records',
  },
]

/** What no book is read with. */
export const refused: readonly Planted[] = [
  {
    name: 'a tag that nothing carries',
    policies: [...usual, due('bonus', cents(multiply(tagged('wages', cny, 2), constant('0.1'))))],
    finding: 'unknown-tag policies[2].versions[0].bonus.reads.wages.tag',
  },
  {
    name: 'two components that each read the other',
    policies: [...usual, due('one', partOf('two', '0.5')), due('two', partOf('one', '0.5'))],
    finding: 'circular-components policies[2].one',
  },
  {
    name: 'what is earned, and reads what is taken off a payment',
    policies: [
      ...usual,
      component('tax', { pays: 'cash' }, less(amount('commission', cny, 2, { what: 'due' }))),
      due('refund', less(earned('tax'))),
    ],
    finding: 'due-reads-cash policies[3].versions[0].refund.reads.tax',
  },
  {
    name: 'a plan whose second version begins before the first ends',
    policies: [
      base,
      {
        ...planOf('commission', {}),
        ...versions(['2026-01-01', '2026-04-30', '0.02'], ['2026-04-01', undefined, '0.03']),
      },
    ],
    finding: 'versions-overlap policies[1].versions[1]',
  },
  {
    name: 'a bonus of a component that there is not',
    policies: [...usual, due('bonus', partOf('comission', '0.1'))],
    finding: 'unknown-component policies[2].versions[0].bonus.reads.comission.name',
  },
  {
    name: 'one number that two components take for two',
    policies: [
      ...usual,
      due('target', figure('target', cny, 2)),
      due('part', cents(multiply(figure('target', 'ratio', 4), yuan('1')))),
    ],
    finding: 'declared-apart policies[3].versions[0].part.reads.target',
  },
]

/** What the laws of whole runs tell: the law and who breaks it. */
export const unfair: readonly Planted[] = [
  {
    name: 'a bonus by department, which sets equals apart',
    policies: [
      ...usual,
      due('bonus', matching(attribute('department'), { shop: yuan('80.00'), desk: yuan('90.00') })),
    ],
    finding: 'equal-pay shop',
  },
  {
    name: 'a supplement of the region on the base of all',
    policies: [
      ...usual,
      due(
        'region',
        cents(
          multiply(
            earned('base'),
            matching(attribute('region'), { north: constant('0.1'), south: constant('0.2') }),
          ),
        ),
      ),
    ],
    finding: 'equal-pay shop',
  },
  {
    name: 'an allowance by the number of children',
    policies: [...usual, due('care', attribute('children', cny, 2))],
    finding: 'protected-blind shop',
  },
  {
    name: 'a bonus of the commission for one sex',
    policies: [
      ...usual,
      component(
        'bonus',
        { pays: 'due', eligible: { where: { gender: ['m'] } } },
        partOf('commission', '0.1'),
      ),
    ],
    finding: 'protected-blind shop',
  },
  {
    name: 'a plan of deals by the religion of the buyer',
    policies: [
      base,
      planOf('commission', {
        measure: { sum: 'sales', where: { attributes: { religion: ['none'] } } },
        ...flat('0.02'),
      }),
    ],
    finding: 'protected-blind shop',
  },
  {
    name: 'a plan that no longer pays what the handbook says',
    policies: [
      base,
      {
        ...commission,
        versions: [
          version(
            { plan: { period: 'month', measure: { sum: 'sales' }, ...flat('0.02') } },
            { tests: [{ name: 'of 1,000', inputs: { sales: '1000.00' }, pays: '30.00' }] },
          ),
        ],
      },
    ],
    finding: 'tests commission from 2026-01-01',
  },
]

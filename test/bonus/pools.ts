import {
  type Division,
  dividePool,
  type PoolMember,
  type PoolShare,
  parsePool,
} from '../../src/bonus/index.js'
import { add, constant, input, multiply } from '../../src/formula/index.js'
import { money } from '../../src/quantity/index.js'

/** A company's pool: departments by contribution, teams by head count, people by salary and KPI. */

const cny = money('CNY')
const salary = input('salary', cny, 2, { en: 'Salary', 'zh-CN': '月薪' })

export const company = {
  id: 'year-end',
  label: { en: 'Year-end pool', 'zh-CN': '年终奖池' },
  clause: '§6',
  currency: 'CNY',
  ties: 'larger-weight',
  levels: [
    {
      level: 'department',
      label: { en: 'Department', 'zh-CN': '部门' },
      clause: '§6.1',
      // A third of what service staff made possible counts as theirs.
      weight: add(
        input('direct', cny, 2, { en: 'Direct revenue', 'zh-CN': '直接收入' }),
        multiply(
          constant('0.3'),
          input('indirect', cny, 2, { en: 'Indirect revenue', 'zh-CN': '间接收入' }),
        ),
      ),
    },
    { level: 'team', weight: input('heads', 'count', 0) },
    {
      level: 'person',
      clause: '§6.3',
      weight: multiply(salary, input('kpi', 'ratio', 2, { en: 'KPI', 'zh-CN': '绩效系数' })),
      floor: constant('500', cny),
      cap: multiply(salary, constant('2')),
    },
  ],
} as const

const person = (id: string, pay: string, kpi: string): PoolMember => ({
  id,
  figures: { salary: pay, kpi },
})

export const departments: readonly PoolMember[] = [
  {
    id: 'operations',
    label: { en: 'Operations', 'zh-CN': '运营部' },
    figures: { direct: '900000', indirect: '0' },
    members: [
      {
        id: 'shop',
        figures: { heads: 2 },
        members: [person('ann', '9000', '1'), person('bob', '9000', '0.8')],
      },
    ],
  },
  {
    id: 'service',
    label: { en: 'Service', 'zh-CN': '客服部' },
    figures: { direct: '0', indirect: '1000000' },
    members: [
      {
        id: 'chat',
        figures: { heads: 2 },
        members: [person('li', '5000', '1.2'), person('wu', '5000', '0.9')],
      },
      { id: 'phone', figures: { heads: 1 }, members: [person('ma', '4000', '0')] },
    ],
  },
]

export function yearEnd(fund: string, members: readonly PoolMember[] = departments): Division {
  return dividePool(parsePool(company), { fund, members })
}

/** Every share of a division, with the path of ids to it. */
export function amountsOf(
  shares: readonly PoolShare[],
  above = '',
): readonly (readonly [path: string, amount: string])[] {
  return shares.flatMap((share) => [
    [`${above}${share.id}`, share.amount] as const,
    ...amountsOf(share.members, `${above}${share.id}/`),
  ])
}

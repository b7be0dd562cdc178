import { bonus, formula, money } from 'payproof'

const { add, constant, input, multiply } = formula
const cny = money('CNY')

const salary = input('salary', cny, 2, { en: 'Monthly salary', 'zh-CN': '月薪' })
const months = input('months', 'count', 1, { en: 'Months served', 'zh-CN': '服务月数' })
const kpi = input('kpi', 'ratio', 2, { en: 'KPI coefficient', 'zh-CN': '绩效系数' })

/** What a department brings in counts in full; what its service makes others sell counts for 60 %. */
const contribution = add(
  input('direct', cny, 2, { en: 'Direct revenue', 'zh-CN': '直接收入' }),
  multiply(
    constant('0.6'),
    input('indirect', cny, 2, { en: 'Indirect revenue', 'zh-CN': '间接收入' }),
  ),
  multiply(constant('40000', cny), input('heads', 'count', 0, { en: 'Heads', 'zh-CN': '人数' })),
)

export const funding = bonus.parseFunding({
  id: 'fund-2026',
  label: { en: 'Year-end fund', 'zh-CN': '年终奖基金' },
  clause: '§6.1',
  currency: 'CNY',
  rounding: 'down',
  source: { kind: 'profit-share', rate: '0.05', above: '2000000' },
  cap: '300000',
})

export const pool = bonus.parsePool({
  id: 'year-end-2026',
  label: { en: 'Year-end pool', 'zh-CN': '年终奖池' },
  clause: '§6',
  currency: 'CNY',
  ties: 'larger-weight',
  levels: [
    { level: 'department', clause: '§6.2', weight: contribution },
    {
      level: 'team',
      clause: '§6.3',
      weight: multiply(
        input('payroll', cny, 2, { en: 'Monthly payroll', 'zh-CN': '团队月薪合计' }),
        input('coefficient', 'ratio', 2, { en: 'Team coefficient', 'zh-CN': '团队系数' }),
      ),
    },
    {
      level: 'person',
      clause: '§6.4',
      weight: multiply(salary, months, kpi),
      floor: constant('3000', cny),
      cap: multiply(salary, constant('3')),
    },
  ],
})

export const star = bonus.parseAward({
  id: 'star-agent-2026',
  label: { en: 'Star agent', 'zh-CN': '明星客服' },
  clause: '§7.1',
  currency: 'CNY',
  minimumMonths: 6,
  eligibility: [
    {
      figure: 'tickets',
      label: { en: 'Tickets solved', 'zh-CN': '解决工单' },
      unit: 'count',
      is: 'at-least',
      value: '4000',
    },
  ],
  ranking: [
    {
      figure: 'satisfaction',
      label: { en: 'Satisfaction', 'zh-CN': '满意度' },
      unit: 'ratio',
      direction: 'higher',
    },
    {
      figure: 'minutes',
      label: { en: 'Minutes to first answer', 'zh-CN': '首次响应分钟' },
      unit: 'duration:minute',
      direction: 'lower',
    },
  ],
  ties: 'share',
  prizes: ['5000', '2000'],
  budget: '7000',
})

export const bestTeam = bonus.parseAward({
  id: 'best-team-2026',
  label: { en: 'Best team', 'zh-CN': '最佳团队' },
  clause: '§7.2',
  currency: 'CNY',
  eligibility: [],
  ranking: [
    {
      figure: 'rating',
      label: { en: 'Rating by other departments', 'zh-CN': '跨部门评分' },
      unit: 'points',
      direction: 'higher',
    },
  ],
  ties: 'share',
  prizes: ['8000'],
  budget: '8000',
  split: 'equal',
})

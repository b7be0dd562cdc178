import { formula, money, pay } from 'payproof'

const { component, figure, records } = pay
const { atLeast, constant, marginal, multiply, named, round, when } = formula

const yuan = money('CNY')

export const sales = records('credits', 'sum', {
  value: 'sales',
  where: { credit: ['indirect'] },
  unit: yuan,
  scale: 6,
  input: 'sales',
  label: { en: 'Sales that were helped', 'zh-CN': '促成销售额' },
})

const satisfaction = figure('satisfaction', 'ratio', 2, {
  label: { en: 'Satisfaction', 'zh-CN': '满意度' },
})

const tiered = named(
  { en: 'Commission by tiers', 'zh-CN': '阶梯提成' },
  marginal(sales, [{ rate: '0.010' }, { from: '5000', rate: '0.015' }]),
)

/** The agents who helped are paid by tiers; half of it where customers were not satisfied. */
export const commission = component(
  'commission',
  {
    label: { en: 'Commission on helped sales', 'zh-CN': '服务促成提成' },
    clause: 'Handbook 4.3',
    pays: 'due',
  },
  round(
    named(
      { en: 'Commission after the gate', 'zh-CN': '达标后提成' },
      when(atLeast(satisfaction, constant('0.90')), tiered, multiply(tiered, constant('0.5'))),
    ),
    { places: 2, rounding: 'half-up' },
  ),
)

export const book = pay.book([commission], { currency: 'CNY', retro: 2 })

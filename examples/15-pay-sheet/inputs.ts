import { money, pay } from 'payproof'

/** What the components read: each says where it comes from, and what explanations call it. */

export const pounds = money('GBP')
export const basis = 'working'
export const cents = { places: 2, rounding: 'half-up' } as const

const { attribute, days, figure, member } = pay

export const targetBonus = attribute('bonus', pounds, 2, {
  label: { en: 'Target bonus', 'zh-CN': '奖金基数' },
})

export const present = days('present', {
  basis,
  label: { en: 'Days present', 'zh-CN': '出勤天数' },
})
/** Days employed, sick ones too: only unpaid leave is taken off. */
export const entitled = days('part', {
  kinds: ['unpaid'],
  basis,
  label: { en: 'Days that count', 'zh-CN': '计薪天数' },
})
export const workingDays = days('whole', {
  basis,
  label: { en: 'Working days', 'zh-CN': '当月工作日' },
})

export const satisfaction = figure('satisfaction', 'ratio', 4, {
  label: { en: 'Satisfaction', 'zh-CN': '满意度' },
})
export const firstResponse = figure('first_response', 'duration:second', 0, {
  label: { en: 'First response', 'zh-CN': '首次响应时间' },
})
export const resolution = figure('resolution', 'ratio', 4, {
  label: { en: 'First-contact resolution', 'zh-CN': '一次解决率' },
})
export const profitShare = figure('profit_share', pounds, 2, {
  label: { en: "The department's share of profit", 'zh-CN': '部门分红总额' },
})

export const nightHours = member('hours', 'duration:hour', 1, {
  label: { en: 'Hours of the night shift', 'zh-CN': '夜班小时' },
})

import { type AwardEntry, type AwardResult, giveAward, parseAward } from '../../src/bonus/index.js'

/** The star agent of a quarter: satisfaction first, then tickets; half a year of service. */
export const star = {
  id: 'star',
  label: { en: 'Star agent', 'zh-CN': '明星客服' },
  clause: '§7',
  currency: 'CNY',
  minimumMonths: 6,
  eligibility: [
    {
      figure: 'tickets',
      label: { en: 'Tickets', 'zh-CN': '工单数' },
      clause: '§7.2',
      unit: 'count',
      is: 'at-least',
      value: '200',
    },
    { figure: 'complaints', unit: 'count', is: 'at-most', value: '2' },
  ],
  ranking: [
    {
      figure: 'satisfaction',
      label: { en: 'Satisfaction', 'zh-CN': '满意度' },
      clause: '§7.1',
      unit: 'ratio',
      direction: 'higher',
    },
    { figure: 'minutes', unit: 'duration:minute', direction: 'lower' },
  ],
  ties: 'share',
  prizes: ['2000', '1000'],
  budget: '3000',
} as const

export const agent = (
  id: string,
  satisfaction: string | null,
  minutes: string,
  more: Partial<AwardEntry> & { readonly tickets?: string } = {},
): AwardEntry => {
  const { tickets = '300', ...entry } = more
  return {
    id,
    from: '2024-01-01',
    figures: { satisfaction, minutes, tickets, complaints: 0 },
    ...entry,
  }
}

export const agents: readonly AwardEntry[] = [
  agent('li', '0.96', '3.5', { label: { en: 'Li Na', 'zh-CN': '李娜' } }),
  agent('wu', '0.95', '4'),
  agent('ma', '0.96', '3.2'),
  agent('he', '0.90', '2'),
]

export const asOf = '2026-03-31'

export function give(policy: object, entries: readonly AwardEntry[] = agents): AwardResult {
  return giveAward(parseAward(policy), { entries, asOf })
}

/** Who has which place and prize. */
export function prizes({ standings }: AwardResult): readonly string[] {
  return standings.map(({ id, place, prize }) => `${place} ${id} ${prize}`)
}

import { payroll } from 'payproof'

const policy = (kind: string, id: string, tags: readonly string[], terms: object) => ({
  ...{ kind, id, owner: 'Head of HR', tags },
  versions: [{ from: '2026-01-01', reason: 'Pay handbook of 2026', terms }],
})
const minimum = { attribute: 'minimum_wage' }

/** The pay of the service desk; the minimum wage is reached by what `counts` says. */
const bookWith = (counts: object) =>
  payroll.parseBook({
    ...{ format: 2, id: 'home-shop', currency: 'CNY', retro: 2 },
    policies: [
      policy('salary', 'base', ['wage', 'gross'], {
        label: { en: 'Base salary', 'zh-CN': '基本工资' },
        prorated: true,
      }),
      policy('plan', 'commission', ['wage', 'gross'], {
        plan: {
          label: { en: 'Commission on helped sales', 'zh-CN': '服务促成提成' },
          clause: 'Handbook 4.3',
          period: 'month',
          measure: { sum: 'sales', where: { credit: 'indirect' } },
          tiers: {
            kind: 'marginal',
            steps: [
              { rate: '0.01' },
              { from: '30000', rate: '0.02' },
              { from: '80000', rate: '0.025' },
            ],
          },
          gate: { kpi: 'satisfaction', atLeast: '0.90' },
        },
      }),
      policy('topUp', 'top_up', ['gross'], { of: counts, minimum, prorated: true }),
      policy('subtotal', 'earned', ['sums'], { of: { tag: 'gross' } }),
      // A fifth of the pay at most, and the minimum wage is left.
      policy('deduction', 'damage', ['off'], {
        label: { en: 'Damage', 'zh-CN': '赔偿扣款' },
        records: { table: 'damages' },
        of: ['earned'],
        atMost: '0.2',
        floor: { amount: minimum, prorated: true },
      }),
    ],
    crediting: {
      credits: { currency: 'CNY', credits: { indirect: { rules: [{ owner: 'desk' }] } } },
    },
  })

/** Today, and with a base raised to the minimum wage whatever commission comes on top. */
export const books = { today: bookWith({ tag: 'wage' }), mended: bookWith(['base']) }

const since = (value: string) => [{ from: '2026-01-01', value }]
const order = (id: string, on: string, amount: string) => ({
  ...{ id, kind: 'order', on, amount, currency: 'CNY', attributes: { desk: 'li' } },
})

/** March of Li Na, whose last deal may be of any amount. */
export function monthOf(book: payroll.PolicyBook, lastDeal: string) {
  const { data } = payroll.parseRunData(book, {
    people: [
      {
        ...{ id: 'li', name: 'Li Na', employment: [{ from: '2026-01-01' }] },
        attributes: { base: since('1900.00'), minimum_wage: since('2490.00') },
        figures: [{ name: 'satisfaction', period: '2026-03', value: '0.93' }],
      },
    ],
    deals: {
      events: [
        order('d1', '2026-03-05', '15000.00'),
        order('d2', '2026-03-16', '9000.00'),
        order('d3', '2026-03-27', lastDeal),
      ],
    },
    records: { damages: [{ id: 'x1', person: 'li', on: '2026-03-20', amount: '800.00' }] },
  })
  return { book, data, run: payroll.run(book, data, { period: '2026-03', before: 'first' }) }
}

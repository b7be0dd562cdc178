import type * as Formula from '../../src/formula/index.js'
import type * as Pay from '../../src/pay/index.js'
import type * as Payroll from '../../src/payroll/index.js'
import type * as Quantity from '../../src/quantity/index.js'

/** The library as it is built: what runs a test writes more into every function. */
const load = (folder: string) =>
  import(new URL(`../../dist/${folder}/index.js`, import.meta.url).href)
export const pay: typeof Pay = await load('pay')
export const payroll: typeof Payroll = await load('payroll')
const {
  add,
  constant,
  divide,
  interpolate,
  marginal,
  minimum,
  multiply,
  round,
  step,
}: typeof Formula = await load('formula')
const { money }: typeof Quantity = await load('quantity')

const { amount, attribute, book, component, days, figure, member, records } = pay
const yuan = money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const paid = { pays: 'due' } as const
const service = { eligible: { where: { department: ['service'] } } }
const sales = { eligible: { where: { department: ['sales'] } } }

/** The figures that a bonus goes by: weights, and values worth 60, 100 and 120 points. */
export const kpis = {
  satisfaction: { weight: '0.5', values: ['0.80', '0.85', '0.90'] },
  first_contact_resolution: { weight: '0.3', values: ['0.70', '0.78', '0.85'] },
  transfer_rate: { weight: '0.2', values: ['0.10', '0.15', '0.20'] },
} as const
export const points = {
  satisfaction: ['60', '100', '120'],
  first_contact_resolution: ['60', '100', '120'],
  transfer_rate: ['120', '100', '60'],
} as const
type Kpi = keyof typeof kpis
const names = Object.keys(kpis) as Kpi[]

/** The points of a figure times its weight: nothing where it is not given. */
const scoreOf = (kpi: Kpi) =>
  component(
    `${kpi}_score`,
    service,
    multiply(
      interpolate(
        figure(kpi, 'ratio', 4, { missing: '0' }),
        kpis[kpi].values.map((at, i) => ({ at, value: points[kpi][i] as string })),
        { places: 2, rounding: 'half-up' },
      ),
      figure(kpi, 'count', 0, { is: 'given', input: 'given' }),
      constant(kpis[kpi].weight),
    ),
  )

/** Thirteen components: what a month of service and sales is paid by. */
export const company = book(
  [
    component(
      'base',
      { ...paid, each: 'stretch' },
      divide(multiply(attribute('salary', yuan, 2), days('part')), days('whole'), cents),
    ),
    component('meals', paid, attribute('meals', yuan, 2)),
    ...names.map(scoreOf),
    component(
      'score',
      service,
      divide(
        add(...names.map((kpi) => amount(`${kpi}_score`, 'count', 3))),
        add(
          ...names.map((kpi) =>
            multiply(
              figure(kpi, 'count', 0, { is: 'given', input: `${kpi}_given` }),
              constant(kpis[kpi].weight),
            ),
          ),
        ),
        { places: 1, rounding: 'half-up' },
      ),
    ),
    component(
      'bonus',
      { ...paid, ...service, each: 'stretch' },
      divide(
        multiply(
          attribute('target_bonus', yuan, 2),
          step(amount('score', 'ratio', 1), [
            { value: '0' },
            { from: '60', value: '0.8' },
            { from: '100', value: '1.2' },
          ]),
          days('part'),
        ),
        days('whole'),
        cents,
      ),
    ),
    component('sold', sales, records('orders', 'sum', { value: 'amount', unit: yuan, scale: 2 })),
    component(
      'commission',
      { ...paid, ...sales },
      round(
        minimum(
          multiply(
            marginal(amount('sold', yuan, 2), [
              { from: '0', rate: '0.01' },
              { from: '50000', rate: '0.02' },
            ]),
            step(
              divide(amount('sold', yuan, 2), figure('quota', yuan, 2), {
                places: 4,
                rounding: 'half-up',
              }),
              [{ value: '1' }, { from: '1', value: '1.5' }],
            ),
          ),
          constant('8000', yuan),
        ),
        cents,
      ),
    ),
    component(
      'fund',
      { of: 'company' },
      round(multiply(figure('profit', yuan, 2), constant('0.05')), {
        places: 2,
        rounding: 'down',
      }),
    ),
    component('weight', {}, attribute('salary', yuan, 2)),
    component(
      'pool',
      paid,
      amount('fund', yuan, 2, { among: { group: 'company', as: { share: 'weight' } } }),
    ),
    component(
      'adjustments',
      { ...paid, each: { record: 'adjustments', why: 'reason' } },
      member('amount', yuan, 2),
    ),
  ],
  { currency: 'CNY', retro: 1 },
)

const from = '2024-01-01'
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** A month of a company: four in five do service, each fifth sells; one in eleven joined on the 10th. */
export function monthOf(count: number) {
  const people = Array.from({ length: count }, (_, i) => {
    const sells = i % 5 === 0
    const told = (name: string, value: string) => ({ name, period: '2026-03', value })
    return {
      id: `p${i}`,
      employment: [{ from: i % 11 === 0 ? '2026-03-10' : from }],
      attributes: {
        department: [{ from, value: sells ? 'sales' : 'service' }],
        salary: [{ from, value: `${5000 + (i % 4000)}.00` }],
        meals: [{ from, value: '300.00' }],
        ...(!sells && { target_bonus: [{ from, value: '800.00' }] }),
      },
      figures: sells
        ? [told('quota', '60000.00')]
        : [
            told('satisfaction', `0.${80 + (i % 15)}`),
            ...(i % 7 === 0 ? [] : [told('first_contact_resolution', `0.${70 + (i % 20)}`)]),
            told('transfer_rate', `0.${10 + (i % 12)}`),
          ],
    }
  })
  const orders = people.flatMap(({ id }, i) =>
    i % 5 === 0
      ? Array.from({ length: 25 }, (_, j) => ({
          id: `${id}-${j}`,
          on: `2026-03-${twoDigits(1 + j)}`,
          person: id,
          amount: `${1500 + ((i * 6 + j * 977) % 2000)}.50`,
        }))
      : [],
  )
  const adjustments = people.flatMap(({ id }, i) =>
    i % 20 === 0
      ? [{ id: `a-${id}`, on: '2026-03-31', person: id, amount: '-12.50', reason: 'Booked twice' }]
      : [],
  )
  return {
    people,
    groups: [
      {
        of: 'company' as const,
        figures: [{ name: 'profit', period: '2026-03', value: '90000000.00' }],
      },
    ],
    records: { orders, adjustments },
  }
}

/** A month as it is given. */
export type Month = ReturnType<typeof monthOf>

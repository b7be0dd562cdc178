import { parseData, type Run } from '../../src/pay/index.js'
import { tax } from '../pay/rules/cash-books.js'
import {
  base,
  bookOf,
  counting,
  dataOf,
  figure,
  person,
  quarterly,
  reading,
  run,
} from '../pay/rules/paying.js'

/** A company whose runs have something of everything: lines, parts, cash, a division, what waits, openings. */

const salary = { ...base, tags: ['wage'] }
const score = reading('score', { from: 'figure', name: 'score' })
const { pays: _, ...fund } = reading(
  'fund',
  { from: 'figure', name: 'fund', missing: '0.00' },
  { of: 'company' },
)
const weight = counting('weight', { from: 'figure', name: 'weight', missing: '1' })
const share = reading('share', {
  from: 'component',
  name: 'fund',
  among: { group: 'company', as: { share: 'weight' } },
})
const quarter = reading('quarter', { from: 'attribute', name: 'bonus' }, { period: 'quarter' })
const post = reading('post', { from: 'attribute', name: 'rent' }, { of: 'assignment' })

export const company = bookOf([salary, score, fund, weight, share, quarter, post, tax], {
  rhythms: quarterly,
})

const desk = {
  id: 'desk',
  from: '2020-01-01',
  attributes: { rent: [{ from: '2020-01-01', value: '50.00' }] },
}
const months = ['2026-01', '2026-02', '2026-03']
const scores = (from: number) => months.slice(from).map((month) => figure('score', month, '5.00'))

export const companyData = dataOf(
  [
    {
      ...person('li', { bonus: '300.00' }),
      attributes: {
        bonus: [{ from: '2020-01-01', value: '300.00' }],
        salary: [
          { from: '2020-01-01', value: '3000.00' },
          { from: '2026-01-01', value: '3100.00', recorded: '2026-02-10' },
        ],
      },
      assignments: [desk],
      figures: scores(0),
    },
    { ...person('wu', { salary: '2000.00', bonus: '0.00' }), figures: scores(1) },
  ],
  {},
  [{ of: 'company', figures: months.map((month) => figure('fund', month, '100.00')) }],
)

/** What was settled elsewhere of the month before the first run. */
export const openings = [
  {
    component: 'base',
    person: 'li',
    earned: { rhythm: 'month', period: '2025-12' },
    settled: '3000.00',
    why: 'As of the old system',
  },
]

const january = run(company, companyData, '2026-01', 'first', { openings })
const february = run(company, companyData, '2026-02', january)
const march = run(company, companyData, '2026-03', february)
const again = run(company, companyData, '2026-03', march, { asOf: '2026-04-05' })

/** January to March, and March once more. */
export const chain: readonly [Run, Run, Run, Run] = [january, february, march, again]
export const data = parseData(companyData)

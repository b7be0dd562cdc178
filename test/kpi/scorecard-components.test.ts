import { describe, expect, test } from 'vitest'
import { targetBonusComponents } from '../../src/bonus/index.js'
import { renderText } from '../../src/formula/index.js'
import { type ScorecardPolicy, scorecardComponents } from '../../src/kpi/index.js'
import { explain, parseData, settle } from '../../src/pay/index.js'
import { found } from '../found.js'
import { expectGolden } from '../golden.js'
import { bookOf, writtenText } from '../pay/written.js'
import { service } from './cards.js'

const about = { id: 'quality', currency: 'CNY', basis: 'days' } as const
const [response, satisfaction, resolution] = service.kpis

/** The benchmarks in two groups, of which what is missing is shared out. */
const grouped: ScorecardPolicy = {
  ...service,
  label: { en: 'Service score', 'zh-CN': '服务得分' },
  clause: '§4',
  missing: 'redistribute',
  kpis: [{ ...response, clause: '§4.1' }],
  groups: [
    {
      group: 'customers',
      weight: '0.7',
      kpis: [
        { ...satisfaction, weight: '0.5' },
        { ...resolution, weight: '0.5' },
      ],
    },
  ],
}

const components = (policy: ScorecardPolicy, prorated = false) => {
  const card = scorecardComponents(policy, about)
  const coefficient = card.at(-1) as (typeof card)[number]
  return [...card, ...targetBonusComponents({ coefficient, prorated }, about)]
}

const run = (policy: ScorecardPolicy, measures: Readonly<Record<string, string>>) => {
  const book = bookOf(components(policy))
  const data = parseData({
    people: [
      {
        id: 'li',
        employment: [{ from: '2020-01-01' }],
        attributes: { target_bonus: [{ from: '2020-01-01', value: '3000.00' }] },
        figures: Object.entries(measures).map(([name, value]) => ({
          name,
          period: '2026-03',
          value,
        })),
      },
    ],
  })
  return { book, data, run: settle(book, data, { period: '2026-03', before: 'first' }) }
}

describe('a scorecard and its target bonus as components', () => {
  test.each([
    ['fail', service, false],
    ['redistribute', grouped, true],
  ] as const)('write what is golden, missing: %s', (missing, policy, prorated) => {
    const written = components(policy, prorated)
    expectGolden(`test/kpi/golden/components.${missing}.txt`, writtenText(written))
    expect([...bookOf(written).components.keys()].sort()).toEqual(
      written.map(({ component }) => component).sort(),
    )
  })

  test.each(['en', 'zh-CN'] as const)('are explained in %s', (locale) => {
    const { book, data, run: paid } = run(grouped, { first_response: '75', resolution: '0.78' })
    const why = explain(book, data, paid, { component: 'quality', person: 'li', locale })
    expectGolden(`test/kpi/golden/bonus.${locale}.txt`, renderText(why))
  })

  test('pay the target times the coefficient of the band', () => {
    const good = { first_response: '90', satisfaction: '0.85', resolution: '0.78' }
    expect(run(service, good).run.lines[0]?.amount).toBe('3000.00')
    // (0.3 × 110 + 0.35 × 100) ÷ 0.65 = 104.6
    expect(run(grouped, { first_response: '75', resolution: '0.78' }).run.lines[0]?.amount).toBe(
      '3000.00',
    )
  })

  test('withhold the bonus where a KPI that must not be missing is not given', () => {
    const { lines, withheld } = run(service, { first_response: '90', resolution: '0.78' }).run
    expect(lines).toEqual([])
    expect(withheld.map(({ component, owner }) => [component, owner])).toEqual([
      ['quality', { person: 'li' }],
    ])
  })

  test('withhold the bonus where nothing at all is given to share the weights among', () => {
    expect(run(grouped, {}).run.withheld).toHaveLength(1)
  })

  test('are refused with every problem of the policy', () => {
    const bare = { ...service, kpis: [] } as unknown as ScorecardPolicy
    expect(found(() => scorecardComponents(bare, about))).toEqual([['too-small', 'kpis']])
  })

  test('refuse a coefficient that is neither a ratio nor a count', () => {
    const card = scorecardComponents(service, about)
    const score = card.at(-2) as (typeof card)[number]
    const terms = { coefficient: score, prorated: false }
    expect(found(() => targetBonusComponents(terms, about))).toEqual([['no-product', 'of.of']])
  })
})

import fc from 'fast-check'
import { targetBonus, targetBonusComponents } from '../../../src/bonus/index.js'
import { addDays, parsePeriod, prorate } from '../../../src/calendar/index.js'
import { evaluate, prorationInputs } from '../../../src/formula/index.js'
import {
  type Measures,
  parseScorecard,
  type ScorecardPolicy,
  scorecardComponents,
  scorecardInputs,
} from '../../../src/kpi/index.js'
import { book, parseData, settle } from '../../../src/pay/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import { fromScaled } from '../../../src/quantity/index.js'
import { cards, measurementOf } from '../../kpi/cards.js'
import { bases } from './base.js'

export interface Draw {
  readonly card: ScorecardPolicy
  readonly measures: Measures
  readonly target: string
  readonly prorated: boolean
  readonly rounding: 'half-up' | 'half-even' | 'down'
  readonly basis: keyof typeof bases
  /** Days from the first of March on. */
  readonly employed: readonly [from: number, to: number]
  readonly absent?: readonly [from: number, days: number] | undefined
}

const missing = fc.constantFrom('fail', 'zero', 'redistribute')

/** A card with a measurement of most KPIs. */
const measured = (kind: ScorecardPolicy['missing'], name: string) =>
  cards(fc.constant(kind)).chain((card) => {
    const kpis = card.kpis.map((kpi) => ({ ...kpi, kpi: `${name}${kpi.kpi}` }))
    const entries = kpis.map((kpi) => {
      const value = fc.option(measurementOf(kpi), { nil: null, freq: kind === 'fail' ? 30 : 2 })
      return fc.tuple(fc.constant(kpi.kpi), value)
    })
    return fc
      .tuple(...entries)
      .map((found) => ({ card: { ...card, kpis }, measures: Object.fromEntries(found) }))
  })

/** Cards of KPIs alone, and of a KPI card in a group beside another in a group. */
const measuredCard = missing.chain((kind) =>
  fc.oneof(
    measured(kind, 'a'),
    fc
      .tuple(measured(kind, 'a'), measured(kind, 'b'), fc.integer({ min: 1, max: 99 }))
      .map(([a, b, part]) => {
        const { kpis, ...rest } = a.card
        const [left, right] = [part, 100 - part].map((own) => fromScaled(BigInt(own), 2))
        const inner = { group: 'inner', weight: '1', kpis: b.card.kpis }
        return {
          card: {
            ...rest,
            groups: [
              { group: 'left', weight: left as string, kpis },
              { group: 'right', weight: right as string, groups: [inner] },
            ],
          },
          measures: { ...a.measures, ...b.measures },
        }
      }),
  ),
)

export const draws: fc.Arbitrary<Draw> = fc
  .record({
    measuredCard,
    target: fc
      .integer({ min: -10_000, max: 2_000_000 })
      .map((cents) => fromScaled(BigInt(cents), 2)),
    prorated: fc.boolean(),
    rounding: fc.constantFrom('half-up', 'half-even', 'down'),
    basis: fc.constantFrom(...(Object.keys(bases) as (keyof typeof bases)[])),
    employed: fc
      .tuple(fc.integer({ min: -40, max: 33 }), fc.integer({ min: 0, max: 60 }))
      .map(([from, days]) => [from, from + days] as const),
    absent: fc.option(fc.tuple(fc.integer({ min: -3, max: 28 }), fc.integer({ min: 0, max: 9 })), {
      nil: undefined,
    }),
  })
  .map(({ measuredCard, ...draw }) => ({ ...measuredCard, ...draw }))

const period = parsePeriod('2026-03')
const day = (offset: number) => addDays(period.from, offset)

const spanOf = ({ employed: [from, to] }: Draw) => ({ from: day(from), to: day(to) })
const absencesOf = ({ absent }: Draw) =>
  absent === undefined
    ? []
    : [{ from: day(absent[0]), to: day(absent[0] + absent[1]), part: '0.5' }]

/** What is paid; `undefined` where it cannot be told, nothing without a day of employment. */
type Paid = string | undefined

export function byOldFormulas(draw: Draw): Paid {
  const { card: policy, measures, target, prorated, rounding, basis } = draw
  const employment = spanOf(draw)
  if (employment.to < period.from || employment.from > period.to) return '0'
  const card = parseScorecard(policy)
  const formula = targetBonus({ currency: 'CNY', rounding, prorated }, card.coefficient.expression)
  let paid: Paid
  problemsOf(() => {
    const days = prorate({ period, employment, absences: absencesOf(draw), basis: bases[basis] })
    const inputs = {
      'target.bonus': target,
      ...scorecardInputs(card, measures),
      ...(prorated && prorationInputs(days)),
    }
    paid = evaluate(formula, inputs).value
  })
  return paid
}

export function byComponents(draw: Draw): Paid {
  const { card: policy, measures, target, prorated, rounding, basis } = draw
  const about = { id: 'bonus', currency: 'CNY', basis: 'own' } as const
  const card = scorecardComponents(policy, about)
  const coefficient = card.at(-1) as (typeof card)[number]
  const paying = targetBonusComponents({ coefficient, prorated, rounding }, about)
  const of = book([...card, ...paying], {
    currency: 'CNY',
    retro: 1,
    basis: { own: bases[basis] },
  })
  const person = {
    id: 'li',
    employment: [spanOf(draw)],
    attributes: { target_bonus: [{ from: '2020-01-01', value: target }] },
    absences: absencesOf(draw).map((each) => ({ ...each, id: 'a', kind: 'leave' })),
    figures: Object.entries(measures).flatMap(([name, value]) =>
      value === null || value === undefined
        ? []
        : [{ name, period: '2026-03', value: String(value) }],
    ),
  }
  const run = settle(of, parseData({ people: [person] }), { period: '2026-03', before: 'first' })
  if (run.withheld.length > 0) return undefined
  return run.lines[0]?.amount ?? '0'
}

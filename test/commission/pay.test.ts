import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import {
  type Credit,
  creditEvents,
  type PersonInputs,
  type Plan,
  parsePlan,
  payCommission,
  plan,
  type SalesEvent,
} from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { anyEvents, anyPlan, anyRules } from './arbitraries.js'
import { flat, service } from './plans.js'

const period = parsePeriod('2026-02')
const credit: Credit = {
  event: '1',
  date: '2026-02-14',
  credit: 'indirect',
  person: 'amina',
  amount: '61250.00',
  currency: 'CNY',
}
const good = { satisfaction: '0.93', quota: '80000' }
const pay = (people: Readonly<Record<string, PersonInputs>>, credits = [credit]) =>
  payCommission({ plan: plan(service), credits, period, people })

describe('paying a commission', () => {
  test('runs the plan on what each person is credited, zero for who has no credit', () => {
    const payouts = pay({ amina: good, ben: good })
    expect([...payouts].map(([person, { value }]) => [person, value])).toEqual([
      ['amina', '668.75'],
      ['ben', '0.00'],
    ])
  })

  test('keeps the run, for its explanation', () => {
    const { formula, inputs } = pay({ amina: good }).get('amina') ?? {}
    expect(inputs).toEqual({ sales: '61250', satisfaction: '0.93', quota: '80000' })
    expect(formula?.unit).toBe('money:CNY')
  })

  test('pays nobody where there is nobody', () => {
    expect(pay({}, []).size).toBe(0)
  })
})

describe('what cannot be paid', () => {
  test.each([
    ['a KPI that is missing', { quota: '1' }, 'missing-input', 'people.amina.satisfaction'],
    [
      'a KPI that is no number',
      { ...good, satisfaction: 'high' },
      'not-a-number',
      'people.amina.satisfaction',
    ],
    [
      'a KPI as a binary fraction',
      { ...good, satisfaction: 0.93 },
      'not-a-number',
      'people.amina.satisfaction',
    ],
    [
      'a KPI of seven places',
      { ...good, satisfaction: '0.1234567' },
      'too-many-places',
      'people.amina.satisfaction',
    ],
    [
      'a quota with a part of a cent',
      { ...good, quota: '0.001' },
      'too-many-places',
      'people.amina.quota',
    ],
    [
      'a KPI that the plan does not read',
      { ...good, speed: '1' },
      'unknown-input',
      'people.amina.speed',
    ],
    ['a measure that is given', { ...good, sales: 'much' }, 'given-measure', 'people.amina.sales'],
  ])('%s is refused', (_, inputs, code, path) => {
    expect(found(() => pay({ amina: inputs, ben: good }))).toEqual([[code, path]])
  })

  test('every problem of every person is told, in Chinese too', () => {
    const people = {
      ben: { quota: '1', satisfacton: '0.9', sales: '5' },
      constructor: { ...good, quota: NaN },
    }
    const problems = problemsOf(() => pay(people))
    expect(describeProblems(problems).split('\n')).toEqual([
      'people.amina: "amina" is credited but is not among the people paid. Add the person, or mend the rule.',
      'people.ben.sales: "sales" is measured from the credits. Leave it out of what is given of the person.',
      'people.ben.satisfaction: the input "satisfaction" is missing. Give it; where it may be absent, say so in the policy.',
      'people.ben.satisfacton: the formula reads no input "satisfacton". Perhaps "satisfaction" was meant.',
      'people.constructor.quota: NaN is not a number. Give a decimal string, a safe integer or a Decimal.',
    ])
    expect(describeProblems(problems, 'zh-CN').split('\n').slice(0, 2)).toEqual([
      'people.amina：“amina” 有计提业绩但不在发放名单中。请加入此人，或修正规则。',
      'people.ben.sales：“sales” 由计提业绩得出。请不要在人员数据中给出。',
    ])
  })

  test('who is credited must be listed, under whatever name', () => {
    const named = (person: string) => found(() => pay({ amina: good }, [{ ...credit, person }]))
    expect(named('constructor')).toEqual([['unlisted-person', 'people.constructor']])
    expect(named('$&')).toEqual([['unlisted-person', 'people.$&']])
  })

  test('the path names the person as written', () => {
    expect(found(() => pay({ '$& inputs': { quota: '1' } }, []))).toEqual([
      ['missing-input', 'people.$& inputs.satisfaction'],
    ])
  })
})

describe('laws of paying', () => {
  /** Everybody that rules may credit, with a KPI and a quota of 1 where the plan reads them. */
  const everybody = ({ formula, policy }: Plan) => {
    const names = Object.keys(formula.inputs).filter((name) => name !== policy.measure.sum)
    const inputs = Object.fromEntries(names.map((name) => [name, '1']))
    return Object.fromEntries(
      ['amina', 'ben', 'chloe', '李雷', 'Zoe'].map((person) => [person, inputs]),
    )
  }
  const backOf = (event: SalesEvent): SalesEvent => ({
    ...event,
    id: `${event.id} back`,
    kind: event.kind === 'order' ? 'refund' : 'order',
    amount: decimal(event.amount).negated().toFixed(),
  })

  test('events and their exact refunds in one period pay nothing', () => {
    fc.assert(
      fc.property(anyEvents, anyRules, anyPlan.map(parsePlan), (drawn, rules, plan) => {
        const events = drawn.filter(({ currency }) => currency === plan.policy.currency)
        const credits = creditEvents([...events, ...events.map(backOf)], rules)
        const payouts = payCommission({ plan, credits, period, people: everybody(plan) })
        for (const { value } of payouts.values()) expect(Number(value)).toBe(0)
      }),
    )
  })

  test('without the refund, the same events do pay', () => {
    const event: SalesEvent = {
      id: '1',
      kind: 'order',
      date: '2026-02-14',
      amount: '100.00',
      currency: 'CNY',
      attributes: { desk: 'north' },
    }
    const rule = {
      credit: 'direct',
      by: 'desk',
      owners: { north: [{ person: 'amina', share: '1' }] },
      unowned: 'refuse',
    } as const
    const of = (events: readonly SalesEvent[]) =>
      payCommission({
        plan: plan(flat),
        credits: creditEvents(events, [rule]),
        period,
        people: everybody(plan(flat)),
      }).get('amina')?.value
    expect(of([event])).toBe('2.00')
    expect(of([event, backOf(event)])).toBe('0.00')
  })
})

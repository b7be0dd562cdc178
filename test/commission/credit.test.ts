import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Credit,
  type CreditRule,
  creditEvents,
  type SalesEvent,
} from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { minorUnits, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { anyEvents, anyRules } from './arbitraries.js'

const order: SalesEvent = {
  id: '1',
  kind: 'order',
  effective: '2026-02-14',
  recorded: '2026-02-14',
  amount: '100.01',
  currency: 'CNY',
  attributes: { desk: 'north', returning: 'yes' },
}
const half = (person: string) => ({ person, share: '0.5' })
const direct: CreditRule = {
  credit: 'direct',
  by: 'desk',
  owners: { north: [half('ben'), half('amina')] },
  unowned: 'refuse',
}
const indirect: CreditRule = {
  credit: 'indirect',
  where: { returning: 'yes' },
  by: 'desk',
  owners: { north: [{ person: 'chloe', share: '1' }] },
  unowned: 'refuse',
}
const amounts = (credits: readonly Credit[]) =>
  credits.map(({ credit, person, amount }) => `${credit} ${person} ${amount}`)

describe('crediting an event', () => {
  test('follows a rule from its first day to its last, by the day of the deal', () => {
    const rule = { ...indirect, from: '2026-02-14', to: '2026-02-16' }
    const on = (effective: string) => creditEvents([{ ...order, effective }], [rule]).length
    expect(['2026-02-13', '2026-02-14', '2026-02-16', '2026-02-17'].map(on)).toEqual([0, 1, 1, 0])
    const late = { ...order, id: '2', kind: 'refund', of: '1', effective: '2026-03-01' } as const
    expect(creditEvents([order, { ...late, amount: '-10.00' }], [rule]).length).toBe(2)
  })

  test('shares it to the cent, the odd one to who is first by name, whoever is listed first', () => {
    const credit = {
      event: '1',
      kind: 'order',
      effective: '2026-02-14',
      recorded: '2026-02-14',
      dealt: '2026-02-14',
      booked: '2026-02-14',
      deal: '1',
      credit: 'direct',
      currency: 'CNY',
      figures: {},
      attributes: order.attributes,
    }
    expect(creditEvents([order], [direct])).toEqual([
      { ...credit, person: 'ben', amount: '50.00' },
      { ...credit, person: 'amina', amount: '50.01' },
    ])
  })

  test('gives the odd cent to who is first by name even where another has the larger share', () => {
    const owners = {
      north: [
        { person: 'ben', share: '0.75' },
        { person: 'amina', share: '0.25' },
      ],
    }
    // Quotas of 1.5 and 0.5 cents: the remainders are equal.
    const credits = creditEvents([{ ...order, amount: '0.02' }], [{ ...direct, owners }])
    expect(amounts(credits)).toEqual(['direct ben 0.01', 'direct amina 0.01'])
  })

  test('is done in full by each rule', () => {
    expect(amounts(creditEvents([order], [direct, indirect]))).toEqual([
      'direct ben 50.00',
      'direct amina 50.01',
      'indirect chloe 100.01',
    ])
  })

  test.each([
    [{ returning: 'yes' }, 1],
    [{ returning: 'yes', desk: 'north' }, 1],
    [{ returning: 'no' }, 0],
    [{ returning: 'yes', desk: 'south' }, 0],
    [{ channel: 'web' }, 0],
    // What every object inherits is no attribute of an event.
    [{ toString: 'yes' }, 0],
  ])('is done where all of %j is true: %i times', (where, times) => {
    expect(creditEvents([order], [{ ...indirect, where }])).toHaveLength(times)
  })

  test('takes a refund back from who was credited, to the cent', () => {
    const refund: SalesEvent = { ...order, id: '2', kind: 'refund', amount: '-100.01' }
    expect(amounts(creditEvents([refund], [direct]))).toEqual([
      'direct ben -50.00',
      'direct amina -50.01',
    ])
  })

  test('uses the places of the event’s currency', () => {
    const yen: SalesEvent = { ...order, amount: '3', currency: 'JPY' }
    expect(amounts(creditEvents([yen], [direct]))).toEqual(['direct ben 1', 'direct amina 2'])
  })
})

describe('an event that nobody owns', () => {
  const south: SalesEvent = { ...order, id: '2', attributes: { desk: 'sourth' } }
  const nowhere: SalesEvent = { ...order, id: '3', attributes: { region: 'east' } }
  const inherited: SalesEvent = { ...order, id: '4', attributes: { desk: 'toString' } }
  const owned = {
    ...direct,
    owners: { north: [half('a'), half('b')], south: [half('a'), half('b')] },
  }

  test('is skipped by a rule that says so', () => {
    const skipping: CreditRule = { ...direct, unowned: 'skip' }
    expect(creditEvents([south, nowhere, inherited], [skipping])).toEqual([])
    expect(creditEvents([south, nowhere, inherited, order], [skipping])).toHaveLength(2)
  })

  test('is refused by one that says so, with every other', () => {
    expect(found(() => creditEvents([order, south, nowhere, inherited], [direct]))).toEqual([
      ['no-owner', 'events[1].attributes.desk'],
      ['missing-attribute', 'events[2].attributes.desk'],
      ['no-owner', 'events[3].attributes.desk'],
    ])
  })

  test('what is misspelt suggests what was meant', () => {
    const misspelt: SalesEvent = { ...order, id: '5', attributes: { dessk: 'north' } }
    const problems = problemsOf(() => creditEvents([south, misspelt], [owned]))
    expect(describeProblems(problems)).toBe(
      [
        'events[0].attributes.desk: nobody owns the desk "sourth" of the event "2". Perhaps "south" was meant.',
        'events[1].attributes.desk: the event "5" has no attribute "desk". Perhaps "dessk" was meant.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'events[0].attributes.desk：事件“2”的“desk”为“sourth”，没有归属人。也许是“south”。',
        'events[1].attributes.desk：事件“5”没有属性“desk”。也许是“dessk”。',
      ].join('\n'),
    )
  })

  test('what is not near anything says how to mend it', () => {
    const abroad: SalesEvent = { ...order, attributes: { desk: 'overseas' } }
    const problems = problemsOf(() => creditEvents([abroad, nowhere], [direct]))
    expect(problems.map(({ hint }) => hint)).toEqual([
      {
        en: 'Name an owner, or let the rule skip what nobody owns',
        'zh-CN': '请指定归属人，或让规则跳过无归属的事件',
      },
      {
        en: 'Give it, or let the rule skip what nobody owns',
        'zh-CN': '请补上，或让规则跳过无归属的事件',
      },
    ])
  })
})

test('repeated ids are told, each where it is repeated', () => {
  const events = [order, { ...order, id: '2' }, order, order]
  expect(found(() => creditEvents(events, [direct]))).toEqual([
    ['repeated-id', 'events[2].id'],
    ['repeated-id', 'events[3].id'],
  ])
  const [problem] = problemsOf(() => creditEvents(events, []))
  expect(problem?.message).toEqual({
    en: 'the event "1" is duplicated',
    'zh-CN': '事件“1”重复出现',
  })
})

describe('laws of crediting', () => {
  const sorted = (credits: readonly Credit[]) =>
    credits.map((credit) => JSON.stringify(credit)).sort()
  const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length })

  test('the credits of an event add up to its amount, to the smallest unit, under every rule', () => {
    fc.assert(
      fc.property(anyEvents, anyRules, (events, rules) => {
        for (const rule of rules)
          for (const event of events) {
            const credits = creditEvents([event], [rule])
            const matches = Object.entries(rule.where ?? {}).every(
              ([name, value]) => event.attributes[name] === value,
            )
            const sum = total(
              credits.map(({ amount }) => amount),
              minorUnits(event.currency),
            )
            expect(sum).toBe(matches ? event.amount : total([], minorUnits(event.currency)))
          }
      }),
    )
  })

  test('the order of events, of rules and of owners changes no credit', () => {
    const anyOrder = fc.tuple(anyEvents, anyRules).chain(([events, rules]) =>
      fc.tuple(
        fc.constant({ events, rules }),
        shuffled(events),
        shuffled(
          rules.map((rule) => ({
            ...rule,
            owners: Object.fromEntries(
              Object.entries(rule.owners)
                .map(([desk, shares]) => [desk, [...shares].reverse()] as const)
                .reverse(),
            ),
          })),
        ),
      ),
    )
    fc.assert(
      fc.property(anyOrder, ([{ events, rules }, otherEvents, otherRules]) => {
        expect(sorted(creditEvents(otherEvents, otherRules))).toEqual(
          sorted(creditEvents(events, rules)),
        )
      }),
    )
  })

  test('the credits of one event do not depend on the others', () => {
    fc.assert(
      fc.property(anyEvents, anyRules, (events, rules) => {
        const alone = events.flatMap((event) => creditEvents([event], rules))
        expect(creditEvents(events, rules)).toEqual(alone)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Credit,
  parseContest,
  parseSpiff,
  paySpiff,
  rankContest,
} from '../../src/commission/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { credit } from './plans.js'

const described = {
  id: 'sprint',
  currency: 'CNY',
  from: '2026-02-01',
  to: '2026-02-28',
  credit: 'direct',
}
const spiffJson = { ...described, pays: '50', per: 'deal' }
const contestJson = { ...described, prizes: ['1000', '500', '250'] }
const sale = (
  person: string,
  deal: string,
  amount: string,
  more: Partial<Credit> = {},
): Credit => ({
  ...credit,
  person,
  deal,
  event: deal,
  amount,
  ...more,
})
const awards = (policy: object, credits: readonly Credit[]) =>
  paySpiff(parseSpiff({ ...spiffJson, ...policy }), credits).map(
    ({ person, deal, amount, cut }) => `${person} ${deal} ${amount}${cut ? ' cut' : ''}`,
  )

describe('a SPIFF', () => {
  test('pays for each deal between its dates', () => {
    const credits = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((day) =>
      sale('ann', day, '10.00', { effective: day, dealt: day }),
    )
    expect(awards({}, credits)).toEqual(['ann 2026-02-01 50.00', 'ann 2026-02-28 50.00'])
  })

  test('pays nothing for other credits', () => {
    const others: Partial<Credit>[] = [
      { credit: 'indirect' },
      { currency: 'USD' },
      { kind: 'invoice' },
      { kind: 'collection' },
      { attributes: { channel: 'shop' } },
    ]
    const web = { channel: 'web' }
    const credits = others.map((more, i) =>
      sale('ann', String(i), '10.00', { attributes: web, ...more }),
    )
    const counted = sale('ann', 'web', '10.00', { attributes: web })
    expect(awards({ where: { channel: 'web' } }, [...credits, counted])).toEqual(['ann web 50.00'])
  })

  test('pays for what a deal comes to: a refund in time takes it back, a minimum must be met', () => {
    const credits = [
      sale('ann', 'kept', '100.00'),
      sale('ann', 'gone', '100.00'),
      sale('ann', 'gone', '-100.00', { kind: 'refund' }),
      sale('ann', 'small', '99.99'),
      sale('ann', 'part', '150.00'),
      sale('ann', 'part', '-50.01', { kind: 'refund' }),
    ]
    expect(awards({}, credits)).toEqual(['ann kept 50.00', 'ann part 50.00', 'ann small 50.00'])
    expect(awards({ minimum: '100.00' }, credits)).toEqual(['ann kept 50.00'])
  })

  test('pays by the unit of a figure, rounded half-up once a deal', () => {
    const units = (deal: string, ...counts: string[]) =>
      counts.map((count) => sale('ann', deal, '1.00', { figures: { units: count } }))
    const credits = [...units('a', '3'), ...units('b', '2', '-1'), sale('ann', 'c', '1.00')]
    expect(awards({ pays: '0.335', per: 'unit', figure: 'units' }, credits)).toEqual([
      'ann a 1.01',
      'ann b 0.34',
      'ann c 0.00',
    ])
  })

  test('takes nothing for a deal of which more units came back than were sold', () => {
    const back = [
      sale('ann', 'a', '10.00', { figures: { units: '1' } }),
      sale('ann', 'a', '-5.00', { kind: 'refund', figures: { units: '-3' } }),
    ]
    const later = sale('ben', 'b', '1.00', { figures: { units: '2' } })
    expect(awards({ per: 'unit', figure: 'units', budget: '90' }, [...back, later])).toEqual([
      'ann a 0.00',
      'ben b 90.00 cut',
    ])
  })

  test.each(['refund', 'cancellation', 'correction'] as const)(
    'asks a %s of a sale that nobody knows for its units, and none that takes nothing back',
    (kind) => {
      const unknown = (amount: string) => [
        sale('ann', 'x', '9.00'),
        sale('ann', 'u', amount, { kind }),
      ]
      const byUnit = { per: 'unit', figure: 'units' }
      expect(found(() => awards(byUnit, unknown('-5.00')))).toEqual([
        ['untold-figure', 'credits[1].figures.units'],
      ])
      const problems = problemsOf(() => awards(byUnit, unknown('-5.00')))
      expect(describeProblems(problems)).toContain('takes back or moves some of a sale and')
      expect(awards(byUnit, unknown('0.00'))).toEqual(['ann x 0.00'])
    },
  )

  test('ends with its budget, in the order of the deals, then of recording, then of ids', () => {
    const credits = [
      sale('ann', 'd', '1.00', { dealt: '2026-02-20' }),
      sale('ben', 'b', '1.00', { dealt: '2026-02-10', recorded: '2026-02-11' }),
      sale('ann', 'c', '1.00', { dealt: '2026-02-10', recorded: '2026-02-10' }),
      sale('ben', 'c', '1.00', { dealt: '2026-02-10', recorded: '2026-02-10' }),
    ]
    expect(awards({ budget: '120' }, credits)).toEqual([
      'ann c 50.00',
      'ben c 50.00',
      'ben b 20.00 cut',
      'ann d 0.00 cut',
    ])
    expect(awards({ budget: '120' }, [...credits].reverse())).toEqual(
      awards({ budget: '120' }, credits),
    )
  })

  test.each<[object, string, string]>([
    [{ to: '2026-01-31' }, 'ends-before-start', 'to'],
    [{ per: 'unit' }, 'missing-figure', 'figure'],
    [{ figure: 'units' }, 'unread-figure', 'figure'],
    [{ pays: '0.001' }, 'too-many-places', 'pays'],
    [{ minimum: '0.001' }, 'too-many-places', 'minimum'],
    [{ budget: '0.001' }, 'too-many-places', 'budget'],
    [{ pays: '-1' }, 'not-a-non-negative-decimal', 'pays'],
  ])('with %j is refused: %s at %s', (wrong, code, path) => {
    expect(found(() => parseSpiff({ ...spiffJson, ...wrong }))).toEqual([[code, path]])
  })

  test('says in Chinese too what is missing', () => {
    const problems = problemsOf(() => parseSpiff({ ...spiffJson, per: 'unit' }))
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'figure：按件奖励须指明数据。请写明所奖励的数据，或改为按单奖励。',
    )
  })
})

describe('a contest', () => {
  const ranking = (credits: readonly Credit[], policy: object = {}) =>
    rankContest(parseContest({ ...contestJson, ...policy }), credits)

  test('ranks by what is credited, with how much is missing to the next place', () => {
    const credits = [
      sale('ann', '1', '300.00'),
      sale('ben', '2', '500.00'),
      sale('ben', '2', '-100.00', { kind: 'refund' }),
      sale('cho', '3', '50.00'),
      sale('dev', '4', '20.00'),
    ]
    expect(ranking(credits)).toEqual([
      { person: 'ben', amount: '400.00', place: 1, prize: '1000.00' },
      { person: 'ann', amount: '300.00', place: 2, prize: '500.00', behind: '100.00' },
      { person: 'cho', amount: '50.00', place: 3, prize: '250.00', behind: '250.00' },
      { person: 'dev', amount: '20.00', place: 4, prize: '0.00', behind: '30.00' },
    ])
  })

  test('shares the prizes of the places that equals take, to the cent', () => {
    const credits = ['ben', 'ann', 'cho'].map((person, i) => sale(person, `${i}`, '10.00'))
    expect(
      ranking([...credits, sale('dev', '4', '5.00')]).map(({ person, place, prize }) => [
        ...[person, place, prize],
      ]),
    ).toEqual([
      ['ann', 1, '583.34'],
      ['ben', 1, '583.33'],
      ['cho', 1, '583.33'],
      ['dev', 4, '0.00'],
    ])
  })

  test('leaves out who is below the minimum', () => {
    const credits = [sale('ann', '1', '300.00'), sale('ben', '2', '299.99')]
    expect(ranking(credits, { minimum: '300' }).map(({ person }) => person)).toEqual(['ann'])
  })

  test.each<[object, string, string]>([
    [{ to: '2026-01-31' }, 'ends-before-start', 'to'],
    [{ prizes: [] }, 'too-small', 'prizes'],
    [{ prizes: ['10', '0.001'] }, 'too-many-places', 'prizes[1]'],
    [{ minimum: '0.001' }, 'too-many-places', 'minimum'],
  ])('with %j is refused: %s at %s', (wrong, code, path) => {
    expect(found(() => parseContest({ ...contestJson, ...wrong }))).toEqual([[code, path]])
  })
})

const anyCredits = fc.array(
  fc
    .record({
      person: fc.constantFrom('ann', 'ben', 'cho', '李雷'),
      deal: fc.constantFrom('1', '2', '3'),
      units: fc.integer({ min: -500, max: 500 }),
    })
    .map(({ person, deal, units }) => sale(person, deal, (units / 100).toFixed(2))),
  { maxLength: 10 },
)

test('a budget is never passed, and prizes are those of the places taken', () => {
  fc.assert(
    fc.property(anyCredits, fc.integer({ min: 0, max: 300 }), (credits, budget) => {
      const spiff = parseSpiff({ ...spiffJson, budget: String(budget) })
      const paid = total(
        paySpiff(spiff, credits).map(({ amount }) => amount),
        2,
      )
      expect(decimal(paid).lessThanOrEqualTo(budget)).toBe(true)
      const standings = rankContest(parseContest(contestJson), credits)
      const prizes = total(contestJson.prizes.slice(0, standings.length), 2)
      expect(
        total(
          standings.map(({ prize }) => prize),
          2,
        ),
      ).toBe(prizes)
    }),
  )
})

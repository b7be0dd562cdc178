import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AwardEntry, giveAward, parseAward } from '../../src/bonus/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { agent, agents, asOf, give, prizes, star } from './awards.js'

describe('an award', () => {
  test('goes to the first places, the next criterion parting equals', () => {
    const result = give(star)
    expect(prizes(result)).toEqual(['1 ma 2000.00', '2 li 1000.00', '3 wu 0.00', '4 he 0.00'])
    expect(result).toMatchObject({
      asOf,
      due: '3000.00',
      paid: '3000.00',
      unspent: '0.00',
      ineligible: [],
    })
    expect(result.standings[1]).toEqual({
      id: 'li',
      label: { en: 'Li Na', 'zh-CN': '李娜' },
      place: 2,
      values: ['0.96', '3.5'],
      equals: 1,
      prizes: '1000.00',
      behind: { id: 'ma', criterion: 1, by: '0.3' },
      ahead: { id: 'wu', criterion: 0, by: '0.01' },
      prize: '1000.00',
      due: '1000.00',
      split: [],
    })
  })

  const equal = [agent('a', '0.9', '3'), agent('b', '0.9', '3'), agent('c', '0.9', '3')]

  test.each([
    // 3,000 among three; then with a fourth who is better: 1,000 among three, a cent left each.
    ['share', equal, ['1 a 1000.00', '1 b 1000.00', '1 c 1000.00'], '0.00'],
    [
      'share',
      [...equal, agent('d', '0.95', '3')],
      ['1 d 2000.00', '2 a 333.33', '2 b 333.33', '2 c 333.33'],
      '0.01',
    ],
    ['all-win', equal.slice(0, 1), ['1 a 2000.00'], '1000.00'],
    // 6,000 for a budget of 3,000.
    ['all-win', equal, ['1 a 1000.00', '1 b 1000.00', '1 c 1000.00'], '0.00'],
    [
      'all-win',
      [...equal, agent('d', '0.95', '3')],
      ['1 d 1200.00', '2 a 600.00', '2 b 600.00', '2 c 600.00'],
      '0.00',
    ],
  ])('with equals under %s, case %#', (ties, entries, expected, unspent) => {
    const result = give({ ...star, ties }, entries)
    expect(prizes(result)).toEqual(expected)
    expect(result.unspent).toBe(unspent)
  })

  test('lets all win in full where the budget is large enough', () => {
    const result = give({ ...star, ties: 'all-win', budget: '6000.50' }, equal)
    expect(prizes(result)).toEqual(['1 a 2000.00', '1 b 2000.00', '1 c 2000.00'])
    expect(result.unspent).toBe('0.50')
    expect(give({ ...star, ties: 'all-win', budget: '6000' }, equal).standings[0]?.due).toBe(
      '2000.00',
    )
  })

  test('ranks only who is eligible, and lists the others with every reason', () => {
    const entries = [
      agent('new', '0.99', '1', { from: '2025-10-02' }),
      agent('few', '0.99', '1', { from: '2025-10-01', tickets: '199' }),
      agent('just', '0.90', '9', { from: '2025-10-01', tickets: '200' }),
      agent('blank', null, '1', { figures: { minutes: 1, complaints: '3' } }),
      { id: 'undated', figures: { satisfaction: '1', minutes: 1, tickets: 200, complaints: 2 } },
    ]
    const result = give(star, entries)
    expect(prizes(result)).toEqual(['1 just 2000.00'])
    const tenure = {
      label: { en: 'Months of service', 'zh-CN': '服务月数' },
      unit: 'count',
      is: 'at-least',
      value: '6',
    }
    const tickets = {
      label: { en: 'Tickets', 'zh-CN': '工单数' },
      clause: '§7.2',
      unit: 'count',
      is: 'at-least',
      value: '200',
    }
    expect(result.ineligible).toEqual([
      { id: 'new', label: 'new', hindrances: [{ ...tenure, found: '5' }] },
      { id: 'few', label: 'few', hindrances: [{ ...tickets, found: '199' }] },
      {
        id: 'blank',
        label: 'blank',
        hindrances: [
          tickets,
          { label: 'complaints', unit: 'count', is: 'at-most', value: '2', found: '3' },
          {
            label: { en: 'Satisfaction', 'zh-CN': '满意度' },
            clause: '§7.1',
            unit: 'ratio',
          },
        ],
      },
      { id: 'undated', label: 'undated', hindrances: [tenure] },
    ])
  })

  test('asks for no months of service where the policy does not', () => {
    const { minimumMonths, ...open } = star
    expect(minimumMonths).toBe(6)
    expect(prizes(give(open, [agent('new', '0.99', '1', { from: 'never' })]))).toEqual([
      '1 new 2000.00',
    ])
  })

  const team = (id: string, score: string, members: AwardEntry['members'] = []): AwardEntry => ({
    id,
    figures: { score },
    members,
  })
  const best = {
    id: 'best-team',
    currency: 'CNY',
    eligibility: [],
    ranking: [{ figure: 'score', unit: 'points', direction: 'higher' }],
    ties: 'share',
    prizes: ['1000.01'],
    budget: '1000.01',
    split: 'equal',
  }

  test('is split in a team to the last cent, equally or by weight', () => {
    const chat = team('chat', '91', [
      { id: 'wu', weight: '2' },
      { id: 'li', label: 'Li Na', weight: '1' },
    ])
    const phone = team('phone', '90', [{ id: 'ma', weight: 1 }])
    expect(give(best, [phone, chat]).standings.map(({ split }) => split)).toEqual([
      [
        { id: 'li', label: 'Li Na', amount: '500.01' },
        { id: 'wu', label: 'wu', amount: '500.00' },
      ],
      [{ id: 'ma', label: 'ma', amount: '0.00' }],
    ])
    expect(give({ ...best, split: 'weight' }, [chat]).standings[0]?.split).toEqual([
      { id: 'li', label: 'Li Na', amount: '333.34' },
      { id: 'wu', label: 'wu', amount: '666.67' },
    ])
  })

  test('is refused for teams that cannot split it', () => {
    const entries = [
      team('none', '1'),
      team('weightless', '1', [{ id: 'a' }, { id: 'b', weight: 0 }]),
      team('negative', '1', [
        { id: 'a', weight: -1 },
        { id: 'a', weight: 2 },
      ]),
    ]
    const problems = problemsOf(() => give({ ...best, split: 'weight' }, entries))
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['missing-members', 'entries[0].members'],
      ['no-weight', 'entries[1].members'],
      ['negative', 'entries[2].members[0].weight'],
      ['repeated-id', 'entries[2].members[1].id'],
    ])
    expect(describeProblems(problems.slice(0, 2), 'zh-CN')).toBe(
      'entries[0].members：没有可分奖金的成员。请随参评对象列出成员。\n' +
        'entries[1].members：没有权重大于零的成员。至少一人权重大于零，或平均分配。',
    )
    expect(found(() => give(best, entries.slice(0, 2)))).toEqual([
      ['missing-members', 'entries[0].members'],
    ])
  })

  test('is refused for data that cannot be read, each told once', () => {
    const entries = [
      agent('a', '95 %', '3'),
      agent('a', '0.9', '3', { from: '2026-02-30' }),
      agent('b', '0.9', '3', { tickets: 'many' }),
    ]
    const again = { ...star, eligibility: [...star.eligibility, ...star.eligibility] }
    expect(found(() => give(again, entries))).toEqual([
      ['not-a-number', 'entries[0].figures.satisfaction'],
      ['repeated-id', 'entries[1].id'],
      ['not-a-date', 'entries[1].from'],
      ['not-a-number', 'entries[2].figures.tickets'],
    ])
    expect(found(() => giveAward(parseAward(star), { entries: agents, asOf: 'today' }))).toEqual([
      ['not-a-date', 'asOf'],
    ])
  })

  test('never reads what every object inherits', () => {
    const { minimumMonths, ...open } = star
    const odd = { ...open, eligibility: [{ ...star.eligibility[0], figure: 'toString' }] }
    expect(minimumMonths).toBe(6)
    expect(give(odd, [agent('a', '1', '1')]).ineligible.length).toBe(1)
  })
})

describe('an award from JSON is refused', () => {
  test.each([
    [{ ranking: [] }, 'too-small', 'ranking'],
    [{ prizes: [] }, 'too-small', 'prizes'],
    [{ prizes: ['1', '2'] }, 'prize-rises', 'prizes[1]'],
    [{ prizes: ['0.001'] }, 'too-many-places', 'prizes[0]'],
    [{ prizes: ['2000', '1000.01'] }, 'prizes-above-budget', 'prizes'],
    [{ budget: '3000.001' }, 'too-many-places', 'budget'],
    [{ ranking: [star.ranking[0], star.ranking[0]] }, 'repeated-id', 'ranking[1].figure'],
    [{ ties: 'coin' }, 'not-offered', 'ties'],
    [{ minimumMonths: -1 }, 'too-small', 'minimumMonths'],
  ])('for %j', (wrong, code, path) => {
    expect(found(() => parseAward({ ...star, ...wrong }))).toEqual([[code, path]])
  })

  test('in both languages', () => {
    const problems = problemsOf(() => parseAward({ ...star, prizes: ['1', '5000'] }))
    expect(describeProblems(problems)).toBe(
      [
        'prizes[1]: 5000 is more than 1, the prize of the place before. List the largest first.',
        'prizes: the prizes add up to 5001.00, more than the budget. Keep them within 3000.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      [
        'prizes[1]：5000 高于上一名次的 1。请从高到低排列。',
        'prizes：奖金合计 5001.00，超过预算。请控制在 3000 以内。',
      ].join('\n'),
    )
  })
})

describe('every award', () => {
  const figure = fc.integer({ min: 0, max: 3 }).map(String)
  const entries = fc
    .array(fc.record({ satisfaction: figure, minutes: figure, tickets: figure }), { maxLength: 8 })
    .map((rows) => rows.map((figures, i): AwardEntry => ({ id: `p${i}`, figures })))
  const policy = fc
    .record({
      ties: fc.constantFrom('share', 'all-win'),
      prizes: fc.array(fc.nat(500), { minLength: 1, maxLength: 4 }),
      spare: fc.nat(100),
    })
    .map(({ ties, prizes: cents, spare }) => {
      const sorted = [...cents].sort((a, b) => b - a)
      const written = (amount: number) => decimal(String(amount)).times('0.01').toFixed(2)
      return {
        ...star,
        minimumMonths: 0,
        eligibility: [{ figure: 'tickets', unit: 'count', is: 'at-least', value: '1' }],
        ties,
        prizes: sorted.map(written),
        budget: written(sorted.reduce((left, right) => left + right, spare)),
      }
    })
  const dated = (given: readonly AwardEntry[]) =>
    given.map((entry) => ({ ...entry, from: '2026-01-01' }))

  test('pays no more than its budget, and the rest is unspent', () => {
    fc.assert(
      fc.property(policy, entries, (award, given) => {
        const { standings, paid, unspent } = give(award, dated(given))
        const amounts = standings.map(({ prize }) => prize)
        expect(total(amounts, 2)).toBe(paid)
        expect(total([paid, unspent], 2)).toBe(award.budget)
        expect(decimal(unspent).isNegative()).toBe(false)
      }),
    )
  })

  test('pays equal places equally, and a better place no less', () => {
    fc.assert(
      fc.property(policy, entries, (award, given) => {
        const { standings } = give(award, dated(given))
        for (const [i, standing] of standings.entries()) {
          const before = standings[i - 1]
          if (before === undefined) continue
          if (before.place === standing.place) expect(standing.prize).toBe(before.prize)
          else expect(decimal(standing.prize).greaterThan(before.prize)).toBe(false)
        }
      }),
    )
  })

  test('ranks or refuses everybody, and by figures alone: renaming moves the prizes along', () => {
    fc.assert(
      fc.property(policy, entries, (award, given) => {
        const { standings, ineligible } = give(award, dated(given))
        const all = [...standings, ...ineligible].map(({ id }) => id)
        expect(all.sort()).toEqual(given.map(({ id }) => id).sort())
        const renamed = given.map((entry, i) => ({ ...entry, id: `q${9 - i}` }))
        const after = new Map(give(award, dated(renamed)).standings.map((each) => [each.id, each]))
        for (const { id, prize } of standings)
          expect(after.get(`q${9 - Number(id.slice(1))}`)?.prize).toBe(prize)
      }),
    )
  })
})

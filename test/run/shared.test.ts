import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../src/problem/index.js'
import { total } from '../../src/quantity/index.js'
import { book, linesOf, month, policy, type RunJson, statementOf, unpaidOf } from './company.js'
import { adjustments, awards, division, funding, pools, star, yearEnd } from './year-end.js'

const end = (given: RunJson = {}, change = {}) =>
  month({ book: { ...book, policies: yearEnd(change) }, pools, awards, adjustments, ...given })
const wrong = (given: RunJson) => problemsOf(() => end(given)).map(({ code, path }) => [code, path])

describe('a pool of the book', () => {
  test('gives a line to each person of its last level, in all what funds it', () => {
    const { statements } = end()
    const shares = statements.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'pool'))
    // 10 % of 10000.05, the halves 500.01 and 500.00; by 12 and 5, by 12 and 1 months.
    expect(shares.map(({ amount }) => amount)).toEqual(['352.95', '147.06', '461.54', '38.46'])
    expect(
      total(
        shares.map(({ amount }) => amount),
        2,
      ),
    ).toBe('1000.01')
    expect(shares[0]).toMatchObject({
      source: 'profit',
      label: { en: 'Profit sharing', 'zh-CN': '分红' },
      clause: 'Handbook 6.1',
    })
  })

  test('says up to the profit how a share came about, in both languages', () => {
    const [share] = statementOf(end(), 'ann').lines.filter(({ kind }) => kind === 'pool')
    const explained = share?.kind === 'pool' ? share.explained : undefined
    expect(JSON.stringify(explained?.en)).toContain('10,000.05 CNY')
    expect(JSON.stringify(explained?.['zh-CN'])).toContain('利润')
  })

  test('whose policy has no clause gives lines without one', () => {
    const { clause: _, ...rest } = division
    const run = end(
      {},
      { profit: { funding, division: rest }, star: { ...star, clause: undefined } },
    )
    const lines = statementOf(run, 'li').lines.filter(({ kind }) => kind !== 'component')
    expect(lines.filter(({ source }) => ['profit', 'star'].includes(source))).toHaveLength(2)
    expect(lines.find(({ source }) => source === 'profit')).not.toHaveProperty('clause')
    expect(lines.find(({ source }) => source === 'star')).not.toHaveProperty('clause')
  })

  test('that is not paid in a period gives no line', () => {
    const { statements } = end({ pools: {} })
    expect(statements.some(({ lines }) => lines.some(({ kind }) => kind === 'pool'))).toBe(false)
  })
})

describe('an award of the book', () => {
  test('pays who wins, and the members of a team that splits its prize', () => {
    const run = end()
    const won = (person: string) =>
      statementOf(run, person).lines.flatMap((line) =>
        line.kind === 'award' ? [[line.source, line.place, line.amount]] : [],
      )
    expect(won('li')).toEqual([
      ['star', 1, '500.00'],
      ['team', 1, '50.01'],
    ])
    expect(won('wang')).toEqual([
      ['star', 2, '200.00'],
      ['team', 1, '50.00'],
    ])
    expect(won('ann')).toEqual([])
  })
})

test('pools, awards and adjustments may come in any order, their members and keys too', () => {
  const two = adjustments.flatMap((each) => [each, { ...each, id: 'a0', amount: '5.00' }])
  const turned = (values: object) => Object.fromEntries(Object.entries(values).reverse())
  const both = { ...pools, second: pools.profit }
  const second = policy('pool', 'second', { funding, division: { ...division, id: 'second' } })
  const of = { book: { ...book, policies: [...yearEnd(), second] } }
  const { members } = pools.profit
  const { digest } = end({ ...of, pools: both, adjustments: two })
  const again = end({
    ...of,
    pools: turned({ ...both, profit: turned({ ...pools.profit, members: members.toReversed() }) }),
    awards: turned({
      star: awards.star.toReversed(),
      team: awards.team.map((each) => ({ ...each, members: each.members.toReversed() })),
    }),
    adjustments: two.toReversed(),
  })
  expect(again.digest).toBe(digest)
})

describe('an adjustment', () => {
  test('is the last line, in the places of the currency', () => {
    const last = statementOf(end(), 'ann').lines.at(-1)
    expect(last).toEqual({
      kind: 'adjustment',
      source: 'a1',
      label: { en: 'Correction of May', 'zh-CN': '五月更正' },
      amount: '-20.50',
      clause: 'Handbook 9.1',
      reason: 'The meal of 12 May was paid twice',
    })
    const [{ clause: _, ...plain }] = adjustments as [(typeof adjustments)[0]]
    expect(statementOf(end({ adjustments: [plain] }), 'ann').lines.at(-1)).not.toHaveProperty(
      'clause',
    )
  })

  test('with more places than the currency has leaves the person unpaid', () => {
    const cents = [{ ...adjustments[0], amount: '0.005' }] as typeof adjustments
    expect(unpaidOf(end({ adjustments: cents }))).toEqual({
      ann: ['too-many-places at adjustments.a1'],
    })
  })
})

test('who is to be paid and is not among the people is listed', () => {
  const people = {
    profit: {
      ...pools.profit,
      members: [
        { id: 'x', figures: { share: 1 }, members: [{ id: 'zoe', figures: { months: 1 } }] },
      ],
    },
  }
  const run = end({
    pools: people,
    awards: { star: [{ id: 'yan', figures: { score: '1' } }] },
    adjustments: [{ id: 'a2', person: 'xu', label: 'x', amount: '1', reason: 'x' }],
  })
  expect(unpaidOf(run)).toEqual({
    xu: ['unlisted-person at people'],
    yan: ['unlisted-person at people'],
    zoe: ['unlisted-person at people'],
  })
})

test('what is wrong with pools and awards is told with its place', () => {
  expect(
    wrong({
      pools: { profit: { ...pools.profit, figures: {} }, profits: pools.profit },
      awards: { star: [...awards.star, { id: 'li', figures: {} }] },
    }),
  ).toEqual([
    ['missing-input', 'pools.profit.inputs.profit'],
    ['unknown-reference', 'pools.profits'],
    ['repeated-id', 'awards.star.entries[2].id'],
  ])
})

test('lines come in the order of their kinds', () => {
  expect(linesOf(end(), 'li')).toEqual([
    'base 6000.00',
    'meal 300.00',
    'service 1000.00',
    'returning 4.50',
    'profit 461.54',
    'star 500.00',
    'team 50.01',
  ])
})

import type fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dividePool, type PoolMember, type PoolShare, parsePool } from '../../../src/bonus/index.js'
import { input } from '../../../src/formula/index.js'
import {
  amount,
  book,
  type Component,
  component,
  type Figure,
  figure,
  parseData,
  type Run,
  settle,
} from '../../../src/pay/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import { decimal } from '../../../src/quantity/index.js'
import { yuan } from '../months.js'
import { heldBeside } from './held-beside.js'
import { type Draw, draws } from './pool-draws.js'

const text = (hundredths: number) => decimal(String(hundredths)).div(100).toFixed(2)
const ids = 'abcdefgh'

/** What each member gets, in their order; `undefined` where the fund cannot be divided. */
type Shares = readonly string[] | undefined

/** By the old division, of which equal remainders go by what people are called. */
function byOldDivision({ fund, teams, members }: Draw, idOf: (i: number) => string): Shares {
  const own = { weight: input('weight', 'ratio', 2) }
  const money = (name: string) => input(name, yuan, 2)
  const people = { level: 'person', ...own, floor: money('least'), cap: money('most') }
  const unbounded = { level: 'person', ...own }
  const isBounded = members.some(({ least, most }) => least !== undefined || most !== undefined)
  const pool = parsePool({
    id: 'pool',
    currency: 'CNY',
    ties: 'id',
    levels: [
      ...(teams === undefined ? [] : [{ level: 'team', ...own }]),
      isBounded ? people : unbounded,
    ],
  })
  const persons = members.map(({ team, weight, least = 0, most = 99_999_999 }, i) => ({
    team,
    member: {
      id: idOf(i),
      figures: {
        weight: text(weight),
        ...(isBounded && { least: text(least), most: text(most) }),
      },
    },
  }))
  const tree: readonly PoolMember[] =
    teams === undefined
      ? persons.map(({ member }) => member)
      : teams.flatMap((weight, team) => {
          const own = persons.filter((each) => each.team === team).map(({ member }) => member)
          return own.length === 0
            ? []
            : [{ id: `team-${idOf(team)}`, figures: { weight: text(weight) }, members: own }]
        })
  let shares: readonly PoolShare[] = []
  const problems = problemsOf(() => {
    shares = dividePool(pool, { fund: text(fund), members: tree }).shares
  })
  if (problems.length > 0) return undefined
  const leaves = shares.flatMap((share) => (teams === undefined ? [share] : share.members))
  return members.map((_, i) => leaves.find(({ id }) => id === idOf(i))?.amount as string)
}

const company = { of: 'company' } as const
const given = (name: string) => component(name, {}, figure(name, yuan, 2))
const weighed = component('weight', {}, figure('weight', 'ratio', 2))
const whole = component('fund', company, figure('fund', yuan, 2))
const share = (of: string, group: 'company' | { readonly by: string }, more: object = {}) =>
  component(
    'pool',
    { pays: 'due' },
    amount(of, yuan, 2, { among: { group, as: { share: 'weight', ...more } } }),
  )
const byTeam = { by: 'team' }

function componentsOf({ teams, members }: Draw): readonly Component[] {
  if (teams !== undefined)
    return [
      whole,
      weighed,
      component('teamWeight', { of: byTeam }, figure('teamWeight', 'ratio', 2)),
      component(
        'teamFund',
        { of: byTeam },
        amount('fund', yuan, 2, { among: { group: 'company', as: { share: 'teamWeight' } } }),
      ),
      share('teamFund', byTeam),
    ]
  const isBounded = members.some(({ least, most }) => least !== undefined || most !== undefined)
  return isBounded
    ? [
        whole,
        weighed,
        given('least'),
        given('most'),
        share('fund', 'company', { least: 'least', most: 'most' }),
      ]
    : [whole, weighed, share('fund', 'company')]
}

function runOf(draw: Draw, period: string): Run {
  const of = book(componentsOf(draw), { currency: 'CNY', retro: 0 })
  const told = (name: string, value: number): Figure => ({ name, period, value: text(value) })
  const people = draw.members.map(({ team, weight, least = 0, most = 99_999_999 }, i) => ({
    id: ids[i] as string,
    employment: [{ from: '2020-01-01' }],
    attributes: { team: [{ from: '2020-01-01', value: String(team) }] },
    figures: [told('weight', weight), told('least', least), told('most', most)],
  }))
  const groups = [
    { ...company, figures: [told('fund', draw.fund)] },
    // A team without people, and with a weight, would have its part of the fund.
    ...(draw.teams ?? []).flatMap((weight, team) =>
      draw.members.some((each) => each.team === team)
        ? [
            {
              of: { ...byTeam, value: String(team) },
              figures: [told('teamWeight', weight)],
            },
          ]
        : [],
    ),
  ]
  return settle(of, parseData({ people, groups }), { period, before: 'first' })
}

function byPayCore(draw: Draw, period = '2026-03'): Shares {
  const run = runOf(draw, period)
  if (run.withheld.length > 0) return undefined
  return draw.members.map(
    (_, i) => run.lines.find(({ person }) => person === ids[i])?.amount as string,
  )
}

const named = (i: number) => ids[i] as string
const turnedRound = (i: number) => ids[ids.length - 1 - i] as string
const oldShares = (draw: Draw) => byOldDivision(draw, named)

/** Equal remainders: of the old division the odd cent goes to who is called so. */
const tied = (draw: Draw) =>
  JSON.stringify(oldShares(draw)) !== JSON.stringify(byOldDivision(draw, turnedRound))

/** A team of whose people none weighs anything: the old division gives what is theirs to other teams. */
const weightless = ({ teams = [], members }: Draw) =>
  teams.some((weight, team) => {
    const own = members.filter((each) => each.team === team)
    return weight > 0 && own.length > 0 && own.every((each) => each.weight === 0)
  })

const leftOut = {
  'R23 a team whose people weigh nothing': weightless,
  'R23 the odd cent of equal remainders goes elsewhere': tied,
}

describe('a pool, beside the old division', () => {
  test.each(Object.keys(draws))('%s', (kind) => {
    let divided = 0
    heldBeside(draws[kind] as fc.Arbitrary<Draw>, { runs: 500, leftOut }, (draw) => {
      const shares = byPayCore(draw)
      expect(shares).toEqual(oldShares(draw))
      if (shares !== undefined) divided += 1
    })
    expect(divided).toBeGreaterThan(400)
  })

  test('R23 the old division gives the odd cent to the same person each month', () => {
    const draw = {
      fund: 1,
      members: [
        { team: 0, weight: 100 },
        { team: 0, weight: 100 },
      ],
    }
    expect(tied(draw)).toBe(true)
    expect(oldShares(draw)).toEqual(['0.01', '0.00'])
    const winners = Array.from({ length: 12 }, (_, i) => {
      const month = `2026-${String(i + 1).padStart(2, '0')}`
      const shares = byPayCore(draw, month) as readonly string[]
      expect(shares.toSorted()).toEqual(['0.00', '0.01'])
      return shares.indexOf('0.01')
    })
    expect([...new Set(winners)].sort()).toEqual([0, 1])
  })

  test('R23 the old division gives the part of a team whose people weigh nothing to another', () => {
    const members = [100, 0].map((weight, team) => ({ team, weight }))
    const draw = { fund: 10_000, teams: [100, 100, 100], members }
    expect(weightless(draw)).toBe(true)
    expect(oldShares(draw)).toEqual(['100.00', '0.00'])
    const run = runOf(draw, '2026-03')
    expect(run.lines.map(({ person, amount }) => [person, amount])).toEqual([['a', '50.00']])
    expect(run.withheld.map(({ owner }) => owner)).toEqual([{ person: 'b' }])
  })
})

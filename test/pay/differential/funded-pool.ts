import fc from 'fast-check'
import {
  dividePool,
  type FundingPolicy,
  type PoolMember,
  type PoolPolicy,
  type PoolShare,
  parseFunding,
  parsePool,
  poolComponents,
} from '../../../src/bonus/index.js'
import { evaluate } from '../../../src/formula/index.js'
import { book, type Figure, parseData, type Run, settle } from '../../../src/pay/index.js'
import { problemsOf } from '../../../src/problem/index.js'
import type { NumericInput } from '../../../src/quantity/index.js'
import { fundingIn, poolsIn } from '../../../src/testing/arbitraries/bonus-policies.js'
import { type PoolData, poolDataOf } from './pool-data.js'

export interface Draw {
  readonly funding: FundingPolicy
  readonly division: PoolPolicy
  readonly data: PoolData
}

const people = 'abcdefg'.split('')

/** Pools of one to three levels, with a fund that the bounds of their members mostly let be divided. */
export const draws: fc.Arbitrary<Draw> = fc
  .record({
    funding: fundingIn('CNY'),
    division: poolsIn('CNY'),
    count: fc.integer({ min: 1, max: people.length }),
    idle: fc.constantFrom(0, 0, 0, 1),
    kept: fc.integer({ min: 0, max: 9 }),
  })
  .chain(({ funding, division, count, idle, kept }) => {
    const [{ formula }, pool] = [parseFunding(funding), parsePool(division)]
    return poolDataOf(formula, pool, people.slice(0, count)).map((data) => {
      const members = data.members.map((each, i) => (i < idle ? resting(each) : each))
      return { draw: { funding, division, data: { ...data, members } }, kept }
    })
  })
  // Few of those that nobody can divide.
  .filter(({ draw, kept }) => kept === 0 || byOldDivision(draw) !== undefined)
  .map(({ draw }) => draw)

/** A member below whom nobody weighs anything. */
function resting(member: PoolMember): PoolMember {
  if (member.members !== undefined) return { ...member, members: member.members.map(resting) }
  const { salary = '0', ...figures } = member.figures
  return { ...member, figures: { ...figures, salary: Number(salary) > 1 ? '0' : salary } }
}

/** What each person gets; `undefined` where the fund cannot be divided. */
export type Shares = Readonly<Record<string, string>> | undefined

/** By the old division; of `turned` all ids are the other way round, and so are ties by weight. */
export function byOldDivision({ funding, division, data }: Draw, turned = false): Shares {
  let shares: Shares
  const called = (id: string) => (turned ? turnedRound(id) : id)
  const renamed = (member: PoolMember): PoolMember => ({
    ...member,
    id: called(member.id),
    ...(member.members !== undefined && { members: member.members.map(renamed) }),
  })
  const ties = turned ? others[division.ties] : division.ties
  problemsOf(() => {
    const fund = evaluate(parseFunding(funding).formula, data.figures).value
    const members = data.members.map(renamed)
    const found = dividePool(parsePool({ ...division, ties }), { fund, members }).shares
    shares = Object.fromEntries(leavesOf(found).map(({ id, amount }) => [called(id), amount]))
  })
  return shares
}

const others = {
  id: 'id',
  'larger-weight': 'smaller-weight',
  'smaller-weight': 'larger-weight',
} as const

function turnedRound(id: string): string {
  return [...id].map((each) => String.fromCharCode(0x7e - each.charCodeAt(0) + 0x20)).join('')
}

function leavesOf(shares: readonly PoolShare[]): readonly PoolShare[] {
  return shares.flatMap((share) => (share.members.length === 0 ? [share] : leavesOf(share.members)))
}

/** The run of a book in which the salaries of people and groups are attributes, and all else figures. */
export function runOf({ funding, division, data }: Draw, period = '2026-03'): Run {
  const reads = { salary: { from: 'attribute', name: 'salary' } } as const
  const written = poolComponents({ funding, division, reads }, { id: 'pool', currency: 'CNY' })
  const of = book(written, { currency: 'CNY', retro: 2 })
  const told = (figures: Readonly<Record<string, NumericInput>>): readonly Figure[] =>
    Object.entries(figures).map(([name, value]) => ({ name, period, value: String(value) }))
  const from = '2020-01-01'
  const own = ({ figures: { salary, ...figures } }: PoolMember, above: object) => ({
    attributes: {
      ...above,
      ...(salary !== undefined && { salary: [{ from, value: String(salary) }] }),
    },
    figures: told(figures),
  })
  const persons: object[] = []
  const groups: object[] = [{ of: 'company', figures: told(data.figures) }]
  const place = (member: PoolMember, depth: number, above: object): void => {
    const { level } = division.levels[depth] as PoolPolicy['levels'][number]
    const { id, members } = member
    if (members === undefined) {
      persons.push({ id, employment: [{ from }], ...own(member, above) })
      return
    }
    groups.push({ of: { by: level, value: id }, ...own(member, above) })
    for (const each of members) place(each, depth + 1, { ...above, [level]: [{ from, value: id }] })
  }
  for (const member of data.members) place(member, 0, {})
  return settle(of, parseData({ people: persons, groups }), { period, before: 'first' })
}

/** What each person gets of a run. */
export function sharesOf({ lines, withheld }: Run): Shares {
  if (withheld.length > 0) return undefined
  return Object.fromEntries(lines.map(({ person, amount }) => [person, amount]))
}

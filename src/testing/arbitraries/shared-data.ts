import fc from 'fast-check'
import {
  type Award,
  type AwardEntry,
  dividePool,
  type Pool,
  type PoolMember,
} from '../../bonus/index.js'
import type { IsoDate } from '../../calendar/index.js'
import { evaluate } from '../../formula/index.js'
import { problemsOf } from '../../problem/index.js'
import type { Book, FundedPool, PoolData } from '../../run/index.js'
import { whole } from './draws.js'
import { amountsNear, type Figures, figuresOf } from './figures.js'

/** What pools and awards are given by. */
interface DrawnShares {
  readonly pools: Readonly<Record<string, PoolData>>
  readonly awards: Readonly<Record<string, readonly AwardEntry[]>>
}

/**
 * What a book's pools and awards are divided and given by, among some people. A pool that cannot be
 * divided, such as one whose fund does not reach its floors, is left out.
 */
export function sharedDataOf(
  { pools, awards }: Book,
  people: readonly string[],
  since: IsoDate,
): fc.Arbitrary<DrawnShares> {
  const funded = [...pools].map(
    ([id, pool]) => [id, poolDataOf(pool, people).map((data) => ({ pool, data }))] as const,
  )
  const given = [...awards].map(([id, award]) => [id, entriesOf(award, people, since)] as const)
  return fc
    .record({
      pools: fc.record(Object.fromEntries(funded)),
      awards: fc.record(Object.fromEntries(given)),
    })
    .map((drawn) => ({
      pools: Object.fromEntries(
        Object.entries(drawn.pools).flatMap(([id, { pool, data }]) =>
          isDivisible(pool, data) ? [[id, data] as const] : [],
        ),
      ),
      awards: drawn.awards,
    }))
}

/** A fund, and whom it is divided among, with figures near the bounds of the pool's formulas. */
export function poolDataOf(
  { funding, pool }: FundedPool,
  people: readonly string[],
): fc.Arbitrary<PoolData> {
  return fc.record({
    figures: figuresOf(funding.formula),
    members: membersOf(pool.levels, people),
  })
}

/** The people on the last level; above it two groups, each of half of them. */
function membersOf(
  [level, ...below]: Pool['levels'],
  people: readonly string[],
  path = '',
): fc.Arbitrary<readonly PoolMember[]> {
  const { level: name, weight, floor, cap } = level as Pool['levels'][number]
  const rows = [weight, floor, cap].flatMap((formula) =>
    formula === undefined ? [] : [figuresOf(formula)],
  )
  const figures = fc.tuple(...rows).map((all) => Object.assign({}, ...all) as Figures)
  if (below.length === 0)
    return fc.tuple(...people.map((id) => figures.map((own) => ({ id, figures: own }))))
  return fc.tuple(
    ...halvesOf(people).map((own, i) => {
      const id = `${path}${name} ${i + 1}`
      const members = membersOf(below, own, `${id}, `)
      return fc.record({ figures, members }).map((drawn) => ({ id, ...drawn }))
    }),
  )
}

function isDivisible({ funding, pool }: FundedPool, { figures, members }: PoolData): boolean {
  const found = problemsOf(() => {
    dividePool(pool, { fund: evaluate(funding.formula, figures).value, members })
  })
  return found.length === 0
}

function halvesOf(people: readonly string[]): readonly (readonly string[])[] {
  const half = Math.ceil(people.length / 2)
  return [people.slice(0, half), people.slice(half)].filter(({ length }) => length > 0)
}

/** Everybody, or two teams where teams split a prize, with figures near what the award asks for. */
function entriesOf(
  { eligibility, ranking, split }: Award,
  people: readonly string[],
  since: IsoDate,
): fc.Arbitrary<readonly AwardEntry[]> {
  const asked = eligibility.map(({ figure, value }) => [figure, amountsNear([value], 2)] as const)
  const ranked = ranking.map(({ figure }) => [figure, amountsNear(['1'], 2)] as const)
  const figures = fc.record(Object.fromEntries([...ranked, ...asked]))
  if (split === undefined)
    return fc.tuple(
      ...people.map((id) => figures.map((own) => ({ id, from: since, figures: own }))),
    )
  return fc.tuple(
    ...halvesOf(people).map((own, i) => {
      const members = fc.tuple(...own.map((id) => whole(1, 3).map((weight) => ({ id, weight }))))
      const team = { id: fc.constant(`team ${i + 1}`), from: fc.constant(since) }
      return fc.record({ ...team, figures, members })
    }),
  )
}

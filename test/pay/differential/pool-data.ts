import fc from 'fast-check'
import type { Funding, Pool, PoolMember } from '../../../src/bonus/index.js'
import { type Figures, figuresOf } from '../../../src/testing/index.js'

/** What a pool is funded by, and whom it is divided among. */
export interface PoolData {
  readonly figures: Figures
  readonly members: readonly PoolMember[]
}

/** A fund, and whom it is divided among, with figures near the bounds of the pool's formulas. */
export function poolDataOf(
  funding: Funding,
  { levels }: Pool,
  people: readonly string[],
): fc.Arbitrary<PoolData> {
  return fc.record({ figures: figuresOf(funding.formula), members: membersOf(levels, people) })
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

function halvesOf(people: readonly string[]): readonly (readonly string[])[] {
  const half = Math.ceil(people.length / 2)
  return [people.slice(0, half), people.slice(half)].filter(({ length }) => length > 0)
}

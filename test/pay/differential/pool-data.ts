import fc from 'fast-check'
import type { Pool, PoolMember } from '../../../src/bonus/index.js'
import type { Formula } from '../../../src/formula/index.js'
import type { NumericInput } from '../../../src/quantity/index.js'
import { type Figures, figuresOf } from '../../../src/testing/arbitraries/figures.js'

/** What a pool is funded by, and whom it is divided among. */
export interface PoolData {
  readonly figures: Readonly<Record<string, NumericInput>>
  readonly members: readonly PoolMember[]
}

/** Figures near the bounds of the formulas; the people stand on the last level, in two groups on each above. */
export function poolDataOf(
  funding: Formula,
  { levels }: Pool,
  people: readonly string[],
): fc.Arbitrary<PoolData> {
  return fc.record({ figures: figuresOf(funding), members: membersOf(levels, people, '') })
}

function membersOf(
  [level, ...below]: Pool['levels'],
  people: readonly string[],
  path: string,
): fc.Arbitrary<readonly PoolMember[]> {
  const { level: name, weight, floor, cap } = level as Pool['levels'][number]
  const rows = [weight, floor, cap].flatMap((formula) =>
    formula === undefined ? [] : [figuresOf(formula)],
  )
  const figures = fc.tuple(...rows).map((all): Figures => Object.assign({}, ...all))
  if (below.length === 0)
    return fc.tuple(...people.map((id) => figures.map((own) => ({ id, figures: own }))))
  const half = Math.ceil(people.length / 2)
  const groups = [people.slice(0, half), people.slice(half)].filter(({ length }) => length > 0)
  return fc.tuple(
    ...groups.map((own, i) => {
      const id = `${path}${name} ${i + 1}`
      return fc.record({
        id: fc.constant(id),
        figures,
        members: membersOf(below, own, `${id}, `),
      })
    }),
  )
}

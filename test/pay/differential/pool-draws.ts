import fc from 'fast-check'

interface Member {
  readonly team: number
  readonly weight: number
  readonly least?: number | undefined
  readonly most?: number | undefined
}

export interface Draw {
  readonly fund: number
  /** Of teams, where they divide the fund first. */
  readonly teams?: readonly number[] | undefined
  readonly members: readonly Member[]
}

const weight = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 2_000_000 }) },
  fc.integer({ min: 0, max: 3 }).map((whole) => whole * 100),
)
const member = fc.record({ team: fc.integer({ min: 0, max: 2 }), weight })
const bound = fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined })
const fund = fc.integer({ min: 0, max: 5_000_000 })
export const draws: Readonly<Record<string, fc.Arbitrary<Draw>>> = {
  'of one level': fc.record({ fund, members: fc.array(member, { minLength: 1, maxLength: 8 }) }),
  'with floors and caps': fc
    .record({
      fund,
      part: fc.integer({ min: 0, max: 1000 }),
      members: fc.array(
        fc.tuple(member, bound, bound).map(([own, a, b]) => ({ ...own, ...bounded(a, b) })),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map(({ fund, part, members }) => ({ members, fund: withinBounds(members, part, fund) })),
  'of teams and their people': fc.record({
    fund,
    teams: fc.array(weight, { minLength: 3, maxLength: 3 }),
    members: fc.array(member, { minLength: 1, maxLength: 8 }),
  }),
}

function bounded(a: number | undefined, b: number | undefined) {
  const crossed = a !== undefined && b !== undefined && a > b
  const [least, most] = crossed ? [b, a] : [a, b]
  return { ...(least !== undefined && { least }), ...(most !== undefined && { most }) }
}

/** Mostly a fund that keeps every bound. */
function withinBounds(members: readonly Member[], part: number, fund: number): number {
  if (part % 10 === 0) return fund
  const floors = members.reduce((sum, { least = 0 }) => sum + least, 0)
  const caps = members.reduce((sum, { most = 1_000_000 }) => sum + most, 0)
  return floors + Math.floor(((caps - floors) * part) / 1000)
}

import type { IsoDate } from '../../../src/calendar/index.js'
import type { RolledCredit } from '../../../src/credit/crediting.js'
import { compareFractions, type Fraction, minus, plus } from '../../../src/quantity/internal.js'
import { exactly, sumOf, zero } from './exact.js'
import { attributeOn, type World } from './world.js'

/** Who receives which part of what a person is credited; `rest` is what is left of the whole. */
export interface Above {
  readonly receivers: readonly { readonly person: string; readonly share: Fraction }[]
  /** The part that goes up in all. */
  readonly whole: Fraction
}

/** Who is above a person on a day, by what is known on another; or where the way up comes back. */
export function aboveOf(
  world: World,
  kind: RolledCredit,
  person: string,
  day: IsoDate,
  known: IsoDate,
): Above | 'circle' {
  const read = (id: string, name: string) => attributeOn(world.people, id, name, day, known)
  const has = (id: string, where: RolledCredit['qualified'] = {}) =>
    Object.entries(where).every(([name, wanted]) => {
      return (wanted as readonly string[]).includes(read(id, name) ?? '\0')
    })
  const up = wayUp(person, (id) => read(id, kind.manager))
  if (up === 'circle') return up
  if (!has(person, kind.whose)) return { receivers: [], whole: zero }
  const keepsLevel = kind.unqualified === 'unpaid'
  const present = up.filter((id) => keepsLevel || has(id, kind.qualified))
  const isPaid = ({ person: id }: { readonly person: string }) => has(id, kind.qualified)
  if (kind.shares !== undefined) {
    const shares = kind.shares.map(exactly)
    const receivers = present.slice(0, shares.length).map((id, i) => {
      return { person: id, share: shares[i] as Fraction }
    })
    return { receivers: receivers.filter(isPaid), whole: sumOf(shares) }
  }
  const { rank, rates, cap } = kind.ranked as NonNullable<RolledCredit['ranked']>
  const rateOf = (id: string) => {
    const name = read(id, rank)
    return name !== undefined && Object.hasOwn(rates, name) ? exactly(rates[name] as string) : zero
  }
  const own = rateOf(person)
  let highest = own
  const receivers = present.flatMap((id) => {
    const difference = minus(rateOf(id), highest)
    if (difference.numerator <= 0n) return []
    highest = plus(highest, difference)
    return [{ person: id, share: cap === undefined ? difference : least(difference, exactly(cap)) }]
  })
  const top = Object.values(rates).map(exactly).toSorted(compareFractions).at(-1) ?? zero
  return { receivers: receivers.filter(isPaid), whole: most(minus(top, own), zero) }
}

function least(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) < 0 ? a : b
}

function most(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) < 0 ? b : a
}

/** Those above a person, the nearest first. */
function wayUp(
  person: string,
  managerOf: (id: string) => string | undefined,
): readonly string[] | 'circle' {
  const up: string[] = []
  for (let next = managerOf(person); next !== undefined; next = managerOf(next)) {
    if (next === person || up.includes(next)) return 'circle'
    up.push(next)
  }
  return up
}

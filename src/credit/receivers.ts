import type { IsoDate } from '../calendar/index.js'
import { at, type Problem } from '../problem/index.js'
import { compareFractions, type Fraction, fraction, minus, plus } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import type { RolledCredit } from './crediting.js'
import type { People } from './people.js'
import { shareOf } from './share.js'
import { matches } from './where.js'

/** Who receives what of a credit that rolls up. */
export interface Receivers {
  readonly receivers: readonly { readonly person: string; readonly share: Fraction }[]
  /** Who receives what is left of all that the line may get. */
  readonly rest?: { readonly person: string; readonly whole: Fraction }
}

/** Finds who is above a person on a day by what is known on another, and when that may change. */
export interface ReceiverFinder {
  readonly on: (person: string, day: IsoDate, known: IsoDate) => Receivers
  readonly nextNews: (person: string, day: IsoDate, known: IsoDate) => IsoDate | undefined
}

const zero = fraction(0n)

/** Finds the receivers of a kind of credit; each person's of a day once. */
export function receiversBy(
  kind: RolledCredit,
  people: People,
  problems: Map<string, Problem>,
): ReceiverFinder {
  const found = new Map<string, Receivers>()
  const lineOf = (person: string, day: IsoDate, known: IsoDate) =>
    lineAbove(kind, people, { person, day, known }, problems)
  return {
    on: (person, day, known) => {
      const key = `${day} ${known} ${person}`
      const receivers =
        found.get(key) ?? shared(kind, people, { person, day, known }, lineOf(person, day, known))
      found.set(key, receivers)
      return receivers
    },
    nextNews: (person, day, known) => {
      const names = [
        kind.manager,
        ...(kind.ranked === undefined ? [] : [kind.ranked.rank]),
        ...Object.keys(kind.whose ?? {}),
        ...Object.keys(kind.qualified ?? {}),
      ]
      let next: IsoDate | undefined
      for (const each of [person, ...lineOf(person, day, known)])
        for (const name of names) {
          const news = people.nextNews(each, name, known)
          if (news !== undefined && (next === undefined || news < next)) next = news
        }
      return next
    },
  }
}

interface Asked {
  readonly person: string
  readonly day: IsoDate
  readonly known: IsoDate
}

/** All who are above a person, the nearest first. */
function lineAbove(
  { manager: name }: RolledCredit,
  people: People,
  { person, day, known }: Asked,
  problems: Map<string, Problem>,
): readonly string[] {
  const line: string[] = []
  const seen = new Set([person])
  let next = people.valueOn(person, name, day, known)
  while (next !== undefined && !seen.has(next)) {
    line.push(next)
    seen.add(next)
    next = people.valueOn(next, name, day, known)
  }
  if (next !== undefined)
    problems.set(
      next,
      creditProblem('circle-above', at('people', people.placeOf(next)), { name, owner: next }),
    )
  return line
}

function shared(
  kind: RolledCredit,
  people: People,
  { person, day, known }: Asked,
  line: readonly string[],
): Receivers {
  const attributesOf = (each: string) => (name: string) => people.valueOn(each, name, day, known)
  if (!matches(kind.whose, attributesOf(person))) return { receivers: [] }
  const isQualified = (each: string) => matches(kind.qualified, attributesOf(each))
  const steps = kind.unqualified === 'unpaid' ? line : line.filter(isQualified)
  const rateOf = (each: string): Fraction => {
    const { rank, rates } = kind.ranked as NonNullable<RolledCredit['ranked']>
    const own = attributesOf(each)(rank)
    return own !== undefined && Object.hasOwn(rates, own) ? shareOf(rates[own] as string) : zero
  }
  const [receivers, whole] =
    kind.shares === undefined
      ? byRank(kind.ranked as NonNullable<RolledCredit['ranked']>, person, steps, rateOf)
      : byLevel(kind.shares.map(shareOf), steps)
  const kept = receivers.filter(
    ({ person: each, share }) => share.numerator > 0n && isQualified(each),
  )
  return kind.rest === undefined
    ? { receivers: kept }
    : { receivers: kept, rest: { person: kind.rest, whole } }
}

type Found = readonly [Receivers['receivers'], whole: Fraction]

function byLevel(shares: readonly Fraction[], line: readonly string[]): Found {
  const receivers = shares.flatMap((share, i) => {
    const person = line[i]
    return person === undefined ? [] : [{ person, share }]
  })
  return [receivers, shares.reduce(plus, zero)]
}

/** Each gets by how much their rate is above the highest passed on the way to them. */
function byRank(
  { rates, cap }: NonNullable<RolledCredit['ranked']>,
  person: string,
  line: readonly string[],
  rateOf: (person: string) => Fraction,
): Found {
  const most = cap === undefined ? undefined : shareOf(cap)
  const own = rateOf(person)
  let passed = own
  const receivers = line.flatMap((each) => {
    const rate = rateOf(each)
    const difference = minus(rate, passed)
    if (difference.numerator <= 0n) return []
    passed = rate
    return [{ person: each, share: most === undefined ? difference : lesser(difference, most) }]
  })
  const highest = Object.values(rates).map(shareOf).reduce(greater, zero)
  return [receivers, greater(minus(highest, own), zero)]
}

function lesser(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) <= 0 ? a : b
}

function greater(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) >= 0 ? a : b
}

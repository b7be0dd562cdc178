import { at, type Localized, refuse, repeatedIds } from '../problem/index.js'
import {
  allocate,
  type Decimal,
  decimal,
  isProblem,
  type NumericInput,
  rank,
  readDecimal,
} from '../quantity/index.js'
import type { DistributionPolicy } from './distribution-schema.js'
import { repeatedPerson } from './problems.js'

/** A person's score, to be put in a band. */
export interface Scored {
  readonly id: string
  readonly score: NumericInput
}

/** The band that a person is put in, and why. */
export interface Banded {
  readonly id: string
  readonly score: string
  readonly band: string
  /** 1 for the best; equal scores share a rank. */
  readonly rank: number
  /** Whether a tie was decided by the rule: the group reaches over a border. */
  readonly tied: boolean
  readonly reason: Localized
}

/** A team put in bands, with the number that each band should have and has. */
export interface Distribution {
  /** Whether the shares were applied; not in teams that are too small. */
  readonly forced: boolean
  readonly people: readonly Banded[]
  readonly bands: readonly {
    readonly band: string
    readonly planned: number
    readonly actual: number
  }[]
}

/**
 * Puts a team in bands. The places of each band are its share of the team by largest remainder, equal
 * remainders to the better band. People are ranked by score; the order in which they are given does
 * not matter. See {@link DistributionPolicy} for ties and small teams.
 *
 * Throws a `PolicyError` for scores that are no numbers and people who stand twice.
 *
 * @example
 * distribute(policy, [{ id: 'Li', score: '92' }, { id: 'Wang', score: '85' }]).people[0]?.band
 */
export function distribute(policy: DistributionPolicy, people: readonly Scored[]): Distribution {
  const ranked = rankedByScore(people)
  const forced = people.length >= policy.smallestTeam
  const places = forced ? plannedPlaces(policy, people.length) : policy.bands.map(() => 0)
  const banded = forced ? byShares(policy, ranked, places) : byScores(policy, ranked)
  return {
    forced,
    people: banded,
    bands: policy.bands.map(({ band }, i) => ({
      band,
      planned: places[i] as number,
      actual: banded.filter((person) => person.band === band).length,
    })),
  }
}

interface Ranked {
  readonly id: string
  readonly score: string
  readonly rank: number
  /** How many share the rank. */
  readonly equals: number
}

function rankedByScore(people: readonly Scored[]): readonly Ranked[] {
  const read = people.map(({ score }, i) => readDecimal(score, at(at('people', i), 'score')))
  refuse([...repeatedIds('people', people, 'id', repeatedPerson), ...read.filter(isProblem)])
  const entries = people.map(({ id }, i) => ({ id, values: [(read[i] as Decimal).toFixed()] }))
  const scores = new Map(entries.map(({ id, values: [score] }) => [id, score as string]))
  return rank(entries, ['higher']).map(({ id, place, equals }) => ({
    id,
    score: scores.get(id) as string,
    rank: place,
    equals,
  }))
}

function plannedPlaces({ bands }: DistributionPolicy, people: number): readonly number[] {
  // Ids in the order of the bands, so that equal remainders go to the better one.
  const shares = bands.map(({ share }, i) => ({ id: String(i).padStart(6, '0'), weight: share }))
  const parts = allocate({ total: people, places: 0, ties: 'id', shares })
  return parts.map(({ amount }) => Number(amount))
}

function byShares(
  { bands, ties }: DistributionPolicy,
  ranked: readonly Ranked[],
  places: readonly number[],
): readonly Banded[] {
  const ends = places.map((_, i) => places.slice(0, i + 1).reduce((sum, own) => sum + own, 0))
  const bandOfPlace = (place: number) => ends.findIndex((end) => place <= end)
  return ranked.map(({ id, score, rank, equals }) => {
    const [best, worst] = [bandOfPlace(rank), bandOfPlace(rank + equals - 1)]
    const index = ties === 'better' ? best : worst
    const band = bands[index]?.band as string
    const tied = best !== worst
    return {
      id,
      score,
      band,
      rank,
      tied,
      reason: placeReason(rank, ranked.length, band, tied, ties),
    }
  })
}

function placeReason(
  rank: number,
  people: number,
  band: string,
  tied: boolean,
  ties: DistributionPolicy['ties'],
): Localized {
  const better = ties === 'better'
  return {
    en: `Rank ${rank} of ${people}: ${band}${tied ? `; equal scores over the border go to the ${ties} band` : ''}`,
    'zh-CN': `第 ${rank} 名，共 ${people} 人：${band}${tied ? `；同分跨档者归入${better ? '较高' : '较低'}档` : ''}`,
  }
}

function byScores({ bands }: DistributionPolicy, ranked: readonly Ranked[]): readonly Banded[] {
  return ranked.map(({ id, score, rank }) => {
    const reached = bands.find(
      ({ from }, i) =>
        i === bands.length - 1 || (from !== undefined && decimal(score).greaterThanOrEqualTo(from)),
    )
    const band = (reached as DistributionPolicy['bands'][number]).band
    const reason = {
      en: `The team is too small for shares: ${band} by the score of ${score}`,
      'zh-CN': `团队人数过少，不按比例：按得分 ${score} 归入 ${band}`,
    }
    return { id, score, band, rank, tied: false, reason }
  })
}

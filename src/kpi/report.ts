import { type Decimal, decimal, divideTo } from '../quantity/index.js'

/** One person's result on a scorecard, and the group (team, department) that is reported on. */
export interface ScorecardResult {
  readonly person: string
  readonly group: string
  readonly score: string
  readonly coefficient: string
  readonly band?: string | undefined
}

/** What the results of one group come to. */
export interface GroupReport {
  readonly group: string
  readonly people: number
  /** Means to 4 places half-up. */
  readonly meanScore: string
  readonly meanCoefficient: string
  readonly lowest: string
  readonly median: string
  readonly highest: string
  /** How many people each band has, for the bands that occur. */
  readonly bands: Readonly<Record<string, number>>
}

/** The decimal places of a mean. */
const meanPlaces = 4

/**
 * A report a team or department, in the order of their names: people, mean, median and range of the
 * scores, and how many are in each band.
 *
 * @example
 * reportByGroup([{ person: 'Li', group: 'service', score: '92', coefficient: '1.2', band: 'A' }])[0]?.meanScore //=> '92.0000'
 */
export function reportByGroup(results: readonly ScorecardResult[]): readonly GroupReport[] {
  const groups = [...new Set(results.map(({ group }) => group))].sort()
  return groups.map((group) => {
    const own = results.filter((result) => result.group === group)
    const scores = own.map(({ score }) => decimal(score)).sort((a, b) => a.comparedTo(b))
    const half = scores.length / 2
    const middle = [scores[Math.ceil(half) - 1], scores[Math.floor(half)]] as [Decimal, Decimal]
    const bands: Record<string, number> = {}
    for (const { band } of own) if (band !== undefined) bands[band] = (bands[band] ?? 0) + 1
    return {
      group,
      people: own.length,
      meanScore: mean(scores),
      meanCoefficient: mean(own.map(({ coefficient }) => decimal(coefficient))),
      lowest: (scores[0] as Decimal).toFixed(),
      median: middle[0].plus(middle[1]).times('0.5').toFixed(),
      highest: (scores.at(-1) as Decimal).toFixed(),
      bands,
    }
  })
}

function mean(values: readonly Decimal[]): string {
  const sum = values.reduce((left, right) => left.plus(right), decimal('0'))
  return divideTo(sum, decimal(String(values.length)), meanPlaces, 'half-up').toFixed(meanPlaces)
}

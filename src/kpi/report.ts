import { at, type Problem, refuse } from '../problem/index.js'
import { type Decimal, decimal, divideTo, isProblem, readDecimal } from '../quantity/index.js'

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
 * Throws a `PolicyError` for scores and coefficients that are no numbers, all of them at once.
 *
 * @example
 * reportByGroup([{ person: 'Li', group: 'service', score: '92', coefficient: '1.2', band: 'A' }])[0]?.meanScore //=> '92.0000'
 */
export function reportByGroup(results: readonly ScorecardResult[]): readonly GroupReport[] {
  refuse(results.flatMap((result, i) => figureProblems(result, at('results', i))))
  const groups = [...new Set(results.map(({ group }) => group))].sort()
  return groups.map((group) => {
    const own = results.filter((result) => result.group === group)
    const scores = own.map(({ score }) => decimal(score)).sort((a, b) => a.comparedTo(b))
    const half = scores.length / 2
    const middle = [scores[Math.ceil(half) - 1], scores[Math.floor(half)]] as [Decimal, Decimal]
    const bands = new Map<string, number>()
    for (const { band } of own) if (band !== undefined) bands.set(band, (bands.get(band) ?? 0) + 1)
    return {
      group,
      people: own.length,
      meanScore: mean(scores),
      meanCoefficient: mean(own.map(({ coefficient }) => decimal(coefficient))),
      lowest: (scores[0] as Decimal).toFixed(),
      median: middle[0].plus(middle[1]).times('0.5').toFixed(),
      highest: (scores.at(-1) as Decimal).toFixed(),
      bands: Object.fromEntries(bands),
    }
  })
}

function figureProblems({ score, coefficient }: ScorecardResult, path: string): readonly Problem[] {
  const read = [
    readDecimal(score, at(path, 'score')),
    readDecimal(coefficient, at(path, 'coefficient')),
  ]
  return read.filter((value) => isProblem(value))
}

function mean(values: readonly Decimal[]): string {
  const sum = values.reduce((left, right) => left.plus(right), decimal('0'))
  return divideTo(sum, decimal(String(values.length)), meanPlaces, 'half-up').toFixed(meanPlaces)
}

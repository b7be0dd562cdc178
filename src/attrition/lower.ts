import { decimal, type NumericInput } from '../quantity/index.js'
import { placeOf } from './bins.js'
import type { CategoryCard, NumberCard, RiskCard } from './card.js'
import { pointsIn, type Risk, riskOf, type Values } from './risk.js'
import type { CardSignal } from './schema.js'

/** One change of a signal, and the points that it takes off the score. */
export interface Change {
  readonly signal: string
  readonly from: string
  /** The nearest value that takes the points off. */
  readonly to: string
  readonly points: number
}

/** The smallest changes that bring a person to a lower band. */
export interface Lowering {
  readonly changes: readonly Change[]
  /** The risk once they are made. */
  readonly risk: Risk
}

/** A change with how many bins it crosses. */
interface Move {
  readonly change: Change
  readonly crossed: number
}

/**
 * The smallest changes that lower a person's band: the counterfactual. Only signals that are
 * `changeable` and known are changed, each to the nearest value of a bin or to another case. Fewest
 * signals first, then fewest bins crossed, then those that stand first on the card. `undefined` where
 * the band is the lowest, or no change leads to a lower one.
 *
 * Throws a `PolicyError` as {@link riskOf} does.
 *
 * @example
 * whatLowers(early, { monthsSinceRise: 20 })?.changes //=> [{ signal: 'monthsSinceRise', from: '20', to: '17', points: 12 }]
 */
export function whatLowers(card: RiskCard, values: Values): Lowering | undefined {
  const risk = riskOf(card, values)
  const { bands, signals } = card.policy
  const from = bands.find(({ band }) => band === risk.band)?.from
  if (from === undefined) return undefined
  const points = pointsIn(risk.evaluation)
  const given = new Map(risk.reasons.map(({ signal, value }) => [signal, value]))
  const moves = signals.map((signal, i) => {
    const value = given.get(signal.signal)
    return value === undefined || !signal.changeable
      ? []
      : movesOf(signal, value, points[i] as number)
  })
  const changes = fewest(moves, risk.score - from + 1)
  if (changes === undefined) return undefined
  const changed: Record<string, NumericInput | null | undefined> = { ...values }
  for (const { signal, to } of changes) changed[signal] = to
  return { changes, risk: riskOf(card, changed) }
}

/** Every change of a signal that takes points off. */
function movesOf(signal: CardSignal, value: string, points: number): readonly Move[] {
  return signal.kind === 'number'
    ? binMoves(signal, value, points)
    : caseMoves(signal, value, points)
}

/** Bins never go against the risk, so those with fewer points all lie on one side. */
function binMoves({ signal, bins, risk, scale }: NumberCard, from: string, points: number) {
  const place = placeOf(bins, from)
  const smallest = decimal(`1e-${scale}`)
  return bins.flatMap((bin, i): readonly Move[] => {
    if (bin.points >= points) return []
    // Towards the first bin a value stops short of where the bin after it begins.
    const edge = (risk === 'rises' ? bins[i + 1] : bin) as NumberCard['bins'][number]
    const bound = decimal(edge.from as string)
    const short = risk === 'rises' && edge.exclusive !== true
    const past = risk === 'falls' && edge.exclusive === true
    const to = (short ? bound.minus(smallest) : past ? bound.plus(smallest) : bound).toFixed(scale)
    // A bin too narrow for any value is passed over, to a better one.
    const landed = (bins[placeOf(bins, to)] as NumberCard['bins'][number]).points
    return [{ change: { signal, from, to, points: points - landed }, crossed: Math.abs(place - i) }]
  })
}

function caseMoves({ signal, cases }: CategoryCard, from: string, points: number) {
  return Object.entries(cases).flatMap(([to, left]): readonly Move[] =>
    left < points ? [{ change: { signal, from, to, points: points - left }, crossed: 1 }] : [],
  )
}

/** A choice of changes: how many, how many bins they cross, and which. */
interface Choice {
  readonly crossed: number
  readonly changes: readonly Change[]
}

/**
 * The fewest changes that take so many points off, at most one a signal. By dynamic programming over
 * the signals: the best choice for each number of points taken off, counted up to what is needed.
 */
function fewest(
  moves: readonly (readonly Move[])[],
  needed: number,
): readonly Change[] | undefined {
  let best = new Map<number, Choice>([[0, { crossed: 0, changes: [] }]])
  for (const ofSignal of moves) {
    const next = new Map(best)
    for (const [taken, choice] of best)
      for (const { change, crossed } of ofSignal) {
        const points = Math.min(taken + change.points, needed)
        const candidate = {
          crossed: choice.crossed + crossed,
          changes: [...choice.changes, change],
        }
        const known = next.get(points)
        if (known === undefined || isSmaller(candidate, known)) next.set(points, candidate)
      }
    best = next
  }
  return best.get(needed)?.changes
}

/** Whether a choice found later is smaller; where they are alike, the one found first stays. */
function isSmaller(a: Choice, b: Choice): boolean {
  const more = a.changes.length - b.changes.length
  return more < 0 || (more === 0 && a.crossed < b.crossed)
}

import {
  at,
  having,
  list,
  type Option,
  options,
  type Problem,
  problemsOf,
  refuse,
  text,
  under,
} from '../problem/index.js'
import { decimal, difference, minorUnits } from '../quantity/index.js'
import { assess } from './assess.js'
import { unknownFactor } from './problems.js'
import {
  type Assumptions,
  assumptionsOption,
  type Offer,
  offerOption,
  parseAssumptions,
} from './schema.js'

/** One assumption between a low and a high value. */
export interface Factor {
  readonly factor: keyof Assumptions
  readonly low: Assumptions[keyof Assumptions]
  readonly high: Assumptions[keyof Assumptions]
}

/** What one assumption does to the net present value, all others as they are. */
export interface Bar {
  readonly factor: keyof Assumptions
  /** The net present value at the low and the high value. */
  readonly low: string
  readonly high: string
  /** How far they are apart. */
  readonly spread: string
}

/**
 * How much each assumption matters: the net present value at its low and at its high value, widest
 * first; equal ones by name. As a chart this is a tornado.
 *
 * Throws a `PolicyError` for factors that the assumptions do not have, and for values they cannot take.
 *
 * @example
 * tornado(offer, assumptions, [{ factor: 'leaveRateAfter', low: '0.20', high: '0.30' }])[0]?.spread
 */
export function tornado(
  offer: Offer,
  assumptions: Assumptions,
  factors: readonly Factor[],
): readonly Bar[] {
  refuse([
    ...offerOption(offer, 'offer'),
    ...assumptionsOption(assumptions, 'assumptions'),
    ...list(having({ factor: text }))(factors, 'factors'),
  ])
  refuse(factors.flatMap((factor, i) => factorProblems(assumptions, factor, at('factors', i))))
  const places = minorUnits(offer.currency)
  const valueAt = (change: Partial<Assumptions>) =>
    assess(offer, { ...assumptions, ...change }).netPresentValue
  return factors
    .map(({ factor, low, high }) => {
      const [first, second] = [valueAt({ [factor]: low }), valueAt({ [factor]: high })]
      const spread = decimal(difference(second, first, places))
        .abs()
        .toFixed(places)
      return { factor, low: first, high: second, spread }
    })
    .sort((a, b) => decimal(b.spread).comparedTo(a.spread) || (a.factor < b.factor ? -1 : 1))
}

function factorProblems(
  assumptions: Assumptions,
  { factor, low, high }: Factor,
  path: string,
): readonly Problem[] {
  if (!Object.hasOwn(assumptions, factor))
    return [unknownFactor(at(path, 'factor'), factor, Object.keys(assumptions))]
  return Object.entries({ low, high }).flatMap(([end, value]) =>
    problemsOf(() => parseAssumptions({ ...assumptions, [factor]: value })).map((problem) => ({
      ...problem,
      path: at(path, end),
    })),
  )
}

/** A way things may go: the assumptions that differ. */
export interface Scenario {
  readonly name: string
  readonly change: Partial<Assumptions>
}

const scenarioOption: Option = options({ name: text, change: having({}) })

/** The net present value of each offer in one scenario. */
export interface ScenarioRow {
  readonly scenario: string
  readonly values: readonly { readonly offer: string; readonly netPresentValue: string }[]
  /** The offer of the highest value; of equal ones the first by id. */
  readonly best: string
}

/**
 * The net present value of every offer in every scenario, and which offer is the best in each.
 *
 * Throws a `PolicyError` for offers and assumptions that are none, or that a scenario makes so.
 *
 * @example
 * scenarioTable([cloud, onPremises], assumptions, [{ name: 'grows', change: { people: 800 } }])[0]?.best
 */
export function scenarioTable(
  offers: readonly [Offer, ...Offer[]],
  assumptions: Assumptions,
  scenarios: readonly Scenario[],
): readonly ScenarioRow[] {
  refuse([
    ...list(offerOption, 1)(offers, 'offers'),
    ...assumptionsOption(assumptions, 'assumptions'),
    ...list(scenarioOption)(scenarios, 'scenarios'),
  ])
  refuse(
    scenarios.flatMap(({ change }, i) =>
      under(
        at(at('scenarios', i), 'change'),
        problemsOf(() => parseAssumptions({ ...assumptions, ...change })),
      ),
    ),
  )
  return scenarios.map(({ name, change }) => {
    const changed = { ...assumptions, ...change }
    const values = offers.map((offer) => ({
      offer: offer.id,
      netPresentValue: assess(offer, changed).netPresentValue,
    })) as [ScenarioRow['values'][number], ...ScenarioRow['values']]
    const best = values.reduce((a, b) => {
      const order = decimal(b.netPresentValue).comparedTo(a.netPresentValue)
      return order > 0 || (order === 0 && b.offer < a.offer) ? b : a
    })
    return { scenario: name, values, best: best.offer }
  })
}

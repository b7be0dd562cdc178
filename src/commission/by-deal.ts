import {
  above,
  add,
  any,
  type Expression,
  maximum,
  minimum,
  named,
  round,
  when,
} from '../formula/index.js'
import { inputsOf } from '../formula/internal.js'
import { minorUnits } from '../quantity/index.js'
import { amountNumber } from './owns.js'
import { asksOf } from './plan-asks.js'
import {
  amountOf,
  categoriesOf,
  type Measure,
  measured,
  measureInput,
  measureName,
  measuresOf,
  nothingOf,
} from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { earnedByTiers } from './tiers.js'

/** Which member says that each deal is worked out by itself; none where a plan pays a period. */
export function byDeal(
  policy: Pick<PlanPolicy, 'per' | 'dealCap' | 'dealFloor'>,
): 'per' | 'dealCap' | 'dealFloor' | undefined {
  return (['per', 'dealCap', 'dealFloor'] as const).find((member) => policy[member] !== undefined)
}

/** The measures that tiers read of a deal: the plan's own, and others by which they pick or pay. */
export function measuresOfDeal(policy: PlanPolicy): readonly Measure[] {
  const { tiers } = policy
  const read = new Set([
    ...asksOf(policy)
      .filter(({ path }) => path.startsWith('tiers'))
      .flatMap(({ asked: { kpi, of } }) => [kpi, of]),
    ...(tiers.kind === 'formula' ? inputsOf(tiers.earns).map(({ name }) => name) : []),
  ])
  const [own, ...linked] = measuresOf(policy) as [Measure, ...Measure[]]
  return [own, ...linked.filter((each) => read.has(measureName(each)))]
}

/** What one deal earns: by the tiers, at least its floor and at most its cap, rounded. */
export function earnedByDeal(policy: PlanPolicy): Expression {
  const { currency, dealCap, dealFloor, rounding = 'half-up' } = policy
  const label = { en: 'Commission of the deal', 'zh-CN': '单笔提成' }
  const earned = earnedOf(policy)
  // Of a deal that came to nothing, or to less, the least amount goes back too.
  const floored =
    dealFloor === undefined
      ? earned
      : when(
          above(amountOfDeal(policy), nothingOf(policy, policy.measure)),
          maximum(earned, amountNumber(policy, dealFloor)),
          earned,
        )
  const capped = dealCap === undefined ? floored : minimum(floored, amountNumber(policy, dealCap))
  return named(
    label,
    round(capped, { places: minorUnits(currency), rounding }),
    policy.tiers.clause,
  )
}

/** By the tiers; a formula may have amounts that a deal earns once, and not where nothing is left of it. */
function earnedOf(policy: PlanPolicy): Expression {
  const earned = earnedByTiers(policy)
  if (policy.tiers.kind !== 'formula') return earned
  const isSome = measuresOfDeal(policy).map((each) => {
    const amount = measured(policy, each, measureName(each))
    const nothing = nothingOf(policy, each)
    return any(above(amount, nothing), above(nothing, amount))
  })
  return when(any(...isSome), earned, amountOf(policy, '0'))
}

/** What is measured of a deal, in all its categories. */
function amountOfDeal(policy: PlanPolicy): Expression {
  const categories = categoriesOf(policy)
  return categories === undefined
    ? measureInput(policy)
    : add(...categories.map((category) => measureInput(policy, category)))
}

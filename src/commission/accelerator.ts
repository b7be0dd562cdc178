import { add, type Expression, minimum, multiply, named, subtract, when } from '../formula/index.js'
import { money } from '../quantity/index.js'
import { conditionOf } from './conditions.js'
import type { OwnOr } from './own-schema.js'
import { whereRising } from './own-tables.js'
import { partNumber, partType } from './owns.js'
import { measureInput, quotaInput } from './plan-inputs.js'
import { sliceLabel, upToLabel } from './plan-labels.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'
import { earned, type OneMeasure } from './tiers.js'

/**
 * What a part of the measure earns (`all`) up to the first step, and each stretch after it times its
 * factor. A stretch earns what the measure up to its end earns, less what the measure up to its start does.
 */
export function accelerated(
  policy: PlanPolicy,
  tiers: OneMeasure,
  all: Expression,
  part: Expression = measureInput(policy),
): Expression {
  const { accelerator } = policy
  if (accelerator === undefined) return all
  const stretches = stretchesOf(policy, { tiers, accelerator, all, part })
  return named(
    accelerator.label ?? { en: 'Commission with accelerator', 'zh-CN': '含加速的提成' },
    accelerator.when === undefined
      ? stretches
      : when(conditionOf(policy, accelerator.when), stretches, all),
    accelerator.clause,
  )
}

interface Accelerated {
  readonly tiers: OneMeasure
  readonly accelerator: NonNullable<PlanPolicy['accelerator']>
  readonly all: Expression
  readonly part: Expression
}

function stretchesOf(
  policy: PlanPolicy,
  { tiers, accelerator: { steps }, all, part }: Accelerated,
): Expression {
  const upTo = (bound: OwnOr) => {
    const threshold = multiply(quotaInput(policy), partNumber(bound))
    return named(upToLabel(bound), earned(policy, tiers, minimum(part, threshold)))
  }
  const unfactored = steps.slice(0, 1).map(({ from }) => upTo(from))
  const stretches = steps.map(({ from, factor }, i) => {
    const to = steps[i + 1]?.from
    const end = to === undefined ? all : upTo(to)
    return multiply(named(sliceLabel(from, to), subtract(end, upTo(from))), partNumber(factor))
  })
  const paid = whereRising(
    add(...unfactored, ...stretches),
    money(policy.currency),
    steps,
    partType,
  )
  return whereQuota(policy, paid, {
    reached: () => multiply(all, partNumber((steps.at(-1) as (typeof steps)[number]).factor)),
    missed: () => all,
  })
}

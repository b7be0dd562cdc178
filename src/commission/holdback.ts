import {
  above,
  constant,
  divide,
  type Expression,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { minorUnits } from '../quantity/index.js'
import { amountOf, moneyInput } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/** The decimal places of the collected part of the sales. */
const partRule = { places: 12, rounding: 'half-up' } as const

/** What of the commission `earned` waits for the rest of what is `sold` to be `collected`. */
export function heldOf(
  policy: PlanPolicy,
  { share, label, clause }: NonNullable<PlanPolicy['holdback']>,
): Expression {
  const sold = moneyInput(policy, 'sold', { en: 'Sales', 'zh-CN': '销售额' })
  const collected = moneyInput(policy, 'collected', { en: 'Collected', 'zh-CN': '已回款' })
  const nothing = amountOf(policy, '0')
  const part = minimum(constant('1'), divide(maximum(collected, nothing), sold, partRule))
  const open = when(above(sold, nothing), subtract(constant('1'), part), constant('0'))
  const { currency, rounding = 'half-up' } = policy
  return named(
    label ?? { en: 'Held back until collection', 'zh-CN': '回款前暂扣' },
    round(multiply(maximum(earnedInput(policy), nothing), constant(share), open), {
      places: minorUnits(currency),
      rounding,
    }),
    clause,
  )
}

function earnedInput(policy: PlanPolicy): Expression {
  return moneyInput(policy, 'earned', { en: 'Commission earned', 'zh-CN': '已得提成' })
}

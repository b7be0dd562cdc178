import { add, type Expression, multiply, named, subtract } from '../formula/index.js'
import { factorOf } from './curves.js'
import { labelOf } from './plan-inputs.js'
import { factorLabel } from './plan-labels.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { whereQuota } from './quota-of-zero.js'

/** What is earned, and of it what the measure up to the quota earns. */
interface Earned {
  readonly all: Expression
  /** None where a part of the measure earns nothing by itself. */
  readonly upToQuota?: () => Expression
}

/** What is earned, or of it what is earned above the quota, times the factors of other measures. */
export function modified(policy: PlanPolicy, { all, upToQuota }: Earned): Expression {
  const { modifiers = [] } = policy
  if (modifiers.length === 0) return all
  const factors = (on: 'all' | 'overage') =>
    modifiers
      .filter((modifier) => (modifier.on ?? 'all') === on)
      .map(({ curve, label, clause, ...asked }) =>
        named(
          label ?? factorLabel(labelOf(policy, asked.kpi)),
          factorOf(policy, asked, curve),
          clause,
        ),
      )
  const [ofAll, ofOverage] = [factors('all'), factors('overage')]
  const base =
    upToQuota === undefined || ofOverage.length === 0
      ? all
      : overageOf(policy, { all, upToQuota }, ofOverage)
  const product = ofAll.length === 0 ? base : multiply(base, ...ofAll)
  return named({ en: 'Commission with factors', 'zh-CN': '乘系数后的提成' }, product)
}

/** What is earned up to the quota, and what is earned above it times factors. */
function overageOf(
  policy: PlanPolicy,
  { all, upToQuota }: Required<Earned>,
  factors: readonly Expression[],
): Expression {
  const below = named({ en: 'Earned up to the quota', 'zh-CN': '目标以内的提成' }, upToQuota())
  const over = named(
    { en: 'Earned above the quota', 'zh-CN': '目标以上的提成' },
    subtract(all, below),
  )
  return whereQuota(policy, add(below, multiply(over, ...factors)), {
    reached: () => multiply(all, ...factors),
    missed: () => all,
  })
}

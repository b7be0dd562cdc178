import {
  check,
  constant,
  type Expression,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
} from '../formula/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type FundingPolicy, parseFundingPolicy } from './pool-schema.js'
import { leftOf, profitOf, type Reserve, reserveOf } from './reserve.js'

/** How a pool is funded: the policy as it was written, and the formula it means. */
export interface Funding {
  readonly id: string
  readonly policy: FundingPolicy
  /** Reads `profit`; or `result` and `result.base`; or `heads`. With a reserve: what is shared of a gain at once. */
  readonly formula: Formula
  /** What a reserve takes and gives; none where the policy has no reserve. */
  readonly reserve?: Reserve | undefined
}

/**
 * How a pool is funded, from untrusted JSON. Rounded once, to the currency's minor unit; never below
 * zero, so a loss funds nothing but the floor.
 *
 * - `profit-share`: `rate` × the input `profit`, or × what of it is `above` an amount.
 * - `growth-share`: `rate` × what the input `result` is above `result.base`, such as last year's.
 * - `per-head`: `amount` × the input `heads`, which may have parts of people (full-time equivalents).
 *
 * Then `cap`, then `floor` hold. A `reserve` keeps its `share` of a profit back first, and bears losses (see
 * `Reserve`); the rate is of what is left of the profit. Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const fund = parseFunding({ id: 'pool', currency: 'CNY', rounding: 'down', source: { kind: 'profit-share', rate: '0.08', above: '1000000' } })
 * evaluate(fund.formula, { profit: '3500000.00' }).value //=> '200000.00'
 */
export function parseFunding(json: unknown): Funding {
  const policy = parseFundingPolicy(json)
  return Object.freeze({
    id: policy.id,
    policy,
    formula: check(fundOf(policy)),
    ...(policy.reserve !== undefined && { reserve: reserveOf(policy, policy.reserve) }),
  })
}

/** Parts of people that a head count may have: 12.25 full-time equivalents. */
const headScale = 4

function fundOf(policy: FundingPolicy): Expression {
  const { currency, rounding, floor, cap, label, clause } = policy
  const unit = money(currency)
  const places = minorUnits(currency)
  const earned = sourceOf(policy)
  const capped = cap === undefined ? earned : minimum(earned, constant(cap, unit))
  const held = floor === undefined ? capped : maximum(capped, constant(floor, unit))
  const title = label ?? { en: 'Pool', 'zh-CN': '奖金池' }
  return named(title, round(held, { places, rounding }), clause)
}

function sourceOf({ currency, rounding, source, reserve }: FundingPolicy): Expression {
  const unit = money(currency)
  const places = minorUnits(currency)
  const nothing = constant('0', unit)
  switch (source.kind) {
    case 'profit-share': {
      const label = { en: 'Profit that counts', 'zh-CN': '计提利润' }
      const profit = profitOf(currency, source.above)
      const by = { places, rounding }
      const counted =
        reserve === undefined ? maximum(profit, nothing) : leftOf(profit, nothing, reserve, by)
      return multiply(constant(source.rate), named(label, counted))
    }
    case 'growth-share': {
      const result = input('result', unit, places, { en: 'Result', 'zh-CN': '本期业绩' })
      const base = input('result.base', unit, places, { en: 'Base', 'zh-CN': '基期业绩' })
      const growth = named(
        { en: 'Growth', 'zh-CN': '增长额' },
        maximum(subtract(result, base), nothing),
      )
      return multiply(constant(source.rate), growth)
    }
    case 'per-head': {
      const heads = input('heads', 'count', headScale, { en: 'Heads', 'zh-CN': '人数' })
      return multiply(constant(source.amount, unit), maximum(heads, constant('0', 'count')))
    }
  }
}

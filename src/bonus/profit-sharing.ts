import { constant, type Expression, input, multiply } from '../formula/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type Pool, parsePool } from './pool.js'
import { type ProfitSharingPolicy, parseProfitSharingPolicy } from './pool-schema.js'

/** The places of months of service and of a rating: 7.5 months, a coefficient of 1.15. */
const factorScale = 4

/**
 * A profit-sharing plan (分红) from untrusted JSON: a pool of one level, divided among people by the
 * product of the factors that `by` names: the input `salary` (money), `months` (a count), `rating` (a
 * ratio). Divide the fund of a profit share, see `parseFunding`, with `dividePool`.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const plan = parseProfitSharing({ id: 'share', currency: 'CNY', ties: 'id', by: ['salary', 'months'] })
 * dividePool(plan, { fund: '900.00', members: [{ id: 'li', figures: { salary: '5000', months: 12 } }, { id: 'wu', figures: { salary: '5000', months: 6 } }] }).shares[0]?.amount //=> '600.00'
 */
export function parseProfitSharing(json: unknown): Pool {
  const { by, floor, cap, ...policy } = parseProfitSharingPolicy(json)
  const amount = (value: string) => constant(value, money(policy.currency))
  return parsePool({
    ...policy,
    levels: [
      {
        level: 'person',
        weight: multiply(...by.map((factor) => factorOf(factor, policy))),
        ...(floor !== undefined && { floor: amount(floor) }),
        ...(cap !== undefined && { cap: amount(cap) }),
      },
    ],
  })
}

function factorOf(
  factor: ProfitSharingPolicy['by'][number],
  { currency }: Pick<ProfitSharingPolicy, 'currency'>,
): Expression {
  switch (factor) {
    case 'salary':
      return input(factor, money(currency), minorUnits(currency), { en: 'Salary', 'zh-CN': '工资' })
    case 'months':
      return input(factor, 'count', factorScale, { en: 'Months served', 'zh-CN': '服务月数' })
    case 'rating':
      return input(factor, 'ratio', factorScale, {
        en: 'Rating coefficient',
        'zh-CN': '考核系数',
      })
  }
}

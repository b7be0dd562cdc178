import {
  atLeast,
  check,
  constant,
  divide,
  type Expression,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  step,
  when,
} from '../formula/index.js'
import { minorUnits, money, total, type Unit } from '../quantity/index.js'
import { clawbackOf, type Leaver, monthsServed } from './clawback.js'
import {
  type GrantPolicy,
  type LeaverPart,
  parseGrantPolicy,
  type Vesting,
} from './grant-schema.js'

/** A bonus that vests: the policy as it was written, and the formulas it means. */
export interface Grant {
  readonly id: string
  readonly policy: GrantPolicy
  /** What is vested by months served. Reads `granted` and `service.months`. */
  readonly vested: Formula
  /** What a leaver has in all, vested or kept on leaving, by kind of leaver. Reads the same. */
  readonly kept: Readonly<Record<Leaver, Formula>>
  /** What a leaver pays back; none where the policy has no clawback. See `clawbackOf`. */
  readonly clawback?: Readonly<Record<Leaver, Formula>>
  /** The months after which something vests, ascending. */
  readonly steps: readonly number[]
}

/** A step of a schedule: from so many months on, `vested` parts of `of` are vested. */
interface ScheduleStep {
  readonly months: number
  readonly vested: string
}

/**
 * A sign-on, retention or deferred bonus, from untrusted JSON. What is vested never falls with time,
 * and is all of the grant at the end; until then it is rounded down to the minor unit.
 *
 * - `cliff`: all of it after `months`; 0 for a bonus that is paid at once.
 * - `graded`: the same part each `every` months, over `months`; nothing before the `cliff`.
 * - `tranches`: the `share` of each after its `months`; shares add up to exactly 1.
 *
 * A leaver keeps of the unvested what `leaving` says: `all`, `none`, or by months served over those
 * of the whole schedule (`pro-rata`), never less than what is vested. Of the vested, `clawback` says
 * what is paid back within its months.
 *
 * Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * const grant = parseGrant({ id: 'stay', kind: 'retention', currency: 'CNY', vesting: { kind: 'graded', months: 24, every: 6, cliff: 12 }, leaving: { good: 'pro-rata', bad: 'none' } })
 * evaluate(grant.vested, { granted: '48000.00', 'service.months': 12 }).value //=> '24000.00'
 */
export function parseGrant(json: unknown): Grant {
  const policy = parseGrantPolicy(json)
  const { steps, of } = scheduleOf(policy.vesting)
  const vested = vestedOf(policy, steps, of)
  const last = steps.at(-1)?.months as number
  const kept = (leaver: Leaver) =>
    check(
      named(
        { en: 'Kept on leaving', 'zh-CN': '离职时保留' },
        keptOf(policy, policy.leaving[leaver], vested, last),
        policy.clause,
      ),
    )
  return Object.freeze({
    id: policy.id,
    policy,
    vested: check(vested),
    kept: { good: kept('good'), bad: kept('bad') },
    ...(policy.clawback && { clawback: clawbackOf(policy.clawback, policy.currency) }),
    steps: steps.map(({ months }) => months),
  })
}

function scheduleOf(vesting: Vesting): {
  readonly steps: readonly ScheduleStep[]
  readonly of: string
} {
  if (vesting.kind === 'cliff') return { steps: [{ months: vesting.months, vested: '1' }], of: '1' }
  if (vesting.kind === 'tranches') {
    const shares = vesting.tranches.map(({ share }) => share)
    const steps = vesting.tranches.map(({ months }, i) => ({
      months,
      vested: total(shares.slice(0, i + 1), 0),
    }))
    return { steps, of: '1' }
  }
  const { months, every, cliff = 0 } = vesting
  const parts = months / every
  const ends = Array.from({ length: parts }, (_, i) => (i + 1) * every)
  // The cliff pays what the steps before it have built up; it need not lie on a step.
  const late = ends.some((end) => end < cliff) && !ends.includes(cliff) ? [cliff] : []
  const starts = [...late, ...ends.filter((end) => end >= cliff)]
  return {
    steps: starts.map((start) => ({
      months: start,
      vested: String(ends.filter((end) => end <= start).length),
    })),
    of: String(parts),
  }
}

/**
 * What a grant is counted in: money to the minor unit, or whole units. Units by a count would be a ratio, so
 * they are divided by ratios.
 */
export function grantedIn({
  currency,
  in: units,
}: Pick<GrantPolicy, 'currency' | 'in'>): readonly [unit: Unit, places: number] {
  return units === undefined ? [money(currency), minorUnits(currency)] : ['count', 0]
}

function granted(policy: GrantPolicy): Expression {
  const label =
    policy.in === undefined
      ? { en: 'Granted', 'zh-CN': '授予金额' }
      : { en: 'Units granted', 'zh-CN': '授予份额' }
  return input('granted', ...grantedIn(policy), label)
}

function vestedOf(policy: GrantPolicy, steps: readonly ScheduleStep[], of: string): Expression {
  const [, places] = grantedIn(policy)
  const bands = steps.map(({ months, vested }) => ({ from: String(months), value: vested }))
  const label =
    of === '1'
      ? { en: 'Part vested', 'zh-CN': '已归属比例' }
      : { en: `Steps vested of ${of}`, 'zh-CN': `已归属期数（共 ${of} 期）` }
  const unit = of === '1' ? 'ratio' : 'count'
  const part = named(label, step(monthsServed(), [{ value: '0' }, ...bands], unit))
  const whole = constant(of, policy.in === undefined ? unit : 'ratio')
  const earned = divide(multiply(granted(policy), part), whole, { places, rounding: 'down' })
  return named(policy.label ?? { en: 'Vested', 'zh-CN': '已归属' }, earned, policy.clause)
}

function keptOf(
  policy: GrantPolicy,
  part: LeaverPart,
  vested: Expression,
  last: number,
): Expression {
  // What vests at once has no months to be a part of.
  if (part === 'none' || last === 0) return vested
  if (part === 'all')
    return when(atLeast(monthsServed(), constant('0', 'count')), granted(policy), vested)
  const whole = constant(String(last), 'count')
  const served = minimum(whole, maximum(monthsServed(), constant('0', 'count')))
  const all = policy.in === undefined ? whole : constant(String(last))
  const byMonths = divide(multiply(granted(policy), served), all, {
    places: grantedIn(policy)[1],
    rounding: 'down',
  })
  return maximum(vested, named({ en: 'By months served', 'zh-CN': '按服务月数' }, byMonths))
}

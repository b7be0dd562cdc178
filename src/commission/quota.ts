import type { Proration } from '../calendar/index.js'
import {
  check,
  constant,
  type Evaluation,
  type Expression,
  evaluate,
  type Formula,
  input,
  multiply,
  named,
  prorated,
  prorationInputs,
  round,
  step,
} from '../formula/index.js'
import { at, fail, problemsOf, refuse, under } from '../problem/index.js'
import { decimal, minorUnits, money, type NumericInput } from '../quantity/index.js'
import { aboutQuota, quotaNotAbove } from './problems.js'
import { parseQuotaPolicy, type QuotaPolicy } from './target-schema.js'

/** A quota policy and its formula. */
export interface Quota {
  readonly policy: QuotaPolicy
  /** Reads `whole_quota`, and `proration.numerator` and `.denominator`, `periods_since_joining`. */
  readonly formula: Formula
}

/**
 * A quota policy from untrusted JSON. Throws a `PolicyError` with every problem and its path.
 *
 * @example
 * parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: true, ramp: ['0.5', '0.75'] }).policy.prorated //=> true
 */
export function parseQuota(json: unknown): Quota {
  const policy = parseQuotaPolicy(json)
  return Object.freeze({ policy, formula: check(quotaOf(policy)) })
}

/**
 * A person's quota for a period: the whole one, times the part of it that is asked, times the ramp's part
 * for the periods since joining (1 for the first), times the paid part of the period; rounded once, to the minor unit. Give what the
 * policy reads alone: a proration where it is prorated, the periods since joining where it ramps.
 * `person` is for problems, whose path then begins with `people.<person>`.
 *
 * Throws a `PolicyError` for what the policy reads and is not given, and the other way about; and for a
 * quota of zero or less, whole or cut, as of who is away all period: any sale, and none, would reach it.
 *
 * @example
 * quotaFor(parseQuota({ currency: 'CNY', rounding: 'half-up', prorated: false, ramp: ['0.5'] }), { quota: '90000.00', periodsSinceJoining: 1 }).value //=> '45000.00'
 */
export function quotaFor(
  { formula }: Quota,
  given: {
    readonly quota: NumericInput
    readonly proration?: Pick<Proration, 'numerator' | 'denominator'>
    readonly periodsSinceJoining?: number
    readonly person?: string
  },
): Evaluation {
  const { quota, proration, periodsSinceJoining, person } = given
  const inputs = {
    whole_quota: quota,
    ...(proration && prorationInputs(proration)),
    ...(periodsSinceJoining !== undefined && { periods_since_joining: periodsSinceJoining }),
  }
  const results: Evaluation[] = []
  const problems = problemsOf(() => {
    const cut = evaluate(formula, inputs)
    if (!decimal(cut.value).greaterThan(0)) fail(quotaNotAbove('quota', cut.value))
    results.push(cut)
  }).map(aboutQuota)
  refuse(person === undefined ? problems : under(at('people', person), problems))
  return results[0] as Evaluation
}

function quotaOf({
  currency,
  rounding,
  prorated: isProrated,
  part,
  ramp,
  label,
  clause,
}: QuotaPolicy): Expression {
  const rule = { places: minorUnits(currency), rounding }
  const whole = { en: 'Whole quota', 'zh-CN': '整期目标' }
  const quota = input('whole_quota', money(currency), minorUnits(currency), whole, '0')
  const parts = [
    ...(part === undefined ? [] : [named(partLabel, constant(part))]),
    ...(ramp === undefined ? [] : [rampPart(ramp)]),
  ]
  const ramped = parts.length === 0 ? quota : multiply(quota, ...parts)
  const cut = isProrated ? prorated(ramped, { currency, rounding }) : round(ramped, rule)
  return named(label ?? { en: 'Quota', 'zh-CN': '业绩目标' }, cut, clause)
}

const partLabel = { en: 'Part that is asked', 'zh-CN': '下达比例' }

/** The part of the quota in the first, second, … period; all of it after the last. */
function rampPart(ramp: readonly string[]): Expression {
  const since = { en: 'Periods since joining', 'zh-CN': '入职期数' }
  const bands = [...ramp, '1'].map((value, i) => ({ ...(i > 0 && { from: String(i + 1) }), value }))
  return named(
    { en: 'Ramp', 'zh-CN': '爬坡比例' },
    step(input('periods_since_joining', 'count', 0, since), bands),
  )
}

import { add, constant, divide, type Expression } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { type Component, component, type Source, service, type Writing } from '../pay/index.js'
import { prorationSources, sourcesOf } from '../pay/internal.js'
import { parseQuota } from './quota.js'
import type { QuotaPolicy } from './target-schema.js'

/** A quota, and what it reads. */
export interface QuotaTerms {
  readonly quota: QuotaPolicy
  /**
   * Where inputs come from: `whole_quota` is the attribute that is called like the policy unless said. A
   * quota that is rolled up reads those of who is below.
   */
  readonly reads?: Readonly<Record<string, Source>> | undefined
  /** The attribute that is the day of joining, where the quota ramps; `hired` unless said. */
  readonly hired?: string | undefined
  /** How many months the period has, where the quota ramps; 1 unless said. */
  readonly months?: number | undefined
}

/**
 * A quota as a component of the person, without a line: its formula as `parseQuota` has it, rounded once, to
 * the currency's minor unit, for plans that read it. It is prorated by the paid days of the period, and
 * ramps by the periods since joining, the one of the day `hired` being the first. One of zero, as of who is
 * away all period, is what the plan's `quotaOfZero` says.
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const quota = { currency: 'CNY', rounding: 'half-up', prorated: true } as const
 * quotaComponents({ quota }, { id: 'quota', currency: 'CNY' })[0]?.reads['whole_quota'] //=> { from: 'attribute', name: 'quota' }
 */
export function quotaComponents(
  { quota, reads = {}, hired = 'hired', months = 1 }: QuotaTerms,
  about: Writing,
): readonly Component[] {
  const { policy, formula } = parseQuota(quota)
  const { id, eligible } = about
  const { label, clause } = policy
  const ramped = withInputs(formula.expression, (input) =>
    input.name === 'periods_since_joining' ? periodsSince(hired, months) : input,
  )
  const own = { whole_quota: { from: 'attribute', name: id }, ...prorationSources(about) } as const
  const { [monthsServed.input]: _, ...usual } = sourcesOf(ramped, own)
  return [component(id, { label, clause, eligible, reads: { ...usual, ...reads } }, ramped)]
}

const monthsServed = {
  unit: 'count',
  full: 'day',
  input: 'service.months',
  label: { en: 'Full months since joining', 'zh-CN': '入职满月数' },
} as const

/** Which period since joining this one is, 1 for the one of the day itself. */
function periodsSince(hired: string, months: number): Expression {
  const served = service('months', hired, monthsServed)
  const full =
    months === 1
      ? served
      : divide(served, constant(String(months)), { places: 0, rounding: 'floor' })
  return add(full, constant('1', 'count'))
}

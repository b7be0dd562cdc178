import {
  above,
  constant,
  type Expression,
  type Formula,
  named,
  subtract,
  when,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import {
  type Component,
  component,
  records,
  service,
  type Where,
  type Writing,
} from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { money } from '../quantity/index.js'
import type { Leaver } from './clawback.js'
import { comeToSince, totalLabel } from './come-to.js'
import type { ReferralPolicy } from './grant-schema.js'
import { parseReferral, type Referral } from './referral.js'

/** A referral bonus, and where referrals are told. */
export interface ReferralTerms {
  readonly referral: ReferralPolicy
  /**
   * The table of what happens to those who were referred: each row has its day, the `person` who referred,
   * who is `referred`, and an `event`: `hired`, or `left` with the `leaver`, `good` or `bad`. Called like the
   * policy unless said.
   */
  readonly table?: string | undefined
  /** The event that pays, and from which months are counted, such as a first sale; `hired` unless said. */
  readonly event?: string | undefined
}

/**
 * A referral bonus as components of who referred. Each part is due in the period that holds its day, as long as
 * both are employed; what is paid back, in the period in which the referred leaves. A leaver keeps what was
 * paid, and pays nothing back for who leaves later.
 *
 * - `id.total`: what each referral has come to by the end of the period, less what is paid back.
 * - `id`: what that is more than before, due.
 *
 * Throws a `PolicyError` with every problem of the policy.
 *
 * @example
 * const referral = { id: 'refer', currency: 'CNY', onHire: '1000', afterProbation: { months: 3, amount: '2000' } } as const
 * referralComponents({ referral }, { id: 'refer', currency: 'CNY' }).map(({ component }) => component)
 * //=> ['refer.total', 'refer']
 */
export function referralComponents(
  { referral: policy, event = 'hired', ...terms }: ReferralTerms,
  { id, eligible, retro }: Writing,
): readonly Component[] {
  const referral = parseReferral(policy)
  const { currency, label = referralLabel, clause } = referral.policy
  const { table = id } = terms
  const own = { eligible }
  const each = { record: table, by: 'referred', over: { since: 'ever' } } as const
  return [
    component(`${id}.total`, { ...own, each }, named(totalLabel, totalOf(referral, table, event))),
    component(
      id,
      { ...own, pays: 'due', label, clause, retro },
      named(label, comeToSince(id, currency), clause),
    ),
  ]
}

const referralLabel = { en: 'Referral bonus', 'zh-CN': '内推奖' }
const monthsLabel = { en: 'Months served', 'zh-CN': '已服务月数' }
const begunLabel = { en: 'Has happened', 'zh-CN': '已发生' }
const goneLabel = {
  good: { en: 'Has left, by no fault', 'zh-CN': '已离职（非过错）' },
  bad: { en: 'Has left, by fault or choice', 'zh-CN': '已离职（过错或自愿）' },
} as const

/** What the referral of one person has come to by the months that they have served. */
function totalOf(
  { policy, formula, clawback }: Referral,
  table: string,
  event: string,
): Expression {
  const counted = { unit: 'count', missing: '0', label: monthsLabel } as const
  const since = { first: { event: [event] } }
  const now = service('months', since, {
    ...counted,
    full: 'day',
    until: { end: 'period' },
    input: 'months',
  })
  const until = { last: { event: ['left'] } }
  const served = service('months', since, { ...counted, until, input: 'served' })
  const of = ({ expression }: Formula, months: Expression): Expression =>
    withInputs(expression, ({ name }) => (name === 'paid' ? of(formula, months) : months))
  const left = (leaver: Leaver) =>
    clawback === undefined
      ? of(formula, served)
      : subtract(of(formula, served), of(clawback[leaver], served))
  const happened = (input: string, where: Where, label: Label) => {
    const told = { where, same: ['referred'], over: { since: 'ever' }, input, label } as const
    return above(records(table, 'count', told), constant('0', 'count'))
  }
  const gone = (leaver: Leaver) =>
    happened(leaver, { event: ['left'], leaver: [leaver] }, goneLabel[leaver])
  const total = when(gone('bad'), left('bad'), when(gone('good'), left('good'), of(formula, now)))
  // Of an event that is still to come nothing is due, whatever is known of it.
  const begun = happened('begun', { event: [event] }, begunLabel)
  return when(begun, total, constant('0', money(policy.currency)))
}

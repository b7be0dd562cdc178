import {
  above,
  constant,
  type Expression,
  equals,
  type Formula,
  named,
  subtract,
  when,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import {
  amount,
  attribute,
  type Component,
  component,
  matching,
  member,
  service,
  type Writing,
} from '../pay/index.js'
import { refuse } from '../problem/index.js'
import type { Leaver } from './clawback.js'
import { totalLabel } from './come-to.js'
import { furtherProblems, paidOf } from './grant-further.js'
import type { GrantPolicy } from './grant-schema.js'
import type { Further } from './grant-sheet.js'
import { type Grant, grantedIn, parseGrant } from './vesting.js'

/** How grants vest, and where they are told. */
export interface GrantTerms extends Further {
  readonly grant: GrantPolicy
  /** The table of grants: each row has its day, its person and an `amount`, or `units`. Called like the policy unless said. */
  readonly table?: string | undefined
  /** The member of a row that is the day from which it vests, which may be earlier; the row's own day unless said. */
  readonly since?: string | undefined
  /** The attribute that says, from the last day on, how somebody leaves: `good` or `bad`; `leaving` unless said. */
  readonly leaving?: string | undefined
}

/**
 * Grants that vest as components of the person: sign-on, retention, deferred. What vests is due in the period
 * that holds its day; what vested before the grant was made, with the grant.
 *
 * - `id.leaving`: 2 for a bad leaver, 1 for a good one, 0 for who stays.
 * - `id.total`: what all grants have come to, each by its own months; of a leaver with what the policy lets
 *   them keep, less what they pay back.
 * - `id`: what that is more than before, due. It may be below zero in the period of leaving.
 *
 * What vests in a period may depend on more than time, and then each grant has a step between:
 *
 * - `id.vesting`: what of each grant time lets vest in the period.
 * - `id.vested`: that, times the `performance` of the period, less a `malus` of it, rounded down.
 *
 * Of a grant in units all this is whole units, which are no money and have no line. `id` is the worth of those
 * that are paid in cash, at the price of the period in which they vest:
 *
 * - `id.shares`: the part of them that is delivered as shares, rounded down, and paid by no line.
 * - `id.equivalents`: what a unit has had in dividends since the grant, for each unit that vests.
 *
 * Who leaves and of whom nothing says how, has what has vested. Who is hired again serves on. Throws a
 * `PolicyError` with every problem of the policy.
 *
 * @example
 * const grant = { id: 'stay', kind: 'retention', currency: 'CNY', vesting: { kind: 'cliff', months: 12 }, leaving: { good: 'pro-rata', bad: 'none' } } as const
 * grantComponents({ grant }, { id: 'stay', currency: 'CNY' }).map(({ component }) => component)
 * //=> ['stay.leaving', 'stay.total', 'stay']
 */
export function grantComponents(
  { grant: policy, since = 'on', leaving = 'leaving', ...terms }: GrantTerms,
  { id, eligible, retro }: Writing,
): readonly Component[] {
  const grant = parseGrant(policy)
  refuse(furtherProblems(grant.policy, terms))
  const { label = grantLabel, clause } = grant.policy
  const { table = id } = terms
  const own = { eligible }
  const how = matching(
    attribute(leaving, { missing: 'no' }),
    { good: constant('1', 'count'), bad: constant('2', 'count') },
    nobody,
  )
  const each = { record: table, over: { since: 'ever' } } as const
  const sheet = { id, policy: grant.policy, terms, own, each }
  const { formula, components } = paidOf(sheet)
  return [
    component(`${id}.leaving`, { ...own, mayRead: { [leaving]: why } }, named(leavingLabel, how)),
    component(`${id}.total`, { ...own, each }, named(totalLabel, totalOf(grant, id, since))),
    ...components,
    component(id, { ...own, pays: 'due', label, clause, retro }, named(label, formula, clause)),
  ]
}

const nobody = constant('0', 'count')

/** Why who is equal otherwise may have another part of a grant. */
const why = 'The policy lets good and bad leavers keep different parts'

const grantLabel = { en: 'Grant', 'zh-CN': '授予奖金' }
const leavingLabel = { en: 'How somebody leaves', 'zh-CN': '离职情形' }
const keptLabel = { en: 'Kept, less what is paid back', 'zh-CN': '保留额减应退还额' }

/** What a grant has come to: what has vested, or what a leaver keeps less what is paid back. */
function totalOf({ policy, vested, kept, clawback }: Grant, id: string, since: string): Expression {
  const granted = member(policy.in ?? 'amount', ...grantedIn(policy), { label: grantedLabel })
  const months = (full: 'day' | undefined) =>
    service('months', since, {
      unit: 'count',
      until: { end: 'period' },
      label: monthsLabel,
      ...(full === undefined ? { input: 'served' } : { full, input: 'months' }),
    })
  const of = ({ expression }: Formula, served: Expression): Expression =>
    withInputs(expression, ({ name }) => {
      if (name === 'granted') return granted
      return name === 'paid' ? of(vested, served) : served
    })
  // The last day of who leaves is counted.
  const served = months(undefined)
  const left = (leaver: Leaver) => {
    const has = of(kept[leaver], served)
    return named(
      keptLabel,
      clawback === undefined ? has : subtract(has, of(clawback[leaver], served)),
    )
  }
  const leaving = amount(`${id}.leaving`, 'count', 0, { label: leavingLabel })
  const gone = when(equals(leaving, constant('2', 'count')), left('bad'), left('good'))
  return when(above(leaving, nobody), gone, of(vested, months('day')))
}

const grantedLabel = { en: 'Amount granted', 'zh-CN': '授予金额' }
const monthsLabel = { en: 'Months served', 'zh-CN': '已服务月数' }

import { add, constant, type Expression, named, subtract } from '../formula/index.js'
import { amount, type Component, component, matching, member, type Since } from '../pay/index.js'
import { type Label, refuse } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { carriedComponents, carryProblems } from './carried-components.js'
import { dealsComponent, listed, listedComponents } from './deal-components.js'
import { heldComponents } from './held-components.js'
import { parsePlan } from './plan.js'
import {
  askedBy,
  dueBy,
  earnedName,
  earnedToDate,
  type PlanWriting,
  partName,
  type Reader,
  readFrom,
  spanOf,
  whereOf,
} from './plan-reads.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { sinceOf } from './spans.js'

/**
 * The components by which a commission plan pays from the credits of deals. The one that pays is called
 * like `id`; what it is made of is called `id.part`, without lines of its own. The plan's formula stays as
 * it is; its inputs have sources: measures are sums of the credits, KPIs and quotas figures by their names.
 *
 * - Days on which a plan pays somebody are those of `eligible` and of their employment: a floor, a kicker or
 *   a gate begins and ends with them. What happens later to a deal that was made within them counts in
 *   their last period.
 * - What is taken back counts where the table of credits says, by the `takeBacks` of its crediting.
 * - `measuring` from an earlier day on (`year-to-date`, `quarter-to-date`, since a date) pays what the formula
 *   says of that span by now, less what was earned in it before; so the span follows a version that begins
 *   within it. A date of each person is one on which a period begins.
 * - `per: 'deal'` works out what each deal comes to over its whole life (`id.deals`), by the figures and terms of
 *   the period in which its records count; `dealFloor` and `dealCap` bound that.
 * - `deals: 'listed'` writes what each deal brings (`id.deals`), and what that leaves of the plan (`id.all`).
 * - `holdback` follows each deal: of its part of the commission (`id.parts`), the share waits until the deal is
 *   collected (`id.held`). A deal's part is what its records bring, in the order in which they count; with a
 *   plan that pays deals it is in proportion to what they earn. A floor and what conditions pay without a sale wait for
 *   nothing.
 * - `carry` lets what is sold beyond a part of the quota count in the next period (`id.counted`, `id.carried`).
 * - Tiers of categories without `otherwise` are withheld from who has a deal of another category.
 *
 * Amounts have the places of the currency, rounded once, as the plan says. Throws a `PolicyError` with every
 * problem of the plan.
 *
 * @example
 * const policy = { id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' }, tiers: { kind: 'flat', rate: '0.02' } } as const
 * planComponents(policy, { id: 'commission', currency: 'CNY' })[0]?.reads
 * //=> { sales: { from: 'records', of: 'credits', as: 'sum', value: 'sales' } }
 */
export function planComponents(policy: PlanPolicy, about: PlanWriting): readonly Component[] {
  const plan = parsePlan(policy)
  const { id, table = 'credits', places = minorUnits(plan.policy.currency) + 4, eligible } = about
  const { carry } = about
  if (carry !== undefined) refuse(carryProblems(plan.policy, carry))
  const reader: Reader = { plan, id, table, places, retro: about.retro, carry }
  const common = {
    period: plan.policy.period,
    ...(eligible !== undefined && { eligible }),
  }
  const written = [
    ...(carry === undefined ? [] : carriedComponents(reader, carry)),
    ...(plan.deal === undefined ? [] : [dealsComponent(reader, plan.deal.expression)]),
    ...unlistedComponents(reader),
    ...earnedComponents(reader),
    ...(plan.policy.holdback === undefined ? [] : heldComponents(reader, plan.policy.holdback)),
  ]
  return readInstead(written, about.reads).map((each) => ({ ...each, ...common }))
}

/**
 * Figures of which the policy says another source. One that the plan does not read stays with what pays, so
 * that the book tells it as a source of no input.
 */
function readInstead(
  written: readonly Component[],
  reads: Component['reads'] = {},
): readonly Component[] {
  const isFigure = (of: Component, name: string) => of.reads[name]?.from === 'figure'
  const last = written.length - 1
  return written.map((each, i) => {
    const own = Object.entries(reads).filter(
      ([name]) => isFigure(each, name) || (i === last && !written.some((of) => isFigure(of, name))),
    )
    return own.length === 0
      ? each
      : { ...each, reads: { ...each.reads, ...Object.fromEntries(own) } }
  })
}

/** What the plan earns in a period: its formula, of the year to date less what was earned before. */
function earnedComponents(reader: Reader): readonly Component[] {
  const { plan } = reader
  const { clause, deals, holdback, measuring } = plan.policy
  const label = plan.policy.label ?? { en: 'Commission', 'zh-CN': '提成' }
  const read = readFrom(reader, plan.formula.expression)
  const others = unlistedOf(reader)
  const all = others === undefined ? read : add(read, others)
  const since = sinceOf(measuring)
  const earned =
    since === undefined ? all : subtract(all, earnedToDate(reader, earnedBefore(since), since))
  const whole = earned === read ? read : named(label, earned, clause)
  // With a holdback another component pays, and this one says what a share is held back of.
  const pays = (told: Expression, of: Expression) =>
    holdback === undefined
      ? component(reader.id, dueBy(reader), told)
      : component(
          earnedName(reader),
          {},
          named({ en: 'Commission earned', 'zh-CN': '已得提成' }, of),
        )
  if (deals === undefined) return [pays(whole, earned)]
  const list = listed(reader, label)
  return [
    component(partName(reader, 'all'), {}, whole),
    ...listedComponents(reader),
    pays(named(label, list, clause), list),
  ]
}

function earnedBefore(since: Since): Label {
  if (since === 'year') return { en: 'Earned this year before', 'zh-CN': '本年此前已得' }
  if (since === 'quarter') return { en: 'Earned this quarter before', 'zh-CN': '本季此前已得' }
  return { en: 'Earned before in this span', 'zh-CN': '本周期此前已得' }
}

/** Where categories have no rate `otherwise`: fails for each that has none, and is nothing. */
function unlistedComponents(reader: Reader): readonly Component[] {
  const { measure, currency } = reader.plan.policy
  const tiers = listedAlone(reader)
  if (tiers === undefined) return []
  const nothing = constant('0', money(currency))
  const rates = Object.fromEntries(Object.keys(tiers.rates).map((category) => [category, nothing]))
  const { by } = tiers
  return [
    component(
      partName(reader, 'unlisted'),
      { each: { record: reader.table, by, ...askedBy(whereOf(measure)) } },
      named(unlisted, matching(member(by, { input: 'category' }), rates)),
    ),
  ]
}

const unlisted: Label = { en: 'Without a rate', 'zh-CN': '无费率' }

function unlistedOf(reader: Reader): Expression | undefined {
  const { currency, measuring } = reader.plan.policy
  if (listedAlone(reader) === undefined) return undefined
  return amount(partName(reader, 'unlisted'), money(currency), minorUnits(currency), {
    label: unlisted,
    over: spanOf({ span: measuring }),
  })
}

/** Tiers of the categories that are listed, and of no other. */
function listedAlone({ plan: { policy } }: Reader) {
  const { tiers } = policy
  return tiers.kind === 'category' && tiers.otherwise === undefined ? tiers : undefined
}

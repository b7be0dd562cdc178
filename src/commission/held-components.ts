import {
  above,
  any,
  constant,
  divide,
  type Expression,
  multiply,
  named,
  subtract,
  when,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { amount, type Component, component } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { byDeal } from './by-deal.js'
import { heldOf } from './holdback.js'
import { measureName, measuresOf } from './plan-inputs.js'
import {
  dueBy,
  eachOf,
  earnedName,
  linkedPart,
  partName,
  type Reader,
  readFrom,
  spanOf,
  sumOf,
  type Through,
} from './plan-reads.js'
import type { PlanPolicy } from './plan-shape-schema.js'

/**
 * What a plan pays where a share of each deal's commission waits until the deal is collected: what is earned,
 * less what is held back of it by now and was not before. Where a deal is collected, what was held is paid.
 */
export function heldComponents(
  reader: Reader,
  holdback: NonNullable<PlanPolicy['holdback']>,
): readonly Component[] {
  const { policy } = reader.plan
  const { label = { en: 'Commission', 'zh-CN': '提成' }, clause } = policy
  const due = subtract(
    amountOf(reader, earnedName(reader)),
    amountOf(reader, partName(reader, 'held')),
  )
  return [
    ...(byDeal(policy) === undefined ? partsInOrder(reader) : partsOfDeals(reader)),
    heldComponent(reader, holdback),
    component(reader.id, dueBy(reader), named(label, due, clause)),
  ]
}

export const partLabel: Label = { en: 'Parts of deals', 'zh-CN': '各笔应占提成' }

function amountOf({ plan: { policy } }: Reader, name: string) {
  return amount(name, money(policy.currency), minorUnits(policy.currency))
}

/** What the plan is worth with a record, less what it is worth just before it: added up, what all are worth. */
export function partsInOrder(reader: Reader): readonly Component[] {
  const { expression } = reader.plan.formula
  const to = (through: Through) => readFrom(reader, expression, { through })
  return [
    ...linkedComponents(reader),
    component(
      partName(reader, 'parts'),
      { each: eachOf(reader) },
      named(partLabel, subtract(to('row'), to('before'))),
    ),
  ]
}

/** What conditions read beside the plan's measure, of the whole period: each record asks for it. */
function linkedComponents(reader: Reader): readonly Component[] {
  const [, ...linked] = measuresOf(reader.plan.policy)
  return linked.map((measure) => {
    const input = measureName(measure)
    const sum = sumOf(reader, measure, { input, label: measure.label, over: spanOf(measure) })
    return component(partName(reader, linkedPart(input)), {}, named(measure.label ?? input, sum))
  })
}

/** What the plan earns, in proportion to what each deal earns by itself; of deals that earn nothing, nothing. */
function partsOfDeals(reader: Reader): readonly Component[] {
  const { currency, rounding = 'half-up' } = reader.plan.policy
  const places = minorUnits(currency)
  const nothing = constant('0', money(currency))
  const [earned, deal] = [earnedName(reader), partName(reader, 'deals')].map((name) =>
    amountOf(reader, name),
  ) as [Expression, Expression]
  const together = partName(reader, 'together')
  const all = amountOf(reader, together)
  const bare = divide(deal, constant('1', money(currency)), { places, rounding: 'half-up' })
  const whole = divide(all, constant('1', money(currency)), { places, rounding: 'half-up' })
  const part = divide(multiply(earned, bare), whole, { places, rounding })
  return [
    component(together, {}, named({ en: 'All deals', 'zh-CN': '全部单笔' }, deal)),
    component(
      partName(reader, 'parts'),
      { each: { ...eachOf(reader), by: 'deal' } },
      named(partLabel, when(any(above(all, nothing), above(nothing, all)), part, nothing)),
    ),
  ]
}

/** What is held back of each deal: by what it has come to, less what it had come to before. */
function heldComponent(reader: Reader, holdback: NonNullable<PlanPolicy['holdback']>): Component {
  const { policy } = reader.plan
  const held = heldOf(policy, holdback)
  const to = (through: Through) =>
    withInputs(held, ({ name, label }) =>
      ofDeal(reader, name as keyof typeof members, label, through),
    )
  return component(
    partName(reader, 'held'),
    { each: { ...eachOf(reader), by: 'deal' } },
    named(
      holdback.label ?? { en: 'Held back until collection', 'zh-CN': '回款前暂扣' },
      subtract(to('row'), to('before')),
      holdback.clause,
    ),
  )
}

/** What the inputs of a holdback are sums of; `earned` is the deal's part of the commission. */
const members = { earned: undefined, sold: 'sales', collected: 'collections' } as const

/** What a deal has come to in its life so far. */
function ofDeal(
  reader: Reader,
  name: keyof typeof members,
  label: Label | undefined,
  through: Through,
): Expression {
  const { currency, measure } = reader.plan.policy
  const value = members[name]
  const common = {
    same: ['deal'],
    over: { since: 'ever', through },
    input: `${name}.${through}`,
    label,
  } as const
  if (value === undefined)
    return amount(partName(reader, 'parts'), money(currency), minorUnits(currency), common)
  return sumOf(reader, { sum: value, where: measure.where }, common)
}

import {
  above,
  add,
  all,
  any,
  atLeast,
  check,
  constant,
  divide,
  type Expression,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { amount, type Component, component, type Where, type Writing } from '../pay/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { parseSpiff, type Spiff } from './contest-schema.js'
import { bare, creditsBetween, soldIn, unitsIn } from './credits-read.js'
import type { Through } from './plan-reads.js'

/** A SPIFF, and where its deals come from. */
export interface SpiffTerms {
  readonly spiff: Spiff
  /** The table of credits that `creditDeals` makes: `credits` unless said. */
  readonly table?: string | undefined
}

/**
 * A SPIFF as components, of the deals whose credits count between its dates.
 *
 * - `id.deals`, of the company: what each deal earns, once for all who share it. It must be worth more than
 *   zero and at least `minimum`, net of what was taken back of it by the end of the period; where that
 *   changes in a later period, that period has the difference.
 * - `id.earned`: a person's part of each deal, by what they are credited for of it.
 * - `id`: what is paid, due, to the minor unit. Parts of a deal add up to what it earns. With a `budget`, deals
 *   use it up in the order in which they count: the deal that meets its end gets the rest, later ones
 *   nothing; where a deal falls through, those after it move up. `id.all`, of the company, is what was
 *   earned in a period.
 *
 * A shared deal is paid to those for whom the policy is; others' parts are paid to nobody. Of a figure, a
 * part of the minor unit is rounded half up, for each deal and person. Throws a `PolicyError` with every
 * problem of the policy.
 *
 * @example
 * const spiff = { id: 'launch', currency: 'CNY', from: '2026-03-01', to: '2026-03-31', credit: 'direct', pays: '50', per: 'deal' } as const
 * spiffComponents({ spiff }, { id: 'launch', currency: 'CNY' }).map(({ component }) => component)
 * //=> ['launch.deals', 'launch.earned', 'launch']
 */
export function spiffComponents(
  { spiff: policy, table = 'credits' }: SpiffTerms,
  { id, eligible, retro }: Writing,
): readonly Component[] {
  const spiff = parseSpiff(policy)
  const reader: Reader = { id, spiff, table, where: creditsBetween(spiff) }
  const { label = spiffLabel, clause, budget } = spiff
  const deal = { each: { record: table, by: 'deal', where: reader.where } } as const
  const own = { ...deal, eligible }
  const deals = component(`${id}.deals`, { ...deal, of: 'company' }, dealsOf(reader))
  const earned = component(`${id}.earned`, own, partOf(reader, check(deals.formula).scale))
  const said = { ...own, pays: 'due', label, clause, retro } as const
  const paid = component(id, said, named(label, paidOf(reader), clause))
  return budget === undefined ? [deals, earned, paid] : [deals, earned, allOf(reader), paid]
}

const spiffLabel = { en: 'SPIFF', 'zh-CN': '专项激励' }
const dealLabel = { en: 'What the deal earns', 'zh-CN': '该笔成交可得' }
const worthLabel = { en: 'Worth of the deal', 'zh-CN': '成交金额' }
const unitsLabel = { en: 'Units of the deal', 'zh-CN': '成交件数' }
const partLabel = { en: 'Part of the deal', 'zh-CN': '该笔应占' }
const ownLabel = { en: 'Own part', 'zh-CN': '本人部分' }
const wholeLabel = { en: 'Of all who share it', 'zh-CN': '分享人合计' }
const allLabel = { en: 'Earned by all', 'zh-CN': '全体所得' }
const aheadLabel = { en: 'Earned by deals before it', 'zh-CN': '此前各笔所得' }
const earlierLabel = { en: 'Earned in earlier periods', 'zh-CN': '以前各期所得' }

/** More places than the minor unit has for parts of deals, so that they add up to what a deal earns. */
const partPlaces = 8

interface Reader {
  readonly id: string
  readonly spiff: Spiff
  readonly table: string
  readonly where: Where
}

/** What a deal has come to earn by now, less what it had before. */
function dealsOf(reader: Reader): Expression {
  return named(dealLabel, subtract(worth(reader, 'row'), worth(reader, 'before')))
}

function worth({ spiff, table, where }: Reader, through: Through): Expression {
  const { currency, pays, figure, minimum: least = '0' } = spiff
  const unit = money(currency)
  const none = constant('0', unit)
  const summed = { where, same: ['deal'], over: { since: 'ever', through } } as const
  const sold = soldIn(currency, table, { ...summed, input: `sales.${through}`, label: worthLabel })
  const each = constant(pays, unit)
  const earns =
    figure === undefined
      ? each
      : multiply(
          each,
          maximum(
            unitsIn(figure, table, { ...summed, input: `units.${through}`, label: unitsLabel }),
            constant('0', 'count'),
          ),
        )
  return when(all(above(sold, none), atLeast(sold, constant(least, unit))), earns, none)
}

/** A person's part of what a deal earns in the period, by what they are credited for of it. */
function partOf({ id, spiff, table, where }: Reader, scale: number): Expression {
  const { currency, figure } = spiff
  const unit = money(currency)
  const by = (input: string, label: typeof ownLabel, whose: 'own' | 'all') => {
    const summed = { where, same: ['deal'], input, label, whose }
    return figure === undefined
      ? bare(soldIn(currency, table, summed), currency)
      : unitsIn(figure, table, summed)
  }
  const nothing = constant('0', figure === undefined ? 'ratio' : 'count')
  const whole = by('whole', wholeLabel, 'all')
  const deal = amount(`${id}.deals`, unit, scale, { same: ['deal'], label: dealLabel })
  const rule = { places: placesOf(spiff), rounding: 'half-up' } as const
  const part = divide(multiply(deal, by('own', ownLabel, 'own')), whole, rule)
  const some = any(above(whole, nothing), above(nothing, whole))
  return named(partLabel, when(some, part, constant('0', unit)))
}

/** Of a fixed amount a deal more places than are paid; what is paid a unit is rounded once, for each deal. */
function placesOf({ currency, per }: Spiff): number {
  return minorUnits(currency) + (per === 'deal' ? partPlaces : 0)
}

/** What was earned in a period by all, whatever is left of the budget. */
function allOf({ id, spiff }: Reader): Component {
  const among = { group: 'company', as: 'sum' } as const
  const sum = amount(`${id}.earned`, money(spiff.currency), placesOf(spiff), { among })
  return component(`${id}.all`, { of: 'company' }, named(allLabel, sum))
}

/** What all deals earn up to this one, as far as the budget goes, less what they earn before it. */
function paidOf({ id, spiff }: Reader): Expression {
  const { currency, budget, per } = spiff
  const unit = money(currency)
  const places = minorUnits(currency)
  const part = amount(`${id}.earned`, unit, placesOf(spiff), { label: partLabel })
  if (budget === undefined && per === 'unit') return part
  const ahead = amount(`${id}.earned`, unit, placesOf(spiff), {
    among: { group: 'company', who: 'ahead', as: 'sum' },
    input: 'ahead',
    label: aheadLabel,
  })
  const upTo = (earned: Expression) => {
    const rounded = round(earned, { places, rounding: 'half-up' })
    return budget === undefined ? rounded : minimum(rounded, constant(budget, unit))
  }
  if (budget === undefined) return subtract(upTo(add(ahead, part)), upTo(ahead))
  const earlier = amount(`${id}.all`, unit, placesOf(spiff), {
    over: { since: 'ever', through: 'before' },
    label: earlierLabel,
  })
  return subtract(upTo(add(earlier, ahead, part)), upTo(add(earlier, ahead)))
}

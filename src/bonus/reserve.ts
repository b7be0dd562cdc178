import {
  above,
  check,
  constant,
  type Expression,
  type Formula,
  input,
  maximum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { type Currency, minorUnits, money, type Rounding } from '../quantity/index.js'
import type { FundingPolicy, ReservePolicy } from './pool-schema.js'

/** What a reserve takes and gives. */
export interface Reserve {
  /** What goes into it: its share of a gain; below zero, all of a loss. Reads `profit`. */
  readonly moved: Formula
  /** What is shared when it is paid out: the rate of what it holds, nothing where that is below zero. Reads `reserve`. */
  readonly shared: Formula
  /** In which of the book's rhythms it is paid out; never, unless said. */
  readonly paid?: string | undefined
}

/** The profit that counts, below zero where it is a loss: above an amount, where the policy says one. */
export function profitOf(currency: Currency, above: string | undefined): Expression {
  const unit = money(currency)
  const profit = input('profit', unit, minorUnits(currency), { en: 'Profit', 'zh-CN': '利润' })
  return above === undefined ? profit : subtract(profit, constant(above, unit))
}

interface Rounded {
  readonly places: number
  readonly rounding: Rounding
}

/** What a reserve keeps of a gain. */
function keptOf(gain: Expression, { share, label, clause }: ReservePolicy, by: Rounded) {
  const title = label ?? { en: 'Kept in reserve', 'zh-CN': '计提准备金' }
  return named(title, round(multiply(constant(share), gain), by), clause)
}

/** What a reserve leaves of a gain; of a loss nothing. */
export function leftOf(
  profit: Expression,
  nothing: Expression,
  reserve: ReservePolicy,
  by: Rounded,
): Expression {
  return when(above(profit, nothing), subtract(profit, keptOf(profit, reserve, by)), nothing)
}

/** The formulas of a reserve on a share of a profit. */
export function reserveOf(
  { currency, rounding, source }: FundingPolicy,
  reserve: ReservePolicy,
): Reserve {
  const by = { places: minorUnits(currency), rounding }
  const nothing = constant('0', money(currency))
  const { rate, above: from } = source as ProfitShare
  const profit = profitOf(currency, from)
  const held = input('reserve', money(currency), by.places, heldLabel)
  const moved = when(above(profit, nothing), keptOf(profit, reserve, by), profit)
  const shared = round(multiply(constant(rate), maximum(held, nothing)), by)
  return {
    moved: check(named(movedLabel, moved)),
    shared: check(named(sharedLabel, shared, reserve.clause)),
    ...(reserve.paid !== undefined && { paid: reserve.paid }),
  }
}

/** A reserve is refused beside any other source. */
type ProfitShare = Extract<FundingPolicy['source'], { readonly kind: 'profit-share' }>

export const heldLabel = { en: 'Reserve', 'zh-CN': '准备金' }
export const movedLabel = { en: 'Into the reserve, or taken from it', 'zh-CN': '准备金计提或冲减' }
const sharedLabel = { en: 'Paid out of the reserve', 'zh-CN': '准备金发放' }

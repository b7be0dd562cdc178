import type { Period } from '../calendar/index.js'
import {
  add,
  check,
  constant,
  type Expression,
  evaluate,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  round,
  type Step,
  subtract,
} from '../formula/index.js'
import { decimal, difference, minorUnits, money, total } from '../quantity/index.js'
import { type PaymentPolicy, parsePaymentPolicy } from './payment-schema.js'

/** A payment policy and its formulas. */
export interface Payments {
  readonly policy: PaymentPolicy
  /** What of earlier negative dues is taken: reads `due` and `carried`. */
  readonly recovered: Formula
  /** What is advanced on the draw: reads `available`, `guaranteed` and `draw_balance`. */
  readonly advanced: Formula
  /** What is paid back of the draw: reads the same. */
  readonly repaid: Formula
  /** What is paid: reads `available`, `advanced` and `repaid`. */
  readonly paid: Formula
}

/** What one person still owes: negative dues carried forward, oldest first, and the draw balance. */
export interface Owed {
  readonly carried: readonly {
    readonly period: string
    readonly amount: string
    readonly age: number
  }[]
  readonly draw: string
}

/** One payment: what was due, what is paid, and what is still owed after it. */
export interface Payment {
  readonly due: string
  readonly recovered: string
  readonly advanced: string
  readonly repaid: string
  /** Carried amounts and draw balance that were forgiven before this payment. */
  readonly forgiven: string
  readonly paid: string
  readonly owed: Owed
  /** The run of the formula of what is paid. */
  readonly trace: Step
}

/** Nothing owed: where a person begins. */
export const nothingOwed: Owed = { carried: [], draw: '0' }

/**
 * A payment policy from untrusted JSON. Throws a `PolicyError` with every problem and its path.
 *
 * - `recovery`: a negative due is carried forward, and taken from later ones: all of them, or at most
 *   `share` of each; what is older than `forgiveAfter` periods is forgiven.
 * - `draw`: a `recoverable` draw is advanced up to `amount` and paid back from what is due above it;
 *   its balance stays within 0 and `ceiling`, and is forgiven for periods that begin after
 *   `forgivenOn`. A `non-recoverable` one is a guarantee: what is missing to `amount` is paid. Either
 *   ends with periods that begin after `until`.
 *
 * @example
 * parsePayments({ currency: 'CNY', rounding: 'half-up', recovery: { share: '0.5' } }).policy.currency //=> 'CNY'
 */
export function parsePayments(json: unknown): Payments {
  const policy = parsePaymentPolicy(json)
  return Object.freeze({ policy, ...formulasOf(policy) })
}

/** What is paid, and what the person owes from before. */
export interface PaymentRequest {
  readonly due: string
  readonly period: Period
  readonly owed: Owed
  /**
   * Whether the person is in the plan in this period, and has a draw: yes, unless told. Who has left
   * or moved still pays back, and is advanced and guaranteed nothing.
   */
  readonly drawn?: boolean | undefined
}

/**
 * Pays what is due under a payment policy: first forgives what is old, then recovers, then draws.
 *
 * Throws a `PolicyError` for a due that is no amount of the policy's currency.
 *
 * @example
 * const first = pay(parsePayments({ currency: 'CNY', rounding: 'half-up' }), { due: '-80.00', period: parsePeriod('2026-01'), owed: nothingOwed })
 * first.owed.carried[0]?.amount //=> '80.00'
 */
export function pay(
  { policy, ...formulas }: Payments,
  { due, period, owed, drawn = true }: PaymentRequest,
): Payment {
  const places = minorUnits(policy.currency)
  const { kept, forgiven } = forgive(policy, owed, period)
  const carried = sumOf(kept, places)
  const recovered = evaluate(formulas.recovered, { due, carried }).value
  const below = isNegative(due)
  const positive = below ? '0' : due
  const state = {
    available: difference(positive, recovered, places),
    guaranteed: drawn ? guaranteedIn(policy, period) : '0',
    draw_balance: kept.draw,
  }
  const advanced = evaluate(formulas.advanced, inputsOf(formulas.advanced, state)).value
  const repaid = evaluate(formulas.repaid, state).value
  const { available } = state
  const { value: paid, trace } = evaluate(formulas.paid, { available, advanced, repaid })
  const lasting = policy.draw?.kind === 'recoverable' ? advanced : '0'
  return {
    due,
    recovered,
    advanced,
    repaid,
    forgiven,
    paid,
    owed: {
      carried: [
        ...withoutOldest(kept.carried, recovered, places),
        ...(below ? [{ period: period.name, amount: due.slice(1), age: 0 }] : []),
      ],
      draw: difference(total([kept.draw, lasting], places), repaid, places),
    },
    trace,
  }
}

/** Whether an amount is below zero: `-0.00` is not, whatever it begins with. */
function isNegative(amount: string): boolean {
  return decimal(amount).lessThan('0')
}

/** Of some amounts those that a formula reads. */
function inputsOf<Name extends string>(
  { inputs }: Formula,
  amounts: Readonly<Record<Name, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(amounts).filter(([name]) => name in inputs))
}

function guaranteedIn({ draw }: PaymentPolicy, { from }: Period): string {
  return draw === undefined || (draw.until !== undefined && from > draw.until) ? '0' : draw.amount
}

/** What is still owed when a period begins, a period older; and how much of it is forgiven. */
function forgive(
  { recovery, draw, currency }: PaymentPolicy,
  owed: Owed,
  { from }: Period,
): { kept: Owed; forgiven: string } {
  const most = recovery?.forgiveAfter ?? Number.POSITIVE_INFINITY
  const forgivenOn = draw?.kind === 'recoverable' ? draw.forgivenOn : undefined
  const drawEnds = forgivenOn !== undefined && from > forgivenOn
  const kept = {
    carried: owed.carried
      .map((each) => ({ ...each, age: each.age + 1 }))
      .filter(({ age }) => age <= most),
    draw: drawEnds ? '0' : owed.draw,
  }
  const places = minorUnits(currency)
  const all = (state: Owed) => total([sumOf(state, places), state.draw], places)
  return { kept, forgiven: difference(all(owed), all(kept), places) }
}

function sumOf({ carried }: Pick<Owed, 'carried'>, places: number): string {
  return total(
    carried.map(({ amount }) => amount),
    places,
  )
}

/** Recovers the oldest amounts first. */
function withoutOldest(
  carried: Owed['carried'],
  recovered: string,
  places: number,
): Owed['carried'] {
  let rest = recovered
  return carried.flatMap((each) => {
    const left = difference(each.amount, rest, places)
    const cleared = !decimal(left).greaterThan('0')
    rest = cleared ? difference(rest, each.amount, places) : '0'
    return cleared ? [] : [{ ...each, amount: left }]
  })
}

function formulasOf({ currency, rounding, recovery, draw }: PaymentPolicy) {
  const places = minorUnits(currency)
  const amount = (name: string, en: string, zh: string) =>
    input(name, money(currency), places, { en, 'zh-CN': zh })
  const written = (value: string) => constant(value, money(currency))
  const nothing = written('0')
  const available = amount('available', 'Due after recovery', '扣回后应发')
  const guaranteed = amount('guaranteed', 'Draw of the period', '本期保底')
  const balance = amount('draw_balance', 'Draw balance', '保底欠额')
  const missing = maximum(subtract(guaranteed, available), nothing)
  const positive = maximum(amount('due', 'Due', '应结'), nothing)
  const share = multiply(positive, constant(recovery?.share ?? '1'))
  const recovered = minimum(
    amount('carried', 'Carried forward', '结转待扣'),
    round(share, { places, rounding }),
  )
  const limit = (of: Expression) =>
    draw?.kind !== 'recoverable' || draw.ceiling === undefined
      ? of
      : minimum(of, maximum(subtract(written(draw.ceiling), balance), nothing))
  return {
    recovered: check(
      named(recovery?.label ?? { en: 'Recovered', 'zh-CN': '扣回' }, recovered, recovery?.clause),
    ),
    advanced: check(
      named(
        draw?.label ?? { en: 'Advanced on the draw', 'zh-CN': '保底预支' },
        limit(missing),
        draw?.clause,
      ),
    ),
    repaid: check(
      named(
        { en: 'Draw paid back', 'zh-CN': '归还保底' },
        minimum(balance, maximum(subtract(available, guaranteed), nothing)),
      ),
    ),
    paid: check(
      named(
        { en: 'Paid', 'zh-CN': '实发' },
        subtract(
          add(available, amount('advanced', 'Advanced on the draw', '保底预支')),
          amount('repaid', 'Draw paid back', '归还保底'),
        ),
      ),
    ),
  }
}

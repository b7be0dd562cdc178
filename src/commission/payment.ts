import {
  check,
  constant,
  type Expression,
  type Formula,
  input,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
} from '../formula/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type PaymentPolicy, parsePaymentPolicy, type Taken } from './payment-schema.js'

/** A payment policy and its formulas. */
export interface Payments {
  readonly policy: PaymentPolicy
  /** What of earlier negative dues is taken: reads `due` and `carried`. */
  readonly recovered: Formula
  /** What is advanced on the draw: reads `available`, `guaranteed` and `draw_balance`. */
  readonly advanced: Formula
  /** What is paid back of the draw: reads the same. */
  readonly repaid: Formula
}

/**
 * A payment policy from untrusted JSON. Throws a `PolicyError` with every problem and its path.
 *
 * - `recovery`: a negative due is carried forward, and taken from later ones: all of them, or at most
 *   `share` of each, and at most `most`; what is older than `forgiveAfter` periods is forgiven.
 * - `draw`: a `recoverable` draw is advanced up to `amount` and paid back from what is due above it: all of
 *   that, or as `repaid` says at most a `share` of it, and at most `most`. Its balance stays within 0 and
 *   `ceiling`, and is forgiven for periods that begin after `forgivenOn`. A `non-recoverable` one is a
 *   guarantee: what is missing to `amount` is paid. Either is for the whole period, or `prorated` for the paid
 *   days of it, and ends with periods that begin after `until`.
 * - `from`, of both: when it begins to be taken; it says nothing to the formulas, and `paymentComponents` keeps it.
 *
 * @example
 * parsePayments({ currency: 'CNY', rounding: 'half-up', recovery: { share: '0.5' } }).policy.currency //=> 'CNY'
 */
export function parsePayments(json: unknown): Payments {
  const policy = parsePaymentPolicy(json)
  return Object.freeze({ policy, ...formulasOf(policy) })
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
  const spare = maximum(subtract(available, guaranteed), nothing)
  const taken = (of: Expression, { share, most }: Omit<Taken, 'from'> = {}) => {
    const part =
      share === undefined ? of : round(multiply(of, constant(share)), { places, rounding })
    return most === undefined ? [part] : [part, written(most)]
  }
  const recovered = minimum(
    amount('carried', 'Carried forward', '结转待扣'),
    // Rounded as it always was, also where all of it is taken.
    ...taken(positive, { share: '1', ...recovery }),
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
        minimum(balance, ...taken(spare, draw?.kind === 'recoverable' ? draw.repaid : undefined)),
      ),
    ),
  }
}

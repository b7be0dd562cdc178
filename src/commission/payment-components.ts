import {
  add,
  constant,
  type Expression,
  maximum,
  minimum,
  type NodeOf,
  named,
  subtract,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import {
  amount,
  type Component,
  component,
  tagged,
  type Version,
  type Writing,
} from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type Payments, parsePayments } from './payment.js'
import type { PaymentPolicy } from './payment-schema.js'

/** What the components of a payment are written for. */
export interface PaymentWriting extends Writing {
  /** The components whose dues are recovered and drawn on, or a tag that they have. */
  readonly of: readonly string[] | { readonly tag: string }
}

/**
 * The components by which what is due becomes what is paid. They are cash: of each run, from what its lines
 * come to (`id.due`). Lines of plans and these lines together are what is paid, and never below zero.
 *
 * - The component called like `id` carries a negative due forward (its line brings it up to zero), and takes
 *   what is owed from later ones, at most `share` of each. `id.owed` is what is still owed.
 * - `forgiveAfter`: what is taken, is taken off the oldest debt. So no more of what is owed is as young as so
 *   many periods than was carried forward in them, and all beyond is forgiven.
 * - `id.draw` advances what is missing to the draw, or pays it back. `id.guaranteed` is the draw: it begins and
 *   ends with the days of `eligible` and of employment, and with `until`. `id.drawn` is the balance of a
 *   recoverable one; it is forgiven in periods that begin after `forgivenOn` (`id.repayable`).
 *
 * Both dates end a version of a component. Who has left still pays back, and what is owed in the end is told
 * by `leftOver` of each run. Amounts have the places of the currency. Throws a `PolicyError` with every
 * problem of the policy.
 *
 * @example
 * const policy = { currency: 'CNY', rounding: 'half-up', recovery: { share: '0.5' } } as const
 * paymentComponents(policy, { id: 'payments', currency: 'CNY', of: ['commission'] }).length //=> 5
 */
export function paymentComponents(
  policy: PaymentPolicy,
  { id, eligible, of }: PaymentWriting,
): readonly (Component | Version)[] {
  const payments = parsePayments(policy)
  const { draw } = payments.policy
  const sheet = sheetOf(id, payments)
  const written = [
    sheet.part('due', dueLabel, dueOf(sheet, of)),
    ...recoveryComponents(sheet),
    ...(draw === undefined ? [] : drawComponents(sheet, draw)),
  ]
  return written.map((each) => withEligible(each, eligible))
}

const dueLabel = { en: 'Due', 'zh-CN': '应结' }

function withEligible(
  written: Component | Version,
  eligible: Writing['eligible'],
): Component | Version {
  if (eligible === undefined) return written
  return 'value' in written
    ? { ...written, value: { ...written.value, eligible } }
    : { ...written, eligible }
}

/** How the parts of a payment are called, written and read. */
interface Sheet {
  readonly id: string
  readonly payments: Payments
  readonly name: (part: string) => string
  readonly nothing: Expression
  /** A component without a line. */
  readonly part: (part: string, label: Label, of: Expression) => Component
  /** A part as another reads it. */
  readonly read: (part: string, saying?: Parameters<typeof amount>[3]) => NodeOf<'input'>
  /** One of the policy's formulas, its inputs read from parts of the payment. */
  readonly formula: (
    of: Expression,
    parts: Readonly<Record<string, () => Expression>>,
  ) => Expression
}

function sheetOf(id: string, payments: Payments): Sheet {
  const { currency } = payments.policy
  const name = (part: string) => `${id}.${part}`
  const read: Sheet['read'] = (part, saying) =>
    amount(name(part), money(currency), minorUnits(currency), saying)
  return {
    id,
    payments,
    name,
    nothing: constant('0', money(currency)),
    part: (part, label, of) => component(name(part), {}, named(label, of)),
    read,
    formula: (of, parts) => withInputs(of, (input) => (parts[input.name] as () => Expression)()),
  }
}

/** What the lines of this payment come to. */
function dueOf({ payments }: Sheet, of: PaymentWriting['of']): Expression {
  const { currency } = payments.policy
  const places = minorUnits(currency)
  if ('tag' in of) return tagged(of.tag, money(currency), places, { what: 'due' })
  return add(...of.map((name) => amount(name, money(currency), places, { what: 'due' })))
}

/** What is carried forward, and taken from later dues. */
function recoveryComponents(sheet: Sheet): readonly Component[] {
  const { id, payments, nothing, part, read } = sheet
  const { recovery } = payments.policy
  const owedBefore = read('owed', { over: 'before' })
  const kept =
    recovery?.forgiveAfter === undefined
      ? owedBefore
      : minimum(
          owedBefore,
          read('debt', { over: { last: recovery.forgiveAfter, through: 'before' } }),
        )
  const recovered = sheet.formula(payments.recovered.expression, {
    due: () => read('due'),
    carried: () => read('carried'),
  })
  const label = recovery?.label ?? { en: 'Carried forward, or recovered', 'zh-CN': '结转或扣回' }
  return [
    part(
      'debt',
      { en: 'Due below zero', 'zh-CN': '应结负数' },
      maximum(subtract(nothing, read('due')), nothing),
    ),
    part('carried', { en: 'Carried forward', 'zh-CN': '结转待扣' }, kept),
    component(
      id,
      { pays: 'cash' },
      named(label, subtract(read('debt'), recovered), recovery?.clause),
    ),
    part(
      'owed',
      { en: 'Still owed', 'zh-CN': '尚欠' },
      add(read('carried'), amountOfLine(sheet, id)),
    ),
  ]
}

function amountOfLine({ payments }: Sheet, name: string): Expression {
  const { currency } = payments.policy
  return amount(name, money(currency), minorUnits(currency))
}

type Draw = NonNullable<PaymentPolicy['draw']>

/** What is advanced, and paid back. */
function drawComponents(sheet: Sheet, draw: Draw): readonly (Component | Version)[] {
  const { id, payments, part, read, name } = sheet
  const { currency } = payments.policy
  const guaranteed = part(
    'guaranteed',
    { en: 'Draw of the period', 'zh-CN': '本期保底' },
    constant(draw.amount, money(currency)),
  )
  const inputs = {
    available: () => read('available'),
    guaranteed: () => read('guaranteed'),
    draw_balance: () => read('repayable'),
  }
  const advanced = sheet.formula(payments.advanced.expression, inputs)
  const repaid = sheet.formula(payments.repaid.expression, inputs)
  const lasting = draw.kind === 'recoverable'
  const label = draw.label ?? { en: 'Draw', 'zh-CN': '保底' }
  return [
    until(draw.until, guaranteed),
    part(
      'available',
      { en: 'Due after recovery', 'zh-CN': '扣回后应发' },
      add(read('due'), amountOfLine(sheet, id)),
    ),
    ...(lasting
      ? [
          until(
            draw.forgivenOn,
            part(
              'repayable',
              { en: 'Draw balance', 'zh-CN': '预支余额' },
              read('drawn', { over: 'before' }),
            ),
          ),
        ]
      : []),
    component(
      name('draw'),
      { pays: 'cash' },
      named(label, lasting ? subtract(advanced, repaid) : advanced, draw.clause),
    ),
    ...(lasting
      ? [
          part(
            'drawn',
            { en: 'Draw balance after it', 'zh-CN': '扣还后预支余额' },
            add(read('repayable'), read('draw')),
          ),
        ]
      : []),
  ]
}

/** A component that is there for the periods that begin up to a day. */
function until(to: string | undefined, value: Component): Component | Version {
  return to === undefined ? value : { to, value }
}

import { add, type Expression, maximum, minimum, named, subtract } from '../formula/index.js'
import {
  amount,
  type Component,
  component,
  tagged,
  type Version,
  type Writing,
} from '../pay/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { drawComponents } from './draw-components.js'
import { parsePayments } from './payment.js'
import type { PaymentPolicy } from './payment-schema.js'
import { amountOfLine, type Sheet, sheetOf, startOf } from './payment-sheet.js'

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
 *   ends with the days of `eligible` and of employment, and with `until`; `prorated` it is for the paid days
 *   of the period. `id.drawn` is the balance of a recoverable one; it is forgiven in periods that begin after
 *   `forgivenOn` (`id.repayable`).
 * - `from`: in periods that begin before it nothing is taken of what is owed (`id.recovery_waits`), or paid back
 *   of the draw (`id.draw_waits`). Who has left waits no longer.
 *
 * Dates end a version of a component. Who has left still pays back, and what is owed in the end is told
 * by `leftOver` of each run. Amounts have the places of the currency. Throws a `PolicyError` with every
 * problem of the policy.
 *
 * @example
 * const policy = { currency: 'CNY', rounding: 'half-up', recovery: { share: '0.5' } } as const
 * paymentComponents(policy, { id: 'payments', currency: 'CNY', of: ['commission'] }).length //=> 5
 */
export function paymentComponents(
  policy: PaymentPolicy,
  about: PaymentWriting,
): readonly (Component | Version)[] {
  const { id, eligible, of } = about
  const payments = parsePayments(policy)
  const { draw } = payments.policy
  const sheet = sheetOf(id, payments)
  const written = [
    sheet.part('due', dueLabel, dueOf(sheet, of)),
    ...recoveryComponents(sheet),
    ...(draw === undefined ? [] : drawComponents(sheet, draw, about)),
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

/** What the lines of this payment come to. */
function dueOf({ payments }: Sheet, of: PaymentWriting['of']): Expression {
  const { currency } = payments.policy
  const places = minorUnits(currency)
  if ('tag' in of) return tagged(of.tag, money(currency), places, { what: 'due' })
  return add(...of.map((name) => amount(name, money(currency), places, { what: 'due' })))
}

/** What is carried forward, and taken from later dues. */
function recoveryComponents(sheet: Sheet): readonly (Component | Version)[] {
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
  const start = startOf(sheet, 'recovery_waits', recovery?.from)
  const recovered = start.begun(
    sheet.formula(payments.recovered.expression, {
      due: () => read('due'),
      carried: () => read('carried'),
    }),
  )
  const label = recovery?.label ?? { en: 'Carried forward, or recovered', 'zh-CN': '结转或扣回' }
  return [
    ...start.components,
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

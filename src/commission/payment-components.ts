import { addDays } from '../calendar/index.js'
import {
  above,
  add,
  atLeast,
  constant,
  type Expression,
  maximum,
  minimum,
  type NodeOf,
  named,
  prorated,
  subtract,
  when,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import {
  amount,
  type Component,
  component,
  service,
  tagged,
  type Version,
  type Writing,
} from '../pay/index.js'
import { prorationSources } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { type Payments, parsePayments } from './payment.js'
import type { PaymentPolicy, Start } from './payment-schema.js'

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
 *   of the period. `id.drawn` is the balance of a
 *   recoverable one; it is forgiven in periods that begin after `forgivenOn` (`id.repayable`).
 *
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

/** How the parts of a payment are called, written and read. */
interface Sheet {
  readonly id: string
  readonly payments: Payments
  readonly name: (part: string) => string
  readonly nothing: Expression
  /** A component without a line. */
  readonly part: (
    part: string,
    label: Label,
    of: Expression,
    more?: Parameters<typeof component>[1],
  ) => Component
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
    part: (part, label, of, more = {}) => component(name(part), more, named(label, of)),
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

function amountOfLine({ payments }: Sheet, name: string): Expression {
  const { currency } = payments.policy
  return amount(name, money(currency), minorUnits(currency))
}

const drawLabel = { en: 'Draw of the period', 'zh-CN': '本期保底' }

type Draw = NonNullable<PaymentPolicy['draw']>

/** What is advanced, and paid back. */
function drawComponents(
  sheet: Sheet,
  draw: Draw,
  about: PaymentWriting,
): readonly (Component | Version)[] {
  const { id, payments, part, read, name } = sheet
  const { currency, rounding } = payments.policy
  const whole = constant(draw.amount, money(currency))
  const guaranteed =
    draw.prorated === true
      ? part('guaranteed', drawLabel, prorated(whole, { currency, rounding }), {
          reads: prorationSources(about),
        })
      : part('guaranteed', drawLabel, whole)
  const inputs = {
    available: () => read('available'),
    guaranteed: () => read('guaranteed'),
    draw_balance: () => read('repayable'),
  }
  const advanced = sheet.formula(payments.advanced.expression, inputs)
  const lasting = draw.kind === 'recoverable'
  const start = startOf(sheet, 'draw_waits', lasting ? draw.repaid?.from : undefined)
  const repaid = start.begun(sheet.formula(payments.repaid.expression, inputs))
  const label = draw.label ?? { en: 'Draw', 'zh-CN': '保底' }
  return [
    ...start.components,
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
              { en: 'Draw balance', 'zh-CN': '保底欠额' },
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
            { en: 'Draw balance after it', 'zh-CN': '保底余欠' },
            add(read('repayable'), read('draw')),
          ),
        ]
      : []),
  ]
}

/** What waits until it begins: a component that is 1 until then, and what is nothing as long as it is. */
function startOf(
  { nothing, part, name }: Sheet,
  of: string,
  from: Start | undefined,
): {
  readonly components: readonly (Component | Version)[]
  readonly begun: (expression: Expression) => Expression
} {
  if (from === undefined) return { components: [], begun: (expression) => expression }
  const one = constant('1', 'count')
  const none = constant('0', 'count')
  const waits =
    typeof from === 'string'
      ? until(addDays(from, -1), part(of, waitsLabel, one))
      : part(of, waitsLabel, when(atLeast(served(from), full(from)), none, one))
  const waiting = above(amount(name(of), 'count', 0, { label: waitsLabel }), none)
  return {
    components: [waits],
    begun: (expression) => when(waiting, nothing, expression),
  }
}

type Months = Exclude<Start, string>

/** Full months since a date of the person, so that the period of that day is the first. */
function served({ since = 'hired' }: Months): Expression {
  const label = { en: 'Full months served', 'zh-CN': '已满月数' }
  return service('months', since, { unit: 'count', full: 'day', label })
}

function full({ months }: Months): Expression {
  return constant(String(months), 'count')
}

const waitsLabel = { en: 'Not taken back yet', 'zh-CN': '尚未开始扣回' }

/** A component that is there for the periods that begin up to a day. */
function until(to: string | undefined, value: Component): Component | Version {
  return to === undefined ? value : { to, value }
}

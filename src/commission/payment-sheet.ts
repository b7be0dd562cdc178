import { addDays } from '../calendar/index.js'
import {
  above,
  atLeast,
  constant,
  type Expression,
  type NodeOf,
  named,
  when,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { amount, type Component, component, service, type Version } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import type { Payments } from './payment.js'
import type { Start } from './payment-schema.js'

/** How the parts of a payment are called, written and read. */
export interface Sheet {
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

export function sheetOf(id: string, payments: Payments): Sheet {
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

/** What the line of a component comes to in this payment. */
export function amountOfLine({ payments }: Sheet, name: string): Expression {
  const { currency } = payments.policy
  return amount(name, money(currency), minorUnits(currency))
}

/** What waits until it begins: a component that is 1 until then, and what is nothing as long as it is. */
export function startOf(
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
export function until(to: string | undefined, value: Component): Component | Version {
  return to === undefined ? value : { to, value }
}

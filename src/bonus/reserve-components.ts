import {
  above,
  add,
  constant,
  type Expression,
  type NodeOf,
  named,
  subtract,
  when,
} from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { amount, type Component, component, type Source } from '../pay/index.js'
import { sourcesOf } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import type { Funding } from './funding.js'
import { heldLabel, movedLabel, type Reserve } from './reserve.js'

/** How the components of a reserve are called, and where they read the profit. */
export interface ReserveWriting {
  readonly id: string
  readonly reads: Readonly<Record<string, Source>>
  readonly retro: number
}

/**
 * What a pool shares in a period: the fund of a gain, and what is paid out of the reserve. With a reserve also
 * the company's components by which it is kept:
 *
 * - `id.moved`: what goes into it, or is taken from it.
 * - `id.saved`: what it holds before anything is paid out; it may be below zero.
 * - `id.ends`: 1 in the periods that hold the last day of the rhythm in which it is paid out.
 * - `id.paid_out`: all that it holds, in those periods. A reserve below zero is borne by the company.
 * - `id.reserve`: what it holds after that.
 *
 * They stand as the parts of the pool do, so that what was shared and what is held always add up.
 */
export function fundWithReserve(
  { formula, policy, reserve }: Funding,
  { id, reads, retro }: ReserveWriting,
): { readonly fund: Expression; readonly components: readonly Component[] } {
  if (reserve === undefined) return { fund: formula.expression, components: [] }
  const { currency } = policy
  const { paid } = reserve
  const read = (part: string, saying?: Parameters<typeof amount>[3]): NodeOf<'input'> =>
    amount(`${id}.${part}`, money(currency), minorUnits(currency), saying)
  const part = (name: string, label: Label, of: Expression) =>
    component(`${id}.${name}`, { of: 'company', retro }, named(label, of))
  const { expression } = reserve.moved
  const moved = component(
    `${id}.moved`,
    { of: 'company', retro, reads: sourcesOf(expression, reads) },
    expression,
  )
  const before = read('reserve', { over: 'before', label: beforeLabel })
  const saved = part('saved', heldLabel, add(before, read('moved', { label: movedLabel })))
  const held = read('saved', { label: heldLabel })
  if (paid === undefined)
    return {
      fund: formula.expression,
      components: [moved, saved, part('reserve', leftLabel, held)],
    }
  const ends = constant('1', 'count')
  const ended = above(amount(`${id}.ends`, 'count', 0, { label: endsLabel }), none)
  const all = when(ended, held, constant('0', money(currency)))
  const given = read('paid_out', { label: paidLabel })
  return {
    fund: add(formula.expression, sharedOf(reserve, given)),
    components: [
      moved,
      saved,
      // In stretches, so that the policy may begin within the span.
      component(
        `${id}.ends`,
        { of: 'company', period: paid, each: 'stretch' },
        named(endsLabel, ends),
      ),
      part('paid_out', paidLabel, all),
      part('reserve', leftLabel, subtract(held, given)),
    ],
  }
}

function sharedOf({ shared }: Reserve, given: Expression): Expression {
  return withInputs(shared.expression, () => given)
}

const none = constant('0', 'count')
const beforeLabel = { en: 'Reserve before', 'zh-CN': '上期准备金' }
const leftLabel = { en: 'Left in the reserve', 'zh-CN': '准备金余额' }
const paidLabel = { en: 'The reserve is paid out', 'zh-CN': '发放的准备金' }
const endsLabel = { en: 'The period in which the reserve is paid out', 'zh-CN': '准备金发放期' }

import { add, constant, divide, equals, multiply, named, subtract, when } from '../formula/index.js'
import { amount, type Component, component, type Writing } from '../pay/index.js'
import { sumOfParts } from '../pay/internal.js'
import { minorUnits, money } from '../quantity/index.js'
import type { RoundingTerms } from './rounding-schema.js'

const title = { en: 'Rounding', 'zh-CN': '尾差' }
const sumLabel = { en: 'Payment before rounding', 'zh-CN': '取整前实发' }
const beforeLabel = { en: 'Carried over', 'zh-CN': '上期结转尾差' }
const restLabel = { en: 'Difference carried on', 'zh-CN': '结转下期尾差' }
const stepLabel = { en: 'Step', 'zh-CN': '取整单位' }
const payableLabel = { en: 'To be paid', 'zh-CN': '应付合计' }

/**
 * The rounding of a payment as components of the person. The one called like `id` is cash: the difference
 * that makes what is paid a multiple of the step, and it is carried on, so that all payments together are
 * what they would have been, up to the last difference; that of who has left is told by `leftOver`.
 *
 * - `id.sum`: what the lines of this payment come to.
 * - `id`: that and what was carried over, rounded to the step, less `id.sum`. Halves below zero are rounded
 *   as halves above are, away from it. Where nothing is paid nothing is rounded, and the difference waits.
 * - `id.rest`: what is carried on.
 *
 * @example
 * roundingComponents({ of: { tag: 'pay' }, step: '10' }, { id: 'rounding', currency: 'CNY' })
 * // 4,567.89 is paid as 4,570.00, and −2.11 carried on
 */
export function roundingComponents(
  { of, step, rounding = 'half-up', label = title, clause }: RoundingTerms,
  { id, currency, eligible }: Writing,
): readonly Component[] {
  const [unit, scale] = [money(currency), minorUnits(currency)]
  const part = (name: string, saying: Parameters<typeof amount>[3]) =>
    amount(`${id}.${name}`, unit, scale, saying)
  const sum = part('sum', { label: sumLabel })
  const before = part('rest', { over: 'before', label: beforeLabel })
  const each = named(stepLabel, constant(step, unit))
  const none = constant('0', unit)
  const steps = divide(named(payableLabel, add(sum, before)), each, { places: 0, rounding })
  const rest = subtract(before, amount(id, unit, scale, { label }))
  return [
    component(
      `${id}.sum`,
      { label: sumLabel, eligible },
      named(sumLabel, sumOfParts(of, currency, { what: 'due' })),
    ),
    component(
      id,
      { pays: 'cash', label, clause, eligible },
      // A half that was rounded up would be asked back, and paid again, month after month without pay.
      named(label, when(equals(sum, none), none, subtract(multiply(steps, each), sum)), clause),
    ),
    component(`${id}.rest`, { label: restLabel, eligible }, named(restLabel, rest)),
  ]
}

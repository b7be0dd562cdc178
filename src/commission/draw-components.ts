import { add, constant, named, prorated, subtract } from '../formula/index.js'
import { type Component, component, type Version, type Writing } from '../pay/index.js'
import { prorationSources } from '../pay/internal.js'
import { money } from '../quantity/index.js'
import type { PaymentPolicy } from './payment-schema.js'
import { amountOfLine, type Sheet, startOf, until } from './payment-sheet.js'

const drawLabel = { en: 'Draw of the period', 'zh-CN': '本期保底' }

type Draw = NonNullable<PaymentPolicy['draw']>

/** What is advanced, and paid back. */
export function drawComponents(
  sheet: Sheet,
  draw: Draw,
  about: Writing,
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

import { formula, pay } from 'payproof'
import { cents, damages, pounds } from './inputs.js'

const { amount, component, tagged } = pay
const { add, constant, maximum, minimum, multiply, round, subtract } = formula
const nothing = constant('0.00', pounds)
const read = {
  carried: amount('carried', pounds, 2, {
    over: 'before',
    label: { en: 'Carried over from last month', 'zh-CN': '上月结转' },
  }),
  damage: amount('damage', pounds, 2, {
    what: 'due',
    label: { en: 'Damage told since', 'zh-CN': '新增损失' },
  }),
  owed: amount('owed', pounds, 2, { label: { en: 'Owed', 'zh-CN': '应赔偿' } }),
  gross: amount('gross', pounds, 2, { label: { en: 'Gross', 'zh-CN': '应发' } }),
  least: amount('least', pounds, 2, { label: { en: 'Minimum wage', 'zh-CN': '最低工资' } }),
  deduction: amount('deduction', pounds, 2, { label: { en: 'Deduction', 'zh-CN': '赔偿扣款' } }),
}

/** All that this payment adds: of its own month, and what changed in earlier ones. */
const gross = component(
  'gross',
  { label: { en: 'Gross', 'zh-CN': '应发' } },
  tagged('earning', pounds, 2, { what: 'due' }),
)

const damage = component('damage', { label: { en: 'Damage', 'zh-CN': '损失' } }, damages)

/** What is owed when the payment is made: the rest of the month before, and damage told since. */
const owed = component(
  'owed',
  { label: { en: 'Owed', 'zh-CN': '应赔偿' } },
  add(read.carried, read.damage),
)

/** Never more than a fifth of the gross, nor so much that less than the minimum wage is left. */
const deduction = component(
  'deduction',
  { label: { en: 'Deduction', 'zh-CN': '赔偿扣款' }, pays: 'cash' },
  subtract(
    nothing,
    maximum(
      minimum(
        read.owed,
        round(multiply(read.gross, constant('0.20')), cents),
        subtract(read.gross, read.least),
      ),
      nothing,
    ),
  ),
)

const carried = component(
  'carried',
  { label: { en: 'Carried over', 'zh-CN': '结转下月' } },
  add(read.owed, read.deduction),
)

const net = component(
  'net',
  { label: { en: 'Net', 'zh-CN': '实发' } },
  add(read.gross, read.deduction),
)

export const payment = [gross, damage, owed, deduction, carried, net]

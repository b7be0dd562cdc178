import { policy } from './policies.js'
import { least } from './wages.js'

/** All that this payment adds: of its own month, and what changed in earlier ones. */
const gross = policy('subtotal', 'gross', {
  label: { en: 'Gross', 'zh-CN': '应发' },
  of: { tag: 'earning' },
})

/** Never more than a fifth of the gross, nor so much that less than the minimum wage is left. */
const deduction = policy('deduction', 'deduction', {
  label: { en: 'Deduction', 'zh-CN': '赔偿扣款' },
  records: { table: 'damages' },
  of: ['gross'],
  atMost: '0.2',
  floor: { amount: '1030', ...least },
})

const net = policy('subtotal', 'net', {
  label: { en: 'Net', 'zh-CN': '实发' },
  of: ['gross', 'deduction'],
})

export const payment = [gross, deduction, net]

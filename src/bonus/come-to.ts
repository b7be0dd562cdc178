import { type Expression, subtract } from '../formula/index.js'
import { amount } from '../pay/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'

/** What a bonus that is earned bit by bit has come to in all. */
export const totalLabel = { en: 'Come to by now', 'zh-CN': '累计应得' }

const beforeLabel = { en: 'Come to before', 'zh-CN': '此前累计应得' }

/** What the total of a bonus, the component `id.total`, is more than it was in the period before. */
export function comeToSince(id: string, currency: Currency): Expression {
  const total = (saying: Parameters<typeof amount>[3]) =>
    amount(`${id}.total`, money(currency), minorUnits(currency), saying)
  return subtract(
    total({ label: totalLabel }),
    total({ over: 'before', input: 'before', label: beforeLabel }),
  )
}

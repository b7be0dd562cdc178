import type { PayBook, PayData, Run } from '../../src/pay/index.js'
import { sealingOf } from '../../src/payroll/sealing.js'
import { statements } from '../../src/payroll/statement.js'

const key = '0123456789abcdef'.repeat(4)

/**
 * The microseconds that it takes to commit to a line of a run: all leaves, the trees and the root, without
 * the statements that are committed to. Made anew each time: `seal` remembers what it made of a run.
 */
export function commitMicroseconds(book: PayBook, data: PayData, run: Run): number {
  const millisecondsOf = (task: () => unknown) => {
    const start = performance.now()
    task()
    return performance.now() - start
  }
  sealingOf(book, data, run, { key })
  const made = millisecondsOf(() => statements(book, data, run))
  return (
    ((millisecondsOf(() => sealingOf(book, data, run, { key })) - made) * 1000) / run.lines.length
  )
}

import { link } from '../../../src/pay/link.js'
import type { PayData } from '../../../src/pay/data-schema.js'
import type { Run } from '../../../src/pay/run.js'
import { settle } from '../../../src/pay/settle.js'
import { compare } from './known.js'
import type { Pays } from './laws.js'

/** The engine in the words of the oracle. */
export const engine: Pays = (definition, data, payments) => {
  const book = link(definition)
  let before: Run | 'first' = 'first'
  return payments.map(({ period, asOf, only, data: own }) => {
    const run: Run = settle(book, (own ?? data) as PayData, { period, asOf, only, before })
    before = run
    const lines = run.lines.map((line) => ({
      component: line.component,
      person: line.person,
      earned: line.earned.period,
      entitled: line.entitled,
      settled: line.settled,
      amount: line.amount,
    }))
    const name = (line: { component: string; person: string; earned: string }) =>
      `${line.component} ${line.person} ${line.earned}`
    return {
      period,
      asOf,
      lines: lines.toSorted((a, b) => compare(name(a), name(b))),
      withheld: run.withheld
        .map(({ component, owner, earned }) => `${component} ${owner.person} ${earned.period}`)
        .toSorted(compare),
    }
  })
}

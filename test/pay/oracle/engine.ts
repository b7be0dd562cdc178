import type { PayBook } from '../../../src/pay/book.js'
import { book } from '../../../src/pay/build.js'
import { parseData } from '../../../src/pay/data-schema.js'
import type { Run } from '../../../src/pay/run.js'
import { settle } from '../../../src/pay/settle.js'
import { compare } from './known.js'
import type { Pays } from './paid.js'

const linked = new Map<string, PayBook>()

/** What the engine pays, run after run, as the oracle writes it. */
export const engine: Pays = (definition, data, payments) => {
  const name = JSON.stringify(definition)
  const checked = linked.get(name) ?? book(definition)
  linked.set(name, checked)
  const first = payments[0]?.period as string
  const given = parseData(data)
  let before: Run | 'first' = 'first'
  return payments.map(({ period, asOf, only, data: own }) => {
    const run: Run = settle(checked, own === undefined ? given : parseData(own), {
      period,
      before,
      asOf,
      // Whom a draw names who is not there is nobody to pay.
      ...(only && { only: only.filter((id) => given.people.some((person) => person.id === id)) }),
    })
    before = run
    const lines = run.lines.map(({ component, person, earned, entitled, settled, amount }) => {
      return { component, person, earned: earned.period, entitled, settled, amount }
    })
    const withheld = run.withheld
      .filter(({ component }) => checked.components.get(component)?.pays === 'due')
      .filter(({ earned }) => earned.period >= first)
      .map(({ component, owner, earned }) => `${component} ${owner.person} ${earned.period}`)
    const named = lines.map((line) => ({
      line,
      name: `${line.component} ${line.person} ${line.earned}`,
    }))
    return {
      period,
      asOf,
      lines: named.toSorted((a, b) => compare(a.name, b.name)).map(({ line }) => line),
      withheld: withheld.toSorted(compare),
    }
  })
}

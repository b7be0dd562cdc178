import { pay, quantity } from 'payproof'
import { credits } from './deals.js'
import { book } from './plans.js'

export const people = ['li', 'wu', 'zhao', 'mei']
const data = pay.parseData({
  people: people.map((id) => ({ id, employment: [{ from: '2026-01-01' }], attributes: {} })),
  records: { credits },
})

/** The runs of five months, each of what was known on its last day. */
export const runs: pay.Run[] = []
for (const period of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
  runs.push(pay.settle(book, data, { period, before: runs.at(-1) ?? 'first' }))

/** What a deal brings somebody by a plan in one run. */
export interface Due {
  readonly run: string
  readonly component: string
  readonly person: string
  /** The month that it is earned in, or that is put right. */
  readonly earned: string
  readonly amount: string
}

/** What each run pays for a deal: its part of each line, less what the part was before. */
export function dueFor(deal: string): readonly Due[] {
  const known = new Map<string, string>()
  return runs.flatMap(({ period: run, lines }) =>
    lines.flatMap(({ component, person, earned: { period: earned }, parts }) => {
      const key = [component, person, earned].join(' ')
      const now = parts.find(({ record }) => record === deal)?.amount ?? '0.00'
      const amount = quantity.difference(now, known.get(key) ?? '0.00', 2)
      known.set(key, now)
      return amount === '0.00' ? [] : [{ run, component, person, earned, amount }]
    }),
  )
}

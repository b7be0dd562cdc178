import fc from 'fast-check'
import { test } from 'vitest'
import { anyCompany } from './lives.js'
import { creditBy } from './oracle.js'

test('try', () => {
  const counts = new Map<string, number>()
  const count = (k: string) => counts.set(k, (counts.get(k) ?? 0) + 1)
  let rows = 0
  const t = Date.now()
  fc.assert(
    fc.property(anyCompany(), (c) => {
      const r = creditBy(c)
      rows += r.rows.length
      for (const x of new Set(r.refused.map((y) => `${y.split(' ')[0]}`))) count(x)
      if (!r.refused.length) count('ok')
      for (const f of r.findings) count(f.finding)
      for (const f of r.rows) count(`row ${f.kind}`)
    }),
    { numRuns: 300 },
  )
  console.log(counts, rows, Date.now() - t)
})

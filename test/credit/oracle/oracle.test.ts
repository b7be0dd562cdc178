import fc from 'fast-check'
import { afterAll, inject, test } from 'vitest'
import { expectEqual } from './equal.js'
import { anyCompany } from './lives.js'
import { goodCompany } from './mended.js'

/** `npm run nightly` draws more. */
const lives = Number(process.env['LIVES'] ?? 100)
const seen = new Map<string, number>()
afterAll(() => {
  const all = [...seen].toSorted().map(([what, count]) => `${what} ${count}`)
  console.log(`credited as by brute force, seed ${inject('seed')}: ${all.join(', ')}`)
})
const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

test.each([
  ['all that may be told', anyCompany()],
  ['what is accepted', goodCompany],
])('the engine credits as the oracle does: %s', { timeout: 3_600_000 }, (_, companies) => {
  fc.assert(
    fc.property(companies, (company) => {
      const { rows, findings, refused } = expectEqual(company)
      see(refused.length > 0 ? 'companies refused' : 'companies credited')
      for (const { kind } of rows) see(`rows of ${kind}`)
      for (const { finding } of findings) see(finding)
    }),
    { numRuns: Math.ceil(lives / 2) },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataProblems, parseBook, parseData, type Run, settle } from '../../src/pay/index.js'
import { verifyChain } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { payBooks, payData } from '../../src/testing/index.js'
import { type Forgery, forgers } from './forger.js'

const forgeries = Number(process.env['LIVES'] ?? 600)
const timeout = 60_000 + 100 * forgeries
const kinds = Object.entries(forgers)

/** Chains of two to four runs, some of them further runs of their period. */
const chains: fc.Arbitrary<readonly Run[]> = fc
  .record({
    book: payBooks('CNY').map(parseBook),
    data: payData('CNY')
      .filter(({ people }) => people.length > 0)
      .map(parseData),
    steps: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  })
  .filter(({ book, data }) => dataProblems(book, data).length === 0)
  .map(({ book, data, steps }) => {
    const runs: Run[] = [settle(book, data, { period: '2026-01', before: 'first' })]
    let month = 1
    for (const isNext of steps) {
      const before = runs.at(-1) as Run
      if (isNext) month += 1
      const period = `2026-0${month}`
      const asOf = isNext ? undefined : `2026-0${month + 1}-0${runs.length}`
      // A month may not be run by what is known later than the one after it.
      problemsOf(() => runs.push(settle(book, data, { period, before, asOf })))
    }
    return runs
  })
  .filter((runs) => runs.length > 1)

const headOf = (runs: readonly Run[]) => (runs.at(-1) as Run).digest

function toldRightly(found: ReturnType<typeof verifyChain>, { places, alone }: Forgery): boolean {
  const [first] = found
  return (
    first !== undefined &&
    places.some((place) => first.path.startsWith(place)) &&
    (alone !== true || found.length === 1)
  )
}

describe('runs that were tampered with', () => {
  test('each is told, its first place named; and nothing of what was not', { timeout }, () => {
    const told = new Map<string, number>()
    const failed: unknown[] = []
    // Not every chain has something of every kind.
    const numRuns = Math.ceil((forgeries / kinds.length) * 1.2)
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.nat()), (chain, numbers) => {
        const head = headOf(chain)
        expect(verifyChain(chain, { head })).toEqual([])
        for (const [kind, forge] of kinds) {
          const drawn: number[] = []
          const forgery = forge(chain, (below) => {
            const number = (numbers.next().value as number) % below
            drawn.push(number)
            return number
          })
          if (forgery === undefined) continue
          const found = verifyChain(forgery.runs, { head })
          told.set(kind, (told.get(kind) ?? 0) + 1)
          if (!toldRightly(found, forgery))
            failed.push([kind, drawn, forgery.places, found.map(({ code, path }) => [code, path])])
        }
      }),
      { numRuns },
    )
    console.log([...told].map(([kind, count]) => `${kind}: ${count}`).join('; '))
    expect(failed).toEqual([])
    expect([...told.keys()].sort()).toEqual(kinds.map(([kind]) => kind).sort())
    expect([...told.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(forgeries)
  })
})

import fc from 'fast-check'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { engine } from './engine.js'
import { laws, lawsOf, onlySome } from './laws.js'
import { anyLife, bookNames, type Life } from './lives.js'
import { payBy } from './oracle.js'

/** `npm run nightly` draws more. */
const lives = Number(process.env['LIVES'] ?? 1_800)
const share = Math.ceil(lives / bookNames.length)
let drawn = 0
afterAll(() => console.log(`${drawn} lives were paid as by brute force, seed ${inject('seed')}`))

function equal({ book, data, payments }: Life) {
  drawn += 1
  expect(engine(book, data, payments)).toEqual(payBy(book, data, payments))
}

describe('the engine pays as the oracle does', () => {
  test.each(bookNames)('%s', { timeout: 900_000 }, (name) => {
    fc.assert(fc.property(anyLife(name), equal), { numRuns: share })
  })

  test.each(['salary', 'pool', 'team'] as const)('some alone: %s', (name) => {
    const endless = anyLife(name, { least: 60, most: 60 })
    fc.assert(
      fc.property(endless, onlySome, ({ payments, ...life }, only) =>
        equal({ ...life, payments: payments.map((run, i) => ({ ...run, only: only[i] })) }),
      ),
      { numRuns: 100 },
    )
  })
})

describe.each(bookNames)('lives of the book %s', (name) => {
  test.each(Object.entries(lawsOf(name)))('%s', (_, law) => law(engine, 40))
})

test.each(Object.entries(laws))('%s', (_, law) => law(engine, 120))

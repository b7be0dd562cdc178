import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from './engine.js'
import { anyLife, bookNames } from './lives.js'
import { payBy } from './oracle.js'

test.each(bookNames)('%s', (name) => {
  fc.assert(
    fc.property(anyLife(name), ({ book, data, payments }) => {
      const [a, b] = [engine(book, data, payments), payBy(book, data, payments)]
      for (const [i, run] of a.entries()) {
        expect(run.withheld, `withheld ${i}`).toEqual(b[i]?.withheld)
        expect(run.lines, `lines ${i}`).toEqual(b[i]?.lines)
      }
    }),
    { endOnFailure: true, numRuns: Number(process.env.RUNS ?? 100) },
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/formula/index.js'
import { parseBook } from '../../src/pay/book-schema.js'
import { parseData } from '../../src/pay/data-schema.js'
import { explain } from '../../src/pay/explain.js'
import type { Run } from '../../src/pay/run.js'
import { settle } from '../../src/pay/settle.js'

import { problemsOf } from '../../src/problem/index.js'
import { formatQuantity, money } from '../../src/quantity/index.js'
import { anyLife, bookNames, type Life } from './oracle/lives.js'

/** The runs of a life, each with the data as they were. */
function runsOf({ book: definition, data: drawn, payments }: Life) {
  const [book, data] = [parseBook(definition), parseData(drawn)]
  let before: Run | 'first' = 'first'
  const runs = payments.map(({ period, asOf }) => {
    const run: Run = settle(book, data, { period, before, asOf })
    before = run
    return run
  })
  return { book, data, runs }
}

describe.each(bookNames)('explanations of lives of the book %s', (name) => {
  test('each line is told, and comes to what it pays', () => {
    fc.assert(
      fc.property(anyLife(name), (life) => {
        const { book, data, runs } = runsOf(life)
        for (const run of runs) {
          for (const { component, person, earned, amount } of run.lines) {
            const request = { component, person, period: earned.period, locale: 'en' } as const
            const told = explain(book, data, run, request)
            expect(told.value).toBe(formatQuantity(amount, money('CNY'), 'en'))
            expect(renderText(told)).not.toMatch(/undefined|NaN|\[object/)
          }
          for (const { component, owner, earned } of run.withheld) {
            const request = { component, person: owner.person as string, period: earned.period }
            const told = explain(book, data, run, { ...request, locale: 'zh-CN' })
            expect(told.value).toBe('暂缓发放')
          }
        }
      }),
      { numRuns: 4 },
    )
  })
})

test('a line that was worked out from records is refused once their amounts were changed', () => {
  fc.assert(
    fc.property(anyLife('commission'), (life) => {
      const { book, data, runs } = runsOf(life)
      const deals = life.data.records?.['deals']?.map((row) => ({ ...row, amount: '1234567.89' }))
      const changed = parseData({ ...life.data, records: { deals } })
      const last = runs.at(-1) as Run
      for (const { component, person, earned } of last.lines) {
        if (component !== 'commission') continue
        const asked = { component, person, period: earned.period, locale: 'en' } as const
        const told = renderText(explain(book, data, last, asked))
        if (!/deal \d/.test(told)) continue
        const problems = problemsOf(() => explain(book, changed, last, asked))
        expect(problems.map(({ code }) => code)).toEqual(['other-data'])
      }
    }),
    { numRuns: 20 },
  )
})

import fc from 'fast-check'
import { expect } from 'vitest'
import { problemsOf } from '../src/problem/index.js'

/** Every number of an answer, and every text that is one, wherever it stands. */
function figuresIn(answer: unknown): readonly unknown[] {
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).flatMap(figuresIn)
  return typeof answer === 'number' || typeof answer === 'string' ? [answer] : []
}

/** What no program can read on: NaN, an infinity, or an exponent. */
export function unreadable(answer: unknown): readonly unknown[] {
  return figuresIn(answer).filter((figure) =>
    typeof figure === 'number'
      ? !Number.isFinite(figure)
      : /(^|\s)-?(NaN|Infinity|\d+(\.\d+)?e[+-]\d+)\b/.test(figure as string),
  )
}

/** Runs drawn tasks: each gives figures, leaves them out, or throws a `PolicyError`; some give figures. */
export function expectFigures(tasks: fc.Arbitrary<() => unknown>): void {
  let told = 0
  fc.assert(
    fc.property(tasks, (task) => {
      let answer: unknown
      // Any other error comes through, and fails.
      const problems = problemsOf(() => {
        answer = task()
      })
      expect(unreadable(answer)).toEqual([])
      if (problems.length === 0) told += 1
    }),
    { numRuns: 150 },
  )
  expect(told).toBeGreaterThan(0)
}

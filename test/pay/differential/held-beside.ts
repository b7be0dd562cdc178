import fc from 'fast-check'
import { expect } from 'vitest'

/** What a draw may be left out for: the old machinery answers it wrongly, or otherwise on purpose. */
export type Reasons<Draw> = Readonly<Record<string, (draw: Draw) => boolean>>

interface Drawing<Draw> {
  readonly runs: number
  /** Draws others than the same arbitrary with another one. */
  readonly salt?: number
  readonly leftOut: Reasons<Draw>
}

/**
 * Holds the pay core beside the machinery that it replaces, on drawn data. A draw is left out by a named
 * reason alone; how many were is printed, and of all draws a fifth at most may be.
 */
export function heldBeside<Draw>(
  draws: fc.Arbitrary<Draw>,
  { runs, salt = 0, leftOut }: Drawing<Draw>,
  compare: (draw: Draw) => void,
): void {
  const left = new Map(Object.keys(leftOut).map((name) => [name, 0]))
  let all = 0
  let failed = false
  fc.assert(
    fc.property(draws, (draw) => {
      const reason = Object.keys(leftOut).find((name) => leftOut[name]?.(draw))
      // What a failure is narrowed down by is no draw.
      if (!failed) all += 1
      if (reason !== undefined) {
        if (!failed) left.set(reason, (left.get(reason) as number) + 1)
        return
      }
      try {
        compare(draw)
      } catch (error) {
        failed = true
        throw error
      }
    }),
    { numRuns: runs, seed: (fc.readConfigureGlobal().seed as number) + salt },
  )
  const sum = [...left.values()].reduce((a, b) => a + b, 0)
  const counts = [...left].map(([name, count]) => `${count} left out: ${name}`)
  console.log([`${all} draws`, ...counts].join('; '))
  expect(sum).toBeLessThanOrEqual(all / 5)
}

import fc from 'fast-check'
import { payRuns } from '../../../src/testing/index.js'

/** The digests of drawn runs of drawn books: the same seed draws the same runs everywhere. */
export function digests(runs: number): readonly string[] {
  const drawn = fc.constantFrom('CNY' as const, 'JPY' as const, 'BHD' as const).chain(payRuns)
  return fc.sample(drawn, { seed: 2026, numRuns: runs }).map(({ digest }) => digest)
}

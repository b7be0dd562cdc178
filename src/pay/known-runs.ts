import type { Run } from './run.js'

/** Runs that the library itself has made, or held against their digests: they need not be read again. */
const runs = new WeakSet<Run>()

/** Remembers a run as one that holds. */
export function holding(run: Run): Run {
  runs.add(run)
  return run
}

/** Whether a run is known to hold. */
export function isHolding(run: Run): boolean {
  return runs.has(run)
}

import type { Run } from '../../src/pay/index.js'
import { digestOf } from '../../src/problem/index.js'

/** The runs with every digest made anew from a place on, and each naming the one before it. */
export function sealed(runs: readonly Run[], from = 0): readonly Run[] {
  const made: Run[] = runs.slice(0, from)
  for (const { digest: _, ...run } of runs.slice(from)) {
    const before = made.at(-1)
    const content: Omit<Run, 'digest'> = {
      ...run,
      before: before === undefined ? 'first' : { digest: before.digest },
    }
    made.push({ ...content, digest: digestOf(content) })
  }
  return made
}

/** The runs with one of them changed, and all that comes after sealed anew. */
export function changed(
  runs: readonly Run[],
  i: number,
  change: (run: Run) => Run,
): readonly Run[] {
  return sealed(
    runs.map((run, at) => (at === i ? change(run) : run)),
    i,
  )
}

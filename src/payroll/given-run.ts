import type { Run } from '../pay/index.js'
import { holding, readRun } from '../pay/internal.js'
import { digestOf, type Problem, problemsOf, shown } from '../problem/index.js'
import { membersOf } from '../problem/plain-copy.js'
import { proofProblem } from '../words/index.js'

/** A run that may come from anywhere, and what is wrong with it; none where it is no run at all. */
export interface GivenRun {
  readonly run?: Run
  readonly problems: readonly Problem[]
}

/** Reads a run, and holds it against its own digest. */
export function givenRun(json: unknown): GivenRun {
  const format = membersOf(json).members?.get('format')
  if (format !== undefined && format !== 1)
    return { problems: [proofProblem('other-format', 'format', { found: shown(format).en })] }
  let run: Run | undefined
  const problems = problemsOf(() => {
    run = readRun(json)
  })
  if (run === undefined) return { problems }
  const { digest: found, ...content } = run
  const expected = digestOf(content)
  return found === expected
    ? { run: holding(run), problems: [] }
    : { run, problems: [proofProblem('other-digest', 'digest', { found, expected })] }
}

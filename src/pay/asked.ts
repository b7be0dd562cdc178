import {
  anything,
  checkOptions,
  fail,
  having,
  list,
  optional,
  problemsOf,
  refuse,
  text,
  under,
} from '../problem/index.js'
import { proofProblem } from '../words/index.js'
import { isHolding } from './known-runs.js'
import type { SettleRequest } from './request.js'
import type { Run } from './run.js'
import { parseRun } from './run-schema.js'

const opening = having({
  component: text,
  person: optional(text),
  assignment: optional(text),
  earned: having({ rhythm: text, period: text }),
  settled: optional(text),
  value: optional(text),
  why: text,
})

/**
 * A request as it may be used. The run before is one that `settle` or `parseRun` gave; any other, such as
 * one that was read from JSON by hand, is held against its digest first.
 *
 * Throws a `PolicyError` for members of another type, for misspelt ones, and where the run before is
 * missing, is none, or was changed.
 */
export function askedOf(request: SettleRequest): SettleRequest {
  checkOptions(request, {
    period: text,
    before: anything,
    asOf: optional(text),
    openings: optional(list(opening)),
    only: optional(list(text)),
  })
  const { before } = request
  if (before === undefined) fail(proofProblem('no-before', 'before', {}))
  return before === 'first' || isHolding(before) ? request : { ...request, before: read(before) }
}

function read(before: unknown): Run {
  const runs: Run[] = []
  refuse(
    under(
      'before',
      problemsOf(() => runs.push(parseRun(before))),
    ),
  )
  return runs[0] as Run
}

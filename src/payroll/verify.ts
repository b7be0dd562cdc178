import { type PayBook, type PayData, type Run, type SettleRequest, settle } from '../pay/index.js'
import { type Problem, problemsOf, under } from '../problem/index.js'
import { proofProblem } from '../words/index.js'
import { differencesIn } from './differences.js'
import { givenRun } from './given-run.js'

/** What a run was settled with beside its book, its data, its period and its `asOf`. */
export type VerifyOptions = Pick<SettleRequest, 'before' | 'openings' | 'only'>

/** The most differences that are told. */
const most = 20

/**
 * Works a run out anew and tells where it differs: line by line the first place, what the run says, and
 * what the book and the data give; after 20 of them that there are more. Nothing where the run holds.
 *
 * Nothing is trusted: the run and the run before are held against their digests first, and where the
 * book is not that of the run this is told first. What was recorded after the run's `asOf` changes
 * nothing, so the data of today verify a run of last year.
 *
 * The run holds whichever version of the library made it, as long as its format is known here: `engine`
 * and the texts of problems are not compared.
 *
 * Throws nothing: why the run cannot be settled at all is told as its problems, also for data that
 * `parseData` has not read.
 *
 * @example
 * verify(book, data, april, { before: march }) //=> []
 * verify(book, data, { ...april, period: '2026-05' }, { before: march })[0]?.path //=> 'digest'
 */
export function verify(
  book: PayBook,
  data: PayData,
  run: Run,
  { before, openings, only }: VerifyOptions,
): readonly Problem[] {
  const given = givenRun(run)
  if (given.run === undefined) return given.problems
  const problems = [...bookProblems(book, given.run), ...given.problems]
  const told = given.run.before
  const named = told === 'first' ? told : told.digest
  const earlier = before === 'first' ? undefined : givenRun(before)
  if (earlier !== undefined) problems.push(...under('before', earlier.problems))
  const found = earlier === undefined ? 'first' : earlier.run?.digest
  if (found !== undefined && found !== named)
    problems.push(proofProblem('before-differs', 'before', { found, expected: named }))
  // By a run before that is another one, or was changed, nothing can be told.
  if (found !== named || (earlier?.problems.length ?? 0) > 0) return problems
  const { period, asOf } = given.run
  const settled: Run[] = []
  const refused = problemsOf(() => {
    settled.push(
      settle(book, data, { period, asOf, before: earlier?.run ?? 'first', openings, only }),
    )
  })
  const differences = settled.flatMap((again) => firstOf(differencesIn(given.run as Run, again)))
  return [...problems, ...refused, ...differences]
}

function bookProblems({ digest: expected }: PayBook, { book: found }: Run): readonly Problem[] {
  return found === expected ? [] : [proofProblem('other-book-digest', 'book', { found, expected })]
}

function firstOf(differences: Iterable<Problem>): readonly Problem[] {
  const told: Problem[] = []
  for (const difference of differences) {
    if (told.length === most) return [...told, proofProblem('more-differences', '', { told: most })]
    told.push(difference)
  }
  return told
}

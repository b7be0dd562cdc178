import type { PayBook, Run } from '../pay/index.js'
import {
  anything,
  at,
  checkOptions,
  optional,
  type Problem,
  text,
  under,
} from '../problem/index.js'
import { wrongType } from '../problem/shape-problems.js'
import { proofProblem } from '../words/index.js'
import { checkFirst, checkLink } from './chain-links.js'
import { checkDivisions, checkPaid, type PaidByKey, paidIn } from './chain-paid.js'
import { checkSettled, type SettledByKey, settledIn } from './chain-sums.js'
import { type NameOf, namedBy, type Tell, telling } from './chain-telling.js'
import { givenRun } from './given-run.js'

/** What is known of a chain of runs beside them. */
export interface ChainOptions {
  /**
   * The digest of the last run, kept or signed elsewhere. Without it nobody can tell that the end was cut
   * off, or that all was written anew.
   */
  readonly head?: string | undefined
  /**
   * The digest of the run that the chain begins with, kept or signed elsewhere. Without it the chain has to
   * begin with the first run of all.
   */
  readonly root?: string | undefined
  /**
   * The book of the last run: it tells which components were called otherwise before, and which periods
   * no run may leave out. Without it a component that was renamed reads as one that was lost.
   */
  readonly book?: PayBook | undefined
}

/** What the next run is held against. */
interface Known {
  readonly run: Run
  readonly settled: SettledByKey
  readonly paid: PaidByKey
}

/** The runs that were gone through: where each is, and where the one is that follows it. */
interface Passed {
  readonly places: Map<string, number>
  readonly followed: Set<string>
}

/**
 * Checks that runs are what `settle` made of each other, in order: that each holds what its digest says,
 * follows the one before, and pays what it says; that what is settled moves by the lines alone. Nothing
 * where all of it holds; otherwise in each run the first place of each kind of break.
 *
 * A chain proves itself only up to its last digest: who can write runs can write all of them anew. Keep
 * that digest where they cannot, or sign it, and give it as `head`.
 *
 * Amounts are exact decimals; nothing is rounded. The work is linear in the size of the runs, which may
 * come from anywhere. Throws a `PolicyError` for options that are none.
 *
 * @example
 * verifyChain([january, february, march], { head: march.digest }) //=> []
 * verifyChain([january, march]).map(({ path }) => path)[0] //=> '[1].before'
 */
export function verifyChain(runs: readonly Run[], options: ChainOptions = {}): readonly Problem[] {
  checkOptions(options, { head: optional(text), root: optional(text), book: anything })
  const { head, root, book } = options
  if (!Array.isArray(runs)) return [wrongType('', 'array', runs)]
  if (runs.length === 0)
    return head === undefined && root === undefined ? [] : [proofProblem('no-runs', '', {})]
  const problems: Problem[] = []
  const nameOf = namedBy(book)
  const passed: Passed = { places: new Map(), followed: new Set() }
  const withLines = new Set<string>()
  let before: Known | undefined
  for (const [i, json] of runs.entries()) {
    const path = at('', i)
    const tell = telling(path, problems)
    const { run, problems: own } = givenRun(json)
    problems.push(...under(path, own))
    if (run === undefined) {
      before = undefined
      continue
    }
    if (i === 0 && root !== undefined && run.digest !== root)
      tell('not-the-root', 'digest', { found: run.digest, expected: root })
    if (isRepeated(run, i, passed, tell)) continue
    if (before !== undefined) {
      checkBefore(before.run, run, passed, tell)
      checkLink(before.run, run, book, tell)
    } else if (i === 0 && (root === undefined || run.before === 'first')) checkFirst(run, tell)
    if (run.before !== 'first') passed.followed.add(run.before.digest)
    for (const { component } of run.lines) withLines.add(nameOf(component))
    before = checkSums(run, before, withLines, nameOf, tell)
  }
  const last = runs.length - 1
  const found = before?.run.digest
  if (head !== undefined && found !== undefined && found !== head)
    telling(at('', last), problems)('not-the-head', 'digest', { found, expected: head })
  return problems
}

function isRepeated({ digest }: Run, i: number, { places }: Passed, tell: Tell): boolean {
  const place = places.get(digest)
  if (place === undefined) places.set(digest, i)
  else tell('repeated-run', 'digest', { run: place })
  return place !== undefined
}

/** The run names the one before it; one that another run follows already makes a fork. */
function checkBefore(
  { digest }: Run,
  { before }: Run,
  { places, followed }: Passed,
  tell: Tell,
): void {
  const found = before === 'first' ? before : before.digest
  if (found === digest) return
  if (followed.has(found) && places.has(found))
    tell('forked-chain', 'before', { run: places.get(found) as number })
  else tell('other-before', 'before', { found, expected: digest })
}

function checkSums(
  run: Run,
  before: Known | undefined,
  withLines: ReadonlySet<string>,
  nameOf: NameOf,
  tell: Tell,
): Known {
  const settled = settledIn(run, nameOf, tell)
  const paid = paidIn(run, nameOf, tell)
  const isFirst = before === undefined && run.before === 'first'
  checkSettled(run, before?.settled ?? (isFirst ? 'first' : 'unknown'), settled, nameOf, tell)
  checkPaid(run, before?.paid ?? (isFirst ? new Map() : undefined), paid, withLines, nameOf, tell)
  checkDivisions(run, tell)
  return { run, settled, paid }
}

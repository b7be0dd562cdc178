import { at, canonicalJson, type Problem, problemsOf } from '../problem/index.js'
import { minorUnits, total } from '../quantity/index.js'
import { disclosureProblem } from '../words/index.js'
import {
  type Audience,
  audienceNamed,
  headClasses,
  headOf,
  lineClasses,
  seesAllLines,
  shownOf,
} from './audience.js'
import { emptyOf, hashOfAll, type LeafOf, leaf, rootOf, statementHash } from './commitment.js'
import { sumsByTag } from './described.js'
import { type Rooted, rootFrom } from './tree.js'
import type { Opened, View, ViewLine } from './view.js'
import { parseView } from './view-schema.js'

/** What a view is verified by beside its root. */
export interface VerifyViewOptions {
  /** The audiences that the book declares. */
  readonly audiences?: Readonly<Record<string, Audience>> | undefined
}

/**
 * What is wrong with a view, each with its path; nothing where it is part of the run that the root was made
 * of: values that were changed, lines and classes that its audience sees and that are not there, more than
 * it sees, totals that the lines do not add up to, and another root. The owner of a statement sees by it
 * that all of their lines are there.
 *
 * Throws a `PolicyError` for an audience that neither every book has nor `audiences` names.
 *
 * @example
 * verifyView(view, published.root) //=> []
 */
export function verifyView(
  view: View,
  root: string,
  { audiences }: VerifyViewOptions = {},
): readonly Problem[] {
  let read: View | undefined
  const problems = problemsOf(() => {
    read = parseView(view)
  })
  if (read === undefined) return problems
  const audience = audienceNamed(read.audience, audiences)
  return [
    ...openedProblems('head', 'head', read.head, headOf(audience), read.audience),
    ...read.lines.flatMap((line, i) => lineProblems(at('lines', i), line, audience, view.audience)),
    ...leftOutProblems(read, audience),
    ...totalsProblems(read),
    ...rootProblems(read, root),
  ]
}

function lineProblems(
  path: string,
  line: ViewLine,
  audience: Audience,
  name: string,
): readonly Problem[] {
  const { what, amount } = line.shown
  // Of a line that does not say what it is, nobody can tell what else it may show.
  const seen =
    (what && shownOf(audience, { ...what, ...(amount !== undefined && { amount }) })) ??
    new Set(['what'] as const)
  return openedProblems('line', path, line, seen, name)
}

/** Whether each class is there as its audience sees it, and is what its hash was made of. */
function openedProblems<Class extends string, Values extends object>(
  of: LeafOf,
  path: string,
  { shown, nonces, hashes }: Opened<Class, Values>,
  seen: ReadonlySet<Class>,
  audience: string,
): readonly Problem[] {
  return (Object.keys(hashes) as Class[]).flatMap((what) => {
    const where = at(at(path, 'shown'), what)
    const value = (shown as Readonly<Record<string, unknown>>)[what]
    if (value === undefined)
      return seen.has(what) ? [disclosureProblem('left-out', where, { what, audience })] : []
    const isGenuine = leaf(of, what, nonces[what] ?? '', value) === hashes[what]
    return [
      ...(seen.has(what) ? [] : [disclosureProblem('shows-more', where, { what, audience })]),
      ...(isGenuine ? [] : [disclosureProblem('forged-value', where, { what })]),
    ]
  })
}

function leftOutProblems({ hidden, audience: name }: View, audience: Audience): readonly Problem[] {
  if (!seesAllLines(audience)) return []
  return Object.keys(hidden).map((node) =>
    disclosureProblem('left-out-line', at('hidden', node), { audience: name }),
  )
}

/** The totals, where they and every line's amount are shown. */
function totalsProblems({ head, lines, hidden, run }: View): readonly Problem[] {
  const { totals } = head.shown
  const shown = lines.flatMap(({ shown: { what, amount } }) =>
    what === undefined || amount === undefined ? [] : [{ tags: what.tags, amount }],
  )
  const isWhole = Object.keys(hidden).length === 0 && shown.length === lines.length
  if (totals === undefined || !isWhole) return []
  const places = minorUnits(run.currency)
  const amounts = shown.map(({ amount }) => amount)
  const sums = { subtotals: sumsByTag(shown, places), total: total(amounts, places) }
  if (canonicalJson(sums) === canonicalJson(totals)) return []
  return [disclosureProblem('other-totals', 'head.shown.totals', {})]
}

function rootProblems(view: View, root: string): readonly Problem[] {
  const { head, lines, empty, hidden, place, beside, run } = view
  const places = lines.map(
    (line) => [line.place, hashOf('line', line.hashes, lineClasses)] as const,
  )
  const seen = new Set<string>()
  const repeated = places.find(([node]) => seen.has(node) || !seen.add(node))
  const nodes = new Map([
    ...Object.entries(hidden),
    ...Object.entries(empty).map(([node, nonce]) => [node, emptyOf(nonce)] as const),
    ...places,
  ])
  const of = repeated === undefined ? rootFrom(nodes) : { twice: repeated[0] }
  if (!('root' in of)) return [placeProblem('lines', of)]
  const statement = statementHash(hashOf('head', head.hashes, headClasses), of.root)
  const all = rootFrom(new Map([...Object.entries(beside), [place, statement]]))
  if (!('root' in all)) return [placeProblem('beside', all)]
  const { period, number } = run
  return rootOf(run, all.root) === root
    ? []
    : [disclosureProblem('wrong-root', '', { period, number })]
}

function placeProblem(path: string, of: Exclude<Rooted, { readonly root: string }>): Problem {
  return 'twice' in of
    ? disclosureProblem('told-place', path, { node: of.twice, times: 'twice' })
    : disclosureProblem('told-place', path, { node: of.missing, times: 'never' })
}

function hashOf<Class extends string>(
  of: LeafOf,
  hashes: Readonly<Record<Class, string>>,
  classes: readonly Class[],
): string {
  return hashOfAll(
    of,
    classes.map((each) => hashes[each]),
  )
}

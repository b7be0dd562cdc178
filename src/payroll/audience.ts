import type { PayBook } from '../pay/index.js'
import { fail, type Label } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { disclosureProblem } from '../words/index.js'
import type { StatementLine } from './statement.js'

/**
 * The classes of what a line says, each disclosed as a whole or not at all:
 * `what` it pays (component, post, period earned, label, clause, tags), the `amount`, the `settlement`
 * (entitled, settled before), the `working` (its parts, and what they read of the person's own and of
 * the company's), what they read of `others`, `why` (reasons in words), and the `proof`, a fingerprint
 * of all that was read.
 */
export const lineClasses = [
  'what',
  'amount',
  'settlement',
  'working',
  'others',
  'why',
  'proof',
] as const

/** A class of what a line says. */
export type LineClass = (typeof lineClasses)[number]

/**
 * The classes of what a statement says beside its lines: `who` it is for, `about` them (attributes), the
 * `totals`, which lines are `withheld`, for which `reasons`, for which that tell of `others`, and the
 * `proof`: the digests of the run and of the book.
 */
export const headClasses = [
  'who',
  'about',
  'totals',
  'withheld',
  'reasons',
  'others',
  'proof',
] as const

/** A class of what a statement says beside its lines. */
export type HeadClass = (typeof headClasses)[number]

/** Some lines, and what is shown of them beside what they pay. */
export interface Shown {
  /** All lines, or those of some components or with one of some tags; with `paid`, those alone that pay anything. */
  readonly of:
    | 'all'
    | {
        readonly components?: readonly string[] | undefined
        readonly tags?: readonly string[] | undefined
        readonly paid?: true | undefined
      }
  readonly shows: readonly LineClass[]
}

/** Who reads a statement, and what of it they see. Plain JSON, in the `audiences` of a book. */
export interface Audience {
  readonly label?: Label | undefined
  /** What is shown beside the lines, and beside who the statement is for. */
  readonly head: readonly HeadClass[]
  /** Of each line what the first that names it shows; a line that none names is hidden. */
  readonly lines: readonly Shown[]
}

/** The audiences of every book. */
export type BuiltIn = 'employee' | 'manager' | 'peer' | 'auditor'

/** Who sees what: whatever is not named here is shown to nobody. */
export const builtIn: Readonly<Record<BuiltIn, Audience>> = {
  employee: {
    head: ['about', 'totals', 'withheld', 'reasons'],
    lines: [{ of: 'all', shows: ['amount', 'settlement', 'working', 'why'] }],
  },
  manager: {
    head: ['about', 'totals', 'withheld'],
    lines: [{ of: 'all', shows: ['amount'] }],
  },
  peer: { head: [], lines: [{ of: { tags: ['award'], paid: true }, shows: [] }] },
  auditor: { head: headClasses, lines: [{ of: 'all', shows: lineClasses }] },
}

/** A book with what its company declares of who sees what. */
export interface DisclosedBook extends PayBook {
  readonly audiences?: Readonly<Record<string, Audience>> | undefined
}

/** The audience of a name: one that every book has, or one of the book's own. */
export function audienceNamed(
  name: string,
  own: DisclosedBook['audiences'],
  path = 'audience',
): Audience {
  const found = knownAudience(name, own)
  if (found !== undefined) return found
  const known = [...Object.keys(builtIn), ...Object.keys(own ?? {})]
  return fail(disclosureProblem('unknown-audience', path, { found: name, known }))
}

export function knownAudience(
  name: string,
  own: DisclosedBook['audiences'] = {},
): Audience | undefined {
  if (Object.hasOwn(builtIn, name)) return builtIn[name as BuiltIn]
  return Object.hasOwn(own, name) ? own[name] : undefined
}

/** What an audience sees of a line, whose amount may be hidden; `undefined` where it sees no such line. */
export function shownOf(
  { lines }: Audience,
  {
    component,
    tags,
    amount,
  }: Pick<StatementLine, 'component' | 'tags'> & Partial<Pick<StatementLine, 'amount'>>,
): ReadonlySet<LineClass> | undefined {
  const paysNothing = amount !== undefined && decimal(amount).isZero()
  const rule = lines.find(({ of }) => {
    if (of === 'all') return true
    const isNamed =
      of.components?.includes(component) === true ||
      of.tags?.some((tag) => tags.includes(tag)) === true
    return isNamed && !(of.paid === true && paysNothing)
  })
  return rule && new Set<LineClass>(['what', ...rule.shows])
}

/** What an audience sees beside the lines. */
export function headOf({ head }: Audience): ReadonlySet<HeadClass> {
  return new Set<HeadClass>(['who', ...head])
}

/** Whether an audience sees something of every line. */
export function seesAllLines({ lines }: Audience): boolean {
  return lines.some(({ of }) => of === 'all')
}

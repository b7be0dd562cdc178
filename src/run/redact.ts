import { fail } from '../problem/index.js'
import { noAudience } from './problems.js'
import type { LineKind, Statement } from './statement.js'
import {
  type Audience,
  type Copied,
  type LineOf,
  lineShape,
  statementShape,
  views,
} from './views.js'

/** A line as its audience may see it: what it may not see is not there. */
export type DisclosedLine = {
  readonly [K in LineKind]: Pick<LineOf<K>, 'kind' | 'source' | 'label'> & Partial<LineOf<K>>
}[LineKind]

/** A statement as its audience may see it: what it may not see is not there. */
export type DisclosedStatement = Pick<
  Statement,
  'name' | 'department' | 'departmentLabel' | 'period'
> &
  Partial<Omit<Statement, 'lines'>> & {
    readonly audience: Audience
    readonly lines: readonly DisclosedLine[]
  }

/**
 * A statement with what an audience may see, and nothing else: member by member, so that what is not
 * named for the audience, such as a note that was added to a statement or a line, is not copied.
 *
 * - `auditor`: all of it, with the digests.
 * - `employee`: all of it but how others fared: an award shows its place, not whom it beat and by what;
 *   a share of a pool shows its own amount.
 * - `manager`: what is paid and by which clause; not from which figures, and no reason of adjustments.
 * - `peer`: the awards that were won, and their places; no amount.
 *
 * The digest and those of the data go to the auditor alone: they cover what the others may not see,
 * and could confirm a guess of it.
 *
 * Throws a `PolicyError` for an audience that is none.
 *
 * @example
 * redact(statement, 'peer').lines.map(({ kind }) => kind) //=> ['award']
 */
export function redact(statement: Statement, audience: Audience): DisclosedStatement {
  return viewOf(statement, audience)
}

/** What an audience may see of what is there; a statement that names none is shown to nobody. */
export function viewOf(
  statement: Omit<DisclosedStatement, 'audience'>,
  audience: Audience,
): DisclosedStatement {
  const view = Object.hasOwn(views, audience) ? views[audience] : fail(noAudience(audience))
  const { lines, ...rest } = statement
  const shown = lines.flatMap((line) => {
    const members = Object.hasOwn(view.lines, line.kind) ? view.lines[line.kind] : []
    return members.length === 0 ? [] : [membersOf(line, members, lineShape)]
  })
  const seen = membersOf(rest, view.statement, statementShape)
  return { audience, ...seen, lines: shown } as unknown as DisclosedStatement
}

/** The named members of an object that it has itself; none that every object inherits. */
function membersOf(
  object: object,
  names: readonly string[],
  shape: Copied,
): Readonly<Record<string, unknown>> {
  const entries = names.flatMap((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(object, name)?.value
    return value === undefined ? [] : [[name, copied(value, shape[name] as Copied)]]
  })
  return Object.fromEntries(entries)
}

function copied(value: unknown, shape: Copied): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => copied(each, shape))
  return membersOf(value, Object.keys(shape), shape)
}

import type { PayData, Run } from '../pay/index.js'
import { type Presence, presenceOf } from '../pay/internal.js'
import { checkOptions, fail, having, list, optional, text } from '../problem/index.js'
import { disclosureProblem } from '../words/index.js'
import { audienceNamed, type DisclosedBook } from './audience.js'

/** Who wants to see a statement: a person of the company, somebody with roles, or both. */
export interface Viewer {
  readonly person?: string | undefined
  readonly roles?: readonly string[] | undefined
}

/** How a company tells what a viewer may see. */
export interface Access {
  /** The dated attribute that names each person's manager; `manager` unless said. */
  readonly manager?: string | undefined
  /** The attribute whose value peers have in common, such as the department; nobody is a peer unless said. */
  readonly peers?: string | undefined
  /** The audience of each role. */
  readonly roles?: Readonly<Record<string, string>> | undefined
}

/** Whose statement is asked for, by whom. */
export interface AudienceRequest {
  readonly viewer: Viewer
  readonly of: string
  readonly access?: Access | undefined
}

/**
 * The audience that a viewer belongs to, of a person's statement of a run: `employee` of their own; else
 * that of the first of their roles which has one; else `manager` of everybody below them, at whatever
 * level, and `peer` where the attribute of peers is the same. All by the last day of the run's period.
 *
 * Throws a `PolicyError` for who may not see it (also of somebody who is not given: nobody learns who is
 * employed), for a role whose audience there is not, and where the attribute of managers leads from
 * somebody above back to themselves.
 *
 * @example
 * audienceFor(book, data, run, { viewer: { person: 'wang' }, of: 'li' }) //=> 'manager'
 */
export function audienceFor(
  book: DisclosedBook,
  data: PayData,
  run: Run,
  request: AudienceRequest,
): string {
  checkOptions(request, {
    viewer: having({ person: optional(text), roles: optional(list(text)) }),
    of: text,
  })
  const { viewer, of, access = {} } = request
  const presence = presenceOf(book, data, run)
  const { person, roles = [] } = viewer
  if (person === of) return 'employee'
  const table = access.roles ?? {}
  const role = roles.find((each) => Object.hasOwn(table, each))
  if (role !== undefined) {
    const name = table[role] as string
    audienceNamed(name, book.audiences, `access.roles.${role}`)
    return name
  }
  if (person !== undefined) {
    const posts = postsIn(data)
    if (isAbove(presence, posts, person, of, access.manager ?? 'manager')) return 'manager'
    if (access.peers !== undefined && isPeer(presence, person, of, access.peers)) return 'peer'
  }
  return fail(disclosureProblem('no-access', 'viewer', { of }))
}

/** The posts of each person. */
function postsIn({ people }: PayData): ReadonlyMap<string, readonly string[]> {
  return new Map(people.map(({ id, assignments = [] }) => [id, assignments.map((each) => each.id)]))
}

function isAbove(
  { attribute, period }: Presence,
  posts: ReadonlyMap<string, readonly string[]>,
  above: string,
  of: string,
  name: string,
): boolean {
  // Of a post that has none of its own it is the person's; posts may have several.
  const managersOf = (person: string) => {
    const own = [undefined, ...(posts.get(person) ?? [])].flatMap((assignment) => {
      const found = attribute(name, { person, assignment, day: period.to })
      return found === undefined ? [] : [found]
    })
    return [...new Set(own)]
  }
  const done = new Set<string>()
  const open: { readonly person: string; readonly left: string[] }[] = []
  const path = new Set<string>()
  const enter = (person: string) => {
    if (path.has(person)) fail(disclosureProblem('circle-of-managers', 'of', { name, person }))
    if (done.has(person)) return
    path.add(person)
    open.push({ person, left: managersOf(person) })
  }
  enter(of)
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const next = last.left.pop()
    if (next !== undefined) enter(next)
    else {
      open.pop()
      path.delete(last.person)
      done.add(last.person)
    }
  }
  return done.has(above)
}

function isPeer(
  { attribute, period: { to: day } }: Presence,
  person: string,
  of: string,
  name: string,
): boolean {
  const own = attribute(name, { person, day })
  return own !== undefined && own === attribute(name, { person: of, day })
}

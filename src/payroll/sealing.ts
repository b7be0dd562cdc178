import type { PayData, Run } from '../pay/index.js'
import {
  type DisclosedBook,
  type HeadClass,
  headClasses,
  type LineClass,
  lineClasses,
} from './audience.js'
import {
  type Derive,
  deriving,
  hashOfAll,
  type Leaf,
  type LeafOf,
  leaf,
  nonceOf,
  rootOf,
  statementHash,
} from './commitment.js'
import { type HeadValues, type LineValues, leafingOf } from './leaves.js'
import { type Statement, type StatementLine, statements } from './statement.js'
import { depthFor, placesOf, type Tree, treeOf } from './tree.js'

/** The values of some classes, with the nonce and the hash of each. */
export interface Committed<Values> {
  readonly values: Values
  readonly nonces: Readonly<Record<keyof Values, string>>
  readonly hashes: Readonly<Record<keyof Values, string>>
  /** Of all classes. */
  readonly hash: string
}

/** A line of a statement that is committed to. */
export interface CommittedLine extends Committed<LineValues> {
  readonly line: StatementLine
}

/** All that one statement is committed to. */
export interface CommittedStatement {
  readonly statement: Statement
  readonly head: Committed<HeadValues>
  /** The lines, by their places. */
  readonly lines: ReadonlyMap<string, CommittedLine>
  readonly tree: Tree
  readonly hash: string
}

/** All statements of a run, committed to by one root. */
export interface Sealing {
  readonly root: string
  readonly statementOf: (person: string) => CommittedStatement | undefined
  /** The people who have a statement. */
  readonly people: readonly string[]
  /** The place of a person's statement in the tree of all. */
  readonly placeOf: (person: string) => string
  readonly tree: Tree
}

/** What is committed to, and by which key. */
export interface SealingOptions {
  /** The host's secret, at least 32 characters that nobody can guess. Who has it can open everything. */
  readonly key: string
  /** The attributes that statements name, such as the department; none unless said. */
  readonly about?: readonly string[] | undefined
}

/** What makes nonces, places and leaves. */
export interface Making {
  readonly derive: Derive
  readonly leaf: Leaf
}

/** Commits to all statements of a run. */
export function sealingOf(
  book: DisclosedBook,
  data: PayData,
  run: Run,
  { key, about }: SealingOptions,
  making: Making = { derive: deriving(key, run.digest), leaf },
): Sealing {
  const { derive } = making
  const all = statements(book, data, run, { about })
  // One depth for everybody: nobody's tells how many lines they have.
  const depth = depthFor(all.reduce((most, { lines }) => Math.max(most, lines.length), 0))
  const leafing = leafingOf(book)
  const committedOf = (statement: Statement): CommittedStatement => {
    const { person } = statement
    const names = keysOf(statement.lines)
    const places = placesOf(statement.lines, depth, (line, round) =>
      derive(['place', person, names.get(line) as string, round]),
    )
    const lines = new Map(
      [...places].map(([place, line]) => {
        const name = [person, names.get(line) as string]
        return [
          place,
          { line, ...committed(making, 'line', name, leafing.line(line), lineClasses) },
        ]
      }),
    )
    const head = committed(making, 'head', [person], leafing.head(statement, run), headClasses)
    const hashes = new Map([...lines].map(([place, { hash }]) => [place, hash]))
    const tree = treeOf(hashes, depth, (node) => nonceOf(derive, ['empty', person, node]))
    return { statement, head, lines, tree, hash: statementHash(head.hash, tree.root) }
  }
  const people = all.map(({ person }) => person)
  const peopleDepth = depthFor(people.length)
  const byPlace = placesOf(all, peopleDepth, ({ person }, round) =>
    derive(['place', person, round]),
  )
  const hashes = new Map(
    [...byPlace].map(([place, statement]) => [place, committedOf(statement).hash]),
  )
  const tree = treeOf(hashes, peopleDepth, (node) => nonceOf(derive, ['empty', node]))
  const byPerson = new Map(all.map((statement) => [statement.person, statement]))
  const placeOf = new Map([...byPlace].map(([place, { person }]) => [person, place]))
  return {
    root: rootOf(run, tree.root),
    people,
    // Made again: all leaves of a large run are not held at once.
    statementOf: (person) => {
      const statement = byPerson.get(person)
      return statement && committedOf(statement)
    },
    placeOf: (person) => placeOf.get(person) as string,
    tree,
  }
}

/** What a line is called among those of its person: what it pays, and of which period. */
function keysOf(lines: readonly StatementLine[]): ReadonlyMap<StatementLine, string> {
  const seen = new Map<string, number>()
  return new Map(
    lines.map((line) => {
      const { component, assignment = '', earned } = line
      const key = JSON.stringify([component, assignment, earned.rhythm, earned.period])
      const number = seen.get(key) ?? 0
      seen.set(key, number + 1)
      return [line, `${key}${number}`]
    }),
  )
}

function committed<
  Class extends HeadClass | LineClass,
  Values extends Readonly<Record<Class, unknown>>,
>(
  making: Making,
  of: LeafOf,
  name: readonly string[],
  values: Values,
  classes: readonly Class[],
): Committed<Values> {
  const nonces = {} as Record<Class, string>
  const hashes = {} as Record<Class, string>
  for (const each of classes) {
    const nonce = nonceOf(making.derive, [of, ...name, each])
    nonces[each] = nonce
    hashes[each] = making.leaf(of, each, nonce, values[each])
  }
  const hash = hashOfAll(
    of,
    classes.map((each) => hashes[each]),
  )
  return { values, nonces, hashes, hash } as unknown as Committed<Values>
}

import type { HeadClass, LineClass } from './audience.js'
import type { RunFacts } from './commitment.js'
import type { HeadValues, LineValues } from './leaves.js'

/**
 * Values by class as an audience may see them: of what is shown the nonce, of everything the hash. A hash
 * without its nonce confirms no guess of what it is of.
 */
export interface Opened<Class extends string, Values> {
  readonly shown: Partial<Values>
  readonly nonces: { readonly [C in Class]?: string }
  readonly hashes: { readonly [C in Class]: string }
}

/** A line of a view, and its place in the tree of the statement. */
export interface ViewLine extends Opened<LineClass, LineValues> {
  readonly place: string
}

/**
 * A statement as an audience may see it, with what proves that it is part of a run's seal. Plain JSON.
 *
 * Nodes of a tree are named by bits, from its root: `''` is all of it, `'01'` the second quarter.
 */
export interface View {
  readonly format: 1
  readonly audience: string
  readonly run: RunFacts
  /** What the statement says beside its lines. */
  readonly head: Opened<HeadClass, HeadValues>
  /** In the order of the book, then of the periods. */
  readonly lines: readonly ViewLine[]
  /** Nonces of the nodes of the statement's tree that hold nothing; none where some lines are hidden. */
  readonly empty: Readonly<Record<string, string>>
  /** Hashes of the nodes of the statement's tree that are not shown: they hold a line, or nothing. */
  readonly hidden: Readonly<Record<string, string>>
  /** The statement's place in the tree of the run, and the hashes beside it. */
  readonly place: string
  readonly beside: Readonly<Record<string, string>>
}

import { frozenCopy } from '../formula/internal.js'
import { at, digestOf, type Problem, refuse } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, LinkedVersion, PayBook } from './book.js'
import type { Book, Component, Version } from './component.js'
import type { Checking } from './link-context.js'
import { draftProblems } from './link-draft.js'
import { nameProblems } from './link-names.js'
import { type Order, orderOf } from './link-order.js'
import { payLimits, shapeProblems } from './link-shape.js'
import { type Draft, draftsOf } from './link-versions.js'
import { numberOfReads, tagsOf } from './reads.js'
import { rhythmsOf, runRhythm, scopeOf } from './rhythms.js'

/**
 * Checks a book and puts its components in the order in which they can be worked out. What it gives is
 * a copy that nobody can change.
 *
 * Throws a `PolicyError` with every problem and its path: what `check` finds in a formula, an input
 * without a source, a unit or a scale that differ from what is read, components that read each other
 * within a period, and what else no run could make sense of.
 *
 * @example
 * const linked = link({ currency: 'CNY', retro: 2, components: { base: [{ value: base }], bonus: [{ value: bonus }] } })
 * [...linked.components.keys()] //=> ['base', 'bonus']
 */
export function link(book: Book): PayBook {
  const empty = Object.values(book.components).some((versions) => versions.length === 0)
  // What has no version is told, and then as if it were not there.
  const written = empty ? { ...book, components: withVersions(book) } : book
  refuse(tooManyReads(written))
  const order = orderOf(written)
  const { drafts, problems } = draftsOf(written, order)
  const rhythms = rhythmsOf(book)
  const checking: Checking = { book: written, rhythms, runs: runRhythm(book), order, drafts }
  refuse([
    ...shapeProblems(book),
    ...problems,
    ...order.circles.map((chain) =>
      payProblem('circular-components', at('components', chain[0] as string), { chain }),
    ),
    ...[...drafts.values()].flatMap((draft) => draftProblems(checking, draft)),
    ...nameProblems(checking),
  ])
  return linked(book, order, drafts)
}

/** What must be right before anything follows the reads. */
function tooManyReads(book: Book): readonly Problem[] {
  const reads = numberOfReads(book, tagsOf(book))
  const most = payLimits.reads
  return reads > most ? [payProblem('too-many-reads', 'components', { reads, most })] : []
}

function withVersions({ components }: Book): Book['components'] {
  return Object.fromEntries(
    Object.entries(components).filter(([, versions]) => versions.length > 0),
  )
}

/** The book that has no problem. */
function linked(book: Book, order: Order, drafts: ReadonlyMap<string, Draft>): PayBook {
  // The order of the rhythms has a meaning, which the digest of an object does not tell.
  const digest = digestOf({ ...book, rhythms: Object.entries(rhythmsOf(book)) })
  const definition = frozenCopy(book)
  const components = order.names.map((name) => {
    const component = linkedComponent(definition, order, drafts.get(name) as Draft)
    return [name, component] as const
  })
  return Object.freeze({
    definition,
    components: new Map(components),
    tagged: order.tagged,
    digest,
  })
}

function linkedComponent(
  definition: Book,
  order: Order,
  { name, versions }: Draft,
): LinkedComponent {
  const written = definition.components[name] as readonly Version[]
  const values = written.map(({ value }) => value)
  const [first] = values as [Component]
  const { pays, retro } = first
  return Object.freeze({
    name,
    was: Object.freeze([...new Set(values.flatMap(({ was = [] }) => was))]),
    versions: Object.freeze(
      versions.map(({ formula }, i): LinkedVersion => {
        const { from, to, value } = written[i] as Version
        return Object.freeze({
          from,
          to,
          component: value,
          formula: formula as NonNullable<typeof formula>,
          digest: digestOf(value),
        })
      }),
    ),
    of: scopeOf(first),
    rhythm: first.period ?? runRhythm(definition),
    ...(pays !== undefined && { pays }),
    ...(retro !== undefined && { retro }),
    cash: order.cash.has(name),
    kept: order.kept.has(name),
    wide: order.wide.has(name),
    tags: Object.freeze([...new Set(values.flatMap(({ tags = [] }) => tags))]),
  })
}

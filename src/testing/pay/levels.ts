import { constant } from '../../formula/index.js'
import {
  type Component,
  component,
  type LinkedComponent,
  type PayBook,
  parseBook,
  type Version,
} from '../../pay/index.js'
import { remembered } from '../../problem/remembered.js'
import { type NamedShare, shareIn } from './divided.js'

/** What a book divides by levels: groups have parts of it, and their people parts of those. */
export interface Levelled {
  /** The component that pays the last parts. */
  readonly pays: string
  /** The attributes by which groups stand in groups, the narrowest first. */
  readonly by: readonly string[]
  /** The book with a component beside: what groups divide among them, it divides among people. */
  readonly book: PayBook
  /** The component beside. */
  readonly witness: string
}

/**
 * All that a book divides by levels. Groups are paid nothing, so no run tells what is divided among them: the
 * same is divided among people as well, in equal parts, and a run tells what that divides.
 */
export const levelledIn = remembered((book: PayBook): readonly Levelled[] => {
  const { components, ...definition } = book.definition
  return [...book.components.values()].flatMap((paying) => {
    const levels = paying.pays === 'due' ? levelsAbove(book, paying) : undefined
    if (levels === undefined) return []
    const { name: pays, retro } = paying
    const witness = `${pays}.divided`
    const weight = `${witness}.equally`
    const versions = components[levels.top] as readonly Version[]
    const written = {
      [weight]: [{ value: component(weight, {}, constant('1')) }],
      [witness]: versions.map(({ value, ...days }) => ({
        ...days,
        value: amongPeople(value, { component: witness, pays: 'due', retro }, weight),
      })),
    }
    const beside = parseBook({ ...definition, components: { ...components, ...written } })
    return [{ pays, by: levels.by, book: beside, witness }]
  })
}, new WeakMap())

interface Levels {
  /** The component of groups that has the first parts. */
  readonly top: string
  readonly by: readonly string[]
}

/** From who is paid up to the groups that have the first parts; nothing where no groups have any. */
function levelsAbove({ components }: PayBook, paying: LinkedComponent): Levels | undefined {
  const by: string[] = []
  let top: string | undefined
  let share = shareOf(paying)
  while (share !== undefined) {
    const { group } = share.among
    if (typeof group === 'object' && 'by' in group) by.push(group.by)
    const above = components.get(share.name) as LinkedComponent
    // What is made of a part may be less than it, and mean to be.
    const isPart = above.versions.every(({ formula }) => formula.expression.op === 'input')
    share = isPart ? shareOf(above) : undefined
    if (share !== undefined) top = above.name
  }
  return top === undefined ? undefined : { top, by }
}

/** The part that all versions of a component read of the same one. */
function shareOf({ versions }: LinkedComponent): NamedShare | undefined {
  const [first, ...others] = versions.map((version) => shareIn(version.component))
  return others.every((each) => each?.name === first?.name) ? first : undefined
}

/** A part that groups have, as one that people have, each as much. */
function amongPeople(
  { of: _, eligible: __, ...own }: Component,
  said: Pick<Component, 'component' | 'pays' | 'retro'>,
  share: string,
): Component {
  const reads = Object.entries(own.reads).map(([input, source]) => [
    input,
    { ...source, among: { ...(source as NamedShare).among, as: { share } } },
  ])
  return { ...own, ...said, reads: Object.fromEntries(reads) }
}

import type { Formula, ValueType } from '../formula/index.js'
import { checked, type Reading, sizeProblems } from '../formula/internal.js'
import { at, type Problem, under } from '../problem/index.js'
import type { Book, Component, Version } from './component.js'
import type { Order } from './link-order.js'

/** A version of a component while its book is checked. */
export interface DraftVersion {
  readonly version: Version
  readonly component: Component
  /** Where its component stands in the book. */
  readonly path: string
  /** Absent where the formula has a problem. */
  readonly formula: Formula | undefined
  /** The inputs of the formula, as far as they could be read. */
  readonly readings: readonly Reading[]
}

/** A component while its book is checked; it has one version at least. */
export interface Draft {
  readonly name: string
  readonly path: string
  readonly first: DraftVersion
  readonly versions: readonly DraftVersion[]
}

/** What the formulas of a book come to, and what is wrong with them. */
export interface Drafts {
  readonly drafts: ReadonlyMap<string, Draft>
  readonly problems: readonly Problem[]
}

/**
 * Checks the formulas of a book in the order in which they read each other, so that integers which
 * grow along the chain are found out.
 */
export function draftsOf(book: Book, { names, tagged }: Order): Drafts {
  const drafts = new Map<string, Draft>()
  const problems: Problem[] = []
  for (const name of names) {
    const path = at('components', name)
    const versions = (book.components[name] as readonly Version[]).map((version, i) => {
      const { value: component } = version
      const place = at(at(path, i), 'value')
      const size = under(at(place, 'formula'), sizeProblems(component.formula))
      problems.push(...size)
      if (size.length > 0)
        return { version, component, path: place, formula: undefined, readings: [] }
      const found = checked(component.formula, resultsRead(component, drafts, tagged))
      problems.push(...under(at(place, 'formula'), found.problems))
      return { version, component, path: place, formula: found.formula, readings: found.readings }
    })
    drafts.set(name, { name, path, first: versions[0] as DraftVersion, versions })
  }
  return { drafts, problems }
}

/** The formula of what each input reads of another component; the largest where there are several. */
function resultsRead(
  { reads }: Component,
  drafts: ReadonlyMap<string, Draft>,
  tagged: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Formula> {
  const found = new Map<string, Formula>()
  for (const [input, source] of Object.entries(reads)) {
    if (source.from !== 'component') continue
    const names = 'name' in source ? [source.name] : (tagged.get(source.tag) ?? [])
    const formulas = names.flatMap((name) => formulasOf(drafts.get(name)))
    const [largest] = formulas.toSorted((a, b) => wholeDigits(b) - wholeDigits(a))
    if (largest !== undefined) found.set(input, largest)
  }
  return found
}

/** The formulas of all versions of a component that have no problem. */
export function formulasOf(draft: Draft | undefined): readonly Formula[] {
  return (draft?.versions ?? []).flatMap(({ formula }) => formula ?? [])
}

function wholeDigits({ expression, types }: Formula): number {
  const { digits, scale } = types.get(expression) as ValueType
  return digits - scale
}

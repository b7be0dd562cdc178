import type { PayBook } from '../pay/index.js'
import { minorUnits, total } from '../quantity/index.js'
import { sumsByTag } from './described.js'
import { type Counted, type Groups, groupIn, joined, type Summing } from './group.js'
import { peopleIn, toldTogether } from './together.js'

/** What lines come to, and how many people are employed. Amounts have the places of the currency. */
export interface Sums extends Counted {
  readonly total: string
  /** By component, of those of which there is a line, in the order of the book. */
  readonly components: Readonly<Record<string, string>>
  /** What the components come to that too few people have to tell of each; absent where there is none. */
  readonly others?: string
  /** By tag; a tag is left out where one of its components is among the others. */
  readonly tags: Readonly<Record<string, string>>
}

/** The sums of the people with a value of an attribute. */
export interface GroupTotal extends Sums {
  /** The value, `''` where there is none; several values that are told together. */
  readonly values: readonly string[]
}

/** The sums of a company, and which of its components are told together. */
export function shownCompany(
  book: PayBook,
  company: Summing,
  smallest: number,
): { readonly sums: Sums; readonly together: ReadonlySet<string> } {
  const together = componentsTogether(book, [company], smallest)
  return { sums: sumsOf(book, company, together), together }
}

/** The sums of groups, small ones together, in the order of their values; what is told together comes last. */
export function shownGroups(
  book: PayBook,
  groups: Groups,
  smallest: number,
  already: ReadonlySet<string>,
): readonly GroupTotal[] {
  const places = minorUnits(book.definition.currency)
  const told = partition([groups], smallest).map((values) => ({
    values,
    group: inOne(groups, values, places),
  }))
  const together = componentsTogether(
    book,
    told.map(({ group }) => group),
    smallest,
    already,
  )
  return told.map(({ values, group }) => ({ values, ...sumsOf(book, group, together) }))
}

/** The values of which a group is told, each alone or several together: the same of several tables. */
export function partition(
  tables: readonly Groups[],
  smallest: number,
): readonly (readonly string[])[] {
  const values = [...new Set(tables.flatMap((groups) => [...groups.keys()]))].sort()
  const together = toldTogether(
    values,
    tables.map((groups) => peopleIn(new Map([...groups].map(([v, { anybody }]) => [v, anybody])))),
    smallest,
  )
  const alone = values.filter((value) => !together.has(value)).map((value) => [value])
  return together.size === 0 ? alone : [...alone, [...together].sort()]
}

/** The groups of some values as one. */
export function inOne(groups: Groups, values: readonly string[], places: number): Summing {
  const [only] = values as readonly [string]
  if (values.length === 1) return groupIn(groups, only)
  return joined(
    values.map((value) => groupIn(groups, value)),
    places,
  )
}

function componentsTogether(
  { components }: PayBook,
  groups: readonly Summing[],
  smallest: number,
  already: Iterable<string> = [],
): ReadonlySet<string> {
  const tables = groups.map(({ paid }) => peopleIn(paid))
  return toldTogether([...components.keys()], tables, smallest, already)
}

function sumsOf(
  { components, definition: { currency } }: PayBook,
  { counted, total: all, sums }: Summing,
  together: ReadonlySet<string>,
): Sums {
  const places = minorUnits(currency)
  const own = [...components.values()].flatMap(({ name, tags }) => {
    const sum = sums.get(name)
    return sum === undefined ? [] : [{ name, tags, amount: sum.total(places) }]
  })
  const told = own.filter(({ name }) => !together.has(name))
  const others = own.filter(({ name }) => together.has(name))
  const hidden = new Set(others.flatMap(({ tags }) => tags))
  return {
    ...counted,
    total: all.total(places),
    components: Object.fromEntries(told.map(({ name, amount }) => [name, amount])),
    ...(others.length > 0 && {
      others: total(
        others.map(({ amount }) => amount),
        places,
      ),
    }),
    tags: Object.fromEntries(
      Object.entries(sumsByTag(told, places)).filter(([tag]) => !hidden.has(tag)),
    ),
  }
}

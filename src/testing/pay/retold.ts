import type { Attributes, Data, Group, Known, Person, Row } from '../../pay/index.js'

/** Data as they are drawn: with groups and records. */
export interface DrawnData extends Data {
  readonly groups: readonly Group[]
  readonly records: Readonly<Record<string, readonly Row[]>>
}

/** The same data told otherwise. */

/** In another order: people, groups, records and all that is told of them, and the keys of every object. */
export function turned<T>(json: T): T {
  if (Array.isArray(json)) return json.map(turned).reverse() as T
  if (typeof json !== 'object' || json === null) return json
  const entries = Object.entries(json).reverse()
  return Object.fromEntries(entries.map(([key, value]) => [key, turned(value)])) as T
}

/** A name before every name keeps their order, by which equal remainders are shared. */
export const renamed = (id: string): string => `person ${id}`

/** Everybody renamed: where they are paid, credited, or named as the one above. */
export function renamedData(data: DrawnData, above: readonly string[]): DrawnData {
  const attributes = (given: Attributes): Attributes =>
    mapped(given, (values, name) =>
      above.includes(name)
        ? values.map((each) => ({ ...each, value: renamed(each.value) }))
        : values,
    )
  return {
    ...data,
    people: data.people.map((person) => ({
      ...person,
      id: renamed(person.id),
      name: `Somebody else (${person.id})`,
      attributes: attributes(person.attributes),
    })),
    records: mapped(data.records, (rows) =>
      rows.map(
        ({ person, ...row }) =>
          ({ ...row, ...(person !== undefined && { person: renamed(person) }) }) as Row,
      ),
    ),
  }
}

/** What is told of some of the people, and all that is told of nobody. */
export function dataOf(data: DrawnData, people: readonly Person[]): DrawnData {
  const ids = new Set(people.map(({ id }) => id))
  return {
    ...data,
    people,
    records: mapped(data.records, (rows) =>
      rows.filter(({ person }) => person === undefined || ids.has(person)),
    ),
  }
}

/** Everything that is dated in data, changed list by list: the items of a list, and the own day of each. */
export function retold(
  { people, groups, records }: DrawnData,
  change: <T extends Known>(
    items: readonly T[],
    keyOf: (item: T) => string,
    dayOf: DayOf<T>,
  ) => readonly T[],
  lastDayOf: (period: string, rhythm: string | undefined) => string,
): DrawnData {
  const from = <T extends Known & { readonly from: string }>(items: readonly T[]) =>
    change(
      items,
      (item) => item.from,
      (item) => item.from,
    )
  const byId = <T extends Known & { readonly id: string; readonly from: string }>(
    items: readonly T[],
  ) =>
    change(
      items,
      (item) => item.id,
      (item) => item.from,
    )
  const attributes = (given: Attributes): Attributes => mapped(given, (values) => from(values))
  const figures = (given: NonNullable<Person['figures']>) =>
    change(
      given,
      ({ name, rhythm, period, assignment }) => JSON.stringify([name, rhythm, period, assignment]),
      ({ period, rhythm }) => lastDayOf(period, rhythm),
    )
  return {
    people: people.map((person) => ({
      ...person,
      employment: from(person.employment),
      ...(person.assignments && {
        assignments: byId(person.assignments).map((each) => ({
          ...each,
          attributes: attributes(each.attributes),
        })),
      }),
      attributes: attributes(person.attributes),
      ...(person.absences && { absences: byId(person.absences) }),
      ...(person.figures && { figures: figures(person.figures) }),
    })),
    groups: groups.map((group) => ({
      ...group,
      ...(group.attributes && { attributes: attributes(group.attributes) }),
      ...(group.figures && { figures: figures(group.figures) }),
    })),
    records: mapped(records, (rows) =>
      change(
        rows,
        ({ id }) => id,
        ({ on }) => on,
      ),
    ),
  }
}

type DayOf<T> = (item: T) => string

/** The values of an object changed, under the same names. */
export function mapped<T, U = T>(
  values: Readonly<Record<string, T>>,
  change: (value: T, name: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]))
}

import type { IsoDate } from '../calendar/index.js'
import { remembered } from '../problem/remembered.js'
import type { CreditedPerson } from './tables.js'
import { nextAfter, type Versions, versionsOf } from './versions.js'

type Value = CreditedPerson['attributes'][string][number]

/** What is told of people: attributes of a day, by what is known on another. */
export interface People {
  /** The place of a person in the list. */
  readonly placeOf: (person: string) => number
  readonly valueOn: (
    person: string,
    name: string,
    day: IsoDate,
    known: IsoDate,
  ) => string | undefined
  /** The next day after one on which an attribute of a person is told late. */
  readonly nextNews: (person: string, name: string, after: IsoDate) => IsoDate | undefined
}

/** Reads the attributes of people, each history once. */
export function peopleOf(people: readonly CreditedPerson[]): People {
  const places = new Map(people.map(({ id }, i) => [id, i]))
  const versions = remembered((history: readonly Value[]) =>
    versionsOf(
      history,
      ({ from }) => from,
      ({ from }) => from,
    ),
  )
  const told = (person: string, name: string): Versions<Value> | undefined => {
    const attributes = people[places.get(person) ?? -1]?.attributes
    if (attributes === undefined || !Object.hasOwn(attributes, name)) return undefined
    return versions(attributes[name] as readonly Value[])
  }
  return {
    placeOf: (person) => places.get(person) as number,
    valueOn: (person, name, day, known) => {
      let latest: Value | undefined
      for (const value of told(person, name)?.knownBy(known) ?? [])
        if (value.from <= day && (latest === undefined || latest.from < value.from)) latest = value
      return latest?.value
    },
    nextNews: (person, name, after) => nextAfter(told(person, name)?.late ?? [], after),
  }
}

import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'

/** Values by a component, an owner and a number, such as that of a period. */
export interface Keyed<T> {
  readonly get: (component: LinkedComponent, holder: Holder, number: number) => T | undefined
  readonly set: (component: LinkedComponent, holder: Holder, number: number, value: T) => void
  readonly entries: () => readonly (readonly [LinkedComponent, Holder, number, T])[]
  /** Of one component and owner, by their numbers. */
  readonly of: (component: LinkedComponent, holder: Holder) => ReadonlyMap<number, T>
}

/** An empty {@link Keyed}. */
export function keyed<T>(): Keyed<T> {
  const values = new Map<LinkedComponent, Map<Holder, Map<number, T>>>()
  const of = (component: LinkedComponent, holder: Holder): Map<number, T> => {
    const owners = values.get(component) ?? new Map<Holder, Map<number, T>>()
    const numbers = owners.get(holder) ?? new Map<number, T>()
    values.set(component, owners.set(holder, numbers))
    return numbers
  }
  return {
    of,
    get: (component, holder, number) => values.get(component)?.get(holder)?.get(number),
    set: (component, holder, number, value) => {
      of(component, holder).set(number, value)
    },
    entries: () =>
      [...values].flatMap(([component, owners]) =>
        [...owners].flatMap(([holder, numbers]) =>
          [...numbers].map(([number, value]) => [component, holder, number, value] as const),
        ),
      ),
  }
}

/** What is made of a component, an owner and a number. */
type Making<T> = (component: LinkedComponent, holder: Holder, number: number) => T

/**
 * Makes each value once. Owners are many, and components and periods few: so those of a component and a
 * period are a list, by the places of their owners.
 */
export function madeOnce<T>(make: Making<T>): Making<T> {
  const values = new Map<LinkedComponent, Map<number, (T | typeof nothing)[]>>()
  let [ofComponent, ofNumber]: [LinkedComponent | undefined, number] = [undefined, 0]
  let asked: (T | typeof nothing)[] = []
  const ownersOf = (component: LinkedComponent, number: number) => {
    if (component === ofComponent && number === ofNumber) return asked
    const numbers = values.get(component) ?? new Map<number, (T | typeof nothing)[]>()
    const owners = numbers.get(number) ?? []
    values.set(component, numbers.set(number, owners))
    ofComponent = component
    ofNumber = number
    asked = owners
    return owners
  }
  return (component, holder, number) => {
    const owners = ownersOf(component, number)
    const { place } = holder
    const known = owners[place]
    if (known !== undefined) return known === nothing ? (undefined as T) : (known as T)
    const made = make(component, holder, number)
    owners[place] = made ?? nothing
    return made
  }
}

/** Stands for a value that was made and is none. */
const nothing = Symbol('nothing')

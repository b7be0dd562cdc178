import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'

/** Values by a component, an owner and a number, such as that of a period. */
export interface Keyed<T> {
  readonly get: (component: LinkedComponent, holder: Holder, number: number) => T | undefined
  readonly set: (component: LinkedComponent, holder: Holder, number: number, value: T) => void
  /** The value of a key, made where there is none. */
  readonly once: (component: LinkedComponent, holder: Holder, number: number, make: () => T) => T
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
    once: (component, holder, number, make) => {
      const numbers = of(component, holder)
      if (!numbers.has(number)) numbers.set(number, make())
      return numbers.get(number) as T
    },
    entries: () =>
      [...values].flatMap(([component, owners]) =>
        [...owners].flatMap(([holder, numbers]) =>
          [...numbers].map(([number, value]) => [component, holder, number, value] as const),
        ),
      ),
  }
}

import { constant } from '../../src/formula/index.js'
import type { Book, Component, Source } from '../../src/pay/component.js'
import { accepted } from './accepted.js'

/** Edits of the accepted book. */

export type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> }
export type Edit = (components: Record<string, Writable<Component>>, book: Writable<Book>) => void

/** A source of an input replaced, or some of its members. */
export function source(component: string, name: string, members: object, also?: Edit): Edit {
  return (components, book) => {
    also?.(components, book)
    const { reads } = components[component] as Writable<Component>
    reads[name] = { ...reads[name], ...members } as Writable<Source>
  }
}

export function change(component: string, members: Partial<Component>): Edit {
  return (components) => {
    Object.assign(components[component] as object, members)
  }
}

/** The accepted book after an edit. */
export function edited(edit: Edit): Book {
  const book = structuredClone(accepted) as Writable<Book>
  const components = Object.entries(book.components).map(
    ([name, [version]]) => [name, version?.value] as const,
  )
  edit(Object.fromEntries(components) as Record<string, Writable<Component>>, book)
  return book as Book
}

/** A second version of a component, with other members than the first. */
export function version(
  component: string,
  from: string | undefined,
  members: Partial<Component>,
): Edit {
  return (_, book) => {
    const versions = book.components[component] as Writable<Book['components'][string]>
    const [first] = versions as [Writable<Book['components'][string][number]>]
    first.to = '2026-06-30'
    versions.push({ from, value: { ...structuredClone(first.value), ...members } as never })
  }
}

/** A book of components, each of one version. */
export function bookOf(...components: readonly Component[]): Book {
  return {
    currency: 'CNY',
    retro: 2,
    components: Object.fromEntries(components.map((value) => [value.component, [{ value }]])),
  }
}

export const bonus: Component = {
  component: 'bonus',
  pays: 'due',
  formula: constant('100.00', 'money:CNY'),
  reads: {},
}

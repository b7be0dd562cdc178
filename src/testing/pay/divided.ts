import type { Among, Component, PayBook, Source } from '../../pay/index.js'

/** The source of a part of a component's value. */
export type NamedShare = Source & {
  readonly from: 'component'
  readonly name: string
  readonly among: Among
}

/** Where a component reads the part of a value that is divided. */
export function shareIn({ reads }: Component): NamedShare | undefined {
  return Object.values(reads).find(
    (source): source is NamedShare =>
      source.from === 'component' &&
      typeof source.among?.as === 'object' &&
      'share' in source.among.as,
  )
}

/** Whether a component is the part of a value that is divided among people. */
export function isShare(component: Component): boolean {
  return shareIn(component) !== undefined
}

/** The names of the components that divide a value. */
export function sharesOf({ components }: PayBook): ReadonlySet<string> {
  const shares = [...components.values()].filter(({ versions }) =>
    versions.some(({ component }) => isShare(component)),
  )
  return new Set(shares.map(({ name }) => name))
}

/** Whether a book pays parts of something. */
export function isDivided({ components }: PayBook): boolean {
  return [...components.values()].some(
    ({ pays, versions }) => pays === 'due' && versions.some(({ component }) => isShare(component)),
  )
}

import type { Component, PayBook } from '../../pay/index.js'

/** Whether a component is the part of a value that is divided among people. */
export function isShare({ reads }: Component): boolean {
  return Object.values(reads).some(
    (source) =>
      source.from === 'component' &&
      typeof source.among?.as === 'object' &&
      'share' in source.among.as,
  )
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

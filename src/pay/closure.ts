import type { PayBook } from './book.js'
import { componentReads } from './reads.js'

/** Components and all that they read, directly or through others, at whatever time and among whomever. */
export function namesReadBy(book: PayBook, names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names)
  // What is added while it is gone through is gone through too.
  for (const name of found)
    for (const { component } of book.components.get(name)?.versions ?? [])
      for (const read of componentReads(component, book.tagged)) found.add(read.name)
  return found
}

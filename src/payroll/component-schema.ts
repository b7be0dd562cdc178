import { ownComponentSchema } from '../pay/book-schema.js'
import type { Component, Writing } from '../pay/index.js'
import { parseWith } from '../problem/schema.js'

/** A policy that is one component of pay: a formula, and where its inputs come from. */
export function componentOf(terms: unknown, { id, eligible }: Writing): readonly Component[] {
  const own = parseWith(ownComponentSchema, terms)
  return [{ component: id, ...(eligible !== undefined && { eligible }), ...own }]
}

import { at } from '../../problem/index.js'
import type { Change } from './change.js'
import type { OldBook, OldDepartment, OldVersionOf } from './old-book-schema.js'
import type { Periods } from './periods.js'
import { type Span, spansOf, type Use } from './spans.js'

/** What one department paid by, with the periods for which it did. */
export interface Department {
  readonly id: string
  readonly spans: readonly Span<OldVersionOf<'department'>>[]
}

/** The departments of a book of 0.1. */
export function departmentsOf(
  book: OldBook,
  periods: Periods,
  changes: Change[],
): readonly Department[] {
  return book.policies.flatMap((policy, i) =>
    policy.kind === 'department'
      ? [{ id: policy.id, spans: spansOf(policy.versions, periods, at('policies', i), changes) }]
      : [],
  )
}

/** What departments use of something: `of` says by which terms, or that they do not. */
export function usesOf<Terms>(
  departments: readonly Department[],
  of: (terms: OldDepartment) => Terms | undefined,
): readonly Use<Terms>[] {
  return departments.flatMap(({ id, spans }) =>
    spans.flatMap(({ version, ...days }) => {
      const terms = of(version.terms)
      return terms === undefined ? [] : [{ ...days, department: id, terms, reason: version.reason }]
    }),
  )
}

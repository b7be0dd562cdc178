import { type Component, component as componentOf, type PayBook } from '../../src/pay/index.js'
import { audienceProblems, audiencesSchema } from '../../src/payroll/audience-schema.js'
import { type BookOptions, parseBook } from '../../src/payroll/index.js'
import { limitsSchema } from '../../src/payroll/limit-schema.js'
import { refuse } from '../../src/problem/index.js'
import { parseWith } from '../../src/problem/schema.js'

/** Books of policies for tests. */

type Version = Readonly<Record<string, unknown>>

/** A policy of a kind since January 2026, or with the versions that are given. */
export const policy = (
  kind: string,
  id: string,
  terms: unknown,
  more: Readonly<Record<string, unknown>> = {},
) => ({ kind, id, owner: 'HR', versions: [version(terms)], ...more })

export const version = (terms: unknown, more: Version = {}): Version => ({
  from: '2026-01-01',
  reason: 'Handbook of 2026',
  terms,
  ...more,
})

/** The terms of a policy that is one component. */
export const termsOf = ({ component: _, ...own }: Component) => own

export const component = (
  id: string,
  ...[said, formula]: [Parameters<typeof componentOf>[1], Parameters<typeof componentOf>[2]]
) => policy('component', id, termsOf(componentOf(id, said, formula)))

export const bookJson = (
  policies: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
) => ({
  format: 2,
  id: 'book',
  currency: 'CNY',
  retro: 2,
  policies,
  ...more,
})

export const bookOf = (
  policies: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
  options?: BookOptions,
) => parseBook(bookJson(policies, more), options)

/** Limits and audiences alone, as the book that has them reads them. */
export const parseLimits = (json: unknown) => parseWith(limitsSchema, json)
export const parseAudiences = (json: unknown, book: PayBook) => {
  const audiences = parseWith(audiencesSchema, json)
  refuse(audienceProblems(audiences, book))
  return audiences
}

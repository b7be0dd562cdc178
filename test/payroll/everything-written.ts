import { money } from '../../src/quantity/index.js'
import { version } from './policies.js'

/** How the policies of `everything.ts` are written. */

export const yuan = money('CNY')
export const label = (en: string, zh: string) => ({ en, 'zh-CN': zh })
export const half = { rounding: 'half-up' } as const
export const service = { where: { department: ['service'] } }
export const manager = { where: { department: ['management'] } }

interface Written {
  readonly tags?: readonly string[]
  readonly eligible?: object
  readonly from?: string
  /** Further versions, each with its first day and its terms. */
  readonly later?: Readonly<Record<string, object>>
  readonly period?: string
}

export const policy = (
  kind: string,
  id: string,
  terms: object,
  { tags = ['gross'], eligible, from = '2026-01-01', later = {}, period }: Written = {},
) => ({
  ...{ kind, id, owner: 'HR' },
  ...(tags.length > 0 && { tags }),
  ...(period !== undefined && { period }),
  versions: [[from, terms] as const, ...Object.entries(later)].map(([from, terms]) =>
    version(terms, { from, ...(eligible !== undefined && { eligible }) }),
  ),
})

import type { Run } from '../../../src/pay/index.js'
import { type Pay, paidBy01, paidNow } from './compare.js'
import type { Fixture } from './fixture.js'

/** What one policy pays one person in all months: by 0.1, and now. */
export interface Account {
  readonly fixture: Fixture
  readonly person: string
  readonly source: string
  readonly by01: readonly string[]
  readonly now: readonly string[]
}

/** The accounts of a book: one for each person and policy that paid them by either. */
export function accountsOf(fixture: Fixture, runs: readonly Run[]): readonly Account[] {
  const [old, own] = [paidBy01(fixture), paidNow(runs, fixture)]
  const keys = new Set([...old, ...own].flatMap((month) => Object.keys(month)))
  return [...keys].sort().map((key) => {
    const [person, source] = key.split(' ') as [string, string]
    const paid = (months: readonly Pay[]) => months.map((month) => month[key] ?? '0')
    return { fixture, person, source, by01: paid(old), now: paid(own) }
  })
}

export const isSame = ({ by01, now }: Account) => by01.every((amount, i) => amount === now[i])

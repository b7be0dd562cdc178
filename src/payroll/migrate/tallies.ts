import type { Counted, DataChangeValues } from '../../words/migrate-codes.js'
import { type Change, change } from './change.js'

type CountedCode = {
  [Code in keyof DataChangeValues]: DataChangeValues[Code] extends Counted ? Code : never
}[keyof DataChangeValues]

/** What happened to many things alike: told once, with how many and the first of them. */
export interface Tallies {
  readonly note: (code: CountedCode, path: string, first: string) => void
  readonly changes: () => readonly Change[]
}

export function tallies(): Tallies {
  const known = new Map<CountedCode, { path: string; first: string; count: number }>()
  return {
    note: (code, path, first) => {
      const own = known.get(code) ?? { path, first, count: 0 }
      own.count += 1
      known.set(code, own)
    },
    changes: () =>
      [...known].map(([code, { path, first, count }]) => change(code, path, { count, first })),
  }
}

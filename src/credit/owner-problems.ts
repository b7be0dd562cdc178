import { toldTwice } from '../calendar/internal.js'
import type { Problem } from '../problem/index.js'
import type { Owner } from './tables.js'

/** Rows of one value, person and first day that became known on one day. */
export function ownerProblems(path: string, owners: readonly Owner[]): readonly Problem[] {
  return toldTwice(path, owners, ({ of, person, from }) => [[of, person, from], from ?? ''])
}

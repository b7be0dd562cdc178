import { expect } from 'vitest'
import { engine } from './engine.js'
import { creditBy, type Worked } from './oracle.js'
import type { Company } from './world.js'

/** Rows or findings as texts, whatever their order and that of their members. */
export function sorted(rows: readonly object[]): readonly string[] {
  return rows
    .map((row) =>
      Object.entries(row)
        // The engine alone makes ids.
        .filter(([name]) => name !== 'id')
        .toSorted()
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    )
    .toSorted()
}

/** Codes of problems: where it is not known who has a claim, what transfers find says nothing. */
function essential(codes: readonly string[]): readonly string[] {
  const all = new Set(codes)
  if (all.has('mixed-shares')) all.delete('nothing-to-transfer')
  return [...all].toSorted()
}

/** Checks that the engine credits a company as brute force does, or refuses it for what that finds. */
export function expectEqual(company: Company): Worked {
  const engines = engine(company)
  const oracles = creditBy(company)
  if (oracles.refused.length > 0) {
    const codes = oracles.refused.map((text) => text.split(' ')[0] as string)
    expect(essential(engines.refused)).toEqual(essential(codes))
    return oracles
  }
  expect(engines.refused).toEqual([])
  const [theirs, ours] = [sorted(engines.rows), sorted(oracles.rows)]
  // What differs is told alone; then, how often each row comes.
  const differs = {
    engine: theirs.filter((row) => !ours.includes(row)),
    oracle: ours.filter((row) => !theirs.includes(row)),
  }
  expect(differs).toEqual({ engine: [], oracle: [] })
  expect(theirs).toEqual(ours)
  expect(sorted(engines.findings)).toEqual(sorted(oracles.findings))
  expect(new Set(engines.rows.map(({ id }) => id)).size).toBe(engines.rows.length)
  return oracles
}

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

/** Checks that the engine credits a company as brute force does, or refuses it for what that finds. */
export function expectEqual(company: Company): Worked {
  const engines = engine(company)
  const oracles = creditBy(company)
  if (oracles.refused.length > 0) {
    const codes = oracles.refused.map((text) => text.split(' ')[0])
    expect([...new Set(engines.refused)].toSorted()).toEqual([...new Set(codes)].toSorted())
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

import { expect } from 'vitest'
import type { Credit } from '../../../src/credit/credit.js'
import { engine } from './engine.js'
import { exactly, isZero, sumOf, written } from './exact.js'
import { leastPlaces, measuresOf, trackOf } from './measures.js'
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

/** Whether a row is of a document, and written whatever it comes to. */
function isDocumentary({ kind, about }: Credit): boolean {
  return about === undefined && kind in trackOf
}

/** Whether a row says more than 0: of one that does not, the engine may be silent or not. */
function tells({ crediting }: Company, row: Credit): boolean {
  return measuresOf(crediting).some((measure) => !isZero(exactly(row[measure] as string)))
}

/** Rows of one event, person, day and kind of credit as one: units of a deal may each write theirs. */
function together({ crediting }: Company, rows: readonly Credit[]): readonly Credit[] {
  const measures = measuresOf(crediting)
  const all = new Map<string, Credit>()
  for (const row of rows) {
    const others = Object.entries(row).filter(([name]) => !['id', ...measures].includes(name))
    const key = JSON.stringify(others.toSorted())
    const before = all.get(key)
    const sums = measures.map((measure) => {
      const parts = [row, ...(before ? [before] : [])].map((each) => each[measure] as string)
      return [measure, written(sumOf(parts.map(exactly)), leastPlaces(crediting, measure))]
    })
    all.set(key, { ...row, ...Object.fromEntries(sums) })
  }
  return [...all.values()]
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
  const telling = together(company, engines.rows).filter(
    (row) => isDocumentary(row) || tells(company, row),
  )
  const [theirs, ours] = [sorted(telling), sorted(oracles.rows)]
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

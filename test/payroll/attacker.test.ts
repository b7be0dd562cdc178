import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bare,
  beside,
  type Company,
  companies,
  confirmed,
  heldIn,
  shownIn,
  worldOf,
} from './attacker.js'

const truthOf = (company: Company) => worldOf(company, company.candidates[0] as string)

/** A company, and the candidates that what is shown in clear does not rule out, the true one first. */
const drawn = companies
  .map((company) => {
    const shown = shownIn(heldIn(company, truthOf(company)))
    const left = company.candidates.filter(
      (each) => shownIn(heldIn(company, worldOf(company, each))) === shown,
    )
    return { company, left }
  })
  .filter(({ left }) => left.length > 1)

test('no candidate of a hidden number is told from another by what an outsider holds', () => {
  const hidden = new Set<string>()
  fc.assert(
    fc.property(drawn, ({ company, left }) => {
      hidden.add(company.hidden)
      const held = heldIn(company, truthOf(company))
      for (const candidate of left) {
        // Worked out without the key, nothing that is held comes out, whichever candidate it is.
        expect(confirmed(company, held, candidate)).toBe(0)
        // With the key of the host, everything but the hashes is the same for each.
        expect(beside(heldIn(company, worldOf(company, candidate)))).toBe(beside(held))
      }
    }),
    { numRuns: 12 },
  )
  expect([...hidden].sort()).toEqual(['salary', 'sales', 'score'])
})

test('the same outsider finds the hidden number where hashes have no nonce', () => {
  fc.assert(
    fc.property(drawn, ({ company, left }) => {
      const held = heldIn(company, truthOf(company), bare)
      const [right, ...wrong] = left.map((candidate) => confirmed(company, held, candidate))
      for (const each of wrong) expect(each).toBeLessThan(right as number)
    }),
    { numRuns: 12 },
  )
})

test('a hidden number changes the hashes that are held: they are of it', () => {
  fc.assert(
    fc.property(drawn, ({ company, left: [, other] }) => {
      const held = JSON.stringify(heldIn(company, truthOf(company)))
      expect(JSON.stringify(heldIn(company, worldOf(company, other as string)))).not.toBe(held)
    }),
    { numRuns: 10 },
  )
})

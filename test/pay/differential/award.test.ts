import { describe, expect, test } from 'vitest'
import { decimal } from '../../../src/quantity/index.js'
import { byComponents, byOldAward, type Draw, draws, runOf } from './award.js'
import { heldBeside } from './held-beside.js'

/** Equal remainders of a team's prize: of the old award the odd cent goes to who is called so. */
const tied = (draw: Draw) =>
  JSON.stringify(byOldAward(draw)) !== JSON.stringify(byOldAward(draw, true))

const leftOut = { 'R23 the odd cent of equal remainders goes elsewhere': tied }

describe('an award, beside the old one', () => {
  test.each([0, 1])('gives each the same: %i', (salt) => {
    let given = 0
    heldBeside(draws, { runs: 250, salt, leftOut }, (draw) => {
      const old = byOldAward(draw)
      const { prizes, paid } = byComponents(draw)
      // Who is not ranked has a line of nothing.
      for (const [person, amount] of Object.entries(prizes))
        expect([person, amount]).toEqual([person, old.prizes[person] ?? '0.00'])
      expect(paid).toBe(old.paid)
      if (paid !== '0.00') given += 1
    })
    expect(given).toBeGreaterThan(60)
  })

  test('withholds nothing, and never pays out more than the budget', () => {
    heldBeside(draws, { runs: 100, salt: 3, leftOut: {} }, (draw) => {
      expect(runOf(draw).withheld).toEqual([])
      expect(decimal(byComponents(draw).paid).lessThanOrEqualTo(draw.award.budget)).toBe(true)
    })
  })
})

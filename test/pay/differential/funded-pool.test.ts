import { describe, expect, test } from 'vitest'
import { parseFunding } from '../../../src/bonus/index.js'
import { evaluate } from '../../../src/formula/index.js'
import { decimal, total } from '../../../src/quantity/index.js'
import { byOldDivision, type Draw, draws, runOf, sharesOf } from './funded-pool.js'
import { heldBeside } from './held-beside.js'

/** Equal remainders: of the old division the odd cent goes by weight, or to who is called so. */
const tied = (draw: Draw) =>
  JSON.stringify(byOldDivision(draw)) !== JSON.stringify(byOldDivision(draw, true))

const leftOut = { 'R23 the odd cent of equal remainders goes elsewhere': tied }

describe('a funded pool of one to three levels, beside the old division', () => {
  test.each([0, 1])('gives each the same, or cannot be divided by both: %i', (salt) => {
    let divided = 0
    let undivided = 0
    heldBeside(draws, { runs: 250, salt, leftOut }, (draw) => {
      const shares = sharesOf(runOf(draw))
      expect(shares).toEqual(byOldDivision(draw))
      if (shares === undefined) undivided += 1
      else divided += 1
    })
    expect(divided).toBeGreaterThan(100)
    expect(undivided).toBeGreaterThan(3)
  })

  test('never pays out more than the fund, and all of it where nothing is withheld', () => {
    heldBeside(draws, { runs: 100, salt: 3, leftOut: {} }, (draw) => {
      const run = runOf(draw)
      const fund = evaluate(parseFunding(draw.funding).formula, draw.data.figures).value
      const paid = total(
        run.lines.map(({ amount }) => amount),
        2,
      )
      expect(decimal(paid).lessThanOrEqualTo(fund)).toBe(true)
      if (run.withheld.length === 0) expect(paid).toBe(decimal(fund).toFixed(2))
    })
  })
})

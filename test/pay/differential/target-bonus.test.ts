import { describe, expect, test } from 'vitest'
import { heldBeside } from './held-beside.js'
import { byComponents, byOldFormulas, draws } from './target-bonus.js'

describe('a target bonus by a scorecard, beside the old formulas', () => {
  test.each([0, 1, 2])('pays the same, or cannot be told by both: %i', (salt) => {
    let told = 0
    let untold = 0
    heldBeside(draws, { runs: 300, salt, leftOut: {} }, (draw) => {
      const old = byOldFormulas(draw)
      expect(byComponents(draw)).toBe(old)
      if (old === undefined) untold += 1
      else told += 1
    })
    expect(told).toBeGreaterThan(200)
    expect(untold).toBeGreaterThan(3)
  })
})

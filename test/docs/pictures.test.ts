import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pictures } from '../../examples/charts.js'
import { pages } from './blocks.js'

describe('the pictures', () => {
  for (const [name, draw] of Object.entries(pictures)) {
    test(`${name} is what the library gives today`, async () => {
      expect(`${await draw()}\n`).toBe(readFileSync(`docs/images/${name}.svg`, 'utf8'))
    })
    test(`${name} stands on a page`, () => {
      const shown = pages.some((page) => readFileSync(page, 'utf8').includes(`images/${name}.svg`))
      expect(shown).toBe(true)
    })
  }
})

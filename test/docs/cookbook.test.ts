import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chapters, cookbookPage, pagePaths } from '../../examples/cookbook.js'
import { paidBy, saidOf, settle } from '../../examples/cookbook-runs.js'
import { verify, verifyChain } from '../../src/payroll/index.js'

describe('the cookbook', () => {
  const cases = chapters.flatMap(([, recipes]) =>
    recipes.flatMap((recipe) =>
      recipe.cases.map(
        (each, i) => [`${recipe.title.en}, row ${i + 1}`, { recipe, each }] as const,
      ),
    ),
  )

  test('has a row for every rule, and many rules', () => {
    const recipes = chapters.flatMap(([, recipes]) => recipes)
    expect(recipes.filter(({ cases }) => cases.length === 0)).toEqual([])
    expect(recipes.length).toBeGreaterThanOrEqual(80)
  })

  test.each(cases)('%s is settled in a book, and holds', (_, { recipe, each }) => {
    const settled = settle(recipe, each)
    const { book, data, runs, openings } = settled
    const amiss = runs.map(({ withheld, unread, late }) => [...withheld, ...unread, ...late])
    expect(amiss.flat()).toEqual([])
    expect(paidBy(recipe, each, settled)).toEqual(saidOf(each))
    for (const [i, run] of runs.entries()) {
      const before = runs[i - 1] ?? 'first'
      expect(verify(book, data, run, { before, ...(i === 0 && { openings }) })).toEqual([])
    }
    expect(verifyChain(runs, { book, head: runs.at(-1)?.digest })).toEqual([])
  })

  test.each(['en', 'zh-CN'] as const)('has a page in %s that shows them all', (locale) => {
    // How wide the columns of a table are, is the formatter's.
    const shape = (text: string) => text.replace(/^[|\s:-]+$/gm, '').replace(/\s+/g, '')
    expect(shape(readFileSync(pagePaths[locale], 'utf8'))).toBe(shape(cookbookPage(locale)))
  })
})

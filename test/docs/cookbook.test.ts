import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cookbookPage, pagePaths, readers, recipes } from '../../examples/cookbook.js'

const all = Object.values(recipes).flat()

describe('the cookbook', () => {
  test('holds thirty rules and more', () => expect(all.length).toBeGreaterThanOrEqual(30))

  for (const { title, read, policy, cases } of all)
    test(`${title.en} gives what its table says`, () => {
      const pays = readers[read](policy)
      expect(cases.map(({ given }) => pays(given))).toEqual(cases.map(({ gives }) => gives))
      expect(cases).not.toEqual([])
    })

  test.each(['en', 'zh-CN'] as const)('has a page in %s that shows them all', (locale) => {
    const shape = (text: string) => text.replace(/[\s|:-]+/g, '')
    expect(shape(readFileSync(pagePaths[locale], 'utf8'))).toBe(shape(cookbookPage(locale)))
  })
})

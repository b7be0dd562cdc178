import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pages } from './blocks.js'

/** The rows of each table of the glossary, by the heading that it stands under. */
function wordsOf(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = readFileSync('docs/glossary.md', 'utf8').split(`## ${heading}`)
  const [own = ''] = section.split('\n## ')
  return own
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const headings = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .flatMap((line) => /^## (.*?) ·/.exec(line)?.[1] ?? [])

describe('the glossary', () => {
  test('has ten words at its core', () => {
    expect(wordsOf('Ten words').map(([word]) => word)).toEqual([
      'person',
      'period',
      'attribute',
      'figure',
      'record',
      'component',
      'formula',
      'source',
      'eligible',
      'run',
    ])
  })

  test('says each word once, in both languages', () => {
    const words = headings.flatMap(wordsOf)
    expect(words.length).toBeGreaterThan(40)
    const [english, chinese] = [0, 1].map((at) => words.map((row) => row[at] as string))
    expect(new Set(english).size).toBe(words.length)
    for (const [i, row] of words.entries()) {
      expect(row, english?.[i]).toHaveLength(4)
      for (const cell of row) expect(cell, english?.[i]).not.toBe('')
      expect(chinese?.[i]).toMatch(/\p{Script=Han}/u)
    }
  })

  test.each(['docs/guide.md', 'docs/zh-CN/guide.md'])('knows every word marked in %s', (page) => {
    const known = new Set(headings.flatMap(wordsOf).flatMap((row) => row.slice(0, 2)))
    const text = readFileSync(page, 'utf8')
    const code = [...text.matchAll(/^```.*?^```/gms)].join('\n')
    const prose = text.replaceAll(/^```.*?^```/gms, '')
    const marked = [...prose.matchAll(/\*\*([^*]+)\*\*|`([^`\n]+)`/g)].map(
      ([, bold, span]) => (bold ?? span) as string,
    )
    expect(marked.length).toBeGreaterThan(5)
    // What stands in the code of the page is used there; an example is a folder.
    const unknown = marked.filter(
      (word) =>
        !known.has(word) &&
        // In the plural.
        !known.has(word.replace(/s$/, '')) &&
        !code.includes(word) &&
        !existsSync(`examples/${word}`),
    )
    expect(unknown).toEqual([])
  })

  // Words that are near, but what a government has, or what is bought and sold.
  test.each([
    ['政策', '制度'],
    ['交易', '业务单'],
  ])('is kept to: nothing says %s for %s', (word) => {
    const sources = ['src', 'examples'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    )
    const files = [...pages, ...sources]
    expect(files.length).toBeGreaterThan(500)
    expect(files.filter((file) => readFileSync(file, 'utf8').includes(word))).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/**
 * A `ts` block of a page, and the output it must print: the `text` or `mermaid` block right below it.
 * A `ts continued` block goes on from the one before it, and is run with all that it goes on from.
 */
export interface Block {
  readonly page: string
  readonly line: number
  readonly code: string
  readonly prints?: string
  /** Whether what it prints comes after what the blocks before it print. */
  readonly continued: boolean
}

/** README and every page under docs, whatever its language. */
export const pages: readonly string[] = [
  ...readdirSync('.').filter((name) => /^README.*\.md$/.test(name)),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].sort()

const fenced = /^```ts( continued)?\n(.*?)^```\n(?:\n```(?:text|mermaid)\n(.*?)^```\n)?/gms

export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(page, 'utf8')
  let before = ''
  return [...text.matchAll(fenced)].map(([, continued, own = '', prints], i, all) => {
    const code = continued === undefined ? own : before + own
    before = code
    const line = text.slice(0, all[i]?.index).split('\n').length + 1
    return {
      page,
      line,
      code,
      continued: continued !== undefined,
      ...(prints !== undefined && own.includes('console.log') && { prints }),
    }
  })
}

/**
 * The code with each `//=> value` made an assertion: `expression //=> value` compares the expression,
 * `const name = … //=> value` the name. The value is a literal of the language.
 */
export function withAssertions(code: string): string {
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true)
  const expectation = (node: ts.Statement): string | undefined =>
    /^\s*\/\/=> (.*)/.exec(code.slice(node.end))?.[1]
  return file.statements
    .map((node) => {
      const text = node.getFullText(file)
      const expected = expectation(node)
      if (expected === undefined) return text
      if (ts.isExpressionStatement(node))
        return `\nexpectEqual(${node.expression.getText(file)}, ${expected})`
      if (ts.isVariableStatement(node)) {
        const [declared] = node.declarationList.declarations
        return `${text}\nexpectEqual(${declared?.name.getText(file)}, ${expected})`
      }
      throw new Error(`"//=>" stands behind a statement that has no value: ${text}`)
    })
    .join('')
}

/** How many values a block claims; each must have become an assertion. */
export function claims(code: string): number {
  return code.split('//=>').length - 1
}

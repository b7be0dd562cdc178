import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { type Block, blocksOf, claims, pages, withAssertions } from './blocks.js'

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  payproof: () => import('payproof'),
  'payproof/attrition': () => import('payproof/attrition'),
  'payproof/bonus': () => import('payproof/bonus'),
  'payproof/calendar': () => import('payproof/calendar'),
  'payproof/commission': () => import('payproof/commission'),
  'payproof/credit': () => import('payproof/credit'),
  'payproof/equity': () => import('payproof/equity'),
  'payproof/formula': () => import('payproof/formula'),
  'payproof/grade': () => import('payproof/grade'),
  'payproof/growth': () => import('payproof/growth'),
  'payproof/investment': () => import('payproof/investment'),
  'payproof/kpi': () => import('payproof/kpi'),
  'payproof/pay': () => import('payproof/pay'),
  'payproof/payroll': () => import('payproof/payroll'),
  'payproof/quantity': () => import('payproof/quantity'),
  'payproof/rating': () => import('payproof/rating'),
  'payproof/sql': () => import('payproof/sql'),
  'payproof/testing': () => import('payproof/testing'),
  'payproof/wage': () => import('payproof/wage'),
  'decimal.js': () => import('decimal.js'),
  'fast-check': () => import('fast-check'),
}

const Run = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<void>

/** Runs a block as a module of its own; gives what it printed and how many values it compared. */
async function run({ code }: Block): Promise<{ printed: string; compared: number }> {
  const { outputText } = ts.transpileModule(withAssertions(code), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  })
  const body = outputText
    .replace(/^import ([^;]+?) from '(.+?)';$/gm, (_, names: string, from: string) => {
      const pattern = names.startsWith('* as ') ? names.slice(5) : names.replace(/ as /g, ': ')
      return `const ${pattern} = await load('${from}');`
    })
    .replace(/^export \{\};$/m, '')
  const printed: string[] = []
  let compared = 0
  await new Run('load', 'expectEqual', 'console', body)(
    (name: string) => modules[name]?.() ?? Promise.reject(new Error(`no module ${name}`)),
    (found: unknown, expected: unknown) => {
      compared += 1
      expect(found).toStrictEqual(expected)
    },
    { log: (...values: unknown[]) => printed.push(values.join(' ')) },
  )
  return { printed: printed.join('\n'), compared }
}

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page)
  test('is read', () => expect(page).toMatch(/\.md$/))
  for (const block of blocks)
    test(`runs the block at line ${block.line}`, async () => {
      const { printed, compared } = await run(block)
      expect(compared).toBe(claims(block.code))
      const { prints, continued } = block
      const shown = continued ? `${printed}\n`.slice(-(prints?.length ?? 0)) : `${printed}\n`
      if (prints !== undefined) expect(shown).toBe(prints)
    })
})

test('every block passes the compiler', { timeout: 120_000 }, () => {
  const named = pages
    .flatMap(blocksOf)
    .map(
      ({ page, line, code }) =>
        [`${process.cwd()}/${page}.${line}.ts`, `${code}\nexport {}`] as const,
    )
  const sources = new Map<string, string>(named)
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, process.cwd())
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (name) => sources.has(name) || fileExists(name)
  host.readFile = (name) => sources.get(name) ?? readFile(name)
  const program = ts.createProgram([...sources.keys()], options, host)
  const found = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line
    return `${file?.fileName}+${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
  expect(found).toEqual([])
})

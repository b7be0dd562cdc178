import { readdirSync } from 'node:fs'
import ts from 'typescript'

/**
 * Every name that users can import, with its signature or shape, by subpath: a change to it shows in
 * the diff of the report.
 */
export function apiReport(): string {
  const modules = readdirSync('src', { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !['problem', 'statistics', 'words'].includes(entry.name),
    )
    .map(({ name }) => name)
    .sort()
  const files = ['src/index.ts', ...modules.map((name) => `src/${name}/index.ts`)]
  const { config } = ts.readConfigFile('src/tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, 'src')
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const parts = files.flatMap((file, i) => {
    const source = program.getSourceFile(file)
    const symbol = source && checker.getSymbolAtLocation(source)
    if (symbol === undefined) throw new Error(`${file} exports nothing`)
    const names = checker
      .getExportsOfModule(symbol)
      .map((exported) => describe(exported, checker))
      .sort()
    return [
      `## payproof${i === 0 ? '' : `/${modules[i - 1]}`}`,
      `\`\`\`text\n${names.join('\n')}\n\`\`\``,
    ]
  })
  return `${['# API report', 'Written by `npm run golden`; a test holds it to the source.', ...parts].join('\n\n')}\n`
}

const printer = ts.createPrinter({ removeComments: true })

function describe(exported: ts.Symbol, checker: ts.TypeChecker): string {
  const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
  const [declaration] = symbol.declarations ?? []
  if (declaration === undefined) throw new Error(`${exported.name} is declared nowhere`)
  if (ts.isSourceFile(declaration)) return `${exported.name}: module`
  if (ts.isInterfaceDeclaration(declaration)) return oneLine(printed(declaration))
  if (ts.isFunctionDeclaration(declaration)) {
    const all = (symbol.declarations ?? []).filter(ts.isFunctionDeclaration)
    // Of overloads those that can be called: the last of the declarations is their body.
    const callable = all.length === 1 ? all : all.slice(0, -1)
    return callable.map((each) => oneLine(printed(each).split(' {\n')[0] ?? '')).join('\n')
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    const text = oneLine(printed(declaration))
    // What a schema infers is spelt out, here alone: else a change of its shape would not show.
    return text.includes('z.infer')
      ? `type ${exported.name} = ${written(checker.getDeclaredTypeOfSymbol(symbol), checker)}`
      : text
  }
  return oneLine(`${exported.name}: ${checker.typeToString(checker.getTypeOfSymbol(symbol))}`)
}

/** A type in full, but for the long lists of currencies and of units. */
function written(type: ts.Type, checker: ts.TypeChecker): string {
  const { NoTruncation, InTypeAlias } = ts.TypeFormatFlags
  return checker
    .typeToString(type, undefined, NoTruncation | InTypeAlias)
    .replace(/"[A-Z]{3}"( \| "[A-Z]{3}")+/g, 'Currency')
    .replace(
      /"money:[A-Z]{3}"( \| "(money:[A-Z]{3}([/*]\w+)?|ratio|count|points|duration:\w+)")+/g,
      'Unit',
    )
}

function printed(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
}

function oneLine(text: string): string {
  return text.replace(/^export (declare )?/, '').replace(/\s+/g, ' ')
}

/** Imports of names by the entry points that have them (`''`, `/pay`), as an ES module or as CommonJS. */
export function imports(by: 'from' | 'require', names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([entry, own]) =>
      by === 'from'
        ? `import { ${own} } from 'payproof${entry}'\n`
        : `const { ${own} } = require('payproof${entry}')\n`,
    )
    .join('')
}

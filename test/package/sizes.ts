import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What an import may weigh, minified and compressed without dependencies, in bytes. */
const budgets: Readonly<Record<string, number>> = {
  '{ evaluate } of .': 6_200,
  '{ check, evaluate, explain, renderText } of .': 15_700,
  quantity: 6_600,
  calendar: 14_500,
  formula: 45_000,
  sql: 12_400,
  grade: 35_500,
  kpi: 26_000,
  rating: 26_500,
  commission: 74_500,
  bonus: 43_500,
  credit: 47_000,
  attrition: 34_000,
  equity: 25_500,
  growth: 17_000,
  investment: 17_500,
  wage: 35_500,
  pay: 121_000,
  payroll: 222_000,
  testing: 219_000,
  '.': 329_000,
}

/** The dependencies that an import may load; any other import is looked at by its weight alone. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '{ evaluate } of .': ['decimal.js'],
  '{ check, evaluate, explain, renderText } of .': ['decimal.js'],
  quantity: ['decimal.js'],
  sql: ['decimal.js'],
}

/** Bundles each import out of what was built, and throws where one weighs or loads too much. */
export async function checkSizes(): Promise<void> {
  const over: string[] = []
  for (const [name, budget] of Object.entries(budgets)) {
    const { bytes, loads } = await bundled(name)
    const dependencies = loads.join(', ')
    console.log(
      `${name.padEnd(48)}${kilobytes(bytes)} of ${kilobytes(budget)} kB  loads ${dependencies}`,
    )
    if (bytes > budget) over.push(`${name} weighs more than its budget`)
    const unwanted = loads.filter((each) => allowed[name]?.includes(each) === false)
    if (unwanted.length > 0) over.push(`${name} loads ${unwanted.join(', ')}`)
  }
  if (over.length > 0) throw new Error(over.join('\n'))
}

async function bundled(name: string) {
  const [, names = '*', path = name] = /^(\{.*\}) of (.*)$/.exec(name) ?? []
  const file = path === '.' ? './dist/index.js' : `./dist/${path}/index.js`
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names} from '${file}'`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'error',
    packages: 'external',
  })
  const [output] = Object.values(metafile.outputs)
  const imports = output?.imports.map(({ path: from }) => from.split('/')[0] ?? from) ?? []
  const bytes = gzipSync(outputFiles[0]?.contents ?? '').length
  return { bytes, loads: [...new Set(imports)].sort() }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(6)
}

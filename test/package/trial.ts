import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, dumpPage } from '../chromium.js'
import { dealFiles, tryDeals } from './deal-trial.js'
import { payFiles, tryPay } from './pay-trial.js'

/** What a user's first program computes, and must print. */
const program = `
const plan = commission.plan({
  id: 'p', currency: 'CNY', period: 'month', measure: { sum: 'sales' },
  tiers: { kind: 'flat', rate: '0.02' },
})
const pays: string = evaluate(plan.formula, { sales: '61250.00' }).value
`
const expected = '1225.00'

/**
 * Packs the library as it would be published, installs it in an empty folder, and uses it there: as an
 * ES module, as CommonJS, in strict TypeScript, and from a page that Vite built, in Chromium where there
 * is one. Throws where any of them fails.
 */
export async function tryPackage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'payproof-trial-'))
  const run = (command: string, ...options: readonly string[]) =>
    execFileSync(command, options, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { stdio: 'pipe' })
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
    write('package.json', '{ "name": "trial", "private": true }')
    run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`)

    const plain = program.replace(': string', '')
    write('module.mjs', `import { commission, evaluate } from 'payproof'${plain}console.log(pays)`)
    check('ES module', run(process.execPath, 'module.mjs'))
    write(
      'common.cjs',
      `const { commission, evaluate } = require('payproof')${plain}console.log(pays)`,
    )
    check('CommonJS', run(process.execPath, 'common.cjs'))
    write(
      'copies.mjs',
      [
        "import { createRequire } from 'node:module'",
        "import { PolicyError } from 'payproof'",
        "const { parseFormula } = createRequire(import.meta.url)('payproof')",
        `try { parseFormula({}) } catch (error) { console.log(error instanceof PolicyError ? '${expected}' : error) }`,
      ].join('\n'),
    )
    check('An error of one copy in the other', run(process.execPath, 'copies.mjs'))

    for (const [name, text] of Object.entries({ ...payFiles, ...dealFiles })) write(name, text)
    tryPay(folder, (file) => run(process.execPath, file))
    tryDeals((file) => run(process.execPath, file))

    write(
      'strict.ts',
      `import { commission, evaluate } from 'payproof'\nimport { check } from 'payproof/formula'${program}export { check, pays }`,
    )
    const strict = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
    }
    for (const [module, moduleResolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ]) {
      const target = { target: 'es2022', lib: ['es2023', 'dom'], types: [], noEmit: true }
      const compilerOptions = { ...strict, ...target, module, moduleResolution }
      const files = ['strict.ts', 'sheet.ts', 'deals.ts']
      write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
      run(process.execPath, resolve('node_modules/typescript/bin/tsc'))
    }
    console.log('strict TypeScript: compiles, by Node and by bundler resolution')

    write(
      'index.html',
      '<!doctype html><body></body><script type="module" src="/page.js"></script>',
    )
    write(
      'page.js',
      `import { commission, evaluate } from 'payproof'${plain}document.body.textContent = 'pays ' + pays`,
    )
    await buildPage(folder)
    await inChromium(join(folder, 'dist'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function check(name: string, printed: string): void {
  if (printed !== expected) throw new Error(`${name} prints ${printed}, not ${expected}`)
  console.log(`${name}: ${printed}`)
}

/** By the Vite that vitest brings. */
async function buildPage(folder: string): Promise<void> {
  const ofVitest = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'))
  const { build } = (await import(ofVitest.resolve('vite'))) as {
    readonly build: (config: object) => Promise<unknown>
  }
  await build({ root: folder, logLevel: 'error', configFile: false })
}

async function inChromium(folder: string): Promise<void> {
  const browser = chromium()
  if (browser === undefined)
    return console.log('Vite: builds; there is no Chromium to open the page')
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html'
    readFile(join(folder, path)).then(
      (content) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { readonly port: number }
  const page = await new Promise<string>((done, failed) => {
    execFile(browser, [...dumpPage, `http://127.0.0.1:${port}/`], (error, stdout) =>
      error === null ? done(stdout) : failed(error),
    )
  })
  server.close()
  check('Vite page in Chromium', /pays ([\d.]+)/.exec(page)?.[1] ?? page)
}

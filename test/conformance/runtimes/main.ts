import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, dumpPage } from '../../chromium.js'

/**
 * Pays the same thousand drawn runs on Node, in Chromium, and on Bun and Deno where they can be had, and
 * compares the digests of all results.
 */
const runs = 1_000
const here = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'payproof-runtimes-'))

interface Runtime {
  readonly name: string
  readonly command: string
  readonly options: readonly string[]
}

try {
  const started = Date.now()
  const runtimes = [node(await bundled()), ...browser(), ...others()]
  const found = await Promise.all(runtimes.map(digestsOf))
  const [expected = []] = found
  for (const [i, { name }] of runtimes.entries()) {
    const other = expected.findIndex((digest, run) => digest !== found[i]?.[run])
    const same = other < 0 && found[i]?.length === runs
    console.log(`${name}: ${same ? `${runs} equal digests` : `run ${other} DIFFERS`}`)
    if (!same) process.exitCode = 1
  }
  const different = new Set(expected).size
  console.log(`${different} different results, ${Math.round((Date.now() - started) / 1000)} s`)
  if (runtimes.length < 2) {
    console.log('There is no other runtime here: nothing was compared.')
    process.exitCode = 75
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** One file that any runtime can run: it writes the digests, one a line. */
async function bundled(): Promise<string> {
  const file = join(folder, 'digests.mjs')
  await build({
    stdin: {
      contents: `import { digests } from './digests.js'
const lines = digests(${runs}).map((digest) => 'digest ' + digest).join('\\n')
if (globalThis.document) document.body.textContent = lines
else console.log(lines)`,
      resolveDir: here,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    outfile: file,
    logLevel: 'error',
    charset: 'ascii',
  })
  const script = readFileSync(file, 'utf8').replaceAll('</script', '<\\/script')
  const page = `<!doctype html><body></body><script type="module">${script}</script>`
  writeFileSync(join(folder, 'page.html'), page)
  return file
}

function node(file: string): Runtime {
  return { name: `Node ${process.version}`, command: process.execPath, options: [file] }
}

function browser(): readonly Runtime[] {
  const command = chromium()
  const options = [...dumpPage, `file://${join(folder, 'page.html')}`]
  return command === undefined
    ? missing('Chromium')
    : [{ name: version(command) ?? '', command, options }]
}

/** Bun and Deno as the registry packs them for this machine. */
function others(): readonly Runtime[] {
  const packages = [
    ['Bun', '@oven/bun-linux-x64@1.4.5', '@oven/bun-linux-x64/bin/bun', []],
    ['Deno', '@deno/linux-x64-glibc@2.9.6', '@deno/linux-x64-glibc/deno', ['run', '--quiet']],
  ] as const
  const wanted = packages.map(([, name]) => name)
  spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, ...wanted])
  return packages.flatMap(([name, , path, options]) => {
    const command = join(folder, 'node_modules', path)
    const found = version(command)
    return found === undefined
      ? missing(name)
      : [{ name: `${name} ${found}`, command, options: [...options, join(folder, 'digests.mjs')] }]
  })
}

function version(command: string): string | undefined {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined
}

function missing(name: string): readonly [] {
  console.log(`${name} cannot be had here: it is left out.`)
  return []
}

function digestsOf({ command, options }: Runtime): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'ignore'] })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', () => {
      const text = Buffer.concat(parts).toString('utf8')
      resolve([...text.matchAll(/digest ([0-9a-f]{64})/g)].map(([, digest = '']) => digest))
    })
  })
}

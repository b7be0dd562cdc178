import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'tsup'

/**
 * The types, a file a source file, as the compiler writes them; for CommonJS once more, with the
 * endings of its files. Bundled types would lose those that are reached through a namespace.
 */
async function declarations(): Promise<void> {
  const options = [
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--outDir',
    'dist',
  ]
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src', ...options])
  for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const path = join('dist', name)
    const text = readFileSync(path, 'utf8').replace(/(['"]\.{1,2}\/[^'"]+)\.js(['"])/g, '$1.cjs$2')
    writeFileSync(path.replace(/\.d\.ts$/, '.d.cts'), text)
  }
}

/**
 * Every source file is an entry, so that each stays a module of its own in the bundle: a program
 * that imports `evaluate` alone loads no zod, and all entries share one `PolicyError`.
 */
export default defineConfig({
  entry: ['src/**/*.ts'],
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  silent: true,
  tsconfig: 'src/tsconfig.json',
  onSuccess: declarations,
})

import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

const surfaces = ['src/index.ts', ...readdirSync('src').map((name) => `src/${name}/index.ts`)]

/**
 * Every source file is an entry, so that each stays a module of its own in the bundle: a program
 * that imports `evaluate` alone loads no zod, and all entries share one `PolicyError`.
 */
export default defineConfig({
  entry: ['src/**/*.ts'],
  dts: { entry: surfaces.filter((file) => existsSync(file)) },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  silent: true,
  tsconfig: 'src/tsconfig.json',
})

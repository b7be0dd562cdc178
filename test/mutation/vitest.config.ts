import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The tests that mutants of the modules of money are held to: in one zone, and without other engines. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^payproof$/, replacement: `${root}src/index.ts` },
      { find: /^payproof\/(.+)$/, replacement: `${root}src/$1/index.ts` },
    ],
  },
  test: {
    env: { TZ: 'Asia/Shanghai' },
    include: ['quantity', 'formula', 'commission', 'bonus'].map(
      (folder) => `test/${folder}/**/*.test.ts`,
    ),
    pool: 'threads',
    testTimeout: 60_000,
    globalSetup: ['test/seed.ts'],
    setupFiles: ['test/setup.ts', 'test/mutation/setup.ts'],
  },
})

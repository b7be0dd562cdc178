import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = fileURLToPath(new URL('./src', import.meta.url))

/** The whole suite runs once a zone: a date that drifts by a day in any of them fails. */
const zones = {
  shanghai: 'Asia/Shanghai',
  'los-angeles': 'America/Los_Angeles',
  kiritimati: 'Pacific/Kiritimati',
}

/** What knows no date, or takes long: it runs once. */
const zoneless = [
  'attrition',
  'conformance',
  'docs',
  'equity',
  'examples',
  'formula',
  'growth',
  'investment',
  'package',
  'pay/oracle',
  'pay/differential',
  'payroll/migration',
  'payroll/differential',
  'problem',
  'quantity',
  'rating',
  'sql',
  'statistics',
  'testing',
  'field/{attack,statistics}.test.ts',
].map((path) => (path.endsWith('.ts') ? `test/${path}` : `test/${path}/**`))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^payproof$/, replacement: `${source}/index.ts` },
      { find: /^payproof\/(.+)$/, replacement: `${source}/$1/index.ts` },
    ],
  },
  test: {
    projects: Object.entries(zones).map(([name, TZ]) => ({
      extends: true,
      test: { name, env: { TZ }, exclude: name === 'shanghai' ? [] : zoneless },
    })),
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Both cores of a small machine: what is usual leaves one of them idle.
    maxWorkers: 2,
    // No test leaves a trace in a module, so files may share them.
    isolate: false,
    testTimeout: 60_000,
    globalSetup: ['test/seed.ts'],
    setupFiles: ['test/setup.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text', 'json-summary'],
      thresholds: { statements: 100, branches: 100 },
    },
  },
})

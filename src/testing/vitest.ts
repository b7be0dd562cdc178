import type {} from 'vitest'
import type { CheckOptions } from './check-policy.js'

/**
 * Types alone: with `import 'payproof/testing/vitest'` in a setup file, vitest knows `toKeepLaws` of
 * `policyMatchers`, which `expect.extend` adds.
 */
declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameter must be the one that vitest declares
  interface Assertion<T = any> {
    /** Passes where a policy keeps the laws of fair pay; else it shows the report, in words. */
    toKeepLaws(options?: CheckOptions): void
  }
}

import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    seed: number
  }
}

/** One seed for every property test: fixed unless FC_SEED says otherwise. */
export const seed = Number(process.env['FC_SEED'] ?? 20_261_123)

/** Gives it to the tests, and prints it. */
export default function provideSeed(project: TestProject): void {
  console.log(`${project.name}: fast-check seed ${seed} (repeat with FC_SEED=${seed})`)
  project.provide('seed', seed)
}

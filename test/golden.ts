import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

/**
 * Compares a text with the golden file at `path`, from the root of the package. `npm run golden`
 * writes the file instead; what it wrote is then read in the diff.
 */
export function expectGolden(path: string, text: string): void {
  if (process.env['GOLDEN'] === 'write') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${text}\n`)
  }
  expect(`${text}\n`).toBe(readFileSync(path, 'utf8'))
}

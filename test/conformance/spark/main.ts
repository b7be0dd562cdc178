import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pythonWithSpark } from './python.js'
import { questions } from './questions.js'

/**
 * Runs every question of `npm test`'s engines through Spark, and compares each answer. Ends with 75
 * where Spark cannot be had here, so that a caller can tell that from a difference.
 */

function sparkOrEnd(): string {
  try {
    return pythonWithSpark()
  } catch (error) {
    console.error(`Spark cannot be had here. ${error instanceof Error ? error.message : error}`)
    process.exit(75)
  }
}

const python = sparkOrEnd()
const folder = mkdtempSync(join(tmpdir(), 'payproof-spark-'))
try {
  const file = join(folder, 'questions.json')
  writeFileSync(file, JSON.stringify(questions()))
  const runner = fileURLToPath(new URL('run.py', import.meta.url))
  const { status } = spawnSync(python, [runner, file], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true })
}

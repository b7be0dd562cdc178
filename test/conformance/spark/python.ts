import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const pyspark = 'pyspark==4.1.1'

/** In a folder that git ignores and `npm ci` clears. */
const folder = fileURLToPath(
  new URL(`../../../node_modules/.cache/payproof/${pyspark}`, import.meta.url),
)

/**
 * The Python of a virtual environment that has Spark; made on the first run. Throws where Python or
 * Java is missing.
 */
export function pythonWithSpark(): string {
  run('java', ['-version'])
  const python = join(folder, 'bin', 'python')
  const complete = join(folder, 'complete')
  if (existsSync(complete)) return python
  console.log(`installing ${pyspark} in a virtual environment of its own`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  run('python3', ['-m', 'venv', folder])
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', pyspark])
  writeFileSync(complete, pyspark)
  return python
}

function run(command: string, parameters: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`${command} ${parameters.join(' ')} failed: ${error?.message ?? stderr}`)
}

import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { chart } from '../../examples/10-early-warning/chart.js'
import { expectGolden } from '../golden.js'

test('10-early-warning prints what it printed before', { timeout: 60_000 }, () => {
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'examples/10-early-warning/main.ts'],
    { encoding: 'utf8' },
  )
  expectGolden('test/examples/golden/10-early-warning.txt', printed.trimEnd())
})

test('its chart is plain JSON, of everybody', () => {
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  expect(chart.data.values.reduce((sum, { rows }) => sum + rows, 0)).toBe(1470)
})

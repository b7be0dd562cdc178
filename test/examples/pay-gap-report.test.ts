import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chart } from '../../examples/11-pay-gap-report/chart.js'

test('the people of the pay gap report are those that the generator prints', {
  timeout: 60_000,
}, () => {
  const generated = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'examples/11-pay-gap-report/generate.ts'],
    { encoding: 'utf8' },
  )
  expect(generated).toBe(readFileSync('examples/data/pay-gap-people.csv', 'utf8'))
})

test('the chart of the pay gap report is plain JSON, of everybody', () => {
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  expect(chart.data.values.reduce((sum, { people }) => sum + people, 0)).toBe(260)
})

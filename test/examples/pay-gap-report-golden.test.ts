import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chart } from '../../examples/11-pay-gap-report/chart.js'
import { expectGolden } from '../golden.js'

const printed = (file: string) =>
  execFileSync(process.execPath, ['--import', 'tsx', `examples/11-pay-gap-report/${file}`], {
    encoding: 'utf8',
  })

test('11-pay-gap-report prints what it printed before', { timeout: 60_000 }, () => {
  expectGolden('test/examples/golden/11-pay-gap-report.txt', printed('main.ts').trimEnd())
})

test('its people are those that the generator prints', { timeout: 60_000 }, () => {
  expect(printed('generate.ts')).toBe(readFileSync('examples/data/pay-gap-people.csv', 'utf8'))
})

test('its chart is plain JSON, of everybody', () => {
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  expect(chart.data.values.reduce((sum, { people }) => sum + people, 0)).toBe(260)
})

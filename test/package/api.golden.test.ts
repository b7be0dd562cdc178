import { test } from 'vitest'
import { expectGolden } from '../golden.js'
import { apiReport } from './api-report.js'

test('the API is what the report says', { timeout: 120_000 }, () => {
  expectGolden('docs/api-report.md', apiReport().trimEnd())
})

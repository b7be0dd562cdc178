import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { expectGolden } from '../golden.js'

const examples = [
  '01-first-month',
  '02-refunds-and-clawback',
  '03-indirect-revenue',
  '04-job-grades',
  '05-service-scorecard',
  '06-campaign-rated-by-two-departments',
  '07-year-end-pool',
  '08-what-if-raise-service-pay',
  '09-verify-your-policy',
  '10-early-warning',
  '11-pay-gap-report',
  '12-is-it-worth-it',
  '14-promotion-path',
  '15-pay-sheet',
  '16-deal-life',
  '17-proof',
  '18-total-pay',
]

test.each(examples)(
  '%s prints what it printed before',
  (name) => {
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', `examples/${name}/main.ts`],
      {
        encoding: 'utf8',
      },
    )
    expect(printed).not.toBe('')
    expectGolden(`test/examples/golden/${name}.txt`, printed.trimEnd())
  },
  60_000,
)

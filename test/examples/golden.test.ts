import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { expectGolden } from '../golden.js'

const examples = ['01-first-month', '02-refunds-and-clawback', '03-indirect-revenue']

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

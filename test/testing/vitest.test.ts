import { expect, test } from 'vitest'
import { parsePlan } from '../../src/commission/index.js'
import { policyMatchers } from '../../src/testing/index.js'
import '../../src/testing/vitest.js'

expect.extend(policyMatchers)

const plan = parsePlan({
  id: 'summer',
  currency: 'CNY',
  period: 'month',
  measure: { sum: 'sales' },
  tiers: { kind: 'retroactive', steps: [{ rate: '0.02' }, { from: '100000', rate: '0.0199' }] },
})

test('vitest knows the matcher, and its options', () => {
  expect(plan).toKeepLaws({ laws: ['reproducible'], runs: 5, budget: 1_000 })
  expect(() => expect(plan).toKeepLaws({ laws: ['monotone'] })).toThrow('BROKEN')
  expect(plan).not.toKeepLaws({ laws: ['monotone'] })
  // @ts-expect-error There is no such law.
  expect(() => expect(plan).toKeepLaws({ laws: ['generous'] })).toThrow('there is no law')
})

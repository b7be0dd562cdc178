import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as testing from '../../src/testing/index.js'
import {
  parseAllowance,
  parseDeduction,
  parseLeave,
  parseOvertime,
  parseRounding,
  parseSubtotal,
  parseTopUp,
} from '../../src/wage/index.js'

test.each<[string, fc.Arbitrary<object>, (json: unknown) => object]>([
  ['allowances', testing.allowanceTerms('CNY'), parseAllowance],
  ['overtime', testing.overtimeTerms('JPY'), parseOvertime],
  ['leave', testing.leaveTerms('CNY'), parseLeave],
  ['top-ups', testing.topUpTerms('BHD'), parseTopUp],
  ['deductions', testing.deductionTerms('CNY'), parseDeduction],
  ['subtotals', testing.subtotalTerms(), parseSubtotal],
  ['rounded payments', testing.roundingTerms(), parseRounding],
])('drawn terms of %s are accepted as they are', (_, drawn, parse) => {
  fc.assert(
    fc.property(drawn, (terms) => {
      expect(parse(terms)).toEqual(terms)
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { type Finding, lintPlan, parsePlan } from '../../../src/commission/index.js'
import { handMade } from './hand-made.js'

const short = ({ severity, code, path, cost }: Finding): string =>
  [severity, code, path, ...(cost === undefined ? [] : [cost])].join(' ')

describe('the plans made by hand', () => {
  test.each(handMade)('$name', ({ policy, findings }) => {
    expect(lintPlan(parsePlan(policy)).map(short)).toEqual(findings)
  })
})

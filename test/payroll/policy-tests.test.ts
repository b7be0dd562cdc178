import { describe, expect, test } from 'vitest'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { card } from './migrate/old.js'
import { bookOf, policy, version } from './policies.js'

const plan = {
  period: 'month',
  measure: { sum: 'sales' },
  tiers: { kind: 'flat', rate: '0.02' },
}
const passing = { name: 'a thousand', inputs: { sales: '1000.00' }, pays: '20' }
const failing = { name: 'two thousand', inputs: { sales: '2000.00' }, pays: '41.00' }

/** A book with a plan whose version brings along some tests. */
const withTests = (tests: readonly object[], more: object = {}) =>
  bookOf(
    [policy('plan', 'commission', {}, { versions: [version({ plan }, { tests })] })],
    more as never,
  )

const told = (problems: Parameters<typeof describeProblems>[0], locale: 'en' | 'zh-CN' = 'en') =>
  describeProblems(problems, locale).split('\n')

describe('the tests that policies bring along', () => {
  test('are run when a book is read; what fails is listed where it stands', () => {
    expect(withTests([passing]).failedTests).toEqual([])
    const { failedTests } = withTests([passing, failing])
    expect(told(failedTests)).toEqual([
      'policies[0].versions[0].tests[1].pays: the test "two thousand" expects 41.00, and 40.00 is what it comes to. Mend the terms, or the test.',
    ])
    expect(told(failedTests, 'zh-CN')).toEqual([
      'policies[0].versions[0].tests[1].pays：用例“two thousand”应为 41.00，实际为 40.00。请修改条款或用例。',
    ])
  })

  test('refuse the book where it says so', () => {
    const refused = problemsOf(() => withTests([failing, passing], { failedTests: 'refuse' }))
    expect(refused.map(({ code, path }) => [code, path])).toEqual([
      ['test-failed', 'policies[0].versions[0].tests[0].pays'],
    ])
    expect(withTests([passing], { failedTests: 'refuse' }).failedTests).toEqual([])
  })

  test('say what they did not give', () => {
    const { failedTests } = withTests([{ ...passing, inputs: { sale: '1000.00' } }])
    expect(failedTests.map(({ code, path }) => [code, path])).toEqual([
      ['missing-input', 'policies[0].versions[0].tests[0].inputs.sales'],
      ['unknown-input', 'policies[0].versions[0].tests[0].inputs.sale'],
    ])
  })

  test('are of another component of the policy where they name it', () => {
    const terms = { scorecard: { ...card, id: 'bonus' }, prorated: false }
    const onTarget = { name: 'on target', inputs: { 'bonus.score': '100.0' }, pays: '1' }
    const tests = ['bonus.coefficient', 'bonus.koefficient'].map((component) => ({
      ...onTarget,
      component,
    }))
    const of = bookOf([
      policy('scorecard', 'bonus', {}, { versions: [version(terms, { tests })] }),
      policy('salary', 'base', { prorated: false }),
    ])
    expect(told(of.failedTests)).toEqual([
      'policies[0].versions[0].tests[1].component: the policy writes no component "bonus.koefficient" in this version. Perhaps "bonus.coefficient" was meant.',
    ])
    expect(told(of.failedTests, 'zh-CN')[0]).toContain('没有写出组成部分')
  })
})

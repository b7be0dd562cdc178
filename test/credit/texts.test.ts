import { describe, expect, it } from 'vitest'
import { describeProblems } from '../../src/problem/index.js'
import { expectGolden } from '../golden.js'
import { fixtures } from './fixtures.js'

describe('problems of deals and credits', () => {
  const found = Object.entries(fixtures).map(([code, fixture]) => [code, fixture()] as const)

  it.each(found)('%s is told', (code, problems) => {
    expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code])
  })

  it('say it in both languages, and where', () => {
    const texts = found.map(
      ([code, problems]) =>
        `${code}\n${describeProblems(problems)}\n${describeProblems(problems, 'zh-CN')}`,
    )
    expectGolden('test/credit/golden/problems.txt', texts.join('\n\n'))
  })
})

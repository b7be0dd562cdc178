import { describe, expect, it } from 'vitest'
import { link } from '../../src/pay/link.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { expectGolden } from '../golden.js'
import { accepted } from './accepted.js'
import { edited, fixtures } from './link-fixtures.js'

describe('link', () => {
  it('puts each component after what it reads in the period, and cash last', () => {
    const { components } = link(accepted)
    expect([...components.keys()]).toEqual([
      'base',
      'overtime',
      'commission',
      'orders',
      'pool',
      'weight',
      'score',
      'floor',
      'cap',
      'share',
      'post',
      'posts',
      'team',
      'leader',
      'median',
      'gross',
      'tax',
    ])
  })
})

describe('what link refuses', () => {
  const found = Object.entries(fixtures).map(
    ([code, edit]) => [code, problemsOf(() => link(edited(edit)))] as const,
  )

  it.each(found)('%s, one edit away from a book that it takes', (code, problems) => {
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  it('says it in both languages, and where', () => {
    const texts = found.map(
      ([code, problems]) =>
        `${code}\n${describeProblems(problems)}\n${describeProblems(problems, 'zh-CN')}`,
    )
    expectGolden('test/pay/golden/link.txt', texts.join('\n\n'))
  })
})

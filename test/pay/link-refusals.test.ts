import { describe, expect, it } from 'vitest'
import { constant, input, multiply, round } from '../../src/formula/index.js'
import type { Component } from '../../src/pay/component.js'
import { link } from '../../src/pay/link.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { expectGolden } from '../golden.js'
import { bookVariants } from './link-book-variants.js'
import { bonus, bookOf, edited } from './link-edits.js'
import { fixtures } from './link-fixtures.js'
import { sourceVariants } from './link-source-variants.js'

describe('what link refuses', () => {
  const found = Object.entries(fixtures).map(
    ([code, edit]) => [code, problemsOf(() => link(edited(edit)))] as const,
  )

  it.each(found)('%s, one edit away from a book that it takes', (code, problems) => {
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })

  it.each(Object.entries({ ...sourceVariants, ...bookVariants }))(
    '%s',
    (_, [edit, ...expected]) => {
      const problems = problemsOf(() => link(edited(edit)))
      expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(expected)
    },
  )

  it('tells several at once, each where it is', () => {
    const book = edited((components, written) => {
      for (const code of ['bad-window', 'finer-grain', 'unknown-tag', 'time-unit'] as const)
        fixtures[code](components, written)
    })
    expect(problemsOf(() => link(book)).map(({ code }) => code)).toEqual([
      'bad-window',
      'time-unit',
      'finer-grain',
      'unknown-tag',
    ])
  })

  it('tells of components that grow along a chain until no engine holds them', () => {
    const chain = Array.from({ length: 12 }, (_, i): Component => {
      const before = input('before', 'ratio', i === 0 ? 2 : 0)
      return {
        component: `c${i}`,
        formula: round(multiply(before, before), { places: 0, rounding: 'half-up' }),
        reads: {
          before:
            i === 0 ? { from: 'figure', name: 'x' } : { from: 'component', name: `c${i - 1}` },
        },
      }
    })
    const problems = problemsOf(() => link(bookOf(...chain)))
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'too-many-digits components.c4[0].value.formula.of',
      'too-many-digits components.c9[0].value.formula.of',
    ])
  })

  it('rounds to whole units what is paid in a currency without smaller ones', () => {
    const yen = { ...bonus, formula: constant('100.0', 'money:JPY') }
    const [problem] = problemsOf(() => link({ ...bookOf(yen), currency: 'JPY' }))
    expect(problem?.hint).toEqual({ en: 'Round it to whole units', 'zh-CN': '请舍入到整数' })
  })

  it('tells a long circle by its first names', () => {
    const long = Array.from({ length: 40 }, (_, i): Component => {
      const name = `c${(i + 1) % 40}`
      return {
        component: `c${i}`,
        formula: input('next', 'count', 0),
        reads: { next: { from: 'component', name } },
      }
    })
    const [problem, ...rest] = problemsOf(() => link(bookOf(...long)))
    expect(rest).toEqual([])
    expect(problem?.message.en).toMatch(/^"c0" reads "c1", which reads .*"c12", which reads "…",/)
    expect(problem?.message['zh-CN']).toMatch(/“c12”，后者读取“…”/)
  })

  it('lists no more of a book of nothing but faults than anybody reads', () => {
    const faults = Array.from({ length: 1_000 }, (_, i): Component => {
      const name = `component-number-${i}-of-nothing`
      return { ...bonus, component: `c${i}`, reads: { none: { from: 'component', name } } }
    })
    const problems = problemsOf(() => link(bookOf(...faults)))
    expect(problems).toHaveLength(100)
    expect(problems.at(-1)?.code).toBe('more-problems')
  })

  it('says it in both languages, and where', () => {
    const texts = found.map(
      ([code, problems]) =>
        `${code}\n${describeProblems(problems)}\n${describeProblems(problems, 'zh-CN')}`,
    )
    expectGolden('test/pay/golden/link.txt', texts.join('\n\n'))
  })
})

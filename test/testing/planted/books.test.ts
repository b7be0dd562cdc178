import { describe, expect, test } from 'vitest'
import { dataProblems } from '../../../src/pay/index.js'
import { lintBook, lintData, parseBook } from '../../../src/payroll/index.js'
import { type Problem, problemsOf } from '../../../src/problem/index.js'
import { checkPolicy, type LawName } from '../../../src/testing/index.js'
import { besideData, inBook, refused, unfair } from './books.js'
import { base, commission, shopData, shopJson } from './shop.js'

const booked = (policies: readonly unknown[]) => parseBook(shopJson(policies))
const short = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path}`)

describe('faults across components that are told', () => {
  test.each(inBook)('of a book: $name', ({ policies, finding }) => {
    expect(short(lintBook(booked(policies)))).toEqual([finding])
  })

  test.each(besideData)('of a book beside its data: $name', ({ policies, finding }) => {
    const book = booked(policies)
    const data = shopData()
    expect(short([...dataProblems(book, data), ...lintData(book, data)])).toEqual([finding])
  })

  test.each(refused)('when a book is read: $name', ({ policies, finding }) => {
    expect(short(problemsOf(() => booked(policies)))).toEqual([finding])
  })

  test.each(unfair)('by a law: $name', ({ policies, finding }) => {
    const laws = [finding.split(' ')[0] as LawName]
    const { reports } = checkPolicy(booked(policies), { laws, runs: 60, budget: 8_000 })
    const broken = reports.filter(({ outcome }) => outcome === 'broken')
    expect(broken.map(({ law, of }) => `${law} ${of}`)).toEqual([finding])
  })
})

test('nothing is told of a book without a fault', () => {
  const book = booked([base, commission])
  const data = shopData()
  expect([...lintBook(book), ...dataProblems(book, data), ...lintData(book, data)]).toEqual([])
  const laws = ['equal-pay', 'protected-blind', 'tests'] as const
  expect(checkPolicy(book, { laws, runs: 10 }).holds).toBe(true)
})

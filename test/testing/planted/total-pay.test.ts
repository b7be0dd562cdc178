import { describe, expect, test } from 'vitest'
import { lintPay, type PolicyBook, parseBook, run } from '../../../src/payroll/index.js'
import { checkPolicy } from '../../../src/testing/index.js'
import { base, commission, flat, planOf, shopData, shopJson } from './shop.js'
import { falling, jumping, standing } from './total-pay.js'

/** What is found in the pay of Li over one deal, each code and place once. */
function told(book: PolicyBook): readonly string[] {
  const data = shopData()
  const march = run(book, data, { period: '2026-03', before: 'first' })
  const over = { table: 'credits', id: 'a', value: 'sales' }
  const found = lintPay(book, data, march, { person: 'li', over })
  return [...new Set(found.map(({ code, path }) => `${code} ${path}`))]
}

const booked = (policies: readonly unknown[]) => parseBook(shopJson(policies))
/** The laws of a whole run, as reports of the book itself. */
const outcome = (book: PolicyBook) =>
  checkPolicy(book, { laws: ['monotone'], runs: 40, budget: 3_000 }).reports.find(
    ({ of }) => of === 'shop',
  )?.outcome

describe('faults across components that total pay shows', () => {
  test.each([...falling, ...standing, ...jumping])('$name', ({ policies, finding }) => {
    expect(told(booked(policies))).toEqual([finding])
  })
})

describe('more sold pays less in a run that is drawn, where', () => {
  test.each(falling)('$name', ({ policies }) => {
    expect(outcome(booked(policies))).toBe('broken')
  })
})

describe('without a fault', () => {
  const sound = [base, commission, planOf('second', flat('0.01'))]
  test('nothing is found', () => {
    expect(told(booked(sound))).toEqual([])
    expect(outcome(booked(sound))).toBe('held')
  })

  test.each(standing)('no drawn run pays less for more: $name', ({ policies }) => {
    expect(outcome(booked(policies))).toBe('held')
  })
})

import { describe, expect, test } from 'vitest'
import { currencies, isCurrency, minorUnits } from '../../src/quantity/index.js'

// ISO 4217, list one of the maintenance agency (SIX): the column "minor unit".
const facts = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [
    2,
    'AUD BRL CAD CHF CNY EUR GBP HKD IDR INR MOP MXN MYR PHP SGD THB TWD USD ZAR MGA MRU XCG ZWG',
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const

describe('minorUnits', () => {
  test.each(facts)('%i decimal places: %s', (places, codes) => {
    for (const code of codes.split(' ')) {
      if (!isCurrency(code)) throw new Error(`${code} is missing`)
      expect([code, minorUnits(code)]).toEqual([code, places])
    }
  })

  test('only the currencies named here have other than two places', () => {
    const others = currencies.filter((code) => minorUnits(code) !== 2)
    const named = facts.filter(([places]) => places !== 2).flatMap(([, codes]) => codes.split(' '))
    expect([...others].sort()).toEqual(named.sort())
  })
})

describe('currencies', () => {
  test('each is three capitals and stands once', () => {
    for (const code of currencies) expect(code).toMatch(/^[A-Z]{3}$/)
    expect(new Set(currencies).size).toBe(currencies.length)
  })

  test.each([
    ['replaced by the euro', ['DEM', 'HRK', 'BGN']],
    ['renamed', ['CUC', 'SLL', 'ANG', 'ZWL', 'RMB']],
    ['a metal, a test code or none', ['XAU', 'XAG', 'XTS', 'XXX']],
    [
      'an accounting unit or a fund',
      ['XDR', 'XSU', 'XUA', 'CHE', 'CHW', 'BOV', 'COU', 'MXV', 'USN'],
    ],
    ['no code at all', ['', 'cny', 'CNY ', '__proto__', 'constructor']],
  ])('%s is no currency of a pay rule', (_, codes) => {
    expect(codes.filter(isCurrency)).toEqual([])
  })

  test.each(['CNY', 'USD', 'XCG', 'CLF'])('%s is one', (code) => {
    expect(isCurrency(code)).toBe(true)
  })
})

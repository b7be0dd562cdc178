import { describe, expect, test } from 'vitest'
import { nextPeriod, parsePeriod } from '../../src/calendar/index.js'
import {
  type CompensationRun,
  parseBook,
  type RunData,
  runCompensation,
  verifyChain,
} from '../../src/run/index.js'
import { found } from '../found.js'
import { ann, bookOf, operations, request } from '../run/company.js'

describe('spans: a chain of runs that pays no period twice', () => {
  const plain = {
    ...{ service: 'none', scorecard: 'none', territory: 'none', returning: 'none' },
    crediting: 'none',
    operations: { ...operations, commission: undefined },
  }
  const [book, data, january] = request({
    book: bookOf(plain),
    people: [{ ...ann, figures: {} }],
    events: [],
    period: '2026-07',
  })
  const next = (before: RunData['before'], period = january, of = book) =>
    runCompensation(of, { ...data, asOf: '2026-12-31', before }, period)
  const first = next('first')
  const second = next(first, nextPeriod(january))
  const third = next(second, parsePeriod('2026-09'))

  test.each<[string, CompensationRun, string]>([
    ['the same period', first, '2026-07'],
    ['a period of the past', third, '2026-07'],
    ['a period too far on', first, '2026-09'],
  ])('A4 %s is not paid after a run', (_, before, name) => {
    expect(found(() => next(before, parsePeriod(name)))).toEqual([
      ['not-the-run-before', 'before.period'],
    ])
  })

  test('A4 nor a run in another currency', () => {
    const yen = parseBook({ ...bookOf(plain), currency: 'JPY' })
    expect(found(() => next(first, nextPeriod(january), yen))).toEqual([
      ['other-currency', 'before.currency'],
    ])
  })

  test.each<[string, readonly CompensationRun[], readonly string[]]>([
    ['in order', [first, second, third], []],
    ['with a period twice', [first, first], ['broken-order', 'broken-chain']],
    ['with a period left out', [first, third], ['broken-order', 'broken-chain']],
    ['turned round', [second, first], ['broken-order', 'broken-chain']],
  ])('A4 a chain %s is told', (_, runs, codes) => {
    expect(verifyChain(runs).map(({ code }) => code)).toEqual(codes)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPeriod, parsePeriod } from '../../src/calendar/index.js'
import { describeProblems } from '../../src/problem/index.js'
import {
  type DisclosedStatement,
  parseBook,
  redact,
  runCompensation,
  verify,
} from '../../src/run/index.js'
import { bookPolicies, runDataOf } from '../../src/testing/index.js'
import { book as company, request, statementOf } from '../run/company.js'
import { adjustments, awards, pools, yearEnd } from '../run/year-end.js'

describe('disclosure: a copy that an audience holds is held against what it shows', () => {
  const given = { book: { ...company, policies: yearEnd() }, pools, awards, adjustments }
  const [book, data, period] = request(given)
  const run = runCompensation(book, data, period)
  const named = ['employee', 'manager', 'auditor'] as const

  test.each(named)('D5 the copy of the %s holds', (audience) => {
    for (const statement of run.statements) {
      const copy = redact(statement, audience)
      expect(verify(copy, book, data)).toEqual([])
      expect(verify(JSON.parse(JSON.stringify(copy)), book, data)).toEqual([])
    }
  })

  test.each(named)('D5 the copy of the %s holds in the period after, too', (audience) => {
    const july = nextPeriod(period)
    const people = data.people.map((each) => ({
      ...each,
      figures: { ...each.figures, [july.name]: each.figures[period.name] ?? {} },
    }))
    const later = { ...data, people, asOf: july.end, before: run }
    for (const statement of runCompensation(book, later, july).statements)
      expect(verify(redact(statement, audience), book, later)).toEqual([])
  })

  test.each(named)('D5 the copy of the %s holds in any drawn run', (audience) => {
    const march = parsePeriod('2026-03')
    const drawn = bookPolicies()
      .map(parseBook)
      .chain((own) => runDataOf(own, march).map((of) => ({ own, of })))
    fc.assert(
      fc.property(drawn, ({ own, of }) => {
        for (const statement of runCompensation(own, of, march).statements.slice(0, 2))
          expect(verify(redact(statement, audience), own, of)).toEqual([])
      }),
      { numRuns: 8 },
    )
  })

  const li = redact(statementOf(run, 'li'), 'employee')
  const lines = (i: number, change: object) =>
    li.lines.map((each, j) => (i === j ? { ...each, ...change } : each))

  test.each<[string, object, string]>([
    ['an amount', { lines: lines(0, { amount: '6000.01' }) }, 'lines[0].amount'],
    ['a place', { lines: lines(5, { place: 2 }) }, 'lines[5].place'],
    ['the total', { total: '9999.00' }, 'total'],
    ['a line more', { lines: [...li.lines, li.lines[0]] }, 'lines[7]'],
    ['a note', { hrNote: 'x' }, 'hrNote'],
    ['more than it may show', { from: { book: book.digest } }, 'from'],
    ['a digest', { digest: run.digest }, 'digest'],
  ])('D5 a copy that was changed in %s is told', (_, change, path) => {
    const found = verify({ ...li, ...change } as DisclosedStatement, book, data)
    expect(found.map((problem) => problem.path)).toEqual([path])
  })

  test('D5 the copy of a peer names nobody', () => {
    const peer = redact(statementOf(run, 'li'), 'peer')
    const [en, zh] = (['en', 'zh-CN'] as const).map((locale) =>
      describeProblems(verify(peer, book, data), locale),
    )
    expect(en).toBe(
      'person: is not in this copy, so nobody can tell whose it is. Verify the copy of the employee, the manager or the auditor.',
    )
    expect(zh).toBe('person：此副本未载明，无法判断属于何人。请核对员工本人、主管或审计的副本。')
  })

  test('D5 a copy labelled for nobody is refused', () => {
    const odd = { ...li, audience: 'everybody' } as unknown as DisclosedStatement
    expect(() => verify(odd, book, data)).toThrow('"everybody" is nobody')
  })
})

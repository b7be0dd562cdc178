import { describe, expect, test } from 'vitest'
import { nextPeriod } from '../../src/calendar/index.js'
import { describeProblems } from '../../src/problem/index.js'
import {
  digestOf,
  parseBook,
  runCompensation,
  type Statement,
  verify,
  verifyChain,
} from '../../src/run/index.js'
import { ann, bookOf, request, returning, statementOf } from './company.js'

const [book, data, period] = request()
const june = runCompensation(book, data, period)
const july = nextPeriod(period)
const inJuly = data.people.map((person) => ({
  ...person,
  figures: { ...person.figures, '2026-07': person.figures['2026-06'] ?? {} },
}))
const ofJuly = { ...data, people: inJuly, asOf: july.to, before: june }
const second = runCompensation(book, ofJuly, july)
const li = statementOf(june, 'li')
/** A statement that was changed, with the digest of the change. */
const forged = (change: Partial<Statement>): Statement => {
  const { digest: _, ...content } = { ...li, ...change }
  return { ...content, digest: digestOf(content) }
}

describe('a statement', () => {
  test.each(['ann', 'bob', 'li', 'wang'])('of %s holds', (person) => {
    expect(verify(statementOf(june, person), book, data)).toEqual([])
    // Bob has left by July.
    for (const statement of second.statements.filter((each) => each.person === person))
      expect(verify(statement, book, ofJuly)).toEqual([])
    const sent = JSON.parse(JSON.stringify(statementOf(june, person))) as Statement
    expect(verify(sent, book, data)).toEqual([])
  })

  test('that was changed is told by the first line that differs', () => {
    const lines = li.lines.map((line, i) => (i === 2 ? { ...line, amount: '1100.00' } : line))
    const problems = verify(forged({ lines, total: '7404.50' }), book, data)
    expect(describeProblems(problems)).toBe(
      'lines[2].amount: says "1100.00", while book and data give "1000.00". Use the book and the data of that run; if they are, the statement was changed.',
    )
    expect(describeProblems(problems, 'zh-CN')).toBe(
      'lines[2].amount：为 "1100.00"，而按政策手册与数据应为 "1000.00"。请使用当期的手册与数据；若无误，则工资单已被改动。',
    )
  })

  test.each([
    [{ lines: li.lines.slice(0, 3) }, 'lines[3]'],
    [{ lines: [...li.lines, li.lines[0] as (typeof li.lines)[0]] }, 'lines[4]'],
    [{ total: '7304.51' }, 'total'],
    [{ costCentre: 'sales' }, 'costCentre'],
    [{ from: { ...li.from, before: 'x' } }, 'from.before'],
  ])('that was changed is told by its place: case %#', (change, path) => {
    expect(
      verify(forged(change), book, data).map((problem) => [problem.code, problem.path]),
    ).toEqual([['differs', path]])
  })

  test('whose digest alone was changed is told', () => {
    const problems = verify({ ...li, digest: 'x' }, book, data)
    expect(describeProblems(problems)).toBe(
      'digest: is not the digest of what it stands with. It was changed later: take the original.',
    )
  })

  test('by another book or other data is told where it differs first', () => {
    const generous = parseBook(
      bookOf({ returning: { ...returning, tiers: { kind: 'flat', rate: '0.02' } } }),
    )
    expect(verify(li, generous, data)[0]?.path).toBe('lines[3].amount')
    const other = { ...data, events: data.events.slice(0, 2) }
    expect(verify(li, book, other)[0]?.path).toBe('lines[3].amount')
    expect(verify(statementOf(second, 'li'), book, { ...ofJuly, before: 'first' })[0]?.code).toBe(
      'differs',
    )
  })

  test('of who cannot be paid, or is not there, is told why', () => {
    const without = { ...data, people: data.people.filter(({ id }) => id !== 'li') }
    expect(verify(li, book, without).map(({ code }) => code)).toEqual(['unlisted-person'])
    const broken = data.people.map((person) => ({ ...person, targetBonus: undefined }))
    expect(verify(li, book, { ...data, people: broken }).map(({ code }) => code)).toEqual([
      'missing-target',
    ])
    const nobody = { ...li, person: 'zoe' }
    expect(verify(nobody, book, data).map(({ code }) => code)).toEqual(['unlisted-person'])
    expect(ann.id).toBe('ann')
  })
})

describe('runs that follow each other', () => {
  test('hold', () => {
    expect(verifyChain([june, second])).toEqual([])
    expect(verifyChain(JSON.parse(JSON.stringify([june, second])))).toEqual([])
    expect(verifyChain([])).toEqual([])
  })

  test('show a changed statement, a changed history, and a missing link', () => {
    const codes = (...runs: Parameters<typeof verifyChain>[0]) =>
      verifyChain(runs).map(({ code, path }) => [code, path])
    const statements = june.statements.map((each, i) =>
      i === 1 ? { ...each, total: '0.00' } : each,
    )
    expect(codes({ ...june, statements }, second)).toEqual([
      ['other-digest', '[0].statements[1].digest'],
    ])
    expect(codes({ ...june, unpaid: [{ person: 'x', problems: [] }] }, second)).toEqual([
      ['other-digest', '[0].digest'],
    ])
    expect(codes({ ...june, settlements: june.settlements.slice(1) }, second)).toEqual([
      ['other-digest', '[0].digest'],
    ])
    const again = runCompensation(book, { ...data, events: [] }, period)
    expect(codes(again, second)).toEqual([['broken-chain', '[1].before']])
    expect(codes(second, june)).toEqual([
      ['broken-order', '[1].period'],
      ['broken-chain', '[1].before'],
    ])
    expect(describeProblems(verifyChain([again, second]))).toBe(
      '[1].before: is not the digest of the run of 2026-06. Give the runs in order; else the run of 2026-06 was made again or changed.',
    )
  })
})

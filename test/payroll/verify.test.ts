import { describe, expect, it } from 'vitest'
import { parseData, type Run, settle } from '../../src/pay/index.js'
import { verify } from '../../src/payroll/index.js'
import { digestOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { base, bookOf, dataOf, figure, person } from '../pay/rules/paying.js'
import { chain, company, companyData, data, openings } from './proof-company.js'

const [january, february, march] = chain
const told = (run: unknown, given: Parameters<typeof verify>[3] = { before: january }, of = data) =>
  verify(company, of, run as Run, given).map(({ code, path }) => [code, path])
const sealedAs = (run: Run, change: object): Run => {
  const { digest: _, ...content } = { ...run, ...change }
  return { ...content, digest: digestOf(content) }
}
const lineOf = (j: number, change: object) => ({
  lines: february.lines.map((each, at) => (at === j ? { ...each, ...change } : each)),
})

describe('a run that is worked out anew', () => {
  it('holds, of the first run on, by what it was settled with', () => {
    expect(told(january, { before: 'first', openings })).toEqual([])
    expect(told(february)).toEqual([])
    expect(told(march, { before: JSON.parse(JSON.stringify(february)) })).toEqual([])
    const some = settle(company, data, { period: '2026-02', before: january, only: ['wu'] })
    expect(told(some, { before: january, only: ['wu'] })).toEqual([])
    expect(told(some)[0]).toEqual(['says-too-little', 'lines'])
  })

  it('holds whichever version made it, and however that worded what is withheld', () => {
    const withheld = february.withheld.map((each) => ({
      ...each,
      problems: each.problems.map((problem) => ({
        ...problem,
        message: { en: 'In other words', 'zh-CN': '换个说法' },
      })),
    }))
    expect(told(sealedAs(february, { engine: 'payproof@9.9.9', withheld }))).toEqual([])
    const other = withheld.map((each) => ({ ...each, problems: [] }))
    expect(told(sealedAs(february, { withheld: other }))).toEqual([
      ['says-too-little', 'withheld[0].problems[0]'],
    ])
  })

  it('is told by what it says and what comes to be', () => {
    const [problem] = verify(
      company,
      data,
      sealedAs(february, lineOf(1, { entitled: '9100.00', amount: '9100.00' })),
      { before: january },
    )
    expect(problem).toMatchObject({
      code: 'says-otherwise',
      path: 'lines[1].entitled',
      message: {
        en: 'says "9100.00", while the book and the data give "3100.00"',
        'zh-CN': '为 "9100.00"，而由手册和数据得到 "3100.00"',
      },
    })
  })

  it.each<[string, object, readonly (readonly string[])[]]>([
    ['a number', { number: 2 }, [['says-otherwise', 'number']]],
    ['the currency', { currency: 'USD' }, [['says-otherwise', 'currency']]],
    [
      'a line more',
      { lines: [...february.lines, { ...february.lines[0], person: 'ghost' }] },
      [['says-too-much', 'lines[10]']],
    ],
    [
      'a line twice',
      { lines: [...february.lines, february.lines[7]] },
      [['says-too-much', 'lines[10]']],
    ],
    ['a line less', { lines: february.lines.slice(1) }, [['says-too-little', 'lines']]],
    [
      'lines in another order',
      { lines: february.lines.toReversed() },
      [['says-otherwise', 'lines[0].component']],
    ],
    ['a part', lineOf(7, { parts: [] }), [['says-too-little', 'lines[7].parts[0]']]],
    ['a reason', lineOf(7, { why: 'Agreed' }), [['says-too-much', 'lines[7].why']]],
    ['what is withheld', { withheld: [] }, [['says-too-little', 'withheld[0]']]],
    [
      'what is carried on, of every key',
      {
        state: {
          ...february.state,
          settled: february.state.settled.map((each, i) => (i < 2 ? { ...each, why: 'x' } : each)),
        },
      },
      [
        ['says-otherwise', 'state.settled[0].why'],
        ['says-too-much', 'state.settled[1].why'],
      ],
    ],
    [
      'the day of a run before',
      { state: { ...february.state, asOfs: { ...february.state.asOfs, '2026-01': '2026-01-30' } } },
      [['says-otherwise', 'state.asOfs.2026-01']],
    ],
    ['people', { absentPeople: ['ghost'] }, [['says-too-much', 'absentPeople[0]']]],
  ])('tells %s, though its digest was made anew', (_, change, expected) => {
    expect(told(sealedAs(february, change))).toEqual(expected)
  })

  it('tells no more than twenty places, and that there are more', () => {
    const settled = Array.from({ length: 40 }, (_, i) => `ghost ${i}`)
    const found = told(sealedAs(february, { absentPeople: settled }))
    expect(found).toHaveLength(21)
    expect(found.at(-1)).toEqual(['more-differences', ''])
    expect(told(sealedAs(february, { absentPeople: settled.slice(0, 20) }))).toHaveLength(20)
  })

  it('tells a digest that does not hold, and what was changed', () => {
    expect(told({ ...february, ...lineOf(0, { amount: '9.00' }) })).toEqual([
      ['other-digest', 'digest'],
      ['says-otherwise', 'lines[0].amount'],
    ])
  })

  it('is told to be no run', () => {
    expect(told({})[0]).toEqual(['missing', 'format'])
    expect(told({ ...february, format: 2 })).toEqual([['other-format', 'format']])
  })

  it('goes on from no run before but its own, and only where that holds', () => {
    expect(told(february, { before: march })).toEqual([['before-differs', 'before']])
    expect(told(february, { before: 'first' })).toEqual([['before-differs', 'before']])
    expect(told(january, { before: february })).toEqual([['before-differs', 'before']])
    expect(told(february, { before: { ...january, lines: [] } })).toEqual([
      ['other-digest', 'before.digest'],
    ])
    expect(told(february, { before: {} as Run })[0]).toEqual(['missing', 'before.format'])
    expect(told(february, { before: null as never })).toEqual([['wrong-type', 'before']])
  })

  it('is told to be of another book first', () => {
    const other = bookOf([base])
    const [first] = verify(other, data, february, { before: january })
    expect(first).toMatchObject({ code: 'other-book-digest', path: 'book' })
  })

  it('tells why it cannot be settled at all', () => {
    const early = sealedAs(february, { asOf: '2026-01-15' })
    expect(told(early)).toEqual([['as-of-goes-back', 'asOf']])
  })

  it('D1 is the same by data in which more was recorded later', () => {
    const later = parseData({
      ...companyData,
      people: companyData.people.map((each) => ({
        ...each,
        figures: [
          ...(each.figures ?? []),
          figure('score', '2026-01', '99.00', { recorded: '2026-06-01' }),
          figure('score', '2026-02', '99.00', { recorded: '2026-03-01' }),
        ],
        absences: [
          { id: 'x', from: '2026-02-02', to: '2026-02-20', kind: 'sick', recorded: '2026-03-01' },
        ],
      })),
    })
    expect(told(february, { before: january }, later)).toEqual([])
    const known = dataOf([person('li', { salary: '1.00', bonus: '1.00' })])
    expect(told(february, { before: january }, parseData(known)).length).toBeGreaterThan(0)
  })

  it('is not verified by data that nobody has read', () => {
    expect(
      found(() => verify(company, companyData as never, february, { before: january })),
    ).toEqual([])
    expect(
      verify(company, companyData as never, february, { before: january }).map(({ code }) => code),
    ).toEqual(['unread-data'])
  })
})

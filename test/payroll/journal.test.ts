import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settle } from '../../src/pay/index.js'
import { type JournalRow, journal, journalCsv } from '../../src/payroll/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { april, company, data, dataOf, march, people, person } from './company.js'

const by = ['department', 'centre']
const rows = journal(company, data, march, { by, locale: 'en' })

describe('the journal of a run', () => {
  test('has a row a line, and one for each part that belongs elsewhere', () => {
    expect(rows).toHaveLength(march.lines.length + 1)
    expect(
      rows.filter(({ person: id, component }) => id === 'mei' && component === 'base'),
    ).toEqual(
      ['sales', 'service'].map((department, i) => ({
        paid: '2026-03',
        earned: '2026-03',
        person: 'mei',
        assignment: '',
        component: 'base',
        label: 'Base pay',
        clause: '§2',
        attributes: { department, centre: '4200' },
        amount: ['1500.00', '3200.00'][i],
        currency: 'CNY',
      })),
    )
    expect(journal(company, data, march, { locale: 'zh-CN' })[0]?.label).toBe('基本工资')
    expect(rows.at(-1)).toMatchObject({ assignment: 'night', clause: '', amount: '50.00' })
  })

  /** April pays for March anew: mei is told to have had another salary in one of her two departments. */
  const raised = dataOf({
    people: people.map((each) =>
      each.id === 'mei'
        ? {
            ...each,
            attributes: {
              ...each.attributes,
              salary: [
                { from: '2025-01-01', value: '3100.00' },
                { from: '2026-03-16', value: '6200.00' },
                { from: '2026-03-16', value: '9300.00', recorded: '2026-04-02' },
              ],
            },
          }
        : each,
    ),
  })
  const next = settle(company, raised, { period: '2026-04', before: march })
  const corrected = (options: object) =>
    journal(company, raised, next, { by: ['department'], locale: 'en', ...options })
      .filter(({ person: id, earned }) => id === 'mei' && earned === '2026-03')
      .map(({ attributes, amount }) => [attributes['department'], amount])

  test('takes what was settled off where earlier runs put it', () => {
    expect(corrected({ earlier: [march] })).toEqual([['service', '1600.00']])
  })

  test('takes it off in proportion where they are not given', () => {
    expect(corrected({})).toEqual([
      ['sales', '380.95'],
      ['service', '1219.05'],
    ])
  })

  test('gives a line without parts to the last day employed, or takes it from where it was put', () => {
    const left = person('li', 'sales', '3000.00', {
      employment: [
        { from: '2025-01-01' },
        { from: '2025-01-01', to: '2026-02-20', recorded: '2026-04-02' },
      ],
    })
    const late = dataOf({ people: [left, ...people.slice(1)] })
    const run = settle(company, late, { period: '2026-04', before: march })
    const of = (earlier: readonly (typeof march)[]) =>
      journal(company, late, run, { by: ['department'], locale: 'en', earlier })
        .filter(({ person: id, component }) => id === 'li' && component === 'base')
        .map(({ attributes, amount }) => [attributes['department'], amount])
    expect(of([])).toEqual([['sales', '-3000.00']])
    expect(of([march])).toEqual([['sales', '-3000.00']])
  })

  test('leaves empty what has no value', () => {
    const [row] = journal(company, data, march, { by: ['team'], locale: 'en' })
    expect(row?.attributes).toEqual({ team: '' })
  })

  test('refuses attributes that nobody has, and runs of other books', () => {
    const told = (options: object) =>
      problemsOf(() => journal(company, data, march, { locale: 'en', ...options })).map(
        ({ code, path }) => [code, path],
      )
    expect(told({ by: ['x'] })).toEqual([['nobody-has', 'options.by[0]']])
    expect(told({ earlier: [{ ...april, currency: 'USD' }] })).toEqual([
      ['other-currency', 'options.earlier[0].currency'],
    ])
  })
})

describe('a journal as CSV', () => {
  test('has a header, and a line for each row', () => {
    const lines = journalCsv(rows).split('\r\n')
    expect(lines[0]).toBe(
      'paid,earned,person,assignment,component,label,clause,department,centre,amount,currency',
    )
    expect(lines[1]).toBe('2026-03,2026-03,li,,base,Base pay,§2,sales,4100,3000.00,CNY')
    expect(lines).toHaveLength(rows.length + 2)
    expect(lines.at(-1)).toBe('')
    expect(journalCsv([])).toBe(
      'paid,earned,person,assignment,component,label,clause,amount,currency\r\n',
    )
  })

  test('begins with a mark where that is asked for', () => {
    expect(journalCsv([], { mark: true })).toBe(`\uFEFF${journalCsv([])}`)
  })

  test('quotes a text that a spreadsheet would run', () => {
    const [first] = rows as readonly [JournalRow]
    const lines = journalCsv([{ ...first, label: '=1+1', amount: '-2.00' }]).split('\r\n')
    expect(lines[1]).toBe("2026-03,2026-03,li,,base,'=1+1,§2,sales,4100,-2.00,CNY")
  })

  test('leaves a cell empty where a row has no such attribute', () => {
    const [first] = rows as readonly [JournalRow]
    const { attributes: _, ...rest } = first
    expect(journalCsv([first, { ...rest, attributes: {} }]).split('\r\n')[2]).toContain(
      '§2,,,3000.00',
    )
  })

  test('reads back as it was, whatever its texts hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '名') })
    const [first] = rows as readonly [JournalRow]
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (texts) => {
        const given = texts.map(([label, centre]) => ({
          ...first,
          label,
          attributes: { department: 'sales', centre },
        }))
        const [header, ...cells] = parsed(journalCsv(given, { formulas: 'keep' }))
        const back = cells.map((row) =>
          Object.fromEntries(row.map((cell, i) => [header?.[i], cell])),
        )
        expect(back).toEqual(given.map(({ attributes, ...row }) => ({ ...row, ...attributes })))
      }),
    )
  })
})

/** Reads CSV by RFC 4180. */
function parsed(text: string): readonly (readonly string[])[] {
  const read: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    read.push(row)
    row = []
  }
  return read
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, total } from '../../src/quantity/index.js'
import { type JournalRow, journal, journalCsv } from '../../src/run/index.js'
import { book, month } from './company.js'
import { adjustments, awards, pools, yearEnd } from './year-end.js'

const run = month({ book: { ...book, policies: yearEnd() }, pools, awards, adjustments })
const rows = journal(run.statements, { locale: 'en' })
const sum = (of: readonly { readonly amount: string }[]) =>
  total(
    of.map(({ amount }) => amount),
    2,
  )

describe('the journal of a run', () => {
  test('has a row a line', () => {
    expect(rows).toHaveLength(run.statements.flatMap(({ lines }) => lines).length)
    expect(rows.at(-1)).toEqual({
      period: '2026-06',
      person: 'wang',
      name: 'Wang Wei',
      department: 'service',
      costCentre: 'service',
      kind: 'award',
      source: 'team',
      label: 'Best team',
      clause: 'Handbook 7.2',
      amount: '50.00',
      currency: 'CNY',
      statement: run.statements[3]?.digest,
    })
    expect(journal(run.statements, { locale: 'zh-CN' }).at(-1)?.label).toBe('最佳团队')
  })

  test('reconciles to the totals by department, cost centre and kind, to the cent', () => {
    const { company, departments, costCentres } = run.totals
    expect(sum(rows)).toBe(company.total)
    for (const group of departments)
      expect(sum(rows.filter(({ department }) => department === group.id))).toBe(group.total)
    for (const group of costCentres)
      expect(sum(rows.filter(({ costCentre }) => costCentre === group.id))).toBe(group.total)
    for (const [kind, amount] of Object.entries(company.byKind))
      expect(sum(rows.filter((row) => row.kind === kind))).toBe(amount)
    expect(sum(departments.map(({ total }) => ({ amount: total })))).toBe(company.total)
  })

  test('as CSV has a header, and a line for each row', () => {
    const lines = journalCsv(rows).split('\r\n')
    expect(lines[0]).toBe(
      'period,person,name,department,costCentre,kind,source,label,clause,amount,currency,statement',
    )
    expect(lines[1]).toBe(
      `2026-06,ann,Ann Lee,operations,operations,component,base,Base salary,Handbook 2.1,3000.00,CNY,${run.statements[0]?.digest}`,
    )
    expect(lines).toHaveLength(rows.length + 2)
    expect(lines.at(-1)).toBe('')
  })

  test('as CSV reads back as it was, whatever its texts hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '名') })
    const [first] = rows as readonly [JournalRow]
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, label: text }), { minLength: 1 }), (texts) => {
        const given = texts.map((each) => ({ ...first, ...each }))
        const [header, ...cells] = parsed(journalCsv(given, { formulas: 'keep' }))
        expect(
          cells.map((row) => Object.fromEntries(row.map((cell, i) => [header?.[i], cell]))),
        ).toEqual(given)
      }),
    )
  })
})

/** Reads CSV by RFC 4180. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('budgets', () => {
  test('say what is spent and left', () => {
    expect(run.budgets).toEqual([
      { budget: 'all', most: '24000.00', spent: '24642.19', left: '-642.19', breached: true },
      {
        budget: 'desk',
        department: 'service',
        most: '12000.00',
        spent: '11806.76',
        left: '193.24',
        breached: false,
      },
    ])
    expect(decimal(run.totals.company.total).toFixed(2)).toBe('24642.19')
  })

  test('of a department that pays nobody are whole', () => {
    const none = month({ book: { ...book, policies: yearEnd() }, people: [], events: [] })
    expect(none.budgets.map(({ spent, left }) => [spent, left])).toEqual([
      ['0.00', '24000.00'],
      ['0.00', '12000.00'],
    ])
  })

  test('that refuse a breach stop the run', () => {
    const strict = (most: string) => () =>
      month({
        pools,
        awards,
        adjustments,
        book: { ...book, policies: yearEnd({ all: { most, breach: 'refuse' } }) },
      })
    expect(strict('24642.19')).not.toThrow()
    expect(strict('24642.18')).toThrow(
      'budgets.all: the period costs 24642.19, more than the budget of 24642.18. Raise the budget in a new version, or change what is paid.',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AmountEvent, readEvents } from '../../src/credit/index.js'
import { describeProblems } from '../../src/problem/index.js'
import { found } from '../found.js'

const toEvent = ({ id, amount, note }: Readonly<Record<string, string>>) => ({
  id,
  kind: 'order',
  on: '2026-02-14',
  amount,
  currency: 'CNY',
  attributes: { note },
})
const read = (csv: string) => {
  const { accepted, rejected } = readEvents(csv, toEvent)
  return {
    accepted: accepted.map((each) => {
      const { id, amount, attributes } = each as AmountEvent
      return [id, amount, attributes?.['note']]
    }),
    rejected: rejected.map(({ line, problems }) => [line, ...problems.map(({ code }) => code)]),
  }
}

describe('a table of events', () => {
  test.each([
    ['lines that end with LF', 'id,amount,note\n1,2.00,x\n'],
    ['lines that end with CRLF', 'id,amount,note\r\n1,2.00,x\r\n'],
    ['lines that end with CR', 'id,amount,note\r1,2.00,x\r'],
    ['no line end at the end', 'id,amount,note\n1,2.00,x'],
    ['a byte order mark', '\uFEFFid,amount,note\n1,2.00,x'],
    ['empty lines', '\nid,amount,note\n\n1,2.00,x\n\n'],
    ['quoted cells', '"id","amount","note"\n"1","2.00","x"'],
  ])('may have %s', (_, csv) => {
    expect(read(csv)).toEqual({ accepted: [['1', '2.00', 'x']], rejected: [] })
  })

  test('keeps commas, quotes and line ends inside quotes, and empty cells', () => {
    const csv = 'id,amount,note\n1,2.00,"a, ""b""\nc"\n2,3.00,\n'
    expect(read(csv).accepted).toEqual([
      ['1', '2.00', 'a, "b"\nc'],
      ['2', '3.00', ''],
    ])
  })

  test('sets bad rows apart by the line on which they begin, with everything wrong', () => {
    const csv = [
      'id,amount,note',
      '1,2.00,"two',
      'lines"',
      '2,-3.001,x',
      '3,4.00',
      '4,5.00,5" screen',
      '5,6.00,"open',
      '6,7.00,x',
    ].join('\n')
    expect(read(csv)).toEqual({
      accepted: [
        ['1', '2.00', 'two\nlines'],
        ['6', '7.00', 'x'],
      ],
      rejected: [
        [4, 'wrong-sign', 'too-many-places'],
        [5, 'wrong-cells'],
        [6, 'stray-quote'],
        [7, 'stray-quote'],
      ],
    })
  })

  test('shows the rejected row as it is, and says what to do', () => {
    const { rejected } = readEvents('id,amount,note\n1,"2,50\n3', toEvent)
    expect(rejected.map(({ row }) => row)).toEqual([
      { id: '1', amount: '"2', note: '50' },
      { id: '3', amount: '', note: '' },
    ])
    const [first, second] = rejected
    expect(describeProblems(first?.problems ?? [])).toBe(
      'has a quote that does not enclose a cell. Quote the whole cell, and double the quotes inside it.',
    )
    expect(describeProblems(second?.problems ?? [], 'zh-CN')).toBe(
      '有 1 个单元格，而表头有 3 个。含逗号的单元格请加引号。',
    )
  })

  test.each(['', '\n\n', 'id,id\n1,2', 'id,"amount\n1,2'])('must have a header: %j', (csv) => {
    expect(found(() => read(csv))).toEqual([['not-a-table', 'csv']])
  })

  test('may have as many rows as there are, an unclosed quote before them all', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i},1.00,x`)
    const { accepted, rejected } = read(['id,amount,note', '"open,1.00,x', ...rows].join('\n'))
    expect([accepted.length, rejected]).toEqual([50_000, [[2, 'stray-quote']]])
  })

  test('gives back every cell that is written by RFC 4180', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '中') })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (notes) => {
        const rows = notes.map((note, i) => `${i},1.00,"${note.replaceAll('"', '""')}"`)
        const { accepted } = read(['id,amount,note', ...rows].join('\r\n'))
        expect(accepted.map(([, , note]) => note)).toEqual(notes)
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { add, constant, input, multiply, renderText } from '../../../src/formula/index.js'
import type { Source } from '../../../src/pay/component.js'
import { amount, component, explain, parseData, service, settle } from '../../../src/pay/index.js'
import {
  bookOf,
  cny,
  counting,
  dataOf,
  lines,
  person,
  run,
  runs,
  since,
  told,
  withheld,
} from './paying.js'

describe('days', () => {
  const shown = (
    source: Omit<Extract<Source, { count: 'present' | 'absent' | 'part' | 'whole' }>, 'from'>,
    more = {},
    period = '2026-03',
  ) =>
    lines(
      run(
        bookOf(
          [
            {
              component: 'n',
              pays: 'due',
              formula: multiply(input('n', 'count', 0), constant('1.00', cny)),
              reads: { n: { from: 'time', ...source } as Source },
            },
          ],
          {
            basis: {
              work: {
                basis: 'working-days',

                weekend: ['saturday', 'sunday'],
                holidays: [],
              },
            },
          },
        ),
        dataOf([
          person(
            'li',
            { basis: 'work' },
            {
              employment: [{ from: '2026-02-10' }],
              absences: [
                { id: 'a', from: '2026-03-02', to: '2026-03-08', kind: 'leave' },
                { id: 'b', from: '2026-03-30', to: '2026-04-02', kind: 'sick' },
              ],
              ...more,
            },
          ),
        ]),
        period,
      ),
    )[0]
      ?.split(' ')
      .at(-1)

  it.each([
    [{ count: 'present' }, '22.00'],
    [{ count: 'absent' }, '9.00'],
    [{ count: 'absent', kinds: ['sick'] }, '2.00'],
    [{ count: 'present', kinds: ['leave'] }, '24.00'],
    [{ count: 'present', kinds: [] }, '31.00'],
    [{ count: 'absent', kinds: [] }, '0.00'],
    [{ count: 'whole' }, '31.00'],
    [{ count: 'part' }, '22.00'],
    // March 2026 begins on a Sunday: 22 weekdays, 5 of the week away and 2 at the end.
    [{ count: 'present', basis: 'work' }, '15.00'],
    [{ count: 'absent', basis: { attribute: 'basis' } }, '7.00'],
    [{ count: 'whole', basis: 'work' }, '22.00'],
    [{ count: 'present', over: { since: 'year' } }, '41.00'],
    [{ count: 'absent', over: { since: 'year' } }, '9.00'],
    [{ count: 'whole', over: { last: 2 } }, '59.00'],
    [{ count: 'part', over: { last: 2 } }, '41.00'],
    [{ count: 'present', over: { ago: 1 } }, '19.00'],
    [{ count: 'present', over: { since: { date: 'later' } } }, '0.00'],
  ] as const)('%j', (source, expected) => {
    const later = since({ basis: 'work', later: '2026-05-01' })
    expect(shown(source as never, { attributes: later })).toBe(expected)
  })

  it('without a basis or a day are told', () => {
    const paid = (source: Source) =>
      withheld(
        run(
          bookOf([counting('n', source), told('out', { from: 'component', name: 'n' })]),
          dataOf([person('li', { basis: 'work', other: 'x' }, {}), person('wu', { basis: 'x' })]),
          '2026-03',
        ),
      )
    expect(paid({ from: 'time', count: 'present', basis: { attribute: 'basis' } })).toHaveLength(2)
    expect(
      paid({ from: 'time', count: 'present', over: { since: { date: 'other' } } }),
    ).toHaveLength(2)
  })
})

const yuan = constant('1.00', cny)

describe('service and the calendar', () => {
  const of = (
    source: Omit<Extract<Source, { count: 'months' | 'years' }>, 'from'>,
    attributes: Record<string, string>,
    period = '2026-02',
  ) =>
    lines(
      run(
        bookOf([told('n', { from: 'time', ...source } as Source)]),
        dataOf([person('li', attributes)]),
        period,
      ),
    )[0]
      ?.split(' ')
      .at(-1)

  it.each([
    // The last day of February is counted: to 28 February 2026 it is 12 months from 1 March 2025.
    [{ count: 'months', since: 'hired' }, { hired: '2025-03-01' }, '12.00'],
    [{ count: 'months', since: 'hired' }, { hired: '2025-03-02' }, '11.00'],
    [{ count: 'years', since: 'hired' }, { hired: '2016-03-01' }, '10.00'],
    [{ count: 'years', since: 'hired' }, { hired: '2030-03-01' }, '0.00'],
    [
      { count: 'months', since: 'hired', until: 'left' },
      { hired: '2025-03-01', left: '2025-05-31' },
      '3.00',
    ],
    // To the day that comes round again, and not to the evening before.
    [{ count: 'months', since: 'hired', full: 'day' }, { hired: '2025-03-01' }, '11.00'],
    [{ count: 'months', since: 'hired', full: 'day' }, { hired: '2025-02-28' }, '12.00'],
    [{ count: 'years', since: 'hired', full: 'day' }, { hired: '2016-03-01' }, '9.00'],
    [{ count: 'years', since: 'hired', full: 'day' }, { hired: '2016-02-29' }, '10.00'],
  ] as const)('%j of %j', (source, attributes, expected) => {
    expect(of(source, attributes)).toBe(expected)
  })

  it('without a day is missing', () => {
    const source = { count: 'months', since: 'hired', missing: '7' } as const
    expect(of(source, {})).toBe('7.00')
    expect(of(source, { hired: 'long ago' })).toBe('7.00')
    expect(of({ ...source, until: 'left' }, { hired: '2020-01-01' })).toBe('7.00')
  })

  it.each([
    [{}, '1.00'],
    [{ employment: [{ from: '2025-12-15', to: '2026-02-14' }] }, '1.00'],
    [{ employment: [{ from: '2025-12-15', to: '2026-02-13' }] }, '0.00'],
  ])(
    'until the last day of the period, or of an employment that ends in it: %j',
    (more, expected) => {
      const months = service('months', 'on', { unit: 'count', until: { end: 'period' } })
      const since = { record: 'grants', over: { since: 'ever' } } as const
      const vested = component('n', { each: since, pays: 'due' }, multiply(months, yuan))
      const grants = [{ id: 'a', on: '2026-01-15', person: 'li' }]
      const data = dataOf([person('li', {}, more)], { grants })
      expect(lines(run(bookOf([vested]), data, '2026-02'))).toEqual([`n li 2026-02 ${expected}`])
    },
  )

  it('until the last day of all where what is owed goes on', () => {
    const months = service('months', 'hired', { unit: 'count', until: { end: 'period' } })
    const nothing = multiply(amount('owed', cny, 2, { over: 'before' }), constant('0'))
    const of = bookOf([
      component('owed', {}, yuan),
      component('n', { pays: 'cash' }, add(multiply(months, yuan), nothing)),
    ])
    const employment = [{ from: '2025-12-01', to: '2026-01-31' }]
    const li = person('li', { hired: '2025-12-01' }, { employment })
    expect(runs(of, dataOf([li]), ['2026-01', '2026-02']).flatMap(lines)).toEqual([
      'n li 2026-01 2.00',
      'n li 2026-02 2.00',
    ])
  })

  it.each([
    ['en', 'Each is full on the day of the month on which the first began'],
    ['zh-CN', '每一段到起始日的对应日才算满'],
  ] as const)('tells in %s what is full on its day', (locale, expected) => {
    const of = bookOf([told('n', { from: 'time', count: 'years', since: 'hired', full: 'day' })])
    const data = parseData(dataOf([person('li', { hired: '2020-02-01' })]))
    const paid = settle(of, data, { period: '2026-02', before: 'first' })
    const why = explain(of, data, paid, { component: 'n', person: 'li', locale })
    expect(renderText(why)).toContain(expected)
  })

  it('which month and quarter of the year it is, of a fiscal year too', () => {
    const at = (count: 'month' | 'quarter', period: string, rhythms = {}) =>
      lines(
        run(
          bookOf([told('n', { from: 'time', count })], { rhythms }),
          dataOf([person('li')]),
          period,
        ),
      )[0]
        ?.split(' ')
        .at(-1)
    expect(at('month', '2026-11')).toBe('11.00')
    expect(at('quarter', '2026-11')).toBe('4.00')
    expect(at('quarter', '2026-Q3', { quarter: { kind: 'quarter' } })).toBe('3.00')
    expect(at('month', '2026-Q3', { quarter: { kind: 'quarter' } })).toBe('9.00')
  })
})

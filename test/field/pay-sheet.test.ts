import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { parseBook, runCompensation } from '../../src/run/index.js'
import { found } from '../found.js'
import { ann, bookOf, operations, request } from '../run/company.js'

describe('spans: a period has the days that its name says', () => {
  const plain = {
    ...{ service: 'none', scorecard: 'none', territory: 'none', returning: 'none' },
    crediting: 'none',
    operations: { ...operations, commission: undefined },
  }
  const fiscal = { kind: 'gregorian', startMonth: 4 }
  const months = ['2026-06', '2026-07', '2026-08'].map((name) => parsePeriod(name))

  test.each([
    ['26 to 25', { name: '2026-07', start: '2026-06-26', end: '2026-07-25' }, {}],
    ['half a month', { name: '2026-07', start: '2026-07-16', end: '2026-07-31' }, {}],
    ['a quarter of another calendar', parsePeriod('2026-Q3'), { calendar: fiscal }],
    ['a name of one’s own', { name: 'July', start: '2026-07-01', end: '2026-07-31' }, {}],
  ])('D11 %s is refused where no plan is paid either', (_, period, more) => {
    const [, data] = request({ people: [{ ...ann, figures: {} }], events: [] })
    const book = parseBook(bookOf(plain, more))
    const [[code] = []] = found(() => runCompensation(book, data, period))
    expect(['not-the-days', 'not-a-period']).toContain(code)
    for (const month of months)
      expect(found(() => runCompensation(book, { ...data, before: 'first' }, month))).toEqual([])
  })
})

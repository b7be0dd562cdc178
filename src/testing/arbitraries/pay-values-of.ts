import fc from 'fast-check'
import { addDays, type IsoDate, type Period } from '../../calendar/index.js'
import type { Attributes, Figure } from '../../pay/index.js'
import { changed, daysIn, told, valuesOver } from '../pay/known.js'
import type { Timed } from '../pay/time.js'
import type { Wanted, WantedData } from '../pay/wanted.js'

/** What data are drawn for. */
export interface PayDataDrawing {
  readonly wanted: WantedData
  readonly time: Timed
  readonly ids: readonly string[]
}

/** Values of attributes: all of them of who needs them, else most. */
export function attributesOf(
  drawing: PayDataDrawing,
  wanted: readonly Wanted[],
  index: number,
  all: boolean,
): fc.Arbitrary<Attributes> {
  const { before, span } = drawing.time
  const arbitraries = wanted.map((each) => {
    const values = valuesOver(before, span, drawnValue(drawing, each, index))
    return [each.name, all ? values : fc.option(values, { freq: 9, nil: [] })] as const
  })
  return fc.record(Object.fromEntries(arbitraries))
}

function drawnValue(
  { time: { span, before }, ids }: PayDataDrawing,
  { is, value }: Wanted,
  index: number,
): fc.Arbitrary<string> {
  switch (is) {
    case 'value':
      return value
    case 'day':
      return fc.oneof(fc.constant(before), daysIn({ from: addDays(before, -1200), to: span.to }, 0))
    case 'above':
      // Mostly somebody before them; the rest may go round in a circle.
      return fc.oneof(
        { weight: 7, arbitrary: fc.constantFrom('chief', ...ids.slice(0, index)) },
        { weight: 1, arbitrary: fc.constantFrom(...ids) },
      )
    case 'rate':
      return fc.constantFrom('1', '7')
  }
}

/** Figures of the periods to be run, of one kind of reader; some of the periods have none. */
export function figuresFor(
  { wanted, time }: PayDataDrawing,
  reader: 'person' | 'assignment' | 'company' | 'group',
): fc.Arbitrary<readonly Figure[]> {
  const lists = wanted.figures
    .filter(({ readers }) => readers.has(reader))
    .map(({ name, within: rhythm, value }) => {
      const periods = time.periodsOf(rhythm)
      const lastDays = new Map(periods.map((period) => [period.name, period.to]))
      const given = fc
        .tuple(...periods.map(() => fc.option(value, { freq: 5 })))
        .map((values): readonly Figure[] =>
          values.flatMap((each, i) => {
            const { name: period } = periods[i] as Period
            return each === null ? [] : [{ name, rhythm, period, value: each }]
          }),
        )
      const lastDay = ({ period }: Figure) => lastDays.get(period) as IsoDate
      return told(given, lastDay, changed(fc.record({ value })))
    })
  return fc.tuple(...lists).map((all) => all.flat())
}

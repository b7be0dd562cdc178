import fc from 'fast-check'
import { addDays, type IsoDate, type Period } from '../../calendar/index.js'
import type { Attributes, Known } from '../../pay/index.js'

/** How items become known: on their own day, some days later, corrected or taken away. */

/** Days of a span, the first of them the smallest. */
export function daysIn({ from, to }: Pick<Period, 'from' | 'to'>, days: number) {
  const last = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return fc.integer({ min: 0, max: last + days }).map((later) => addDays(from, later))
}

/** Something told, some of it late, some of it told again later: otherwise, or taken away. */
export function told<T extends Known>(
  items: fc.Arbitrary<readonly T[]>,
  ownDay: (item: T) => IsoDate,
  change: fc.Arbitrary<Partial<T>>,
): fc.Arbitrary<readonly T[]> {
  const news = fc.record({
    late: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 50 }) },
    ),
    again: fc.option(fc.record({ days: fc.integer({ min: 1, max: 40 }), change }), { freq: 4 }),
  })
  return fc.tuple(items, fc.array(news, { maxLength: 6 })).map(([all, newsOf]) =>
    all.flatMap((item, i) => {
      const { late, again } = newsOf[i] ?? { late: 0, again: null }
      const recorded = addDays(ownDay(item), late)
      const first = late === 0 ? item : { ...item, recorded }
      if (again === null) return [first]
      return [first, { ...item, ...again.change, recorded: addDays(recorded, again.days) }]
    }),
  )
}

const takenAway = fc.constant({ void: true as const })

/** A change of `value`, or that it is taken away. */
export function changed<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | { readonly void: true }> {
  return fc.oneof({ weight: 3, arbitrary: values }, { weight: 1, arbitrary: takenAway })
}

/** Values of an attribute: from a day before all, and of who changes from days within a span. */
export function valuesOver(
  from: IsoDate,
  span: Pick<Period, 'from' | 'to'>,
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Attributes[string]> {
  const later = fc.uniqueArray(fc.record({ from: daysIn(span, 0), value }), {
    maxLength: 2,
    selector: (each) => each.from,
  })
  const items = fc
    .tuple(value, later)
    .map(([first, rest]): Attributes[string] => [{ from, value: first }, ...rest])
  return told(items, (item) => item.from, fc.record({ value }))
}

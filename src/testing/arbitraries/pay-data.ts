import fc from 'fast-check'
import { addDays } from '../../calendar/index.js'
import type { Attributes, Data, Figure, Group, Known, Person, Row } from '../../pay/index.js'
import { type Currency, minorUnits } from '../../quantity/index.js'
import { amount, day, decimalIn, part } from './draws.js'

const months = ['2026-01', '2026-02', '2026-03', '2026-04'] as const
export const takenAway = fc.constant({ void: true } as const)
const teams = fc.constantFrom('north', 'south')

/** Some of what was told, told anew some days later: with other members, or taken away. */
export function corrected<T extends Known>(
  told: fc.Arbitrary<readonly T[]>,
  own: (item: T) => string,
  change: fc.Arbitrary<Partial<T>>,
): fc.Arbitrary<readonly T[]> {
  const correction = fc.record({ days: fc.integer({ min: 0, max: 60 }), change })
  return fc.tuple(told, fc.array(correction, { maxLength: 4 })).map(([items, corrections]) => [
    ...items,
    ...items.flatMap((item, i) => {
      const { days, change: other } = corrections[i] ?? { days: 0 }
      return days === 0 ? [] : [{ ...item, ...other, recorded: addDays(own(item), days) }]
    }),
  ])
}

/** Values from different days on, the first from the day of hire. */
export function history(
  hired: string,
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Attributes[string]> {
  const later = fc.uniqueArray(fc.record({ from: day('2026-01-02', 110), value }), {
    maxLength: 2,
    selector: ({ from }) => from,
  })
  const told = fc
    .tuple(value, later)
    .map(([first, rest]): Attributes[string] => [{ from: hired, value: first }, ...rest])
  return corrected(told, ({ from }) => from, fc.record({ value }))
}

function personOf(currency: Currency, id: string): fc.Arbitrary<Person> {
  const pay = amount(currency, 20_000)
  return day('2025-06-01', 200).chain((hired) =>
    fc
      .record({
        left: fc.option(day('2026-02-15', 60), { nil: undefined }),
        again: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        salary: history(hired, pay),
        grade: history(hired, fc.constantFrom('A', 'B', 'C')),
        team: history(hired, teams),
        allowance: fc.option(history(hired, pay), { nil: undefined }),
        post: fc.option(teams, { nil: undefined }),
        absences: absences(),
        figures: figuresNamed('hours', decimalIn(0, 60, 1)),
      })
      .map(({ left, again, post, allowance, absences: away, figures, ...known }) => ({
        id,
        employment: [
          { from: hired, ...(left !== undefined && { to: left }) },
          ...(left === undefined || again === undefined ? [] : [{ from: addDays(left, again) }]),
        ],
        ...(post !== undefined && {
          assignments: [
            { id: 'desk', from: hired, attributes: { desk: [{ from: hired, value: post }] } },
          ],
        }),
        attributes: {
          ...known,
          hired: [{ from: hired, value: hired }],
          ...(allowance !== undefined && { allowance }),
        },
        absences: away,
        figures,
      })),
  )
}

function absences(): fc.Arbitrary<NonNullable<Person['absences']>> {
  const absence = fc.record(
    {
      from: day('2026-01-01', 110),
      length: fc.integer({ min: 0, max: 9 }),
      kind: fc.constantFrom('sick', 'leave'),
      part: part(1),
    },
    { requiredKeys: ['from', 'length', 'kind'] },
  )
  const told = fc.array(absence, { maxLength: 2 }).map(
    (drawn): NonNullable<Person['absences']> =>
      drawn.map(({ length, from, ...rest }, i) => ({
        id: `a${i + 1}`,
        from,
        to: addDays(from, length),
        ...rest,
      })),
  )
  return corrected(told, ({ from }) => from, takenAway)
}

/** A figure of some months, one each. */
function figuresNamed(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<readonly Figure[]> {
  const told = fc
    .uniqueArray(fc.record({ period: fc.constantFrom(...months), value }), {
      maxLength: 3,
      selector: ({ period }) => period,
    })
    .map((drawn): readonly Figure[] => drawn.map((each) => ({ name, ...each })))
  return corrected(told, ({ period }) => `${period}-28`, fc.oneof(takenAway, fc.record({ value })))
}

const people = ['p1', 'p2', 'p3', 'p4'] as const

/**
 * Draws people as `parsePeople` of `payproof/pay` accepts them: up to four, some leaving and rehired,
 * with salary, grade and team over time, absences and hours of overtime, some of it told late.
 *
 * @example
 * fc.assert(fc.property(payPeople('CNY'), (people) => parsePeople(people).length <= 4))
 */
export function payPeople(currency: Currency): fc.Arbitrary<readonly Person[]> {
  return fc
    .integer({ min: 0, max: people.length })
    .chain((count) => fc.tuple(...people.slice(0, count).map((id) => personOf(currency, id))))
}

/**
 * Draws tables of records that `parseRecords` accepts: orders of the people that {@link payPeople} draws
 * and of nobody, from January to April 2026, with amounts and products, some of deals made before, some
 * counting on another day, some told late or taken away.
 *
 * @example
 * fc.assert(fc.property(payRecords('CNY'), (tables) => (parseRecords(tables)['orders'] ?? []).length <= 12))
 */
export function payRecords(
  currency: Currency,
): fc.Arbitrary<Readonly<Record<string, readonly Row[]>>> {
  const order = fc.record(
    {
      on: day('2026-01-01', 119),
      person: fc.constantFrom(...people),
      amount: decimalIn(-500, 5_000, minorUnits(currency)),
      product: fc.constantFrom('car', 'van', 'bike'),
      counts: day('2026-01-01', 119),
      made: day('2026-01-01', 119),
      order: fc.constantFrom('1', '2'),
    },
    { requiredKeys: ['on', 'amount', 'product'] },
  )
  const told = fc
    .array(order, { maxLength: 8 })
    .map((drawn): readonly Row[] => drawn.map((each, i) => ({ id: `o${i + 1}`, ...each })))
  const change = fc.oneof(takenAway, fc.record({ amount: amount(currency, 100) }))
  return corrected(told, ({ on }) => on, change).map((orders) => ({ orders }))
}

/**
 * Draws all data of pay runs that `parseData` accepts: {@link payPeople}, {@link payRecords}, and a fund of the
 * company.
 *
 * @example
 * fc.assert(fc.property(payData('CNY'), (data) => parseData(data).people.length <= 4))
 */
export function payData(currency: Currency): fc.Arbitrary<Data> {
  const groups = figuresNamed('fund', amount(currency, 5_000)).map((figures): readonly Group[] => [
    { of: 'company', figures },
  ])
  return fc.record({
    people: payPeople(currency),
    groups,
    records: payRecords(currency),
  })
}

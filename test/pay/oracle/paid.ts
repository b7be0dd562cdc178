import { addDays } from '../../../src/calendar/index.js'
import type { AttributeValue, Data, Known, Person, Row } from '../../../src/pay/data.js'
import { decimal } from '../../../src/quantity/index.js'
import { compare, lastDayOf } from './known.js'
import type { Paid, PaidLine, Payment } from './ledger.js'
import type { Life } from './lives.js'

/** What pays the runs of a life: the oracle, or the engine that is held to it. */
export type Pays = (book: Life['book'], data: Data, payments: readonly Payment[]) => readonly Paid[]

/**
 * What each key was paid in all runs together; keys that were paid nothing are left out, and those
 * of a component and month of which something is withheld in the end.
 */
export function totals(runs: readonly Paid[]): Readonly<Record<string, string>> {
  const nameOf = (key: string) => key.replace(/ .* /, ' ')
  const withheld = new Set(runs.at(-1)?.withheld.map(nameOf))
  const sums = new Map<string, string>()
  for (const { component, person, earned, amount } of runs.flatMap(({ lines }) => lines)) {
    const key = `${component} ${person} ${earned}`
    sums.set(
      key,
      decimal(sums.get(key) ?? '0')
        .plus(amount)
        .toFixed(2),
    )
  }
  return Object.fromEntries(
    [...sums]
      .filter(([key, sum]) => !decimal(sum).isZero() && !withheld.has(nameOf(key)))
      .toSorted(([a], [b]) => compare(a, b)),
  )
}

/** A log in which all that is known in the end was told in time, and nothing else ever. */
export function toldInTime(data: Data): Data {
  const final = <T extends Known>(
    items: readonly T[] | undefined,
    key: (item: T) => string,
    own: (item: T) => string,
  ): readonly T[] => {
    const latest = new Map<string, T>()
    const recorded = (item: T) => item.recorded ?? own(item)
    for (const item of items ?? []) {
      const held = latest.get(key(item))
      if (held === undefined || recorded(held) <= recorded(item)) latest.set(key(item), item)
    }
    return [...latest.values()]
      .filter((item) => item.void === undefined)
      .map(({ recorded: _, ...item }) => item as T)
  }
  const from = ({ from }: { from: string }) => from
  const attributes = (histories: Person['attributes'] = {}): Person['attributes'] =>
    Object.fromEntries(
      Object.entries(histories).map(([name, history]) => [
        name,
        final<AttributeValue>(history, from, from),
      ]),
    )
  const figures = (given: Person['figures']) =>
    final(
      given,
      ({ name, period }) => `${name} ${period}`,
      ({ period }) => lastDayOf(period),
    )
  return {
    people: data.people.map((person) => ({
      ...person,
      employment: final(person.employment, from, from),
      attributes: attributes(person.attributes),
      absences: final(person.absences, ({ id }) => id, from),
      figures: figures(person.figures),
    })),
    groups: (data.groups ?? []).map((group) => ({
      ...group,
      attributes: attributes(group.attributes),
      figures: figures(group.figures),
    })),
    records: Object.fromEntries(
      Object.entries(data.records ?? {}).map(([table, rows]) => [
        table,
        final<Row>(
          rows,
          ({ id }) => id,
          ({ on }) => on,
        ),
      ]),
    ),
  }
}

/** The same life, at whose last run all is known that will ever be told. */
export function knownInTheEnd({ payments, ...life }: Life): Life {
  const last = payments.at(-1) as Payment
  return { ...life, payments: [...payments, { ...last, asOf: addDays(last.asOf, 700) }] }
}

/** The same life, of whose months before the first run nobody was employed in any. */
export function fromTheFirstOn(life: Life): Life {
  const first = `${life.payments[0]?.period}-01`
  const later = (day: string) => (compare(day, first) < 0 ? first : day)
  const people = life.data.people.map((person) => {
    const moved = person.employment.map(({ from, to, ...more }) => ({
      ...more,
      recorded: more.recorded ?? from,
      from: later(from),
      ...(to !== undefined && { to: later(to) }),
    }))
    // Two that are moved to one day may have been told on one: the later told holds.
    const byKey = new Map(moved.map((each) => [`${each.from} ${each.recorded}`, each]))
    return { ...person, employment: [...byKey.values()] }
  })
  return { ...life, data: { ...life.data, people } }
}

/** The same data, its people, records and keys in another order; versions of one key keep theirs. */
export function reordered(data: Data): Data {
  const backwards = (rows: readonly Row[]) =>
    [...new Set(rows.map(({ id }) => id))]
      .reverse()
      .flatMap((id) => rows.filter((r) => r.id === id))
  const names = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).reverse())
  return {
    records: names(
      Object.fromEntries(
        Object.entries(data.records ?? {}).map(([table, rows]) => [table, backwards(rows)]),
      ),
    ),
    ...(data.groups !== undefined && { groups: data.groups.toReversed() }),
    people: data.people
      .map((person) => ({ ...person, attributes: names(person.attributes) }))
      .toReversed(),
  }
}

/** The lines that pay something. */
export function paying(run: Paid | undefined): readonly PaidLine[] {
  return (run?.lines ?? []).filter(({ amount }) => !decimal(amount).isZero())
}

/**
 * A small book of 0.1, the data of some months, and what 0.1 paid of them. Plain JSON, one a line. They were
 * recorded before the run of 0.1 was taken out, by `npm run record:0.1` of commit b9e3858.
 */
export interface Fixture {
  readonly id: number
  readonly book: Readonly<Record<string, unknown>>
  /** As far as nothing else is said by a month. */
  readonly people: readonly Readonly<Record<string, unknown>>[]
  /** All of them; those of a run are recorded by its `asOf`. */
  readonly events: readonly (Readonly<Record<string, unknown>> & { readonly recorded: string })[]
  readonly months: readonly Month[]
}

/** One run of 0.1. */
export interface Month {
  readonly period: string
  readonly asOf: string
  /** What is new of people from this month on, by id. */
  readonly told?: Readonly<Record<string, object>>
  readonly adjustments?: readonly object[]
  readonly pools?: Readonly<Record<string, object>>
  readonly awards?: Readonly<Record<string, readonly object[]>>
  readonly paid: readonly Paid[]
  /** Who was not paid, and the codes of what was wrong. */
  readonly unpaid: readonly (readonly [person: string, codes: readonly string[]])[]
}

/** A line: lines of one source and period are added up. */
export type Paid = readonly [
  person: string,
  kind: string,
  source: string,
  earned: string,
  amount: string,
]

/** The data of a run as 0.1 took them, up to the run before. */
export function dataOf(
  {
    people,
    events,
    months,
  }: Omit<Fixture, 'months'> & { months: readonly Omit<Month, 'paid' | 'unpaid'>[] },
  index: number,
): Readonly<Record<string, unknown>> & { readonly asOf: string } {
  const { asOf, adjustments, pools, awards } = months[index] as Month
  const told = months.slice(0, index + 1).map((month) => month.told ?? {})
  return {
    people: people
      .map((person) => Object.assign({}, person, ...told.map((own) => own[person['id'] as string])))
      // Who is not told of yet is not in the data.
      .filter((person) => person['absent'] !== true)
      .map(({ absent: _, ...person }) =>
        Object.fromEntries(Object.entries(person).filter(([, said]) => said !== null)),
      ),
    events: events.filter(({ recorded }) => recorded <= asOf),
    asOf,
    ...(adjustments !== undefined && { adjustments }),
    ...(pools !== undefined && { pools }),
    ...(awards !== undefined && { awards }),
  }
}

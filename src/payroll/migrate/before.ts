import { parsePeriod } from '../../calendar/index.js'
import type { Opening } from '../../pay/index.js'
import { decimal, minorUnits, total } from '../../quantity/index.js'
import { type Migrated, type MigrateOptions, migratedBook } from './book.js'
import { type Change, change } from './change.js'
import { type OldBook, parseOldBook } from './old-book-schema.js'
import { type OldRun, parseOldRun } from './old-data-schema.js'
import type { WrittenPolicy } from './writer.js'

/** The run that takes over from 0.1, and what was changed on the way to it. */
export interface MigratedBefore {
  /** What `settle` is asked for, beside `before: 'first'`: the period that 0.1 paid last, of which nobody is paid again. */
  readonly request: {
    readonly period: string
    readonly asOf: string
    readonly only: readonly string[]
    readonly openings: readonly Opening[]
  }
  readonly changes: readonly Change[]
}

/**
 * What the last run of 0.1 carries on, as the first run of today: one of the same period that pays nobody,
 * and knows what was settled, for each plan and period, what was paid in that period, and what people owe. The
 * next one pays the next period, and what is told late of earlier ones.
 *
 * Throws a `PolicyError` with every problem of the JSON.
 *
 * @example
 * const { request } = migrateBefore(bookOf01, lastRunOf01)
 * const taken = settle(book, data, { ...request, before: 'first' }) // pays nothing
 */
export function migrateBefore(
  book: unknown,
  run: unknown,
  options: MigrateOptions = {},
): MigratedBefore {
  const old = parseOldBook(book)
  const own = parseOldRun(run)
  const migrated = migratedBook(old, options)
  const { openings, changes } = openingsOf(old, migrated, own)
  return { request: { period: own.period.name, asOf: own.asOf, only: [], openings }, changes }
}

/** Texts of openings say where they come from. */
const why = 'Settled by payproof 0.1'

function openingsOf(
  old: OldBook,
  { naming, book, periods }: Migrated,
  run: OldRun,
): { readonly openings: readonly Opening[]; readonly changes: readonly Change[] } {
  const changes: Change[] = []
  const places = minorUnits(old.currency)
  const period = run.period.name
  const policies = book['policies'] as readonly WrittenPolicy[]
  const { from } = parsePeriod(period, old.calendar)
  const homeOn = (person: string, day: string) =>
    (run.posts[person] ?? [])
      .flatMap(({ departments }) => departments)
      .findLast((each, i) => i === 0 || each.from <= day)?.value
  /** The one of some policies that is for the department of a person on a day. */
  const forPerson = (ids: readonly string[] = [], person: string, day: string) => {
    const home = homeOn(person, day)
    const own = policies.filter(({ id }) => ids.includes(id))
    const holding = own.find(({ versions }) =>
      (versions as readonly Version[]).some(
        ({ from, to, eligible }) =>
          from <= day &&
          (to === undefined || day <= to) &&
          (eligible?.where?.['department'] ?? [home]).includes(home),
      ),
    )
    return (holding ?? own[0])?.id
  }
  const sums = new Map<string, string[]>()
  const add = (component: string, person: string, earned: string, amount: string) => {
    const key = JSON.stringify([component, person, earned])
    sums.set(key, [...(sums.get(key) ?? []), amount])
  }
  for (const { person, plan, lines } of run.settlements)
    for (const { period: earned, due } of lines) {
      const id = forPerson(naming.plans.get(plan), person, parsePeriod(earned, old.calendar).from)
      if (id !== undefined) add(id, person, earned, due)
    }
  const paidBy: Readonly<Record<string, ReadonlyMap<string, readonly string[]>>> = {
    component: naming.salaries,
    bonus: naming.scorecards,
    pool: new Map([...naming.pools].map(([pool, { id }]) => [pool, [id]])),
    award: new Map([...naming.awards].map(([award, { id }]) => [award, [id]])),
  }
  for (const { person, lines } of run.statements)
    for (const { kind, source, amount } of lines) {
      // Adjustments that are not told again need nothing to be held against.
      const id = forPerson(paidBy[kind]?.get(source), person, from)
      if (id !== undefined) add(id, person, period, amount)
    }
  const rhythm = periods.kind
  const settled = [...sums].map(([key, amounts]): Opening => {
    const [component, person, earned] = JSON.parse(key) as [string, string, string]
    const sum = total(amounts, places)
    return { component, person, earned: { rhythm, period: earned }, settled: sum, value: sum, why }
  })
  const owed = Object.entries(run.owed).flatMap(
    ([person, { carried, draw }]): readonly Opening[] => {
      const rules = [...naming.payments.values()].flat()
      const id = forPerson(rules, person, from)
      const amount = total([...carried.map((each) => each.amount), draw], places)
      if (id === undefined) {
        changes.push(change('not-migrated', 'owed', { what: `${person}: ${amount}` }))
        return []
      }
      changes.push(change('owed-brought', 'owed', { person, amount }))
      const opening = (part: string, earned: string, value: string): Opening => ({
        component: `${id}.${part}`,
        person,
        earned: { rhythm, period: earned },
        value,
        why,
      })
      const debt = total(
        carried.map((each) => each.amount),
        places,
      )
      return [
        ...(decimal(debt).isZero() ? [] : [opening('owed', period, debt)]),
        ...carried.map((each) => opening('debt', each.period, each.amount)),
        ...(decimal(draw).isZero() ? [] : [opening('drawn', period, draw)]),
      ]
    },
  )
  return { openings: [...settled, ...owed], changes }
}

interface Version {
  readonly from: string
  readonly to?: string
  readonly eligible?: { readonly where?: Readonly<Record<string, readonly (string | undefined)[]>> }
}

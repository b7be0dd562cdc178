import {
  addDays,
  type Dated,
  type IsoDate,
  type OpenSpan,
  type Period,
  periodContaining,
} from '../calendar/index.js'
import { overlap, spanProblems } from '../calendar/internal.js'
import type { Plan, Spans } from '../commission/index.js'
import type { PolicyBook } from './book.js'
import type { Person } from './data-schema.js'

/** One employment of a person, and the departments that runs have found them in. */
export interface Post {
  /** As the last run was told of it. */
  readonly employment: Person['employment']
  /**
   * Each from the first day of the period in which a run first found the person there; the first one
   * from the beginning of the employment.
   */
  readonly departments: readonly Dated<string>[]
}

/** The posts of everybody whom a run knows of, by id. */
export type Posts = Readonly<Record<string, readonly Post[]>>

/** The posts after a run: those known before, with what its people say of this period. */
export function postsAfter(
  { departments }: Pick<PolicyBook, 'departments'>,
  known: Posts,
  people: readonly Person[],
  period: Period,
): Posts {
  const now = people
    .filter(({ department, employment }) => departments.has(department) && isSound(employment))
    .map((person) => {
      const own = Object.hasOwn(known, person.id) ? (known[person.id] as readonly Post[]) : []
      return [person.id, withPost(own, person, period.from)] as const
    })
  return { ...known, ...Object.fromEntries(now) }
}

/** Dates that are wrong are told to the person, and say nothing of where they were. */
function isSound(employment: Person['employment']): boolean {
  return spanProblems(employment, '').length === 0
}

function withPost(
  own: readonly Post[],
  { employment, department }: Person,
  day: IsoDate,
): readonly Post[] {
  const here = { from: day, value: department }
  const last = own.at(-1)
  const { to: left } = last?.employment ?? {}
  // Who comes back keeps what was earned before; any other change of dates is a correction.
  if (last === undefined || (left !== undefined && employment.from > left))
    return [...own, { employment, departments: [here] }]
  const moved = last.departments.at(-1)?.value !== department
  const departments = moved ? [...last.departments, here] : last.departments
  return [...own.slice(0, -1), { employment, departments }]
}

/**
 * When each person is in a plan: employed in a department that pays by it, from the first day that
 * the runs pay on. The versions that hold on the first day of a period pay all of it.
 */
export function spansIn(
  book: PolicyBook,
  plan: Plan,
  posts: Posts,
  { since, period }: { readonly since: IsoDate; readonly period: Period },
): Spans {
  const paying = new Map<string, readonly OpenSpan[]>()
  const payingBy = (department: string) => {
    const spans = paying.get(department) ?? payingSpans(book, department, plan, period)
    paying.set(department, spans)
    return spans
  }
  const spansOf = ({ employment, departments }: Post): readonly OpenSpan[] => {
    const employed = overlap(employment, { from: since })
    if (employed === undefined) return []
    const { from } = employment
    const history = departments.map((each, i) => (i === 0 ? { ...each, from } : each))
    return stretches(history).flatMap(({ value, ...there }) =>
      payingBy(value).flatMap((span) => shared(employed, there, span)),
    )
  }
  return Object.fromEntries(
    Object.entries(posts).map(([person, own]) => [person, own.flatMap(spansOf)]),
  )
}

/** Each value with the days on which it holds. */
function stretches<T>(history: readonly Dated<T>[]): readonly (OpenSpan & { readonly value: T })[] {
  return history.map(({ from, value }, i) => {
    const next = history[i + 1]
    return { value, from, ...(next !== undefined && { to: addDays(next.from, -1) }) }
  })
}

/** The periods in which a department pays by a plan, as far as they have begun. */
function payingSpans(
  book: PolicyBook,
  department: string,
  { id, policy }: Plan,
  { to }: Period,
): readonly OpenSpan[] {
  const firstFrom = (day: IsoDate) => {
    const own = periodContaining(day, policy.period, book.policy.calendar)
    return own.from === day ? day : addDays(own.to, 1)
  }
  const terms = (book.departments.get(department) ?? [])
    .filter(({ from }) => from <= to)
    .map(({ from, value }) => ({ from: firstFrom(from), value: value?.commission }))
  return stretches(terms).filter(
    ({ value, from, to }) => value === id && (to === undefined || from <= to),
  )
}

function shared(...[a, b, c]: readonly [OpenSpan, OpenSpan, OpenSpan]): readonly OpenSpan[] {
  const both = overlap(a, b)
  const all = both && overlap(both, c)
  return all === undefined ? [] : [all]
}

import {
  type Award,
  type AwardEntry,
  type AwardMember,
  dividePool,
  giveAward,
  type PoolMember,
} from '../bonus/index.js'
import { explainShares, explainStanding } from '../bonus/internal.js'
import type { Period } from '../calendar/index.js'
import { type Explanation, evaluate } from '../formula/index.js'
import { at, type Locale, type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { decimal, type NumericInput } from '../quantity/index.js'
import type { Book, FundedPool } from './book.js'
import type { Person } from './data-schema.js'
import { unknownReference } from './problems.js'
import type { AwardLine, PoolLine } from './statement.js'

/** What funds a pool in a period, and among whom it is divided. */
export interface PoolData {
  /** What the formula of its funding reads, such as `profit`. */
  readonly figures: Readonly<Record<string, NumericInput>>
  /** On the last level ids are those of people. */
  readonly members: readonly PoolMember[]
}

/** The pools and awards of a period, by the names of their policies. */
export interface SharedData {
  readonly pools?: Readonly<Record<string, PoolData>> | undefined
  /** Ids are those of people; those of a team's members, where a team splits its prize. */
  readonly awards?: Readonly<Record<string, readonly AwardEntry[]>> | undefined
}

type PersonLine = readonly [person: string, PoolLine | AwardLine]

/**
 * Divides the pools and gives the awards of a period: the lines of each person.
 *
 * Throws a `PolicyError` with every problem of every pool and award.
 */
export function sharedLines(
  book: Book,
  { pools = {}, awards = {}, people }: SharedData & { readonly people: readonly Person[] },
  period: Period,
): ReadonlyMap<string, readonly (PoolLine | AwardLine)[]> {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  /** Explanations call people by their names, where the data of the award has no label of its own. */
  const called = <T extends Pick<AwardMember, 'id' | 'label'>>(each: T): T => {
    const name = names.get(each.id)
    return name === undefined || each.label !== undefined ? each : { ...each, label: name }
  }
  const named = (entry: AwardEntry): AwardEntry => {
    const { members } = entry
    return called(members === undefined ? entry : { ...entry, members: members.map(called) })
  }
  const problems: Problem[] = []
  const lines: PersonLine[] = []
  const collect = (path: string, task: () => readonly PersonLine[]) =>
    problems.push(
      ...under(
        path,
        problemsOf(() => {
          // One by one: a company may have more people than a call takes arguments.
          for (const line of task()) lines.push(line)
        }),
      ),
    )
  for (const [id, data] of byName(pools)) {
    const path = at('pools', id)
    if (book.pools.has(id)) collect(path, () => poolLines(book, id, data))
    else problems.push(unknownReference(path, id, [...book.pools.keys()]))
  }
  for (const [id, entries] of byName(awards)) {
    const path = at('awards', id)
    if (book.awards.has(id)) collect(path, () => awardLines(book, id, entries.map(named), period))
    else problems.push(unknownReference(path, id, [...book.awards.keys()]))
  }
  refuse(problems)
  const byPerson = new Map<string, readonly (PoolLine | AwardLine)[]>()
  for (const [person, line] of lines) byPerson.set(person, [...(byPerson.get(person) ?? []), line])
  return byPerson
}

/** In the order of names, so that a store that keeps another order of keys changes no statement. */
function byName<T>(values: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
}

function poolLines(book: Book, id: string, { figures, members }: PoolData) {
  const { funding, pool } = book.pools.get(id) as FundedPool
  const funded = evaluate(funding.formula, figures)
  const division = dividePool(pool, { fund: funded.value, members })
  const { label, clause } = division
  const inEnglish = explainShares(division, { locale: 'en', funding: funded })
  const inChinese = explainShares(division, { locale: 'zh-CN', funding: funded })
  return inEnglish.map(([share, en], i): PersonLine => {
    const [, chinese] = inChinese[i] as (typeof inChinese)[number]
    const paid = { kind: 'pool', source: id, label, amount: share.amount } as const
    const explained = { en, 'zh-CN': chinese }
    return [share.id, { ...paid, ...(clause !== undefined && { clause }), explained }]
  })
}

/** What each winner gets; who wins nothing has no line. */
function awardLines(
  book: Book,
  id: string,
  entries: readonly AwardEntry[],
  { to }: Period,
): readonly PersonLine[] {
  const award = book.awards.get(id) as Award
  const result = giveAward(award, { entries, asOf: to })
  const { label = id, clause } = award
  return result.standings.flatMap((standing) => {
    const { id: entry, place, prize, split } = standing
    const explained = inBoth((locale) => explainStanding(result, standing, { locale }))
    const winners = award.split === undefined ? [{ id: entry, amount: prize }] : split
    return winners
      .filter(({ amount }) => !decimal(amount).isZero())
      .map(({ id: person, amount }): PersonLine => {
        const paid = { kind: 'award', source: id, label, amount, place } as const
        return [person, { ...paid, ...(clause !== undefined && { clause }), explained }]
      })
  })
}

function inBoth(explain: (locale: Locale) => Explanation): Readonly<Record<Locale, Explanation>> {
  return { en: explain('en'), 'zh-CN': explain('zh-CN') }
}

import type { LinkedComponent, PayBook, PayData, Run } from '../pay/index.js'
import { presenceOf } from '../pay/internal.js'
import { remembered } from '../problem/remembered.js'
import { difference, minorUnits } from '../quantity/index.js'
import { type Tally, tally } from '../quantity/internal.js'
import { booking } from './booked.js'
import { checkAttributes, checkRun, listed } from './checked.js'
import { add, countPeople, type Groups, groupIn, type Summing, summing } from './group.js'

/** A run, and what it was made of. */
export interface Made {
  readonly book: PayBook
  readonly data: PayData
  readonly run: Run
}

/** An amount before and after a change. */
export interface Change {
  readonly before: string
  readonly after: string
  /** After less before. */
  readonly difference: string
}

/** An amount and another one. */
export function change(before: string, after: string, places: number): Change {
  return { before, after, difference: difference(after, before, places) }
}

/** One side of a comparison: a run, added up. */
export interface Compared extends Made {
  /** The components that its lines name. */
  readonly components: ReadonlyMap<string, LinkedComponent>
  /** Who is employed in the period. */
  readonly employed: readonly string[]
  readonly byPerson: ReadonlyMap<string, Tally>
  readonly company: Summing
  readonly groups: ReadonlyMap<string, Groups>
}

/** A run, added up by person and by the values of attributes. */
export function comparedRun(made: Made, by: readonly string[], path: string): Compared {
  const { book, data, run } = made
  const components = checkRun(book, run, path)
  checkAttributes(data, listed('options.by', by))
  const presence = presenceOf(book, data, run)
  const pieces = booking(by, minorUnits(run.currency))
  const company = summing()
  const groups = new Map(by.map((name): [string, Groups] => [name, new Map()]))
  const byPerson = new Map<string, Tally>()
  const sumOf = remembered(() => tally(), byPerson)
  for (const line of run.lines) {
    const { person } = line
    const component = (components.get(line.component) as LinkedComponent).name
    sumOf(person).add(line.amount)
    add(company, { person, component, amount: line.amount })
    for (const { values, amount } of pieces({ line, component, presence }))
      for (const [i, name] of by.entries()) {
        const group = groupIn(groups.get(name) as Groups, values[i] as string)
        add(group, { person, component, amount })
      }
  }
  countPeople(presence, presence.period, company, groups)
  const employed = presence.people.filter((person) => presence.lastDay(person) !== undefined)
  return { ...made, components, employed, byPerson, company, groups }
}

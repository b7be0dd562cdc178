import type { Period } from '../calendar/index.js'
import type { Presence } from '../pay/internal.js'
import { remembered } from '../problem/remembered.js'
import { decimal } from '../quantity/index.js'
import { type Tally, tally } from '../quantity/internal.js'

/** What is counted of a group of people, or of a company, in a period. */
export interface Counted {
  /** Employed on a day of the period; each by the last such day, so once alone. */
  readonly people: number
  /** Of them, those whose employment begins in the period, and those whose ends in it. */
  readonly joiners: number
  readonly leavers: number
}

/** The running sums of a group. */
export interface Summing {
  counted: Counted
  readonly total: Tally
  /** By component. */
  readonly sums: Map<string, Tally>
  /** Who has an amount other than zero: of each component, and of any. */
  readonly paid: Map<string, Set<string>>
  readonly anybody: Set<string>
}

/** One amount of somebody. */
export interface Booked {
  readonly person: string
  readonly component: string
  readonly amount: string
}

const nobody: Counted = { people: 0, joiners: 0, leavers: 0 }

export function summing(): Summing {
  return {
    counted: nobody,
    total: tally(),
    sums: new Map(),
    paid: new Map(),
    anybody: new Set(),
  }
}

/** Adds an amount to a group. */
export function add(to: Summing, { person, component, amount }: Booked): void {
  to.total.add(amount)
  remembered(tally, to.sums)(component).add(amount)
  if (decimal(amount).isZero()) return
  to.anybody.add(person)
  remembered((): Set<string> => new Set(), to.paid)(component).add(person)
}

/** Several groups as one. The sums stay exact; who is in two of them is one person. */
export function joined(groups: readonly Summing[], places: number): Summing {
  const all = summing()
  for (const { counted, total, sums, paid, anybody } of groups) {
    all.counted = {
      people: all.counted.people + counted.people,
      joiners: all.counted.joiners + counted.joiners,
      leavers: all.counted.leavers + counted.leavers,
    }
    all.total.add(total.total(places))
    for (const [component, sum] of sums)
      remembered(tally, all.sums)(component).add(sum.total(places))
    for (const person of anybody) all.anybody.add(person)
    for (const [component, people] of paid)
      for (const person of people)
        remembered((): Set<string> => new Set(), all.paid)(component).add(person)
  }
  return all
}

/** The groups of one attribute, or a company, by value; each is made when it is first asked for. */
export type Groups = Map<string, Summing>

export function groupIn(groups: Groups, value: string): Summing {
  return remembered(summing, groups)(value)
}

/** Counts who is employed in a period: in the company, and in the groups of each attribute. */
export function countPeople(
  { people, during, attribute }: Presence,
  period: Period,
  company: Summing,
  byAttribute: ReadonlyMap<string, Groups>,
): void {
  for (const person of people) {
    const stay = during(person, period)
    if (stay === undefined) continue
    const count = (group: Summing) => {
      const { counted } = group
      group.counted = {
        people: counted.people + 1,
        joiners: counted.joiners + (stay.joined ? 1 : 0),
        leavers: counted.leavers + (stay.left ? 1 : 0),
      }
    }
    count(company)
    for (const [name, groups] of byAttribute)
      count(groupIn(groups, attribute(name, { person, day: stay.last }) ?? ''))
  }
}

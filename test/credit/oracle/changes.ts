import { addDays, type IsoDate } from '../../../src/calendar/index.js'
import type { AmountEvent, DocumentKind } from '../../../src/credit/event.js'
import { type Fraction, minus } from '../../../src/quantity/internal.js'
import { isOwn } from './deals.js'
import { isZero, zero } from './exact.js'
import { type Measured, trackOf } from './measures.js'
import {
  added,
  followed,
  type Holder,
  type Life,
  type Position,
  type State,
  stateOf,
} from './positions.js'
import type { Content } from './rows.js'
import { compare, latest } from './world.js'

/** An amount and the day on which it counts. */
interface Counted {
  readonly unit: string
  readonly person: string
  readonly made: IsoDate
  readonly counts: IsoDate
  readonly measure: string
  readonly amount: Fraction
}

/** The day on which counts what a step brings, booked with a document of a day. */
function countsOn(life: Life, step: Measured, booked: IsoDate, made: IsoDate): IsoDate {
  return life.company.crediting.takeBacks === 'own' ? step.event.on : latest(booked, made)
}

/** What the last of so many steps brings, by what is known on a day. */
function broughtBy(life: Life, credit: string, count: number, known: IsoDate): readonly Counted[] {
  const step = life.steps[count - 1] as Measured
  const before = stateOf(life, credit, count - 1, known).positions
  const after = stateOf(life, credit, count, known).positions
  return added([...after, ...before.map(taken)]).map(
    ({ unit, person, made, booked, measure, amount }) => {
      return { unit, person, made, counts: countsOn(life, step, booked, made), measure, amount }
    },
  )
}

function taken<T extends Position | Counted>(from: T): T {
  return { ...from, amount: minus(zero, from.amount) }
}

/** What news of owners, touches or people of a day moves, given how many steps were before that day. */
export function movedByNews(
  life: Life,
  credit: string,
  count: number,
  day: IsoDate,
): readonly Content[] {
  const all = (known: IsoDate) =>
    life.steps.slice(0, count).flatMap((_, i) => broughtBy(life, credit, i + 1, known))
  const moved = added([...all(day), ...all(addDays(day, -1)).map(taken)])
  return contentsOf(
    credit,
    moved.filter(({ amount }) => !isZero(amount)),
  )
}

/** What the last of so many steps moves. */
export function movedBy(life: Life, credit: string, count: number): readonly Content[] {
  const step = life.steps[count - 1] as Measured
  const moved = added(broughtBy(life, credit, count, step.known))
  const some = moved.filter(({ amount }) => !isZero(amount))
  if (!isOwn(step)) return contentsOf(credit, some)
  const state = stateOf(life, credit, count, step.known)
  return contentsOf(credit, added([...nothingOf(life, credit, step, state), ...some]))
}

/** Nothing of a document, for each who holds a share of it. */
function nothingOf(
  life: Life,
  credit: string,
  step: Measured,
  { holders }: State,
): readonly Counted[] {
  const event = step.event as AmountEvent
  const byDocument = followed(life.company.crediting, credit) !== 'deal'
  const isOf = ({ unit }: Holder) => !byDocument || unit === event.id
  const measure = trackOf[event.kind as DocumentKind]
  return holders.filter(isOf).map(({ unit, person, made }) => {
    const counts = countsOn(life, step, event.on, made)
    return { unit, person, made, counts, measure, amount: zero }
  })
}

/** Rows, each of all measures of one place; units of a deal have each their own. */
function contentsOf(credit: string, moved: readonly Counted[]): readonly Content[] {
  const rows = new Map<string, Content & { amounts: Map<string, Fraction> }>()
  for (const { unit, person, made, counts, measure, amount } of moved) {
    const key = JSON.stringify([unit, person, made, counts])
    const row = rows.get(key) ?? { credit, person, made, counts, amounts: new Map() }
    row.amounts.set(measure, amount)
    rows.set(key, row)
  }
  return [...rows.values()]
}

/** The days after a first one on which something is told of owners, touches or people. */
export function newsDays({ company: { world } }: Life, since: IsoDate): readonly IsoDate[] {
  const days = [
    ...Object.values(world.owners)
      .flat()
      .map(({ recorded, from }) => recorded ?? from),
    ...world.touches.map(({ recorded, on }) => recorded ?? on),
    ...world.people
      .flatMap(({ attributes }) => Object.values(attributes).flat())
      .map(({ recorded, from }) => recorded ?? from),
  ]
  const later = days.filter((day): day is IsoDate => day !== undefined && compare(day, since) > 0)
  return [...new Set(later)].toSorted(compare)
}

import type { IsoDate } from '../../../src/calendar/index.js'
import { addDays } from '../../../src/calendar/index.js'
import type { DocumentKind } from '../../../src/credit/event.js'
import { type Fraction, minus, plus } from '../../../src/quantity/internal.js'
import type { Step } from './deals.js'
import { isZero, zero } from './exact.js'
import { countsOn, type Measured, trackOf } from './measures.js'
import {
  isRolled,
  type Life,
  type Position,
  parcelsOf,
  positions,
  type Unit,
  unitsOf,
} from './positions.js'
import { type Content, isOwn } from './rows.js'
import { compare } from './world.js'

/** Where one amount stands: whose, since when, counting when. */
interface Place {
  readonly person: string
  readonly made: IsoDate
  readonly counts: IsoDate
}
type Sums = ReadonlyMap<
  string,
  { readonly at: Place; readonly amounts: ReadonlyMap<string, Fraction> }
>

/** What is held of a kind of credit, by place and measure. */
function sumsOf(all: readonly Position[]): Sums {
  const sums = new Map<string, { at: Place; amounts: Map<string, Fraction> }>()
  for (const { person, made, counts, measure, amount } of all) {
    const key = JSON.stringify([person, made, counts])
    const sum = sums.get(key) ?? { at: { person, made, counts }, amounts: new Map() }
    sum.amounts.set(measure, plus(sum.amounts.get(measure) ?? zero, amount))
    sums.set(key, sum)
  }
  return sums
}

function differences(before: readonly Position[], after: readonly Position[]): Sums {
  return sumsOf([
    ...after,
    ...before.map((position) => ({ ...position, amount: minus(zero, position.amount) })),
  ])
}

/** What news of owners, touches or people of a day moves, given the steps before that day. */
export function movedByNews(
  life: Life,
  credit: string,
  steps: readonly Measured[],
  day: IsoDate,
): readonly Content[] {
  const before = positions(life, credit, steps, addDays(day, -1))
  const sums = differences(before, positions(life, credit, steps, day))
  return [...sums.values()].flatMap(({ at, amounts }) => {
    const some = new Map([...amounts].filter(([, amount]) => !isZero(amount)))
    return some.size > 0 ? [{ credit, ...at, amounts: some }] : []
  })
}

/** What the last of some steps moves. */
export function movedBy(
  life: Life,
  credit: string,
  steps: readonly Measured[],
): readonly Content[] {
  const step = steps.at(-1) as Measured
  const { known } = step
  const before = positions(life, credit, steps.slice(0, -1), known)
  const moved = differences(before, positions(life, credit, steps, known))
  const sums = new Map(moved)
  const always = isOwn(step) ? ownMeasure(step) : undefined
  const empty: Sums = always === undefined ? new Map() : emptyOf(life, credit, steps, always)
  for (const [key, sum] of empty) if (!sums.has(key)) sums.set(key, sum)
  return [...sums].flatMap(([key, { at, amounts }]) => {
    const isOf = (measure: string, amount: Fraction) =>
      step.event.kind === 'transfer'
        ? !isZero(amount)
        : measure === always ||
          (step.adds.has(measure) &&
            countsOn(life.company.crediting, step, measure, at.made) === at.counts)
    const all = new Map([...(empty.get(key)?.amounts ?? []), ...amounts])
    const some = new Map([...all].filter(([measure, amount]) => isOf(measure, amount)))
    const lost = [...all].some(([measure, amount]) => !some.has(measure) && !isZero(amount))
    if (lost) throw new Error(`${step.event.id} moves what it is not about`)
    const writes = empty.has(key) || [...some.values()].some((amount) => !isZero(amount))
    return writes ? [{ credit, ...at, amounts: some }] : []
  })
}

/** The measure that a document always tells. */
function ownMeasure({ event }: Step): string {
  return trackOf[event.kind as DocumentKind]
}

/** Nothing, for each share of a document: a row is written all the same. */
function emptyOf(life: Life, credit: string, steps: readonly Measured[], measure: string): Sums {
  const { crediting } = life.company
  const kind = crediting.credits[credit]
  const step = steps.at(-1) as Measured
  if (kind === undefined || isRolled(kind)) return new Map()
  const holds = ({ steps: own }: Unit) => own.includes(step)
  const unit = unitsOf(life, kind, steps).find(holds) as Unit
  const { parcels } = parcelsOf(life, credit, unit, step.known)
  return sumsOf(
    parcels
      .filter(({ share }) => !isZero(share))
      .map(({ person, made }) => {
        const counts = countsOn(crediting, step, measure, made)
        return { unit: '', person, made, counts, measure, amount: zero }
      }),
  )
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

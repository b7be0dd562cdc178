import type { IsoDate } from '../calendar/index.js'
import type { ClaimsFinder } from './claims.js'
import { later } from './deals.js'
import { begin, type Life, nextNewsAbove, proceed, type Terms } from './life.js'
import { isSome, type Movement } from './moving.js'
import type { Step, Unit } from './unit.js'

/** What hears of all that moves in the life of a unit. */
export interface Listener {
  readonly step: (unit: Unit, step: Step, movements: readonly Movement[]) => void
  /** Something that was told late on a day moves what was given before. */
  readonly news: (unit: Unit, day: IsoDate, movements: readonly Movement[]) => void
}

/**
 * Goes through the life of a unit, as it became known. What is told late of owners or of people is
 * worked in on the day on which it is told: all is worked out again as if it had been known from the
 * beginning, and what differs moves. What moved before stands.
 */
export function liveThrough(
  terms: Terms,
  finder: ClaimsFinder,
  unit: Unit,
  { step: onStep, news: onNews }: Listener,
): Life {
  const { steps } = unit
  if (!mayChange(terms, finder, unit)) return straightThrough(terms, finder, unit, onStep)
  let known = (steps[0] as Step).entry.known
  let life = begin(terms, unit, finder.on(unit, known), known)
  const moved: (readonly Movement[])[] = []
  const passed: Step[] = []
  const hear = (until: IsoDate | undefined) => {
    for (;;) {
      const next = earlier(finder.nextNews(unit, known), nextNewsAbove(life, terms.rollUps, known))
      if (next === undefined || (until !== undefined && next > until)) break
      known = next
      life = begin(terms, unit, finder.on(unit, known), known)
      const again = passed.map((step) => proceed(terms, unit, life, step, known))
      const changes = differences(again.flat(), moved.flat())
      if (changes.length === 0) continue
      moved.push(changes)
      onNews(unit, known, changes)
    }
  }
  for (const step of steps) {
    hear(step.entry.known)
    known = later(known, step.entry.known)
    const movements = proceed(terms, unit, life, step, known)
    passed.push(step)
    moved.push(movements)
    onStep(unit, step, movements)
  }
  hear(undefined)
  return life
}

/** Whether something may be told late that changes who has a unit, or who is above them. */
function mayChange({ rollUps }: Terms, finder: ClaimsFinder, unit: Unit): boolean {
  const { known } = (unit.steps[0] as Step).entry
  return rollUps.length > 0 || finder.nextNews(unit, known) !== undefined
}

function straightThrough(
  terms: Terms,
  finder: ClaimsFinder,
  unit: Unit,
  onStep: Listener['step'],
): Life {
  const { known } = (unit.steps[0] as Step).entry
  const life = begin(terms, unit, finder.on(unit, known), known)
  for (const step of unit.steps)
    onStep(unit, step, proceed(terms, unit, life, step, step.entry.known))
  return life
}

function earlier(a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

/** What has to move so that what moved before comes to what should have. */
function differences(
  should: readonly Movement[],
  before: readonly Movement[],
): readonly Movement[] {
  const sums = new Map<string, Movement>()
  const add = (movements: readonly Movement[], sign: 1n | -1n) => {
    for (const { credit, person, made, counts, units } of movements) {
      const key = `${credit} ${made} ${counts} ${person}`
      const sum = sums.get(key) ?? { credit, person, made, counts, units: [] }
      sums.set(key, sum)
      for (const [i, amount = 0n] of units.entries())
        sum.units[i] = (sum.units[i] ?? 0n) + sign * amount
    }
  }
  add(before, -1n)
  add(should, 1n)
  return [...sums.values()].flatMap((sum) => {
    const units = sum.units.map((amount) => (amount === 0n ? undefined : amount))
    return isSome(sum) ? [{ ...sum, units }] : []
  })
}

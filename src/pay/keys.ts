import { at, type Problem, refuse } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent } from './book.js'
import type { Holder } from './data-index.js'
import { isShare } from './read-component.js'
import type { Settling } from './settling.js'
import type { SheetWork } from './sheet-work.js'
import { periodsIn } from './windows.js'

/** A key that a run looks at: an owner and a period of a component, and by which work. */
export interface OpenKey {
  readonly component: LinkedComponent
  readonly holder: Holder
  /** The period of the component's rhythm, and that of the runs in which it falls due. */
  readonly index: number
  readonly position: number
  readonly work: SheetWork
  /** Worked out though its period has closed, since it never could be. */
  readonly reopened: boolean
  /** Looked at for the division that it shares alone. */
  readonly beside?: true
}

/**
 * The keys of a component that a run works out: of each open period, whoever has a row or was settled;
 * of a closed one, whom news of an open day reaches, and who could never be worked out.
 */
export function openKeys(settling: Settling, component: LinkedComponent): readonly OpenKey[] {
  const { runs, ledger, retroOf, works } = settling
  const retro = retroOf(component)
  const work = works(retro)
  const timeline = work.timeline(component)
  const keys: OpenKey[] = []
  const settled = ledger.keys(component)
  const positionOf = (index: number) => runs.timeline.indexOf(timeline.at(index).to)
  const { from } = runs.timeline.at(work.firstOpen)
  const start = timeline.indexOf(from)
  const open = periodsIn(timeline, { from, to: runs.timeline.at(runs.current).to }, start)
  for (const index of open) {
    const own = settled.filter((key) => key.index === index).map(({ holder }) => holder)
    const all = work.owners(component, index)
    const owners = own.length === 0 ? all : new Set([...all, ...own])
    const position = positionOf(index)
    for (const holder of owners)
      keys.push({ component, holder, index, position, work, reopened: false })
  }
  for (const { holder, index, settled: known } of settled) {
    if (index >= start || known.withheld !== true) continue
    const position = positionOf(index)
    // What is owed of a period before the first run was settled elsewhere.
    const never = position >= runs.first && known.amount === undefined && known.value === undefined
    keys.push({
      component,
      holder,
      index,
      position,
      work: never ? works(retro, { period: position, asOf: runs.asOf }) : work,
      reopened: never,
    })
  }
  for (const key of touchedKeys(settling, component, work, start)) keys.push(key)
  return isDivision(component) ? wholeDivisions(settling, keys, start) : keys
}

/**
 * The keys of a division: of each closed period that is looked at all who share it. Where one of them
 * could never be worked out, it is open for all of them, since it is divided for all or for nobody.
 */
function wholeDivisions(
  { ledger }: Settling,
  keys: readonly OpenKey[],
  start: number,
): readonly OpenKey[] {
  const closed = new Map<number, OpenKey>()
  for (const key of keys)
    if (key.index < start && closed.get(key.index)?.reopened !== true) closed.set(key.index, key)
  return [
    ...keys.filter(({ index }) => !closed.has(index)),
    ...[...closed.values()].flatMap((key) => {
      const { component, index, work } = key
      const own = new Map(
        keys.filter((each) => each.index === index).map((each) => [each.holder, each]),
      )
      const settled = ledger.keys(component).filter((each) => each.index === index)
      const owners = new Set([
        ...work.owners(component, index),
        ...settled.map((each) => each.holder),
      ])
      return [...owners].map((holder): OpenKey => {
        const known = own.get(holder)
        if (key.reopened) return { ...key, holder }
        return known ?? { ...key, holder, beside: true }
      })
    }),
  ]
}

/** Whether a component is somebody's part of what is divided. */
export const isDivision = remembered(
  ({ versions }: LinkedComponent) =>
    versions.some(({ component: { reads } }) =>
      Object.values(reads).some((source) => source.from === 'component' && isShare(source)),
    ),
  new WeakMap(),
)

/** The closed keys that news of open days reaches. */
function touchedKeys(
  { runs, ledger, retroOf, works }: Settling,
  component: LinkedComponent,
  work: SheetWork,
  start: number,
): readonly OpenKey[] {
  const timeline = work.timeline(component)
  const least = work.touchedFrom(component)
  if (least === undefined) return []
  const keys: OpenKey[] = []
  for (let index = timeline.indexOf(runs.timeline.at(least).from); index < start; index++) {
    const position = runs.timeline.indexOf(timeline.at(index).to)
    const owners = new Set(
      work.owners(component, index).filter((holder) => work.isTouched(component, holder, position)),
    )
    for (const holder of owners) {
      const known = ledger.of(component, holder, index)
      if (known?.withheld === true) continue
      const by =
        known?.asOf === undefined
          ? work
          : works(retroOf(component), { period: position, asOf: known.asOf })
      keys.push({ component, holder, index, position, work: by, reopened: false })
    }
  }
  return keys
}

/**
 * Throws a `PolicyError` where an open period was settled by a component that no version covers: it ends
 * by `to`, and never by being left out.
 */
export function refuseUncovered({ runs, ledger, retroOf, works, sheet }: Settling): void {
  const problems = new Map<string, Problem>()
  for (const component of sheet.book.components.values())
    for (const { index, settled } of ledger.keys(component)) {
      const period = works(retroOf(component)).timeline(component).at(index)
      const position = runs.timeline.indexOf(period.to)
      if (position < runs.current - retroOf(component) || settled.amount === undefined) continue
      const stretches = component.versions.some(({ component: { each } }) => each === 'stretch')
      const covered = component.versions.some(
        ({ from, to }) =>
          (from === undefined || from <= (stretches ? period.to : period.from)) &&
          (to === undefined || to >= period.from),
      )
      const values = { component: component.name, period: period.name }
      if (!covered)
        problems.set(
          component.name,
          payProblem('no-version', at('components', component.name), values),
        )
    }
  refuse([...problems.values()])
}

import type { Fraction } from '../../quantity/internal.js'
import type { Op } from '../nodes.js'
import type { BandRange } from '../trace.js'
import { holdsPoint, type Interval, merged, rangeOf } from './interval.js'

/** A node that takes one of several ways as the input moves, and where it takes each. */
export interface Choice {
  readonly path: string
  readonly op: Op
  readonly branches: readonly Branch[]
}

/** One way: an operand, a branch, a band or a tier. */
export interface Branch {
  readonly path: string
  /** The stretches of the input on which it holds. */
  readonly on: readonly BandRange[]
}

/** Collects where the nodes of a formula take which way. */
export interface ChoiceLog {
  /** A node whose choice depends on the input, with the paths of its ways. */
  readonly offer: (path: string, op: Op, branches: readonly string[]) => void
  /** The way that a node takes on an interval. */
  readonly take: (branch: string, interval: Interval) => void
  /** A way that may be taken somewhere on an interval. */
  readonly allow: (branch: string, interval: Interval) => void
}

/** A log that keeps nothing. */
export const noLog: ChoiceLog = { offer: () => {}, take: () => {}, allow: () => {} }

/** A log, and what it holds in the end: the choices, and the ways that are never taken. */
export function choiceLog(step: Fraction, places: number) {
  const offers = new Map<string, { op: Op; branches: readonly string[] }>()
  const taken = new Map<string, Interval[]>()
  const alive = new Set<string>()
  const log: ChoiceLog = {
    offer: (path, op, branches) => offers.set(path, { op, branches }),
    take: (branch, interval) => {
      if (!holdsPoint(interval, step)) return
      alive.add(branch)
      const known = taken.get(branch)
      if (known === undefined) taken.set(branch, [interval])
      else known.push(interval)
    },
    allow: (branch, interval) => {
      if (holdsPoint(interval, step)) alive.add(branch)
    },
  }
  const choices = (): readonly Choice[] =>
    [...offers].map(([path, { op, branches }]) => ({
      path,
      op,
      branches: branches.map((branch) => ({
        path: branch,
        on: merged(taken.get(branch) ?? [], step).map((interval) => rangeOf(interval, places)),
      })),
    }))
  const dead = (): readonly string[] =>
    [...offers.values()]
      .filter(({ branches }) => branches.some((path) => alive.has(path)))
      .flatMap(({ branches }) => branches.filter((path) => !alive.has(path)))
  return { log, choices, dead }
}

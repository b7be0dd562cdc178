import { refuse } from '../../problem/index.js'
import type { Part } from './part.js'
import { tooManyPieces, tooMuchWork } from './problems.js'

/** What an analysis may take: a small rule can ask for more than anybody would wait for. */
export interface Work {
  /** Refuses more parts than a node may have. */
  readonly keep: (parts: number, path: string) => void
  /** Counts work; refuses what is over the limit, at the node that goes there. */
  readonly spend: (units: number, path: string) => void
}

/** The most parts that a node may have: tables within tables can double them at every level. */
const mostParts = 2_000

/** The most work for one analysis, counted in parts that are made: some seconds. */
const mostOfOne = 300_000

export function workLimits(mostWork = mostOfOne): Work {
  let spent = 0
  return {
    keep: (parts, path) => {
      if (parts > mostParts) refuse([tooManyPieces(path, mostParts)])
    },
    spend: (units, path) => {
      spent += units
      if (spent > mostWork) refuse([tooMuchWork(path, mostWork)])
    },
  }
}

/** What parts cost: each reason why one is no line is carried along with it. */
export function costOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { causes }) => sum + causes.length, parts.length)
}

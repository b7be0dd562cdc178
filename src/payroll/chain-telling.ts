import type { Earned, Owner, PayBook } from '../pay/index.js'
import { namesOf } from '../pay/internal.js'
import { at, type Problem } from '../problem/index.js'
import { type ChainCode, type ProofValues, proofProblem } from '../words/index.js'

/** Tells what is wrong at a place of a run. */
export type Tell = <Code extends ChainCode>(
  code: Code,
  path: string,
  values: ProofValues[Code],
) => void

/** Tells the first place of each code in a run: one change shows in many. */
export function telling(path: string, problems: Problem[]): Tell {
  const told = new Set<ChainCode>()
  return (code, place, values) => {
    if (told.has(code)) return
    told.add(code)
    problems.push(proofProblem(code, at(path, place), values))
  }
}

/** What a component is called now, by any name that it has or had. */
export type NameOf = (component: string) => string

/** The names of today by a book; without one, every name stands for itself. */
export function namedBy(book: PayBook | undefined): NameOf {
  const names = book && namesOf(book)
  return (component) => names?.get(component)?.name ?? component
}

/** What a line, or something that was settled, is of. */
export interface Keyed {
  readonly component: string
  readonly owner: Owner
  readonly earned: Earned
}

/** A key of settlement as a text, by the names of today. */
export function keyIn(nameOf: NameOf, { component, owner, earned }: Keyed): string {
  return JSON.stringify([nameOf(component), ...ownerParts(owner), earned.rhythm, earned.period])
}

/** The parts of an owner that tell it from all others. */
export function ownerParts({ person, assignment, by, value }: Owner) {
  return [person, assignment, by, value]
}

/** A key as a message names it. */
export function named({ component, owner, earned }: Keyed) {
  return { component, owner: ownerName(owner), period: earned.period }
}

/** An owner as a message names it. */
export function ownerName({ person, assignment, value }: Owner): string {
  const parts = [person, assignment, value].filter((part) => part !== undefined)
  return parts.length === 0 ? 'company' : parts.join(' ')
}

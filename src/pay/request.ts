import type { IsoDate } from '../calendar/index.js'
import { dateProblems } from '../calendar/internal.js'
import { at, type Problem } from '../problem/index.js'
import { unknownKey, wrongType } from '../problem/shape-problems.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import type { DataIndex } from './data-index.js'
import { periodExample, periodNamed, rhythmsOf } from './rhythms.js'
import type { Opening, Owner, Run, Settled } from './run.js'

/** What a run is asked for. */
export interface SettleRequest {
  /** The period, of the book's first rhythm. */
  readonly period: string
  /** The run before: of the period before, or of the same one; or that there is none. */
  readonly before: Run | 'first'
  /** What was recorded by this day is known; the period's last day unless said. */
  readonly asOf?: IsoDate | undefined
  /** What was settled elsewhere before the first run, and balances brought along. */
  readonly openings?: readonly Opening[] | undefined
  /** The people who are paid now; everybody unless said. */
  readonly only?: readonly string[] | undefined
}

/** What is wrong with what a run is asked for, beside its place in the row of all. */
export function requestProblems(
  book: PayBook,
  index: DataIndex,
  { asOf, openings = [], only = [] }: SettleRequest,
): readonly Problem[] {
  const seen = new Set<string>()
  return [
    ...(asOf === undefined ? [] : dateProblems(asOf, 'asOf')),
    ...only.flatMap((found, i) => personProblems(index, at('only', i), found)),
    ...openings.flatMap((opening, i) => {
      const path = at('openings', i)
      const { component, person, assignment, earned } = opening
      const key = [component, person, assignment, earned.period].filter(Boolean).join(' ')
      if (seen.has(key)) return [payProblem('told-twice', path, { key, recorded: '' })]
      seen.add(key)
      return openingProblems(book, index, path, opening)
    }),
  ]
}

function personProblems({ people }: DataIndex, path: string, found: string): readonly Problem[] {
  return people.has(found)
    ? []
    : [payProblem('unknown-person', path, { found, known: () => [...people.keys()] })]
}

const members: Readonly<Record<keyof Opening, true>> = {
  component: true,
  person: true,
  assignment: true,
  earned: true,
  settled: true,
  value: true,
  why: true,
}

function openingProblems(
  book: PayBook,
  index: DataIndex,
  path: string,
  opening: Opening,
): readonly Problem[] {
  const { component, person, assignment, earned, settled, value } = opening
  const known = [...book.components.keys()]
  const of = book.components.get(component)
  const posts = (index.posts.get(person ?? '') ?? []).map((post) => post.assignment as string)
  return [
    // What is said by another name would be brought along to nobody.
    ...Object.keys(opening)
      .filter((name) => !Object.hasOwn(members, name))
      .map((name) => unknownKey(at(path, name), name, Object.keys(members))),
    ...(of === undefined
      ? [payProblem('unknown-component', at(path, 'component'), { found: component, known })]
      : earnedProblems(book, of.rhythm, at(path, 'earned'), earned)),
    ...(person === undefined
      ? ofNobody(of, at(path, 'person'))
      : personProblems(index, at(path, 'person'), person)),
    ...(assignment === undefined || posts.includes(assignment)
      ? []
      : [payProblem('unknown-assignment', at(path, 'assignment'), { assignment, known: posts })]),
    ...Object.entries({ settled, value }).flatMap(([name, text]) => {
      const read = text === undefined ? undefined : readDecimal(text, at(path, name))
      return read !== undefined && isProblem(read) ? [read] : []
    }),
  ]
}

/** What belongs to persons is brought along to one. */
function ofNobody(of: LinkedComponent | undefined, path: string): readonly Problem[] {
  const isOfPersons = of?.of === 'person' || of?.of === 'assignment'
  return isOfPersons ? [wrongType(path, 'string', undefined)] : []
}

/** An opening is of a period of its component's own rhythm. */
function earnedProblems(
  { definition }: PayBook,
  rhythm: string,
  path: string,
  earned: Opening['earned'],
): readonly Problem[] {
  if (earned.rhythm !== rhythm)
    return [
      payProblem('unknown-rhythm', at(path, 'rhythm'), { found: earned.rhythm, known: [rhythm] }),
    ]
  const of = rhythmsOf(definition)[rhythm] as ReturnType<typeof rhythmsOf>[string]
  if (periodNamed(earned.period, of) !== undefined) return []
  const values = { found: earned.period, rhythm, example: periodExample(of) }
  return [payProblem('not-a-period-of', at(path, 'period'), values)]
}

/** What an opening is carried as. */
export function broughtAlong({
  component,
  person,
  assignment,
  earned,
  settled,
  value,
  why,
}: Opening): Settled {
  const owner: Owner = {
    ...(person !== undefined && { person }),
    ...(assignment !== undefined && { assignment }),
  }
  const brought = settled ?? value
  return {
    component,
    owner,
    earned,
    ...(settled !== undefined && { amount: settled }),
    ...(value !== undefined && { value }),
    ...(brought !== undefined && { brought }),
    why,
  }
}

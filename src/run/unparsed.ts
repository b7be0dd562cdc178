import { at, type Problem, under } from '../problem/index.js'
import { unknownKey } from '../problem/shape-problems.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import type { BookPolicy } from './book-schema.js'
import type { RunData } from './run-data.js'
import { type Members, type Shape, shapeProblems } from './shape.js'

const person: Members = {
  id: 'string',
  name: 'string',
  department: 'string',
  'costCentre?': 'string',
  employment: { members: { from: 'string', 'to?': 'string' } },
  'absences?': { list: { members: { from: 'string', to: 'string', 'part?': 'string' } } },
  pay: { each: { list: { members: { from: 'string', value: 'string' } } } },
  'targetBonus?': 'string',
  figures: { each: 'object' },
}

const event: Members = {
  id: 'string',
  kind: 'string',
  effective: 'string',
  recorded: 'string',
  amount: 'string',
  currency: 'string',
  'of?': 'string',
  'figures?': { each: 'string' },
  attributes: { each: 'string' },
}

/** Members of as many levels as a pool has: what is below, the pool itself tells. */
function memberOf(levels: number): Members {
  const below: Shape = levels > 1 ? { members: memberOf(levels - 1) } : 'object'
  return { id: 'string', 'label?': 'label', figures: 'object', 'members?': { list: below } }
}

const entry: Members = {
  id: 'string',
  'label?': 'label',
  'from?': 'string',
  figures: 'object',
  'members?': { list: { members: { id: 'string', 'label?': 'label' } } },
}

const adjustment: Members = {
  id: 'string',
  person: 'string',
  label: 'label',
  amount: 'string',
  reason: 'string',
  'clause?': 'string',
}

type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T] & string
type Needed<T> = Exclude<keyof T & string, Optional<T>>

/** All but the run before, which is checked with the order of runs. */
type Data = Omit<RunData, 'before'>
type DataMembers = Readonly<Record<Needed<Data> | `${Optional<Data>}?`, Shape>>

function dataOf(levels: number): DataMembers {
  const members = { list: { members: memberOf(levels) } }
  return {
    people: { list: { members: person } },
    events: { list: { members: event } },
    asOf: 'string',
    'pools?': { each: { members: { figures: 'object', members } } },
    'awards?': { each: { list: { members: entry } } },
    'adjustments?': { list: { members: adjustment } },
  }
}

/**
 * What is wrong with the data of a run that no parser has read: types are no guard in JavaScript. Told
 * is what would break the run as a whole: members that are missing or of another type, keys that no run
 * reads, and amounts that are no numbers. What else is wrong with one person stops that person alone.
 */
export function unparsedProblems(given: RunData, { policies }: BookPolicy): readonly Problem[] {
  const levels = policies.flatMap((policy) =>
    policy.kind === 'pool' ? policy.versions.map(({ terms }) => terms.division.levels.length) : [],
  )
  const members = dataOf(Math.max(0, ...levels))
  const shape = shapeProblems(given, { members })
  if (shape.length > 0) return shape
  const known = [...Object.keys(members).map((name) => name.replace('?', '')), 'before']
  const { events, adjustments = [] } = given
  return [
    ...Object.keys(given)
      .filter((name) => !known.includes(name))
      .map((name) => unknownKey(name, name, known)),
    ...amountProblems('events', events),
    ...amountProblems('adjustments', adjustments),
  ]
}

/**
 * Amounts are read by the one reader of numbers that users give: text that is no plain decimal, such as
 * "0x10", would else be paid as another number.
 */
function amountProblems(
  path: string,
  entries: readonly { readonly amount: string }[],
): readonly Problem[] {
  return entries.flatMap(({ amount }, i) => {
    const read = readDecimal(amount, 'amount')
    return isProblem(read) ? under(at(path, i), [read]) : []
  })
}

import type { IsoDate } from '../calendar/index.js'
import { attributeProblems, covers, endsBeforeStart, toldTwice } from '../calendar/internal.js'
import { at, isName, nearest, type Problem, repeatedId } from '../problem/index.js'
import { wrongFormat, wrongType } from '../problem/shape-problems.js'
import { digitProblems, plainDecimal } from '../quantity/internal.js'
import { payProblem } from '../words/index.js'
import type { Employment, Figure, Group, Person, Row } from './data.js'
import { idsToldAgain } from './told-again.js'

/** What is wrong with data that has its shape: what no schema of one value alone can see. */

/** Of a person: spans that end before they start, things told twice, employments that overlap. */
export function personProblems(person: Person): readonly Problem[] {
  const { employment, assignments = [], absences = [], figures = [], attributes } = person
  return [
    ...spansBackwards('employment', employment),
    ...toldTwice('employment', employment, ({ from }) => [[from], from]),
    ...overlaps(employment),
    ...spansBackwards('assignments', assignments),
    ...toldTwice('assignments', assignments, ({ id, from }) => [[id], from]),
    ...assignments.flatMap((each, i) =>
      attributeProblems(at(at('assignments', i), 'attributes'), each.attributes),
    ),
    ...attributeProblems('attributes', attributes),
    ...spansBackwards('absences', absences),
    ...toldTwice('absences', absences, ({ id, from }) => [[id], from]),
    ...figureProblems(figures),
    ...unknownAssignments(
      figures,
      assignments.map(({ id }) => id),
    ),
  ]
}

/** Of a group: things told twice. */
export function groupProblems({ attributes = {}, figures = [] }: Group): readonly Problem[] {
  return [...attributeProblems('attributes', attributes), ...figureProblems(figures)]
}

/** Of groups beside each other: one that is given twice. */
export function repeatedGroups(groups: readonly Group[]): readonly Problem[] {
  const seen = new Set<string>()
  return groups.flatMap(({ of }, i) => {
    const id = of === 'company' ? of : `${of.by} ${of.value}`
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [repeatedId(at(at('', i), 'of'), id)]
  })
}

/** Of the rows of a table beside each other: one that is told twice. */
export function tableProblems(rows: readonly Row[]): readonly Problem[] {
  const again = idsToldAgain(rows)
  return toldTwice(
    '',
    rows,
    ({ id, on }) => [[id], on],
    ({ id }) => again.has(id),
  )
}

function figureProblems(figures: readonly Figure[]): readonly Problem[] {
  return toldTwice('figures', figures, ({ name, rhythm, period, assignment }) => [
    [name, period, rhythm, assignment],
    // Its own day is the last of its period, which the book alone knows.
    '',
  ])
}

function spansBackwards(
  path: string,
  spans: readonly { readonly from: IsoDate; readonly to?: IsoDate | undefined }[],
): readonly Problem[] {
  return spans.flatMap(({ from, to }, i) =>
    to !== undefined && to < from ? [endsBeforeStart(at(at(path, i), 'to'), from, to)] : [],
  )
}

/** Of each employment what was told of it last; where two share a day, the later one. */
function overlaps(employment: readonly Employment[]): readonly Problem[] {
  const last = new Map<IsoDate, { readonly told: Employment; readonly index: number }>()
  for (const [index, told] of employment.entries()) {
    const before = last.get(told.from)?.told
    if (before === undefined || dayTold(before) <= dayTold(told))
      last.set(told.from, { told, index })
  }
  const holding = [...last.values()]
    .filter(({ told }) => told.void === undefined)
    .sort((a, b) => (a.told.from < b.told.from ? -1 : 1))
  return holding.flatMap(({ told, index }, i) => {
    const before = holding[i - 1]?.told
    return before !== undefined && covers(before, told.from)
      ? [
          payProblem('employments-overlap', at(at('employment', index), 'from'), {
            from: told.from,
            before: before.from,
          }),
        ]
      : []
  })
}

function dayTold({ from, recorded = from }: Employment): IsoDate {
  return recorded
}

function unknownAssignments(
  figures: readonly Figure[],
  known: readonly string[],
): readonly Problem[] {
  const all = new Set(known)
  return figures.flatMap(({ assignment }, i) =>
    assignment === undefined || all.has(assignment)
      ? []
      : [
          payProblem('unknown-assignment', at(at('figures', i), 'assignment'), {
            assignment,
            known,
          }),
        ],
  )
}

/** What a record's members of the library's own hold; all others are the record's. */
const reserved = {
  id: 'text',
  on: 'date',
  counts: 'date',
  made: 'date',
  order: 'text',
  person: 'text',
  assignment: 'text',
  recorded: 'date',
  void: 'flag',
} as const
type ReservedName = keyof typeof reserved
const reservedNames = Object.keys(reserved) as ReservedName[]

/** Of a record: own members that are no texts, have no fit name, or one that is likely misspelt. */
export function rowProblems(row: Readonly<Record<string, unknown>>): readonly Problem[] {
  const absent = reservedNames.filter((name) => row[name] === undefined)
  return Object.entries(row).flatMap(([name, value]): readonly Problem[] => {
    if (Object.hasOwn(reserved, name)) return []
    const alike = absent.filter((each) => isAlike(each, name, value))
    const near = alike.length === 0 ? undefined : nearest(name, alike)
    if (near !== undefined) return [payProblem('misspelt-member', name, { name, near })]
    if (!isName(name)) return [wrongFormat(name, 'name', name)]
    if (typeof value !== 'string') return [wrongType(name, 'string', value)]
    return digitProblems(value, name)
  })
}

/**
 * Whether a member holds what one with a name like it would: `count` may be a number, and `reason` is
 * no `person`.
 */
function isAlike(near: ReservedName, name: string, value: unknown): boolean {
  if (reserved[near] === 'flag') return typeof value !== 'string'
  if (typeof value !== 'string') return false
  if (reserved[near] === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value)
  const word = name.toLowerCase()
  return word[0] === near[0] && word.at(-1) === near.at(-1) && !plainDecimal.test(value)
}

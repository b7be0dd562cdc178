import { at, type Problem } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import { payProblem } from '../words/index.js'
import { allAttributes } from './all-attributes.js'
import type { PayBook } from './book.js'
import type { Rhythm, Source } from './component.js'
import type { Data, Person, Row } from './data.js'
import { outsideEmployment, unmetByPeople } from './lint-people.js'
import { unmetConditions } from './lint-records.js'
import { type RawRead, rawReads, tablesOf } from './raw-reads.js'
import { periodExample, periodNamed, rhythmsOf, runRhythm } from './rhythms.js'

/**
 * What in the data does not go with a book, so that no run should be made of both: an attribute that is
 * asked for and that nobody has, a table that is not given, a figure of no rhythm or no period of it, a
 * record of an assignment that its person does not have. In the order of the book, then of the data.
 *
 * @example
 * dataProblems(book, data).map(({ code, path }) => [code, path]) //=> [['unknown-table', 'records']]
 */
export function dataProblems(book: PayBook, data: Data): readonly Problem[] {
  const people = new Map(data.people.map((person) => [person.id, person]))
  return [
    ...attributeProblems(book, data),
    ...tableProblems(book, data),
    ...figureProblems(book, 'people', data.people),
    ...figureProblems(book, 'groups', data.groups ?? []),
    ...rowProblems(data, ({ person, assignment }, path) => {
      if (assignment === undefined) return []
      const of = people.get(person ?? '')
      return of === undefined ? [] : assignmentProblems(of, assignment, path())
    }),
  ]
}

/**
 * What is allowed in the data of a book and seldom meant: conditions that no record of their table can
 * meet, on a member that none has or for texts that none says, and are misspelt or pay nothing; conditions
 * for values that nobody's attribute has; records of somebody who is not given, who may have left long ago,
 * and of days on which their person is not employed, which count for nobody. Each is told once.
 *
 * @example
 * lintData(book, data).map(({ code, path }) => [code, path]) //=> [['unknown-person', 'records.orders[3].person']]
 */
export function lintData(book: PayBook, data: Data): readonly Problem[] {
  const ids = data.people.map(({ id }) => id)
  const known = new Set(ids)
  const strangers = rowProblems(data, ({ person }, path) => {
    if (person === undefined || known.has(person)) return []
    known.add(person)
    return [payProblem('unknown-person', at(path(), 'person'), { found: person, known: ids })]
  })
  return [
    ...unmetConditions(book, data),
    ...unmetByPeople(book, data),
    ...strangers,
    ...outsideEmployment(data),
  ]
}

/** The problems of the records of all tables; most have none, and need no path. */
function rowProblems(
  { records = {} }: Data,
  problemsOf: (row: Row, path: () => string) => readonly Problem[],
): readonly Problem[] {
  const problems: Problem[] = []
  for (const [table, rows] of Object.entries(records))
    for (const [i, row] of rows.entries())
      problems.push(...problemsOf(row, () => at(at('records', table), i)))
  return problems
}

function attributeProblems({ components }: PayBook, data: Data): readonly Problem[] {
  // Where there is nobody, nobody lacks one.
  if (data.people.length === 0) return []
  const given = attributesIn(data)
  const known = [...given]
  const told = new Set<string>()
  const problems: Problem[] = []
  for (const { name: component, versions } of components.values())
    for (const { component: written } of versions)
      for (const read of rawReads(written, '')) {
        const { name } = read
        if (!isDemanded(read, written.reads) || given.has(name) || told.has(name)) continue
        told.add(name)
        problems.push(payProblem('unknown-attribute', 'people', { found: name, component, known }))
      }
  return problems
}

/** Whether a run fails, or takes nobody, where an attribute is not given. */
function isDemanded(
  { kind, input, table }: RawRead,
  reads: Readonly<Record<string, Source>>,
): boolean {
  // Where a record may hold it, nobody need.
  if (kind !== 'attribute' || table !== undefined) return false
  if (input === undefined) return true
  const source = reads[input] as Source
  return !('missing' in source) || source.missing === undefined
}

/** The names of the attributes of which anybody has a value, and those by which groups are told. */
function attributesIn(data: Data): ReadonlySet<string> {
  const names = new Set<string>()
  for (const attributes of allAttributes(data))
    for (const name of Object.keys(attributes)) if (attributes[name]?.length !== 0) names.add(name)
  for (const { of } of data.groups ?? []) if (of !== 'company') names.add(of.by)
  return names
}

function tableProblems({ components }: PayBook, { records = {} }: Data): readonly Problem[] {
  const told = new Set(Object.keys(records))
  const known = [...told]
  return [...components.values()].flatMap(({ name: component, versions }) =>
    versions.flatMap((version) =>
      tablesOf(version.component).flatMap((found) => {
        if (told.has(found)) return []
        told.add(found)
        return [payProblem('unknown-table', 'records', { found, component, known })]
      }),
    ),
  )
}

/** A figure is of a period of one of the book's rhythms, by its name. Most are, and very many. */
function figureProblems(
  { definition }: PayBook,
  told: 'people' | 'groups',
  subjects: readonly Pick<Person, 'figures'>[],
): readonly Problem[] {
  const rhythms = new Map(Object.entries(rhythmsOf(definition)))
  const first = runRhythm(definition)
  const isPeriod = remembered((name: string) => {
    const rhythm = rhythms.get(name)
    return remembered(
      (period: string) => rhythm !== undefined && periodNamed(period, rhythm) !== undefined,
    )
  })
  const problems: Problem[] = []
  for (const [i, { figures = [] }] of subjects.entries())
    for (const [j, { rhythm = first, period }] of figures.entries()) {
      if (isPeriod(rhythm)(period)) continue
      const path = at(at(at(told, i), 'figures'), j)
      problems.push(noPeriod(path, rhythms, rhythm, period))
    }
  return problems
}

function noPeriod(
  path: string,
  rhythms: ReadonlyMap<string, Rhythm>,
  name: string,
  period: string,
): Problem {
  const rhythm = rhythms.get(name)
  if (rhythm === undefined) {
    const values = { found: name, known: [...rhythms.keys()] }
    return payProblem('unknown-rhythm', at(path, 'rhythm'), values)
  }
  const values = { found: period, rhythm: name, example: periodExample(rhythm) }
  return payProblem('not-a-period-of', at(path, 'period'), values)
}

function assignmentProblems(
  { assignments = [] }: Person,
  assignment: string,
  path: string,
): readonly Problem[] {
  const known = assignments.map(({ id }) => id)
  return known.includes(assignment)
    ? []
    : [payProblem('unknown-assignment', at(path, 'assignment'), { assignment, known })]
}

import type { Attributes, Row } from '../../pay/index.js'
import { decimal } from '../../quantity/index.js'
import type { Figures } from '../arbitraries/figures.js'
import { type Apart, apartBy, type Change } from './apart.js'
import { type DrawnData, mapped } from './retold.js'
import { type Amount, type Found, type PayCase, rowsOf, runsOf, shown } from './runs.js'
import { wantedBy } from './wanted.js'

/**
 * Everybody beside a twin of another name, or one who is also in another department: each component that
 * both have a row of, and that no condition sets apart, comes to the same.
 */
export function unlikeTwin(of: PayCase, pick: number): Found | 'declared' {
  const { book, data } = of
  const changes = changesIn(of)
  const change = changes[pick % (changes.length + 1)]
  const apart = apartBy(book, change)
  const rows = rowsOf(runsOf({ ...of, data: withTwins(data, change) }))
  const twins = new Map(rows.map((each) => [keyOf(each), each]))
  let declared = false
  const broken = data.people.flatMap(({ id }): readonly Figures[] => {
    const own = rows.filter(({ person }) => person === id)
    return own.flatMap((each): readonly Figures[] => {
      const { component, earned, assignment = '', pays } = each
      const twin = twins.get(keyOf({ ...each, person: twinOf(id) }))
      if (!isUnlike(each, twin, change, apart)) return []
      if (apart.declared.has(component)) {
        declared = true
        return []
      }
      const other = twin?.pays ?? 'nothing'
      const changed = change === undefined ? {} : { [change.name]: change.to }
      return [
        { component, person: id, assignment, earned, pays, 'a twin is paid': other, ...changed },
      ]
    })
  })
  const says = { en: 'Twins are paid differently', 'zh-CN': '条件相同而报酬不同' }
  return shown(says, broken) ?? (declared ? 'declared' : undefined)
}

/** Whether two who should be paid the same are not; who is in another department may have no such row. */
function isUnlike(
  { component, pays }: Amount,
  twin: Amount | undefined,
  change: Change | undefined,
  { apart, oddUnit }: Apart,
): boolean {
  if (apart.has(component)) return false
  if (twin === undefined) return change === undefined
  const unit = oddUnit.get(component)
  return unit === undefined
    ? twin.pays !== pays
    : decimal(twin.pays).minus(pays).abs().greaterThan(unit)
}

/** Each value of each text that a book reads, for another one that it knows. */
function changesIn({ book }: PayCase): readonly Change[] {
  return wantedBy(book).attributes.flatMap(({ name, is, texts }) =>
    is === 'value'
      ? texts.flatMap((from) => texts.flatMap((to) => (from === to ? [] : [{ name, from, to }])))
      : [],
  )
}

const twinOf = (id: string) => `${id} twin`

function withTwins(data: DrawnData, change: Change | undefined): DrawnData {
  const changed = <T>(json: T): T => (change === undefined ? json : replaced(json, change))
  const twins = data.people.map((person) => ({
    ...person,
    id: twinOf(person.id),
    attributes: changed(person.attributes),
    ...(person.assignments && {
      assignments: person.assignments.map((each) => ({
        ...each,
        attributes: changed(each.attributes),
      })),
    }),
  }))
  return {
    people: [...data.people, ...twins],
    // What is given to a department is no input that both have.
    groups: data.groups.map((group) =>
      group.of !== 'company' && group.of.by === change?.name
        ? { ...group, attributes: {}, figures: [] }
        : group,
    ),
    records: mapped(data.records, (rows) => [
      ...rows,
      ...rows.flatMap(({ id, person, ...row }) =>
        person === undefined ? [] : [{ ...row, id: twinOf(id), person: twinOf(person) } as Row],
      ),
    ]),
  }
}

function replaced<T>(attributes: T, { name, from, to }: Change): T {
  return mapped(attributes as Attributes, (values, of) =>
    of === name
      ? values.map((each) => (each.value === from ? { ...each, value: to } : each))
      : values,
  ) as T
}

function keyOf({ component, person, assignment, earned }: Omit<Amount, 'pays'>): string {
  return JSON.stringify([component, person, assignment, earned])
}

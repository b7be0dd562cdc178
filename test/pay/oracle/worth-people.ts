import type { IsoDate } from '../../../src/calendar/index.js'
import type { Where } from '../../../src/pay/component.js'
import type { Attributes, AttributeValue, Person } from '../../../src/pay/data.js'
import { daysOf, meets, monthsFrom, visible } from './known.js'
import { type Knowledge, type Owner, once, ownerKey } from './worth-row.js'

export function personOf(known: Knowledge, id: string): Person {
  return known.data.people.find((person) => person.id === id) as Person
}

export function groupOf(known: Knowledge, owner: Owner) {
  return known.data.groups?.find(({ of }) =>
    owner === 'company' || of === 'company'
      ? owner === of
      : 'by' in owner && of.by === owner.by && of.value === owner.value,
  )
}

/** The days on which somebody is employed and as asked, by month: each day by what was known of it. */
export function spansOf(
  known: Knowledge,
  person: Person,
  where: Where = {},
): ReadonlyMap<string, readonly IsoDate[]> {
  return once(known, `spans ${person.id} ${JSON.stringify(where)}`, () => {
    const spans = new Map<string, readonly IsoDate[]>()
    for (const month of monthsFrom(known.first, known.last)) {
      const days = daysOf(month).filter(
        (day) =>
          employedOn(known, person, day) &&
          meets(where, (name) => attributeOn(known, { person: person.id }, name, day)),
      )
      if (days.length > 0) spans.set(month, days)
    }
    return spans
  })
}

function employedOn(known: Knowledge, { id, employment }: Person, day: IsoDate): boolean {
  const by = known.cutoff(day)
  const told = once(known, `employment ${id} ${by}`, () =>
    visible(employment, { key: ({ from }) => from, own: ({ from }) => from, by }),
  )
  return told.some(({ from, to }) => from <= day && (to === undefined || day <= to))
}

/** The value of the nearest that has one: the person, else the company. */
export function attributeOn(
  known: Knowledge,
  owner: Owner,
  name: string,
  day: IsoDate,
): string | undefined {
  const own = owner !== 'company' && 'person' in owner
  const histories: readonly (Attributes | undefined)[] = [
    own ? personOf(known, owner.person).attributes : groupOf(known, owner)?.attributes,
    groupOf(known, 'company')?.attributes,
  ]
  for (const [i, attributes] of histories.entries()) {
    const history = attributes?.[name]
    if (history === undefined) continue
    const by = known.cutoff(day)
    const told = once(known, `attribute ${i === 0 ? ownerKey(owner) : ''} ${name} ${by}`, () =>
      visible(history, { key: ({ from }) => from, own: ({ from }) => from, by }),
    )
    let held: AttributeValue | undefined
    for (const item of told)
      if (item.from <= day && (held === undefined || held.from < item.from)) held = item
    if (held !== undefined) return held.value
  }
  return undefined
}

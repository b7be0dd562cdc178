import { addDays, type IsoDate, type Period } from '../../calendar/index.js'
import { type Recorded, type Told, toldInTurn } from './known.js'
import { costCentre, department, type Naming, targetBonus } from './naming.js'
import type { OldPerson, OldRun } from './old-data-schema.js'
import type { Periods } from './periods.js'
import type { Tallies } from './tallies.js'

/** What a run was told of one person; nothing where it was not told of them. */
export interface TellingOf {
  readonly period: Period
  readonly asOf: IsoDate
  /** Whether it is the first of all runs. */
  readonly first: boolean
  /** The run before the first of all, where 0.1 had one. */
  readonly before?: OldRun | undefined
  readonly person: OldPerson | undefined
}

type Told01 = TellingOf & { readonly person: OldPerson }

/** A person of 0.1, as all runs were told of them. */
export function migratedPerson(
  tellings: readonly TellingOf[],
  { pay, copies }: Naming,
  periods: Periods,
  tally: Tallies,
): Record<string, unknown> {
  const known = tellings.filter((each): each is Told01 => each.person !== undefined)
  const { id } = (known[0] as Told01).person
  const { before, period } = tellings[0] as TellingOf
  const since = period.from
  const last = (known.at(-1) as Told01).person
  const history = (of: (telling: Told01, i: number) => readonly Told[]) => recordedBy(known, of)
  const lasting = (of: (person: OldPerson) => string | undefined) =>
    history((_, i) => lastingValues(known.slice(0, i + 1), of))
  const attributes = {
    // Where somebody was before the first run, 0.1 did not ask: no plan paid by it.
    [department]: [
      ...earlierHomes(before, id, since),
      ...lasting((person) => person.department).map((each) => ({
        ...each,
        from: each.from < since ? since : each.from,
      })),
    ],
    [targetBonus]: lasting((person) => person.targetBonus),
    [costCentre]: lasting((person) => person.costCentre),
    ...Object.fromEntries(
      [...pay].map(([component, attribute]) => [
        attribute,
        history(({ person }) =>
          Object.hasOwn(person.pay, component) ? (person.pay[component] as readonly Told[]) : [],
        ),
      ]),
    ),
  }
  const unpaid = [...new Set(known.flatMap(({ person }) => Object.keys(person.pay)))].filter(
    (component) => !pay.has(component),
  )
  for (const component of unpaid) tally.note('figure-left-out', 'people', `${id}.pay.${component}`)
  return {
    id,
    name: last.name,
    employment: employmentsOf(known),
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([, values]) => values.length > 0),
    ),
    ...absencesOf(known),
    figures: figuresOf(known, { periods, copies }, tally),
  }
}

/** Where the runs before the first one found somebody, from the first day that they paid. */
function earlierHomes(before: OldRun | undefined, person: string, until: IsoDate): readonly Told[] {
  const homes = new Map<IsoDate, string>()
  for (const { employment, departments } of before?.posts[person] ?? [])
    for (const [i, { from, value }] of departments.entries()) {
      const day = i === 0 ? employment.from : from
      homes.set(before !== undefined && day < before.since ? before.since : day, value)
    }
  return [...homes].map(([from, value]) => ({ from, value })).filter(({ from }) => from < until)
}

function recordedBy(
  known: readonly Told01[],
  of: (telling: Told01, i: number) => readonly Told[],
): readonly Recorded[] {
  const runs = known.map((telling, i) => ({ asOf: telling.asOf, told: of(telling, i) }))
  return stamped(known, toldInTurn(runs))
}

/** What the first run that knew somebody was told is stamped, too, where it was not the first of all. */
function stamped(known: readonly Told01[], values: readonly Recorded[]): readonly Recorded[] {
  const { first, asOf } = known[0] as Told01
  return first ? values : values.map((each) => ({ recorded: asOf, ...each }))
}

/**
 * Something of which each run was told the value of its own period alone: it holds from the beginning of
 * the employment, another one from the first day of the period in which a run was first told of it.
 */
function lastingValues(
  known: readonly Told01[],
  of: (person: OldPerson) => string | undefined,
): readonly Told[] {
  const values: Told[] = []
  for (const { person, period } of known) {
    const value = of(person)
    if (value === undefined || value === values.at(-1)?.value) continue
    const from = values.length === 0 ? earliest(person.employment.from, period.from) : period.from
    values.push({ from, value })
  }
  return values
}

function earliest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b
}

interface Employed {
  readonly from: IsoDate
  readonly to?: IsoDate | undefined
}

/** Who came back after the end of an employment has several; any other change of dates corrects the last. */
function employmentsOf(known: readonly Told01[]): readonly object[] {
  const { first, asOf: since } = known[0] as Told01
  const kept: (Employed & { readonly recorded?: IsoDate; readonly void?: true })[] = []
  let last: Employed | undefined
  for (const { person, asOf } of known) {
    const { employment } = person
    if (last !== undefined && last.from === employment.from && last.to === employment.to) continue
    const recorded =
      last === undefined && first ? {} : { recorded: last === undefined ? since : asOf }
    const isCorrected = last !== undefined && !(last.to !== undefined && employment.from > last.to)
    if (isCorrected && last?.from !== employment.from)
      kept.push({ ...(last as Employed), recorded: asOf, void: true })
    kept.push({ ...employment, ...recorded })
    last = employment
  }
  return kept
}

/** Absences have ids: told in the same order, the same one keeps its own. */
function absencesOf(known: readonly Told01[]): object {
  const kept: object[] = []
  let before = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const { person, asOf, first } of known) {
    const now = new Map<string, string>()
    for (const absence of person.absences ?? []) {
      let key = JSON.stringify([absence.from, absence.to, absence.part])
      while (now.has(key)) key += ' '
      const id = ids.get(key) ?? `a${ids.size + 1}`
      ids.set(key, id)
      now.set(key, id)
      if (!before.has(key))
        kept.push({ ...absence, id, kind: 'unpaid', ...(!first && { recorded: asOf }) })
    }
    for (const [key, id] of before)
      if (!now.has(key)) {
        const [from, to] = JSON.parse(key.trim()) as [IsoDate, IsoDate]
        kept.push({ id, from, to, kind: 'unpaid', recorded: asOf, void: true })
      }
    before = now
  }
  return kept.length === 0 ? {} : { absences: kept }
}

/** Figures by period; one that was not measured is none. */
function figuresOf(
  known: readonly Told01[],
  {
    periods: { named, kind, others },
    copies,
  }: { readonly periods: Periods } & Pick<Naming, 'copies'>,
  tally: Tallies,
): readonly object[] {
  const kept: object[] = []
  let before = new Map<string, string>()
  for (const { person, asOf, first } of known) {
    const now = new Map<string, string>()
    for (const [period, figures] of Object.entries(person.figures))
      for (const [name, value] of Object.entries(figures)) {
        const place = `${person.id}.figures.${period}.${name}`
        const own = named(period)?.kind
        if (own === undefined || (own !== kind && !others.includes(own)))
          tally.note('figure-left-out', 'people', place)
        else if (value === null) tally.note('not-measured', 'people', place)
        else
          for (const each of [name, ...(copies.get(name) ?? [])])
            now.set(JSON.stringify([each, period, ...(own === kind ? [] : [own])]), value)
      }
    const write = (key: string, value: string, more: object) => {
      const [name, period, rhythm] = JSON.parse(key) as [string, string, string?]
      kept.push({ name, period, ...(rhythm !== undefined && { rhythm }), value, ...more })
    }
    for (const [key, value] of now)
      if (before.get(key) !== value) write(key, value, first ? {} : { recorded: asOf })
    for (const [key, value] of before)
      if (!now.has(key)) write(key, value, { recorded: asOf, void: true })
    before = now
  }
  return kept
}

/** The last day of an employment by which a payment of a period counts; nothing where there is none by then. */
export function lastDayBy(employments: readonly Employed[], day: IsoDate): IsoDate | undefined {
  const days = employments
    .filter(({ from }) => from <= day)
    .map(({ to }) => (to === undefined || to > day ? day : to))
  return days.sort().at(-1)
}

/** The day after a period, of what holds for it alone. */
export function dayAfter({ to }: Period): IsoDate {
  return addDays(to, 1)
}

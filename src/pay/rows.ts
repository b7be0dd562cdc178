import { addDays, type IsoDate, type Span } from '../calendar/index.js'
import { covers, overlap } from '../calendar/internal.js'
import { payProblem } from '../words/index.js'
import { attributeOn, changeDays, groupOn } from './attribute.js'
import type { LinkedComponent } from './book.js'
import type { Each } from './component.js'
import type { Holder } from './data-index.js'
import { allDays } from './horizon.js'
import type { View } from './knowledge.js'
import { cutAt, type Living, livesWithin } from './lives.js'
import { planOf } from './plan.js'
import { type CountedRow, memberOf } from './records.js'
import { type Asked, selections } from './selection.js'
import type { Timeline } from './timeline.js'
import { anniversariesIn, placesIn, windowOf } from './windows.js'
import { type Failed, isFailed, type PayRow, type Work } from './work.js'

/** The row of a component of an owner in a period, whole; `undefined` where no day of it is in the spans. */
export function wholeRow(
  work: Work,
  component: LinkedComponent,
  holder: Holder,
  index: number,
): PayRow | Failed | undefined {
  const timeline = work.timeline(component)
  const period = timeline.at(index)
  const lives = work.lives(component, holder)
  const whole = livesWithin(lives)(period)
  const spans = whole.length === 0 ? afterLife(component, lives, period) : whole
  const [first, last] = [spans[0], spans.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (holder.person === undefined && !hasPeople(work, holder, period, component, index))
    return undefined
  const torn = spans.find(({ conflict }) => conflict !== undefined)
  if (torn !== undefined)
    return {
      problems: [
        payProblem('several-values', '', {
          name: torn.conflict as string,
          owner: holder.owner.person as string,
          day: torn.from,
        }),
      ],
    }
  const { version } = last
  const { from } = whole.length === 0 ? last : first
  return { component, version, holder, period, index, from, to: last.to, spans: whole, whole }
}

/**
 * A balance goes on after its owner's span: cash is asked for then too, on the span's last day, by the
 * version of the payment. A component that has ended by its `to` asks nobody any more.
 */
function afterLife(
  { cash, versions }: LinkedComponent,
  lives: readonly Living[],
  period: Span,
): readonly Living[] {
  if (!cash) return []
  const last = lives.findLast(({ to }) => to < period.from)
  const version = versions.find(({ from = allDays.from, to = allDays.to }) =>
    covers({ from, to }, period.from),
  )
  if (last === undefined || version === undefined) return []
  return [{ ...last, version, from: last.to }]
}

/** A group has a row where one of its people is employed in the period, or it has a figure of it. */
function hasPeople(
  work: Work,
  holder: Holder,
  period: Span & { readonly name: string },
  component: LinkedComponent,
  index: number,
): boolean {
  const told = work.index.told(holder.by, holder.value)
  const figures = told?.knownBy(work.horizon.cutoff(period.to)).figures ?? new Map()
  const own = [...figures.values()].some(
    (figure) =>
      (figure.rhythm ?? work.index.rhythm) === component.rhythm && figure.period === period.name,
  )
  return own || peopledGroups(work, holder.by, component.rhythm, index).has(holder.value ?? '')
}

/** The values of an attribute of all who are employed in a period, each on their last day in it. */
export function peopledGroups(
  work: Work,
  by: string | undefined,
  rhythm: string,
  index: number,
): ReadonlySet<string> {
  return work.once(`people ${by ?? ''} ${rhythm} ${index}`, () => {
    const period = (work.index.timelines.get(rhythm) as Timeline).at(index)
    const values = new Set<string>()
    for (const holder of work.index.everybody) {
      const last = lastDayEmployed(work, holder, period)
      if (last === undefined) continue
      const value = by === undefined ? '' : groupOn(work, holder, by, last)
      if (typeof value === 'string') values.add(value)
    }
    return values
  })
}

function lastDayEmployed({ horizon }: Work, { person }: Holder, period: Span): IsoDate | undefined {
  const view = person?.knownBy(horizon.cutoff(period.to))
  const days = (view as View).employment.flatMap((each) => overlap(period, each)?.to ?? [])
  return days.sort().at(-1)
}

/** The rows below a whole one: its stretches, its records, or itself. */
export function rowsBelow(work: Work, row: PayRow): readonly PayRow[] | Failed {
  const { each } = row.version.component
  if (each === undefined) return [row]
  return each === 'stretch' ? stretches(work, row) : recordRows(work, row, each)
}

/** A row cut on each day on which something changes that it reads; neighbours alike are one. */
function stretches(work: Work, row: PayRow): readonly PayRow[] {
  const { component, holder, whole, period } = row
  const timeline = work.index.timelines.get(work.index.rhythm) as Timeline
  const rows: PayRow[] = []
  let before = ''
  for (const living of whole) {
    const names = planOf(living.version).attributes
    const changes: IsoDate[] = []
    for (const cutoff of eachCutoff(work, timeline, living))
      changes.push(...changeDays(work, holder, names, cutoff, living))
    const anniversaries = anniversariesIn(work, row, living.version, period)
    const pieces = cutAt(living, [...changes, ...anniversaries])
    // Most rows are never cut: a row is its own only stretch.
    if (whole.length === 1 && pieces.length === 1) return [row]
    for (const days of pieces) {
      const state = JSON.stringify([
        living.version.digest,
        names.map((name) => textOn(work, holder, name, days.from)),
        anniversaries.filter((day) => day <= days.from).length,
      ])
      const last = rows.at(-1)
      if (last !== undefined && state === before && addDays(last.to, 1) === days.from)
        rows[rows.length - 1] = {
          ...last,
          to: days.to,
          spans: [{ ...(last.spans[0] as Living), to: days.to }],
        }
      else
        rows.push({
          ...row,
          ...days,
          version: living.version,
          component,
          spans: [{ ...living, ...days }],
        })
      before = state
    }
  }
  const all = rows.map(({ spans }) => spans)
  return rows.map((each, i) => {
    const next = rows[i + 1]
    // Days on which nobody was employed belong to the stretch before, so that no record is lost.
    const from = i === 0 ? period.from : each.from
    const to = next === undefined ? period.to : addDays(next.from, -1)
    return { ...each, stretches: all, window: { from, to } }
  })
}

function textOn(work: Work, holder: Holder, name: string, day: IsoDate): string | undefined {
  const found = attributeOn(work, holder, name, day)
  return typeof found === 'object' ? found.value : found?.description
}

/** The days of knowing of some days, each once. */
function eachCutoff({ horizon }: Work, timeline: Timeline, { from, to }: Span): readonly IsoDate[] {
  const cutoffs: IsoDate[] = []
  const last = timeline.indexOf(to)
  for (let index = timeline.indexOf(from); index <= last; index++) {
    const cutoff = horizon.cutoff(timeline.at(index).from)
    if (!cutoffs.includes(cutoff)) cutoffs.push(cutoff)
  }
  return cutoffs
}

type EachRecord = Exclude<Each, 'stretch'>

/** A row for each record, or for each value that records share. */
function recordRows(work: Work, row: PayRow, each: EachRecord): readonly PayRow[] | Failed {
  const { record: table, by } = each
  const groups = selections(work, row, planOf(row.version).each as Asked)
  if (isFailed(groups)) return groups
  const window = windowOf(work, row, each.over ?? 'period')
  if ('problems' in window) return window
  const rowOf = (name: string, rows: readonly CountedRow[], first: CountedRow): PayRow => {
    // The day of a deal is that of its first record, whenever that was.
    const { on } = first.row
    return { ...row, from: on, to: on, records: { name, rows } }
  }
  const rows: PayRow[] = []
  for (const { rows: all } of groups.values()) {
    const { start, end } = placesIn(window, all)
    const within = all.slice(start, end)
    if (by === undefined) {
      for (const record of within) rows.push(rowOf(record.row.id, [record], record))
      continue
    }
    const first = all[0] as CountedRow
    const name = memberOf(first, by)
    if (name === undefined) {
      const values = { table, id: first.row.id, member: by }
      return { problems: [payProblem('no-member', '', values)] }
    }
    if (within.length > 0) rows.push(rowOf(name, within, first))
  }
  return rows
}

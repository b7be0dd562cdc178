import fc from 'fast-check'
import { addDays, type IsoDate, type Period } from '../../calendar/index.js'
import type {
  Attributes,
  Employment,
  Figure,
  Group,
  PayBook,
  Person,
  PersonAbsence,
  Row,
} from '../../pay/index.js'
import { changed, daysIn, told, valuesOver } from '../pay/known.js'
import type { DrawnData } from '../pay/retold.js'
import { type AskedPeriods, periodsOfBook, type Span, type Timed } from '../pay/time.js'
import { type Wanted, type WantedData, wantedBy } from '../pay/wanted.js'
import { part } from './draws.js'

/** What the data drawn for a book are like. */
export interface PayDataOptions extends AskedPeriods {
  /** How many people there are at most; 4 unless said. */
  readonly people?: number | undefined
}

/**
 * Draws data that a book of components can pay, also one of policies: people, posts, groups and records
 * with all that its components read, numbers at the bounds of the formulas that read them. Some join,
 * leave, come back, move between departments or are away; some news comes late, is corrected or taken
 * away; some months are without figures or records. What cannot be worked out is withheld by a run, and
 * never refused. It shrinks to one person of whom little is told.
 *
 * @example
 * fc.assert(fc.property(payDataOf(book), (data) => settle(book, parseData(data), { period: '2026-01', before: 'first' }).number === 1))
 */
export function payDataOf(book: PayBook, options: PayDataOptions = {}): fc.Arbitrary<DrawnData> {
  const { people: most = 4 } = options
  const drawing: Drawing = {
    wanted: wantedBy(book),
    time: periodsOfBook(book, options),
    ids: Array.from({ length: most }, (_, i) => `p${i + 1}`),
  }
  const people = fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...drawing.ids.slice(0, count).map((_, i) => personOf(drawing, i))))
  const { tables } = drawing.wanted
  const records = Object.fromEntries(
    [...tables].map(([table, members]) => [table, recordsOf(drawing, members)]),
  )
  return fc.record({ people, groups: groupsOf(drawing), records: fc.record(records) })
}

interface Drawing {
  readonly wanted: WantedData
  readonly time: Timed
  readonly ids: readonly string[]
}

const posts = ['desk', 'till'] as const

function personOf(drawing: Drawing, index: number): fc.Arbitrary<Person> {
  const { wanted, time, ids } = drawing
  const { span, before } = time
  const id = ids[index] as string
  const own = wanted.attributes.filter(
    ({ is, readers }) => is !== 'rate' && (readers.has('person') || readers.has('assignment')),
  )
  // Groups are those of people.
  const grouped = wanted.attributes.filter(
    (each) => wanted.groups.includes(each.name) && !own.includes(each),
  )
  return fc
    .record({
      employment: employmentOf(time),
      // Somebody must have what is read, or no run can be made.
      attributes: attributesOf(drawing, [...own, ...grouped], index, index === 0),
      absences: told(absencesOf(wanted, span), ({ from }) => from, fc.constant({ void: true })),
      figures: figuresOf(drawing, 'person'),
      held: wanted.posts ? fc.integer({ min: 1, max: 2 }) : fc.constant(0),
      atPosts: fc.tuple(...posts.map(() => postOf(drawing))),
    })
    .map(({ held, atPosts, figures, ...rest }): Person => {
      const holds = posts.slice(0, held)
      return {
        id,
        ...rest,
        ...(held > 0 && {
          assignments: holds.map((post, i) => ({
            id: post,
            from: before,
            attributes: (atPosts[i] as AtPost).attributes,
          })),
        }),
        figures: [
          ...figures,
          ...holds.flatMap((assignment, i) =>
            (atPosts[i] as AtPost).figures.map((figure) => ({ ...figure, assignment })),
          ),
        ],
      }
    })
}

interface AtPost {
  readonly attributes: Attributes
  readonly figures: readonly Figure[]
}

function postOf(drawing: Drawing): fc.Arbitrary<AtPost> {
  const own = drawing.wanted.attributes.filter(
    // What one person reads of two posts must be the same in both.
    ({ is, readers }) => is === 'value' && readers.has('assignment') && !readers.has('person'),
  )
  return fc.record({
    attributes: attributesOf(drawing, own, 0, false),
    figures: figuresOf(drawing, 'assignment'),
  })
}

/** Most are there all along; some join, leave, and come back; of some who left it is told late. */
function employmentOf({ span, before }: Timed): fc.Arbitrary<readonly Employment[]> {
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.option(arbitrary, { freq: 2, nil: undefined })
  return fc
    .record({
      joined: seldom(daysIn(span, 0)),
      stayed: seldom(fc.integer({ min: 0, max: 70 })),
      away: seldom(fc.integer({ min: 1, max: 40 })),
      toldLate: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ joined = before, stayed, away, toldLate }): readonly Employment[] => {
      if (stayed === undefined) return [{ from: joined }]
      const to = addDays(joined === before ? span.from : joined, stayed)
      const left = { from: joined, to }
      return [
        ...(toldLate === 0
          ? [left]
          : [{ from: joined }, { ...left, recorded: addDays(to, toldLate) }]),
        ...(away === undefined ? [] : [{ from: addDays(to, away + toldLate) }]),
      ]
    })
}

/** Values of attributes: all of them of who needs them, else most. */
function attributesOf(
  drawing: Drawing,
  wanted: readonly Wanted[],
  index: number,
  all: boolean,
): fc.Arbitrary<Attributes> {
  const { before, span } = drawing.time
  const arbitraries = wanted.map((each) => {
    const values = valuesOver(before, span, drawnValue(drawing, each, index))
    return [each.name, all ? values : fc.option(values, { freq: 9, nil: [] })] as const
  })
  return fc.record(Object.fromEntries(arbitraries))
}

function drawnValue(
  { time: { span, before }, ids }: Drawing,
  { is, value }: Wanted,
  index: number,
): fc.Arbitrary<string> {
  switch (is) {
    case 'value':
      return value
    case 'day':
      return fc.oneof(fc.constant(before), daysIn({ from: addDays(before, -1200), to: span.to }, 0))
    case 'above':
      // Mostly somebody before them; the rest may go round in a circle.
      return fc.oneof(
        { weight: 7, arbitrary: fc.constantFrom('chief', ...ids.slice(0, index)) },
        { weight: 1, arbitrary: fc.constantFrom(...ids) },
      )
    case 'rate':
      return fc.constantFrom('1', '7')
  }
}

function absencesOf({ absences }: WantedData, span: Span): fc.Arbitrary<readonly PersonAbsence[]> {
  const absence = fc.record(
    {
      from: daysIn(span, 0),
      length: fc.integer({ min: 0, max: 9 }),
      kind: fc.constantFrom(...absences),
      part: part(1),
    },
    { requiredKeys: ['from', 'length', 'kind'] },
  )
  return fc.array(absence, { maxLength: 2 }).map((drawn) =>
    drawn.map(({ length, from, ...rest }, i) => ({
      id: `a${i + 1}`,
      from,
      to: addDays(from, length),
      ...rest,
    })),
  )
}

/** Figures of the periods to be run, of one kind of reader; some of the periods have none. */
function figuresOf(
  { wanted, time }: Drawing,
  reader: 'person' | 'assignment' | 'company' | 'group',
): fc.Arbitrary<readonly Figure[]> {
  const lists = wanted.figures
    .filter(({ readers }) => readers.has(reader))
    .map(({ name, within: rhythm, value }) => {
      const periods = time.periodsOf(rhythm)
      const lastDays = new Map(periods.map((period) => [period.name, period.to]))
      const given = fc
        .tuple(...periods.map(() => fc.option(value, { freq: 5 })))
        .map((values): readonly Figure[] =>
          values.flatMap((each, i) => {
            const { name: period } = periods[i] as Period
            return each === null ? [] : [{ name, rhythm, period, value: each }]
          }),
        )
      const lastDay = ({ period }: Figure) => lastDays.get(period) as IsoDate
      return told(given, lastDay, changed(fc.record({ value })))
    })
  return fc.tuple(...lists).map((all) => all.flat())
}

function groupsOf(drawing: Drawing): fc.Arbitrary<readonly Group[]> {
  const { wanted } = drawing
  const read = (reader: 'company' | 'group') =>
    wanted.attributes.filter(
      // What groups lack, the company has.
      ({ is, readers }) => is === 'rate' || readers.has(reader) || readers.has('group'),
    )
  const of = (id: Group['of'], reader: 'company' | 'group'): fc.Arbitrary<Group> =>
    fc.record({
      of: fc.constant(id),
      attributes: attributesOf(drawing, read(reader), 0, reader === 'company'),
      figures: figuresOf(drawing, reader),
    })
  const groups = wanted.attributes
    .filter(({ name }) => wanted.groups.includes(name))
    .flatMap(({ name, texts }) => texts.map((value) => of({ by: name, value }, 'group')))
  return fc.tuple(of('company', 'company'), ...groups)
}

/** Records of the people and of nobody, from a month before the runs to their end. */
function recordsOf(
  { wanted, time: { span }, ids }: Drawing,
  members: readonly Wanted[],
): fc.Arbitrary<readonly Row[]> {
  const days = daysIn({ from: addDays(span.from, -20), to: span.to }, 0)
  const own = fc.record(Object.fromEntries(members.map(({ name, value }) => [name, value])))
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.option(arbitrary, { freq: 3, nil: undefined })
  const record = fc
    .record({
      on: days,
      person: fc.option(fc.constantFrom(...ids), { freq: 7, nil: undefined }),
      counts: seldom(days),
      made: seldom(days),
      order: seldom(fc.constantFrom('1', '2')),
      post: wanted.posts ? seldom(fc.constant(posts[0])) : fc.constant(undefined),
      own,
    })
    .map(
      ({ own: drawn, post, person, counts, made, order, on }): Omit<Row, 'id'> => ({
        on,
        ...drawn,
        ...(person !== undefined && { person }),
        ...(person !== undefined && post !== undefined && { assignment: post }),
        ...(counts !== undefined && { counts }),
        ...(made !== undefined && { made }),
        ...(order !== undefined && { order }),
      }),
    )
  const rows = fc
    .array(record, { maxLength: 6 })
    .map((drawn): readonly Row[] => drawn.map((each, i) => ({ id: `r${i + 1}`, ...each }) as Row))
  return told(rows, ({ on }) => on, changed(own as fc.Arbitrary<Partial<Row>>))
}

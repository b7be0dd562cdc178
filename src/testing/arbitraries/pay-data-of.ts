import fc from 'fast-check'
import { addDays } from '../../calendar/index.js'
import type { Group, PayBook, Row } from '../../pay/index.js'
import { changed, daysIn, told } from '../pay/known.js'
import type { DrawnData } from '../pay/retold.js'
import { type AskedPeriods, periodsOfBook } from '../pay/time.js'
import { type Wanted, wantedBy } from '../pay/wanted.js'
import { personOf, posts } from './pay-people-of.js'
import { attributesOf, figuresFor, type PayDataDrawing } from './pay-values-of.js'

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
  const drawing: PayDataDrawing = {
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

function groupsOf(drawing: PayDataDrawing): fc.Arbitrary<readonly Group[]> {
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
      figures: figuresFor(drawing, reader),
    })
  const groups = wanted.attributes
    .filter(({ name }) => wanted.groups.includes(name))
    .flatMap(({ name, texts }) => texts.map((value) => of({ by: name, value }, 'group')))
  return fc.tuple(of('company', 'company'), ...groups)
}

/** Records of the people and of nobody, from a month before the runs to their end. */
/** What every record has or may have, whatever reads it. */
const ownMembers = ['id', 'on', 'counts', 'made']

function recordsOf(
  { wanted, time: { span }, ids }: PayDataDrawing,
  members: readonly Wanted[],
): fc.Arbitrary<readonly Row[]> {
  const days = daysIn({ from: addDays(span.from, -20), to: span.to }, 0)
  const own = fc.record(
    Object.fromEntries(
      members.flatMap(({ name, is, value }) =>
        ownMembers.includes(name) ? [] : [[name, is === 'day' ? days : value]],
      ),
    ),
  )
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

import fc from 'fast-check'
import { addDays } from '../../calendar/index.js'
import type { Attributes, Employment, Figure, Person, PersonAbsence } from '../../pay/index.js'
import { daysIn, told } from '../pay/known.js'
import type { Span, Timed } from '../pay/time.js'
import type { WantedData } from '../pay/wanted.js'
import { part } from './draws.js'
import { attributesOf, figuresFor, type PayDataDrawing } from './pay-values-of.js'

/** The posts of somebody who has any. */
export const posts = ['desk', 'till'] as const

/** Somebody of whom all is told that a book reads of people. */
export function personOf(drawing: PayDataDrawing, index: number): fc.Arbitrary<Person> {
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
      figures: figuresFor(drawing, 'person'),
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

function postOf(drawing: PayDataDrawing): fc.Arbitrary<AtPost> {
  const own = drawing.wanted.attributes.filter(
    // What one person reads of two posts must be the same in both.
    ({ is, readers }) => is === 'value' && readers.has('assignment') && !readers.has('person'),
  )
  return fc.record({
    attributes: attributesOf(drawing, own, 0, false),
    figures: figuresFor(drawing, 'assignment'),
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

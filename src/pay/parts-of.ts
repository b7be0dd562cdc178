import { canonicalJson, fail } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { indexOf } from './data-index.js'
import type { PayData } from './data-schema.js'
import { settlingAgain } from './explain-run.js'
import { namesOf } from './ledger.js'
import { workOfLine } from './line-work.js'
import type { Line, Part, Run } from './run.js'
import type { Timeline } from './timeline.js'
import { isFailed } from './work.js'

/** Of which lines the parts are asked for, and of which component below them. */
export interface PartsRequest {
  /** The component that pays. */
  readonly component: string
  /** The one below it, without lines of its own, such as `commission.deals`. */
  readonly of: string
}

/** A part of a component below a line: whose, and of which period. */
export interface LinePart extends Part, Pick<Line, 'person' | 'assignment' | 'earned'> {}

/**
 * What a component below the lines of a run was made of: the deals of a commission plan, each with what it
 * earns, as rows. For each line of `component`, in the order of the run, all parts of the component `of`, to
 * the person and the period of that line; of a line that corrects, what the parts come to now. Amounts have
 * the places of the component, rounded as it is.
 *
 * Throws a `PolicyError` for a component that there is not, or that is of others or of other periods than the
 * lines; for data that are not those that a line was worked out from, and for a book of other texts.
 *
 * @example
 * partsOf(book, data, run, { component: 'commission', of: 'commission.deals' }).map(({ person, record, amount }) => [person, record, amount])
 */
export function partsOf(
  book: PayBook,
  data: PayData,
  run: Run,
  { component, of }: PartsRequest,
): readonly LinePart[] {
  const index = indexOf(book, data)
  const names = namesOf(book)
  const paying = named(names, 'component', component)
  const below = named(new Map(besideIn(book, paying)), 'of', of)
  const settling = settlingAgain(book, index, run)
  const timeline = index.timelines.get(paying.rhythm) as Timeline
  return run.lines
    .filter((line) => names.get(line.component) === paying)
    .flatMap((line) => {
      const { person, assignment, earned } = line
      const whose = { person, ...(assignment !== undefined && { assignment }) }
      const holder = index.holder(whose)
      if (holder === undefined)
        return fail(payProblem('other-data', '', { component, person, period: earned.period }))
      const number = timeline.named(earned.period) as number
      const { work, workOf } = workOfLine(settling, { line, of: paying, holder, number })
      const result = workOf(below, work).result(below, holder, number)
      if (result === undefined || isFailed(result)) return []
      return result.parts.map((part) => ({ ...whose, earned, ...part }))
    })
}

/** The components of the same owners and periods, by their names. */
function besideIn({ components }: PayBook, { of, rhythm }: LinkedComponent) {
  return [...components].filter(
    ([, each]) => each.rhythm === rhythm && canonicalJson(each.of) === canonicalJson(of),
  )
}

function named(
  components: ReadonlyMap<string, LinkedComponent>,
  path: string,
  found: string,
): LinkedComponent {
  const known = [...components.keys()]
  return components.get(found) ?? fail(payProblem('unknown-component', path, { found, known }))
}

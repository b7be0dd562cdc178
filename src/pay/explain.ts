import type { Explanation } from '../formula/index.js'
import { describeProblems, fail, type Locale, type Problem } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { explainedWords, payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { type DataIndex, type Holder, indexOf } from './data-index.js'
import type { PayData } from './data-schema.js'
import { toldOnce } from './explain-once.js'
import { tellResult } from './explain-row.js'
import { settlingAgain } from './explain-run.js'
import { labelOf, lastVersion, type Telling, writtenOf } from './explain-telling.js'
import { namesOf } from './ledger.js'
import { workOfLine } from './line-work.js'
import type { Line, Run, Withheld } from './run.js'
import type { Settling } from './settling.js'
import type { Timeline } from './timeline.js'

/** Which line of a run is explained. */
export interface ExplainRequest {
  readonly component: string
  readonly person: string
  /** Of several posts of the person, the one. */
  readonly assignment?: string | undefined
  /** The period it was earned in; that of the run unless said. */
  readonly period?: string | undefined
  readonly locale: Locale
}

/** An explanation has at most so many steps that say where something comes from. */
const mostSteps = 200

/**
 * Why a run paid a line, in words: what was settled before, the arithmetic of the component, and where
 * each of its inputs comes from, down to attributes, figures, days, records and other components. Of a
 * key that was withheld, why it was. `renderText`, `renderMarkdown` and `renderHtml` render it.
 *
 * Amounts have their unit, and the places of their components; `value` is what the line pays. At most 20
 * records, rows or values are listed in one place, and 200 inputs explained.
 *
 * Throws a `PolicyError` for a component, a person, an assignment or a line that there is not, for data
 * that are not those that the line was worked out from, and for a book of other texts.
 *
 * @example
 * const told = explain(book, data, run, { component: 'overtime', person: 'li', locale: 'en' })
 * renderText(told) // 'Overtime pay, 2026-03: 640.00 CNY\n  …'
 */
export function explain(
  book: PayBook,
  data: PayData,
  run: Run,
  request: ExplainRequest,
): Explanation {
  const index = indexOf(book, data)
  const asked = askedOf(book, index, run, request)
  const key = keyIn(run, asked)
  const settling = settlingAgain(book, index, run)
  const { assignment } = 'owner' in key ? key.owner : key
  const holder = index.holder({
    person: asked.person,
    ...(assignment !== undefined && { assignment }),
  })
  if (holder === undefined) return fail(otherData(asked))
  const of = { ...asked, ...(assignment !== undefined && { assignment }), holder, run }
  return 'problems' in key
    ? tellWithheld(settling, of, key)
    : toldOnce(tellLine(settling, { ...of, line: key }), explainedWords[request.locale].above)
}

/** What is asked for, with what the book and the data know of it. */
interface Asked extends ExplainRequest {
  readonly of: LinkedComponent
  readonly period: string
  /** The period by its number. */
  readonly number: number
}

/** The key of a line, or of what was withheld. */
interface Found extends Asked {
  readonly holder: Holder
  readonly run: Run
}

function otherData({ of, person, period }: Asked): Problem {
  return payProblem('other-data', '', { component: of.name, person, period })
}

function askedOf(book: PayBook, index: DataIndex, run: Run, request: ExplainRequest): Asked {
  const { component, person } = request
  const of = namesOf(book).get(component)
  const known = [...book.components.keys()]
  if (of === undefined)
    return fail(payProblem('unknown-component', 'component', { found: component, known }))
  const people = [...index.people.keys()]
  if (!index.people.has(person))
    fail(payProblem('unknown-person', 'person', { found: person, known: people }))
  const timeline = index.timelines.get(index.rhythm) as Timeline
  const own = timeline.named(run.period)
  if (own === undefined) return fail(payProblem('other-kind', 'run.period', { period: run.period }))
  const theirs = index.timelines.get(of.rhythm) as Timeline
  const last = theirs.indexOf(timeline.at(own).to)
  const number = request.period === undefined ? last : theirs.named(request.period)
  if (number === undefined) return fail(noLine(run, request, request.period as string))
  return { ...request, of, number, period: theirs.at(number).name }
}

/** The line that is asked for, or what was withheld of it. */
function keyIn(run: Run, asked: Asked): Line | Withheld {
  const { of, person, assignment, period } = asked
  const names = [of.name, ...of.was]
  const isAsked = (key: Line | Withheld, post: string | undefined) =>
    names.includes(key.component) &&
    key.earned.period === period &&
    (assignment === undefined || assignment === post)
  const keys = [
    ...run.lines.filter((line) => line.person === person && isAsked(line, line.assignment)),
    ...run.withheld.filter(
      (key) => key.owner.person === person && isAsked(key, key.owner.assignment),
    ),
  ]
  const [first, second] = keys
  if (first === undefined) return fail(noLine(run, asked, period))
  if (second !== undefined) {
    const assignments = keys.map((key) => ('owner' in key ? key.owner : key).assignment as string)
    fail(payProblem('several-lines', 'assignment', { component: of.name, person, assignments }))
  }
  return first
}

/** What is asked for is no line of the run; those of the person are offered. */
function noLine(
  run: Run,
  { component, person, assignment }: ExplainRequest,
  period: string,
): Problem {
  const known = run.lines
    .filter((line) => line.person === person)
    .map((line) => [nameOf(line.component, line.assignment), line.earned.period].join(' '))
  const asked = { component: nameOf(component, assignment), person, period }
  return payProblem('no-line', '', { ...asked, run: run.period, known })
}

function nameOf(component: string, assignment: string | undefined): string {
  return assignment === undefined ? component : `${component} ${assignment}`
}

/** Why something was withheld, and what stands of it. */
function tellWithheld(
  { ledger }: Settling,
  { of, holder, number, period, assignment, locale }: Found,
  { problems }: Withheld,
): Explanation {
  const say = explainedWords[locale]
  const settled = ledger.of(of, holder, number)?.amount
  const details = assignment === undefined ? [period] : [assignment, period]
  return {
    label: say.of(labelOf(lastVersion(of), locale), ...details),
    value: say.withheld,
    how: [
      ...describeProblems(problems, locale).split('\n'),
      ...(settled === undefined ? [] : [say.settled(writtenOf(settled, of, locale))]),
    ],
    steps: [],
  }
}

interface FoundLine extends Found {
  readonly line: Line
}

/** What a line pays: the settlement where there was any before, and what its owner is entitled to. */
function tellLine(settling: Settling, found: FoundLine): Explanation {
  const { line, of, run, period, assignment, locale } = found
  const { entitled, settled, amount, why, changedVersion } = line
  const say = explainedWords[locale]
  const { told, early, current } = tellEntitled(settling, found)
  const written = (value: string) => writtenOf(value, of, locale)
  const before = !decimal(settled).isZero()
  const changed = decimal(amount).isZero() ? say.unchanged : say.corrected
  const later = current ? [] : [say.later(run.period)]
  const details = [
    ...(assignment === undefined ? [] : [assignment]),
    period,
    ...(before ? [changed] : later),
  ]
  const how = [
    ...(before ? [say.settlement(written(entitled), written(settled), written(amount))] : []),
    ...(why === undefined ? [] : [say.why(why)]),
    ...(changedVersion === undefined ? [] : [say.changedVersion]),
    ...(early ? [say.beforeFirst] : []),
  ]
  const label = say.of(told.label, ...details)
  return before || early
    ? { label, value: written(amount), how, steps: [told] }
    : { ...told, label, value: written(amount), how: [...how, ...told.how] }
}

/** What the owner of a line is entitled to, from the data that it was worked out from. */
function tellEntitled(settling: Settling, found: FoundLine) {
  const { of, holder, number, locale } = found
  const { runs } = settling
  const { work, workOf, position } = workOfLine(settling, found)
  let left = mostSteps
  const telling: Telling = {
    locale,
    say: explainedWords[locale],
    first: runs.first,
    workOf,
    tellResult: (...read) => tellResult(telling, ...read),
    spend: () => left-- > 0,
  }
  return {
    told: tellResult(telling, work, of, holder, number),
    early: position < runs.first,
    current: position === runs.current,
  }
}

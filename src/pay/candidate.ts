import type { Decimal } from '../quantity/index.js'
import { shortestText } from '../quantity/internal.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent } from './book.js'
import type { OpenKey } from './keys.js'
import { inPlaces } from './places.js'
import type { Part, Settled } from './run.js'
import { beforeFirst, type Sheet } from './sheet-work.js'
import { type Failed, isFailed, type Worked } from './work.js'

/** What a key comes to now, and what was settled of it. */
export interface Candidate {
  readonly before: Settled | undefined
  readonly result: Worked | undefined
  /** Both in plain digits, without zeros at the end of their places: equal where the texts are. */
  readonly entitled: string
  readonly settled: string
  /** What it comes to, with the places of its component. */
  readonly written: string
  readonly text: string
}

/** What a key comes to, or why nothing can be said of it. */
export function candidateOf(
  key: OpenKey,
  before: Settled | undefined,
  { runs, baseline }: Sheet,
  text: string,
): Candidate | Failed {
  const { component, holder, index, work } = key
  const result = work.result(component, holder, index)
  if (isFailed(result)) return result
  const period = work.timeline(component).at(index).name
  const stands = component.retro === 0 && before?.value !== undefined
  if (result !== undefined && before !== undefined && !stands) {
    const gone = vanished(result, before, before.text === text, period)
    if (gone !== undefined) return gone
  }
  const closed = key.position < work.firstOpen
  if (closed && before?.text !== undefined && before.text !== text)
    return { problems: [payProblem('version-changed', '', { component: component.name, period })] }
  const recorded = component.pays === undefined ? before?.value : before?.amount
  const early = key.position < runs.first
  const entitled = early
    ? earlyText(beforeFirst(work, baseline(), component, holder, index))
    : result?.text
  if (typeof entitled === 'object') return entitled
  const start =
    early && recorded === undefined ? baseline().result(component, holder, index) : undefined
  if (isFailed(start)) return start
  const number = entitled ?? '0'
  return {
    before,
    result,
    entitled: number,
    settled: recorded === undefined ? (start?.text ?? '0') : shortestText(recorded),
    written: writtenIn(component, number, result),
    text,
  }
}

function earlyText(number: Decimal | Failed | undefined): string | Failed | undefined {
  return number === undefined || isFailed(number) ? number : number.toFixed()
}

/** A number with the places of its component; of one part alone that is written already. */
function writtenIn(component: LinkedComponent, number: string, result: Worked | undefined): string {
  const isWritten = result?.parts.length === 1 && number === result.text
  return isWritten ? (result.parts[0] as Part).amount : inPlaces(component, number)
}

/** What was read of a key before and is no longer given, though nobody took it away. */
function vanished(
  { evidence }: Worked,
  { records = {}, figures = [] }: Settled,
  sameText: boolean,
  period: string,
): Failed | undefined {
  // A text that was changed, or a component without a row, may no longer read a table at all.
  const fewer = Object.entries(records).find(
    ([key, count]) => evidence.records.has(key) && (evidence.records.get(key) as number) < count,
  )
  if (fewer !== undefined) {
    const [key, before] = fewer
    const now = evidence.records.get(key) as number
    const table = key.slice(key.indexOf(' ') + 1)
    return { problems: [payProblem('vanished-records', '', { table, before, now, period })] }
  }
  const gone = figures.filter((figure) => sameText && !evidence.figures.has(figure))
  if (gone.length === 0) return undefined
  return { problems: [payProblem('vanished-figures', '', { figures: gone, period })] }
}

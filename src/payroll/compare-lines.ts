import type { Earned, Line, LinkedComponent, Owner } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { decimal, total } from '../quantity/index.js'
import { type Cause, causesOf } from './cause.js'
import { type Change, type Compared, change } from './compared.js'
import { versionOf } from './described.js'

/** What a change means for one line; a line that one run lacks counts as zero there. */
export interface LineChange extends Change {
  readonly component: string
  readonly person: string
  readonly assignment?: string
  readonly earned: Earned
  readonly label: Label
  readonly clause?: string
  /** The line of either run, where it has one. */
  readonly lines: { readonly before?: Line; readonly after?: Line }
  /** Why they differ. */
  readonly causes: readonly Cause[]
}

interface Sides {
  before?: Line
  after?: Line
}

/** The lines that differ between two runs, in the order of the later one, and then of the other. */
export function lineChanges(
  before: Compared,
  after: Compared,
  places: number,
): readonly LineChange[] {
  const pairs = new Map<string, Sides>()
  const keyOf = keying(before, after)
  for (const line of after.run.lines) pairs.set(keyOf(line, line), { after: line })
  for (const line of before.run.lines) {
    const key = keyOf(line, line)
    pairs.set(key, { ...pairs.get(key), before: line })
  }
  const withheldIn = ({ run }: Compared) =>
    new Set(run.withheld.map((each) => keyOf(each, each.owner)))
  const withheld = { before: withheldIn(before), after: withheldIn(after) }
  const texts = { before: before.run.state.versions, after: after.run.state.versions }
  return [...pairs].flatMap(([key, lines]) => {
    const amounts = changeOf(lines, places)
    if (decimal(amounts.difference).isZero()) return []
    const isWithheld = { before: withheld.before.has(key), after: withheld.after.has(key) }
    const { person, assignment, earned } = (lines.after ?? lines.before) as Line
    return [
      {
        ...describedOf(lines, before, after),
        person,
        ...(assignment !== undefined && { assignment }),
        earned,
        ...amounts,
        lines,
        causes: causesOf({ ...lines, withheld: isWithheld, texts }),
      },
    ]
  })
}

/** The key of a line or of something withheld, its component by the name that it has in the later run. */
function keying(before: Compared, after: Compared) {
  return (
    { component, earned: { rhythm, period } }: { component: string; earned: Earned },
    { person, assignment }: Owner,
  ) => {
    const of = after.components.get(component) ?? before.components.get(component)
    return JSON.stringify([of?.name ?? component, person, assignment, rhythm, period])
  }
}

function changeOf({ before, after }: Sides, places: number): Change {
  const amountOf = (line: Line | undefined) => line?.amount ?? total([], places)
  return change(amountOf(before), amountOf(after), places)
}

function describedOf(
  lines: Sides,
  before: Compared,
  after: Compared,
): Pick<LineChange, 'component' | 'label' | 'clause'> {
  const [line, of] =
    lines.after === undefined ? [lines.before as Line, before] : [lines.after, after]
  const component = of.components.get(line.component) as LinkedComponent
  const { tags: _, ...described } = versionOf(component, line)
  return { component: component.name, ...described }
}

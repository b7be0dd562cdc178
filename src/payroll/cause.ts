import type { IsoDate } from '../calendar/index.js'
import type { Line, Part, Run } from '../pay/index.js'
import { push } from '../problem/push.js'

/** Which of two runs. */
export type Side = 'before' | 'after'

/** Why a line is not what it is in another run. */
export type Cause =
  /** Only one run has the line; the other withholds it, or has nothing to say of it. */
  | { readonly kind: 'only'; readonly side: Side; readonly withheld: boolean }
  /** The version by its first day, `''` of one from the beginning, has another text. */
  | { readonly kind: 'text'; readonly version: string }
  /** A part is worked out by another version. */
  | (Place & { readonly kind: 'version'; readonly before: string; readonly after: string })
  /** A part reads another value. */
  | (Place & {
      readonly kind: 'input'
      readonly input: string
      readonly before?: string
      readonly after?: string
    })
  /** Days, or a record, that only one run has a part of. */
  | (Place & { readonly kind: 'part'; readonly side: Side; readonly amount: string })
  /** What was settled before. */
  | { readonly kind: 'settled'; readonly before: string; readonly after: string }
  /** None of these: what others have, such as the rest of a division, or the text of what is read. */
  | { readonly kind: 'elsewhere' }

/** Where in a line: the days of a part, and its record. */
export interface Place {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly record?: string
}

/** The lines of a key in two runs, and what the runs say beside them. */
export interface Pair {
  readonly before?: Line
  readonly after?: Line
  readonly withheld: Readonly<Record<Side, boolean>>
  readonly texts: Readonly<Record<Side, Run['state']['versions']>>
}

/** Why two lines of one key differ; at least one cause. */
export function causesOf({ before, after, withheld, texts }: Pair): readonly Cause[] {
  if (before === undefined) return [{ kind: 'only', side: 'after', withheld: withheld.before }]
  if (after === undefined) return [{ kind: 'only', side: 'before', withheld: withheld.after }]
  const causes: Cause[] = [
    ...textCauses(before, after, texts),
    ...partCauses(before.parts, after.parts),
    ...(before.settled === after.settled
      ? []
      : [{ kind: 'settled' as const, before: before.settled, after: after.settled }]),
  ]
  return causes.length === 0 ? [{ kind: 'elsewhere' }] : causes
}

/** The versions that both lines were worked out by, and whose texts differ. */
function textCauses(before: Line, after: Line, texts: Pair['texts']): readonly Cause[] {
  const versionsOf = ({ parts }: Line) => new Set(parts.map(({ version = '' }) => version))
  const others = versionsOf(after)
  return [...versionsOf(before)].flatMap((version) => {
    const textOf = (side: Side, { component }: Line) =>
      texts[side][`${component} ${version}`.trim()]
    return others.has(version) && textOf('before', before) !== textOf('after', after)
      ? [{ kind: 'text' as const, version }]
      : []
  })
}

/** What differs in parts of the same days or record, and what only one side has; in the order of both. */
function partCauses(before: readonly Part[], after: readonly Part[]): readonly Cause[] {
  const left = new Map<string, Part[]>()
  for (const part of after.toReversed()) push(left, keyOf(part), part)
  const causes = before.flatMap((part) => {
    const other = left.get(keyOf(part))?.pop()
    return other === undefined ? [onlyIn('before', part)] : between(part, other)
  })
  const rest = new Set([...left.values()].flat())
  return [...causes, ...after.filter((part) => rest.has(part)).map((part) => onlyIn('after', part))]
}

function keyOf({ record, from, to }: Part): string {
  return JSON.stringify(record === undefined ? [from, to] : [record])
}

function placeOf({ from, to, record }: Part): Place {
  return { from, to, ...(record !== undefined && { record }) }
}

function onlyIn(side: Side, part: Part): Cause {
  return { kind: 'part', side, ...placeOf(part), amount: part.amount }
}

function between(before: Part, after: Part): readonly Cause[] {
  const place = placeOf(after)
  const [old, now] = [before.version ?? '', after.version ?? '']
  const inputs = [...new Set([...Object.keys(before.read), ...Object.keys(after.read)])]
  return [
    ...(old === now ? [] : [{ kind: 'version' as const, ...place, before: old, after: now }]),
    ...inputs.flatMap((input): readonly Cause[] => {
      const [from, to] = [readIn(before, input), readIn(after, input)]
      if (from === to) return []
      return [
        {
          kind: 'input',
          ...place,
          input,
          ...(from !== undefined && { before: from }),
          ...(to !== undefined && { after: to }),
        },
      ]
    }),
  ]
}

function readIn({ read }: Part, input: string): string | undefined {
  return Object.hasOwn(read, input) ? read[input] : undefined
}

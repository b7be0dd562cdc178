import { addDays, type IsoDate, type Span } from '../calendar/index.js'
import { overlap } from '../calendar/internal.js'
import { matches } from '../credit/where.js'
import { remembered } from '../problem/remembered.js'
import { attributeOn, changeDays, conflict, type Looking } from './attribute.js'
import type { LinkedComponent, LinkedVersion } from './book.js'
import type { Where } from './component.js'
import type { Holder } from './data-index.js'
import { allDays } from './horizon.js'
import { madeOnce } from './keyed.js'
import type { View } from './knowledge.js'
import type { Timeline } from './timeline.js'

/** Days on which a component is an owner's, by one of its versions. */
export interface Living extends Span {
  readonly version: LinkedVersion
  /** An attribute of its `where` of which the owner has two values on these days. */
  readonly conflict?: string
}

/** All the spans of a component for an owner, ascending. */
export type LivesOf = (component: LinkedComponent, holder: Holder) => readonly Living[]

/**
 * The spans of components: employment ∩ assignment ∩ `where` ∩ version, each day as it was known. A group
 * and the company live always. Spans are found once for all components of one condition, and owners who
 * have the same share one list: most do.
 */
export function livesOnce(looking: Looking): LivesOf {
  const spans = remembered((text: string) => spansOnce(looking, JSON.parse(text)))
  const ofVersions = remembered(({ rhythm, versions }: LinkedComponent) => {
    const timeline = looking.index.timelines.get(rhythm) as Timeline
    return versions.map((version) => {
      const where = version.component.eligible?.where ?? {}
      return {
        spansOf: spans(JSON.stringify([daysOfVersion(version, timeline), where])),
        livesIn: remembered((days: Spans): readonly Living[] =>
          days.map((span) => ({ ...span, version })),
        ),
      }
    })
  })
  const ofSeveral = madeOnce((component, holder) =>
    ofVersions(component).flatMap(({ spansOf, livesIn }) => livesIn(spansOf(holder))),
  )
  return (component, holder) => {
    const [first, ...others] = ofVersions(component)
    return first === undefined || others.length > 0
      ? ofSeveral(component, holder, 0)
      : first.livesIn(first.spansOf(holder))
  }
}

type Spans = readonly (Span & { readonly conflict?: string })[]

/** The spans of owners within some days by a condition, those alike as one list. */
function spansOnce(looking: Looking, [days, where]: readonly [Span, Where]) {
  const known: Spans[] = []
  const alike = new Map<string, Spans>()
  return (holder: Holder): Spans => {
    const before = known[holder.place]
    if (before !== undefined) return before
    const found = spansIn(looking, holder, days, where)
    const text = textOf(found)
    const same = alike.get(text) ?? found
    alike.set(text, same)
    known[holder.place] = same
    return same
  }
}

/** Spans as a text to compare. */
function textOf(spans: Spans): string {
  let text = ''
  // In no name of an attribute is there a space.
  for (const { from, to, conflict = '' } of spans) text += `${from} ${to} ${conflict} `
  return text
}

/**
 * The days of which a version decides: of stretches its own, else those of the periods that begin in it,
 * of which its first day begins one.
 */
function daysOfVersion(version: LinkedVersion, timeline: Timeline): Span {
  const { from = allDays.from, to = allDays.to } = version
  const ends = version.component.each === 'stretch' || to === allDays.to
  return { from, to: ends ? to : timeline.at(timeline.indexOf(to)).to }
}

function spansIn(looking: Looking, holder: Holder, days: Span, where: Where): Spans {
  const names = Object.keys(where)
  const { person } = holder
  if (person === undefined && names.length === 0) return [days]
  const found: { from: IsoDate; to: IsoDate; conflict?: string }[] = []
  for (const piece of looking.horizon.pieces) {
    const within = overlap(piece, days)
    if (within === undefined) continue
    const held =
      person === undefined ? [within] : heldIn(person.knownBy(piece.cutoff), holder, within)
    const changes =
      names.length === 0 ? [] : changeDays(looking, holder, names, piece.cutoff, within)
    for (const span of held)
      for (const cut of cutAt(span, changes)) {
        const state = stateOn(looking, holder, where, cut.from)
        const last = found.at(-1)
        if (state === false) continue
        if (
          last !== undefined &&
          addDays(last.to, 1) === cut.from &&
          last.conflict === state.conflict
        )
          last.to = cut.to
        else found.push({ ...cut, ...state })
      }
  }
  return found
}

/** Whether an owner is eligible on a day, or why that cannot be told. */
function stateOn(
  looking: Looking,
  holder: Holder,
  where: Where,
  day: IsoDate,
): false | { readonly conflict?: string } {
  let torn: string | undefined
  const fits = matches(where, (name) => {
    const found = attributeOn(looking, holder, name, day)
    if (found === conflict) torn = name
    return typeof found === 'object' ? found.value : undefined
  })
  if (torn !== undefined) return { conflict: torn }
  return fits ? {} : false
}

/** The days of a span on which somebody was employed, and held the post. */
export function heldIn(view: View, { assignment }: Holder, within: Span): readonly Span[] {
  const held: Held[] = []
  for (const each of view.employment) {
    const employed = overlap(within, each)
    if (employed === undefined) continue
    if (assignment === undefined) unite(held, employed)
    else
      for (const post of view.assignments) {
        const days = post.id === assignment ? overlap(employed, post) : undefined
        if (days !== undefined) unite(held, days)
      }
  }
  return held
}

type Held = { -readonly [Bound in keyof Span]: Span[Bound] }

/** Ascending spans that overlap, as one: the end of an employment may be told after the next begins. */
function unite(spans: Held[], { from, to }: Span): void {
  const last = spans.at(-1)
  if (last === undefined || from > last.to) spans.push({ from, to })
  else if (to > last.to) last.to = to
}

/** A span cut before each of some days. */
export function cutAt(span: Span, days: readonly IsoDate[]): readonly Span[] {
  const inside = days.filter((day) => span.from < day && day <= span.to)
  if (inside.length === 0) return [span]
  const starts = [span.from, ...[...new Set(inside)].sort()]
  return starts.map((from, i) => {
    const next = starts[i + 1]
    return { from, to: next === undefined ? span.to : addDays(next, -1) }
  })
}

/** The part of some lives that lies within days; one list for all who have the same. */
export const livesWithin = remembered(
  (lives: readonly Living[]) =>
    remembered((days: Span): readonly Living[] =>
      lives.flatMap((living) => {
        const within = overlap(living, days)
        return within === undefined ? [] : [{ ...living, ...within }]
      }),
    ),
  new WeakMap(),
)

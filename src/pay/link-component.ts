import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { ComponentSource } from './component.js'
import { amongProblems, type ComponentReading } from './link-among.js'
import { countProblems, grainOf, unknownComponent } from './link-checks.js'
import { named, type Reading, rhythmOf } from './link-context.js'
import { type Draft, formulasOf } from './link-versions.js'
import { scopeOf } from './rhythms.js'

/** What is wrong with a read of a component: whether there is one, its rows, its number and its time. */
export function componentProblems(reading: ComponentReading): readonly Problem[] {
  const { checking, source, path } = reading
  const names = 'name' in source ? [source.name] : (checking.order.tagged.get(source.tag) ?? [])
  const read = names.flatMap((name) => checking.drafts.get(name) ?? [])
  const known =
    'name' in source
      ? unknownComponent(reading, at(path, 'name'), source.name)
      : unknownTag(reading, source.tag)
  return [
    ...known,
    // Of a tag, the first component that does not fit stands for the others.
    ...firstOf(read, (draft) => grainProblems(reading, draft)),
    ...firstOf(read, (draft) => numberProblems(reading, draft)),
    ...firstOf(read, (draft) => timeProblems(reading, draft)),
    ...(source.same === undefined ? [] : sameProblems(reading, source.same, read)),
    ...(source.among === undefined ? [] : amongProblems(reading, source.among, read)),
  ]
}

function firstOf(
  drafts: readonly Draft[],
  problems: (draft: Draft) => readonly Problem[],
): readonly Problem[] {
  for (const draft of drafts) {
    const found = problems(draft)
    if (found.length > 0) return found
  }
  return []
}

function unknownTag({ checking, path }: Reading, found: string): readonly Problem[] {
  const { tagged } = checking.order
  return tagged.has(found)
    ? []
    : [payProblem('unknown-tag', at(path, 'tag'), { found, known: () => [...tagged.keys()] })]
}

/** Several rows become one number only where the source says how. */
function grainProblems(reading: ComponentReading, { name, first }: Draft): readonly Problem[] {
  const { component, source, path } = reading
  const [own, read] = [scopeOf(component), scopeOf(first.component)]
  if (source.among !== undefined || grainOf(read) >= grainOf(own)) return []
  const ofPosts = own === 'person'
  // A tag stands for a sum.
  if (ofPosts && ('tag' in source || source.as !== undefined)) return []
  const say = ofPosts ? 'as' : 'among'
  return [payProblem('finer-grain', path, { ...named(reading), read: name, of: read, own, say })]
}

/** How several values of a component read become one, seen from the reader: a count, or a value. */
function isCount({ as, among }: ComponentSource): boolean {
  if (among !== undefined && among.as === 'count') return true
  return as === 'count' || as === 'distinct'
}

function numberProblems(reading: ComponentReading, draft: Draft): readonly Problem[] {
  const { declared, source, path } = reading
  if (declared?.kind !== 'number') return []
  const { unit, scale: places } = declared
  if (isCount(source)) return countProblems(reading)
  const [formula] = formulasOf(draft)
  if (formula === undefined) return []
  const read = draft.name
  if (formula.unit !== unit)
    return [
      payProblem('other-unit', path, { ...named(reading), read, found: unit, unit: formula.unit }),
    ]
  const { scale } = formula
  return places < scale
    ? [payProblem('coarser-reader', path, { ...named(reading), read, places, scale })]
    : []
}

function timeProblems(reading: ComponentReading, { name, first }: Draft): readonly Problem[] {
  const { checking, component, source, declared, path } = reading
  const { over } = source
  if (typeof over === 'object' && 'ago' in over && typeof over.ago === 'object')
    return [payProblem('days-of-periods', at(path, 'over'), { ...named(reading), read: name })]
  const single = over === 'before' || (typeof over === 'object' && 'ago' in over)
  if (!single) return []
  const [own, theirs] = [rhythmOf(checking, component), rhythmOf(checking, first.component)]
  if (over !== 'before' && own !== theirs)
    return [
      payProblem('other-rhythm', at(path, 'over'), { ...named(reading), read: name, own, theirs }),
    ]
  const unit = declared?.kind === 'number' && !isCount(source) ? declared.unit : undefined
  return source.missing === undefined && (unit === 'ratio' || unit === 'points')
    ? [payProblem('needs-missing', path, { ...named(reading), read: name, unit })]
    : []
}

/** What is read of the same records is of records on both sides, and of the row's own. */
function sameProblems(
  reading: ComponentReading,
  same: readonly string[],
  read: readonly Draft[],
): readonly Problem[] {
  const { component, source, path } = reading
  const place = at(path, 'same')
  const other = source.among === undefined ? source.what === 'due' && 'what' : 'among'
  return [
    ...(typeof component.each === 'object' ? [] : [payProblem('no-record', place, named(reading))]),
    ...(other === false ? [] : [payProblem('same-beside', place, { ...named(reading), other })]),
    ...firstOf(read, ({ name, first }) =>
      typeof first.component.each === 'object' && first.component.retro !== 0
        ? []
        : [payProblem('no-parts', place, { ...named(reading), read: name, same })],
    ),
  ]
}

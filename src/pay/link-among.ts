import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import type { Among, Below, ComponentSource, SharedBy } from './component.js'
import { grainOf, quantileProblems, unknownComponent } from './link-checks.js'
import { named, type Reading } from './link-context.js'
import { type Draft, formulasOf } from './link-versions.js'
import { membersRead } from './reads.js'
import { scopeOf } from './rhythms.js'

export type ComponentReading = Reading<ComponentSource>

/** What is wrong with a look at the rows of a group, of which `read` are the components read. */
export function amongProblems(
  reading: ComponentReading,
  among: Among,
  read: readonly Draft[],
): readonly Problem[] {
  const path = at(reading.path, 'among')
  const { as, group } = among
  return [
    ...membersRead(reading.source).flatMap(([key, name]) => {
      const place = key === 'only' || key === 'by' ? at(path, key) : at(at(path, 'as'), key)
      return unknownComponent(reading, place, name)
    }),
    ...quantileProblems(reading, at(path, 'as'), as),
    ...rankProblems(reading, among, read),
    ...(typeof group === 'object' && 'below' in group ? belowProblems(reading, group, among) : []),
    ...(typeof as === 'object' && 'share' in as ? shareProblems(reading, as, among) : []),
  ]
}

/** Records have an order of their own, their moments; other rows are ranked by a component. */
function rankProblems(
  reading: ComponentReading,
  { who, by }: Among,
  read: readonly Draft[],
): readonly Problem[] {
  const ranked = who === 'ahead' || who === 'level'
  if (!ranked || by !== undefined) return []
  const ofRecords = [reading.component, ...read.map(({ first }) => first.component)].every(
    ({ each }) => typeof each === 'object',
  )
  return ofRecords
    ? []
    : [payProblem('no-rank', at(reading.path, 'among'), { ...named(reading), who })]
}

/** Those below somebody: a person, so many steps down. */
function belowProblems(
  reading: ComponentReading,
  { below, levels, compress }: Below,
  { only }: Among,
): readonly Problem[] {
  const path = at(at(reading.path, 'among'), 'group')
  const of = scopeOf(reading.component)
  const [first, last] = levels ?? [1, 1]
  const whole = Number.isInteger(first) && Number.isInteger(last)
  return [
    ...(grainOf(of) <= grainOf('person')
      ? []
      : [payProblem('below-nobody', at(path, 'below'), { ...named(reading), below, of })]),
    ...(whole && first >= 1 && first <= last
      ? []
      : [payProblem('bad-levels', at(path, 'levels'), { ...named(reading), first, last })]),
    ...(compress === undefined || only !== undefined
      ? []
      : [payProblem('compress-without-only', at(path, 'compress'), named(reading))]),
  ]
}

/**
 * A value that is divided: each member of a group that all see alike has a part of it, and the weights
 * and the bounds are numbers of the members.
 */
function shareProblems(
  reading: ComponentReading,
  as: SharedBy,
  { who = 'all', group, only }: Among,
): readonly Problem[] {
  const { checking, component, path } = reading
  const place = at(path, 'among')
  const of = scopeOf(component)
  const parts = (['share', 'least', 'most'] as const).flatMap((key) => {
    const draft = checking.drafts.get(as[key] ?? '')
    return draft === undefined ? [] : [{ key, draft }]
  })
  return [
    ...(who === 'all' || who === 'level'
      ? []
      : [payProblem('share-of-some', at(place, 'who'), { ...named(reading), who })]),
    // Who is to have no part weighs nothing.
    ...(only === undefined
      ? []
      : [payProblem('not-beside', at(place, 'only'), { member: 'only', kind: 'share' })]),
    ...(typeof group === 'object' && 'below' in group
      ? [payProblem('share-below', at(place, 'group'), named(reading))]
      : []),
    ...parts.flatMap(({ key, draft }) => {
      const weighs = scopeOf(draft.first.component)
      const member = at(at(place, 'as'), key)
      return grainOf(weighs) === grainOf(of)
        ? boundProblems(reading, member, draft, key)
        : [
            payProblem('share-grain', member, {
              ...named(reading),
              read: draft.name,
              of: weighs,
              own: of,
            }),
          ]
    }),
  ]
}

/** A bound is of the unit of what it bounds, and has no more places. */
function boundProblems(
  reading: ComponentReading,
  path: string,
  draft: Draft,
  key: 'share' | 'least' | 'most',
): readonly Problem[] {
  const { declared } = reading
  const [formula] = formulasOf(draft)
  if (key === 'share' || declared?.kind !== 'number' || formula === undefined) return []
  const read = draft.name
  const { unit, scale: places } = declared
  if (formula.unit !== unit)
    return [
      payProblem('other-unit', path, { ...named(reading), read, found: unit, unit: formula.unit }),
    ]
  return places < formula.scale
    ? [
        payProblem('coarser-reader', path, {
          ...named(reading),
          read,
          places,
          scale: formula.scale,
        }),
      ]
    : []
}

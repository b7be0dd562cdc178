import { isIsoDate } from '../calendar/index.js'
import type { Formula } from '../formula/index.js'
import { at, type Problem } from '../problem/index.js'
import { payProblem } from '../words/index.js'
import { pastProblems } from './link-checks.js'
import { type Checking, readingsOf, rhythmOf } from './link-context.js'
import { payProblems } from './link-pays.js'
import { sourceProblems } from './link-sources.js'
import { stretchProblems } from './link-stretch.js'
import { type Draft, type DraftVersion, formulasOf } from './link-versions.js'
import { whereProblems } from './link-where.js'
import { periodHolding } from './rhythms.js'

/** What is wrong with a component, in each of its versions. */
export function draftProblems(checking: Checking, draft: Draft): readonly Problem[] {
  return draft.versions.flatMap((version, i) => [
    ...beginProblems(checking, version, at(draft.path, i)),
    ...inputProblems(version),
    ...readingsOf(checking, version).flatMap(sourceProblems),
    ...rowProblems(checking, version),
    ...whereProblems(version.component, version.path),
    ...stretchProblems(version),
    ...payProblems(checking, version),
    ...resultProblems(draft, version),
  ])
}

/** Each input has one source, and each source an input. */
function inputProblems({ component, formula, path, readings }: DraftVersion): readonly Problem[] {
  const { component: name, reads } = component
  const place = at(path, 'reads')
  const known = Object.keys(reads)
  const inputs = readings.map((reading) => reading.name)
  const isInput = new Set(inputs)
  return [
    ...inputs
      .filter((input) => !Object.hasOwn(reads, input))
      .map((input) => payProblem('no-source', place, { component: name, input, known })),
    // Of a formula that has a problem, not every input is known.
    ...known
      .filter((input) => formula !== undefined && !isInput.has(input))
      .map((input) =>
        payProblem('no-input', at(place, input), { component: name, input, known: inputs }),
      ),
  ]
}

/** What a component is worked out for: a period of a rhythm, or each of some records. */
function rowProblems({ rhythms }: Checking, { component, path }: DraftVersion): readonly Problem[] {
  const { component: name, each, period: rhythm } = component
  const known = Object.keys(rhythms)
  return [
    ...(rhythm === undefined || known.includes(rhythm)
      ? []
      : [payProblem('unknown-rhythm', at(path, 'period'), { found: rhythm, known })]),
    ...(typeof each === 'object'
      ? pastProblems(
          { component: name, input: each.record },
          at(at(path, 'each'), 'over'),
          each.over,
        )
      : []),
  ]
}

/** A version applies to whole periods, unless the row is cut where one ends and the next begins. */
function beginProblems(
  checking: Checking,
  { component, version: { from } }: DraftVersion,
  path: string,
): readonly Problem[] {
  const name = rhythmOf(checking, component)
  // What is no day, no rhythm or no calendar is told where it stands.
  if (component.each === 'stretch' || !isIsoDate(from)) return []
  const rhythm = checking.rhythms[name]
  const period = rhythm && periodHolding(from, rhythm)
  if (period === undefined || period.from === from) return []
  const { from: first, to: last } = period
  const values = { component: component.component, from, period: period.name, first, last }
  return [payProblem('mid-period', at(path, 'from'), values)]
}

/** All versions come to numbers of one unit and one scale, so that what reads them reads any. */
function resultProblems(draft: Draft, { formula, path }: DraftVersion): readonly Problem[] {
  const [first] = formulasOf(draft) as readonly [Formula?]
  if (first === undefined || formula === undefined) return []
  const component = draft.name
  return (['unit', 'scale'] as const)
    .filter((what) => formula[what] !== first[what])
    .map((what) => payProblem('versions-differ', at(path, 'formula'), { component, what }))
}

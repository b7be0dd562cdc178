import { endsBeforeStart } from '../calendar/internal.js'
import { isDays, isTexts } from '../credit/where.js'
import { at, type Problem } from '../problem/index.js'
import { isProblem, readDecimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { Bounds, Component, Days, Where } from './component.js'

/** What is wrong with the conditions of a component: its own, and those of its sources. */
export function whereProblems(component: Component, path: string): readonly Problem[] {
  return wheresOf(component, path).flatMap(({ where, path: place }) =>
    Object.entries(where).flatMap(([name, asked]) =>
      isTexts(asked)
        ? asked.length > 0
          ? []
          : [payProblem('empty-where', at(place, name), { component: component.component, name })]
        : boundProblems(component.component, name, asked, at(place, name)),
    ),
  )
}

function boundProblems(
  component: string,
  name: string,
  bounds: Bounds | Days,
  path: string,
): readonly Problem[] {
  if (isDays(bounds)) return dayProblems(bounds, path)
  const written = Object.entries(bounds).filter(([, bound]) => bound !== undefined)
  if (written.length === 0) return [payProblem('empty-where', path, { component, name })]
  return written.flatMap(([key, bound]) => {
    const read = readDecimal(bound, at(path, key))
    return isProblem(read) ? [read] : []
  })
}

function dayProblems({ from, to }: Days, path: string): readonly Problem[] {
  return from !== undefined && to !== undefined && to < from
    ? [endsBeforeStart(at(path, 'to'), from, to)]
    : []
}

/** Conditions on attributes, or on members of a table's records. */
export interface Asked {
  readonly where: Where
  readonly path: string
  /** The table whose records are asked; of attributes none. */
  readonly table?: string
}

/** Every condition that a component has. */
export function wheresOf({ eligible, each, reads }: Component, path: string): readonly Asked[] {
  const found: Asked[] = []
  const add = (where: Where | undefined, place: string, table?: string) => {
    if (where !== undefined)
      found.push({ where, path: place, ...(table !== undefined && { table }) })
  }
  add(eligible?.where, at(at(path, 'eligible'), 'where'))
  const table = typeof each === 'object' ? each.record : undefined
  if (typeof each === 'object') add(each.where, at(at(path, 'each'), 'where'), table)
  for (const [input, source] of Object.entries(reads)) {
    const place = at(at(path, 'reads'), input)
    if (source.from === 'records') add(source.where, at(place, 'where'), source.of)
    if (source.from === 'component') add(source.among?.where, at(at(place, 'among'), 'where'))
    if (source.from === 'time' && 'since' in source)
      for (const [key, day] of [
        ['since', source.since],
        ['until', source.until],
      ] as const)
        if (typeof day === 'object' && !('end' in day) && table !== undefined)
          for (const [end, where] of Object.entries(day) as [string, Where][])
            add(where, at(at(place, key), end), table)
  }
  return found
}

import { at, type Problem } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { Component, Since, Source } from './component.js'
import { type Checking, type Reading, readingsOf } from './link-context.js'
import { isTexts, wheresOf } from './link-where.js'

/** What a name is taken for: a number of a unit and a scale, any number, a text, or a day. */
export type Taken = { readonly unit: Unit; readonly scale: number } | 'number' | 'text' | 'day'

/** A use of an attribute, a figure, or a member of the records of a table. */
interface Use {
  readonly kind: 'attribute' | 'figure' | 'member'
  readonly name: string
  /** Of a member. */
  readonly table?: string
  readonly taken: Taken
  readonly component: string
  readonly path: string
}

/** One name, one meaning: whoever reads an attribute, a figure or a member takes it for the same. */
export function nameProblems(checking: Checking): readonly Problem[] {
  const first = new Map<string, Use>()
  const problems: Problem[] = []
  for (const use of usesIn(checking)) {
    const { kind, name, table = '', taken, component, path } = use
    const key = `${kind} ${table} ${name}`
    const known = first.get(key)
    if (known === undefined || (known.taken === 'number' && typeof taken === 'object'))
      first.set(key, use)
    if (known !== undefined && isApart(known.taken, taken))
      problems.push(
        payProblem('declared-apart', path, {
          component,
          kind,
          name,
          taken,
          other: known.component,
          otherwise: known.taken,
        }),
      )
  }
  return problems
}

function isApart(known: Taken, taken: Taken): boolean {
  if (typeof known === 'object' && typeof taken === 'object')
    return known.unit !== taken.unit || known.scale !== taken.scale
  const isNumber = (one: Taken) => typeof one === 'object' || one === 'number'
  return isNumber(known) !== isNumber(taken)
}

function usesIn(checking: Checking): readonly Use[] {
  return [...checking.drafts.values()].flatMap(({ versions }) =>
    versions.flatMap((version) => [
      ...readingsOf(checking, version).flatMap(usesOf),
      ...boundsIn(version.component, version.path),
      ...scopeUse(version.component, version.path),
    ]),
  )
}

type Add = Pick<Use, 'kind' | 'name' | 'taken'> & { readonly table?: string }

/** What a source takes its names for. */
function usesOf(reading: Reading): readonly Use[] {
  const { component, path } = reading
  return namesOf(reading).map((use) => ({ ...use, component: component.component, path }))
}

function namesOf({ component, declared, source }: Reading): readonly Add[] {
  const taken: Taken | undefined =
    declared === undefined
      ? undefined
      : declared.kind === 'category'
        ? 'text'
        : { unit: declared.unit, scale: declared.scale }
  return [
    ...timesOf(component, source),
    ...(taken === undefined ? [] : valueName(component, source, taken)),
  ]
}

/** The name whose value the input holds. */
function valueName({ each }: Component, source: Source, taken: Taken): readonly Add[] {
  switch (source.from) {
    case 'attribute':
      return [{ kind: 'attribute', name: source.name, taken }]
    case 'figure':
      return source.is === 'given' ? [] : [{ kind: 'figure', name: source.name, taken }]
    case 'record':
      return typeof each === 'object'
        ? [{ kind: 'member', table: each.record, name: source.name, taken }]
        : []
    case 'records': {
      const { of: table, as, value: name } = source
      return name === undefined || as === 'count' || as === 'distinct'
        ? []
        : [{ kind: 'member', table, name, taken }]
    }
    case 'time':
    case 'component':
      return []
  }
}

/** The attributes that say a day, a basis or a group. */
function timesOf({ each }: Component, source: Source): readonly Add[] {
  const attribute = (name: string, taken: Taken): Add => ({ kind: 'attribute', name, taken })
  const since = (from: Since) => (typeof from === 'object' ? [attribute(from.date, 'day')] : [])
  const over = 'over' in source ? source.over : undefined
  const found = typeof over === 'object' && 'since' in over ? since(over.since) : []
  if (source.from === 'component') {
    const { group } = source.among ?? {}
    if (typeof group !== 'object') return found
    return [...found, attribute('by' in group ? group.by : group.below, 'text')]
  }
  if (source.from !== 'time') return found
  if ('since' in source)
    // Of a record it may be a member too.
    return typeof each === 'object'
      ? found
      : [source.since, source.until].flatMap((day) =>
          typeof day === 'string' ? [attribute(day, 'day')] : [],
        )
  const basis = 'basis' in source ? source.basis : undefined
  return typeof basis === 'object' ? [...found, attribute(basis.attribute, 'text')] : found
}

function boundsIn(component: Component, path: string): readonly Use[] {
  return wheresOf(component, path).flatMap(({ where, path: place, table }) =>
    Object.entries(where).flatMap(([name, asked]): readonly Use[] =>
      isTexts(asked)
        ? []
        : [
            {
              kind: table === undefined ? 'attribute' : 'member',
              name,
              ...(table !== undefined && { table }),
              taken: 'number',
              component: component.component,
              path: at(place, name),
            },
          ],
    ),
  )
}

function scopeUse({ component, of }: Component, path: string): readonly Use[] {
  return typeof of === 'object'
    ? [{ kind: 'attribute', name: of.by, taken: 'text', component, path: at(path, 'of') }]
    : []
}

import { isDays, isTexts } from '../credit/where.js'
import { at } from '../problem/index.js'
import type { Component, Over, Source, Where } from './component.js'
import { wheresOf } from './link-where.js'

/** An attribute, a figure or a member that a component names, and what for. */
export interface RawRead {
  readonly kind: 'attribute' | 'figure' | 'member'
  readonly name: string
  /** Of a member; of an attribute, the table whose records may have a member of the name instead. */
  readonly table?: string
  /** `value` of an input; otherwise how many there are, a day, the text of a group, or a condition. */
  readonly role: 'value' | 'counted' | 'day' | 'text' | 'texts' | 'bounds'
  /** The rhythm of a figure's period, where it is not the component's own. */
  readonly rhythm?: string
  /** The input that it is for; of conditions and scopes none. */
  readonly input?: string
  readonly path: string
}

/** Everything outside components that a component names. */
export function rawReads(component: Component, path: string): readonly RawRead[] {
  const { of, reads } = component
  const own = typeof of === 'object' ? [attribute(of.by, 'text')] : []
  return [
    ...own.map((read) => ({ ...read, path: at(path, 'of') })),
    ...conditions(component, path),
    ...Object.entries(reads).flatMap(([input, source]) => {
      const place = at(at(path, 'reads'), input)
      const found = [
        ...valueOfSource(component, source),
        ...placesOf(component, source),
        ...conversionOf(component, source),
      ]
      return found.map((read) => ({
        ...read,
        input,
        path: place,
      }))
    }),
    ...whyOf(component).map((read) => ({ ...read, path: at(at(path, 'each'), 'why') })),
    ...sinceOf(typeof component.each === 'object' ? component.each.over : undefined).map(
      (read) => ({ ...read, path: at(at(path, 'each'), 'over') }),
    ),
  ]
}

/** The names of attributes, figures and members that a component reads, asks for, or groups by. */
export function namesRead(component: Component): readonly string[] {
  const { each } = component
  const by = typeof each === 'object' ? each.by : undefined
  const names = rawReads(component, '').map(({ name }) => name)
  return [...new Set(by === undefined ? names : [...names, by])]
}

/** The tables whose records a component reads, each once. */
export function tablesOf({ each, reads }: Component): readonly string[] {
  const tables = Object.values(reads).flatMap((source) =>
    source.from === 'records' ? [source.of] : [],
  )
  return [...new Set([...(typeof each === 'object' ? [each.record] : []), ...tables])]
}

type Bare = Omit<RawRead, 'path' | 'input'>

function attribute(name: string, role: RawRead['role'], table?: string): Bare {
  return { kind: 'attribute', name, role, ...(table !== undefined && { table }) }
}

function member(table: string, name: string, role: RawRead['role']): Bare {
  return { kind: 'member', table, name, role }
}

/** The member that says why a record pays. */
function whyOf({ each }: Component): readonly Bare[] {
  if (typeof each !== 'object' || each.why === undefined) return []
  return [member(each.record, each.why, 'text')]
}

/** What the input's value is taken from. */
function valueOfSource({ each }: Component, source: Source): readonly Bare[] {
  switch (source.from) {
    case 'attribute':
      return [attribute(source.name, 'value')]
    case 'figure': {
      const { name, period: rhythm, is } = source
      const role = is === 'given' ? 'counted' : 'value'
      return [{ kind: 'figure', name, role, ...(rhythm !== undefined && { rhythm }) }]
    }
    case 'record':
      return typeof each === 'object' ? [member(each.record, source.name, 'value')] : []
    case 'records': {
      const { of, as, value, same = [] } = source
      const role = as === 'count' || as === 'distinct' ? 'counted' : 'value'
      return [
        ...(value === undefined ? [] : [member(of, value, role)]),
        ...same.map((name) => member(of, name, 'texts')),
      ]
    }
    case 'time':
    case 'component':
      return []
  }
}

/** The attributes that say a day, a basis or a group for a source. */
function placesOf({ each }: Component, source: Source): readonly Bare[] {
  const found = 'over' in source ? sinceOf(source.over) : []
  if (source.from === 'component') {
    const { among, same = [] } = source
    const alike =
      typeof each === 'object' ? same.map((name) => member(each.record, name, 'texts')) : []
    const group = among?.group
    return typeof group === 'object'
      ? [...found, ...alike, attribute('by' in group ? group.by : group.below, 'text')]
      : [...found, ...alike]
  }
  if (source.from !== 'time') return found
  const basis = 'basis' in source ? source.basis : undefined
  if (typeof basis === 'object') return [...found, attribute(basis.attribute, 'text')]
  const table = typeof each === 'object' ? each.record : undefined
  const days = 'since' in source ? [source.since, source.until] : []
  return [
    ...found,
    ...days.flatMap((day) => (typeof day === 'string' ? [attribute(day, 'day', table)] : [])),
  ]
}

/** The rate of a conversion, or what names the currency: of records a member. */
function conversionOf({ each }: Component, source: Source): readonly Bare[] {
  const convert = 'convert' in source ? source.convert : undefined
  if (convert === undefined) return []
  const { from, rates } = convert
  if (typeof from === 'string') return [attribute(`${rates}.${from}`, 'texts')]
  if (source.from === 'records') return [member(source.of, from.by, 'texts')]
  return source.from === 'record' && typeof each === 'object'
    ? [member(each.record, from.by, 'texts')]
    : [attribute(from.by, 'texts')]
}

function sinceOf(over: Over | undefined): readonly Bare[] {
  return typeof over === 'object' && 'since' in over && typeof over.since === 'object'
    ? [attribute(over.since.date, 'day')]
    : []
}

/** What a condition takes a name for. */
function roleOf(asked: Where[string]): RawRead['role'] {
  if (isTexts(asked)) return 'texts'
  return isDays(asked) ? 'day' : 'bounds'
}

function conditions(component: Component, path: string): readonly RawRead[] {
  return wheresOf(component, path).flatMap(({ where, path: place, table }) =>
    Object.entries(where).map(([name, asked]) => ({
      ...(table === undefined
        ? attribute(name, roleOf(asked))
        : member(table, name, roleOf(asked))),
      path: at(place, name),
    })),
  )
}

import fc from 'fast-check'
import { isDays, isTexts } from '../../credit/where.js'
import type { Formula, InputDeclaration } from '../../formula/index.js'
import type { Component, PayBook, Source } from '../../pay/index.js'
import { type RawRead, rawReads, wheresOf } from '../../pay/internal.js'
import { amountsNear, inputsOf } from '../arbitraries/figures.js'

/** What may be drawn for one attribute, figure or member that a book reads. */
export interface Wanted {
  readonly kind: RawRead['kind']
  readonly name: string
  /** The table of a member, the rhythm of a figure. */
  readonly within: string
  /** A number or a text; `day`: a date; `above`: a person; `rate`: what one unit of a currency is worth. */
  readonly is: 'value' | 'day' | 'above' | 'rate'
  /** Draws a number or a text. */
  readonly value: fc.Arbitrary<string>
  /** The texts that tell rows apart, such as departments. */
  readonly texts: readonly string[]
  /** For whose numbers it is read. */
  readonly readers: ReadonlySet<'person' | 'assignment' | 'company' | 'group'>
}

/** All that a book reads of data. */
export interface WantedData {
  readonly attributes: readonly Wanted[]
  readonly figures: readonly Wanted[]
  /** The members of each table of records. */
  readonly tables: ReadonlyMap<string, readonly Wanted[]>
  /** The attributes by which there are groups. */
  readonly groups: readonly string[]
  /** The kinds of absence that are told apart. */
  readonly absences: readonly string[]
  /** Whether anything is worked out for each post. */
  readonly posts: boolean
}

/** What is gathered of a name, from every component that reads it. */
interface Found {
  readonly kind: RawRead['kind']
  readonly name: string
  readonly within: string
  is: Wanted['is']
  readonly values: fc.Arbitrary<string>[]
  readonly texts: Set<string>
  readonly bounds: string[]
  scale: number
  readonly readers: Set<'person' | 'assignment' | 'company' | 'group'>
}

/** Values of what only has to be alike or not. */
const someTexts = ['north', 'south']

/** Gathers what the components of a book read: numbers near the bounds of the formulas that read them. */
export function wantedBy(book: PayBook): WantedData {
  const found = new Map<string, Found>()
  const groups = new Set<string>()
  const absences = new Set<string>(['leave'])
  const tables = new Set<string>()
  const all = [...book.components.values()]
  for (const { of, rhythm, versions } of all)
    for (const { component, formula } of versions) {
      const noted = (kind: RawRead['kind'], name: string, within = '') => {
        const key = JSON.stringify([kind, within, name])
        const known = found.get(key) ?? newlyFound(kind, name, within)
        known.readers.add(typeof of === 'object' ? 'group' : of)
        found.set(key, known)
        return known
      }
      const inputs = inputsOf(formula)
      for (const read of rawReads(component, '')) {
        const { kind, name, table, rhythm: of = rhythm } = read
        const within = kind === 'figure' ? of : kind === 'member' ? (table as string) : ''
        note(noted(kind, name, within), read, component, book, { formula, inputs })
      }
      for (const { where, table } of wheresOf(component, ''))
        for (const [name, asked] of Object.entries(where)) {
          const own = noted(table === undefined ? 'attribute' : 'member', name, table)
          if (isTexts(asked)) for (const text of [...asked, 'other']) own.texts.add(text)
          else if (!isDays(asked))
            own.bounds.push(...Object.values(asked).filter((bound) => bound !== undefined))
        }
      for (const by of groupsOf(component)) groups.add(by)
      if (typeof component.each === 'object') {
        tables.add(component.each.record)
        if (component.each.by !== undefined)
          for (const text of someTexts)
            noted('member', component.each.by, component.each.record).texts.add(text)
      }
      for (const source of Object.values(component.reads)) {
        if (source.from === 'records') tables.add(source.of)
        if ('convert' in source && typeof source.convert?.from === 'object')
          noted('attribute', `${source.convert.rates}.${foreignTo(book.definition.currency)}`).is =
            'rate'
        const { kinds = [] } = source as { readonly kinds?: readonly string[] }
        for (const kind of kinds) absences.add(kind)
      }
    }
  const wanted = [...found.values()].map(asWanted)
  return {
    attributes: wanted.filter(({ kind }) => kind === 'attribute'),
    figures: wanted.filter(({ kind }) => kind === 'figure'),
    tables: new Map(
      [...tables].map((table) => [
        table,
        wanted.filter(({ kind, within }) => kind === 'member' && within === table),
      ]),
    ),
    groups: [...groups],
    absences: [...absences],
    posts: all.some(({ of }) => of === 'assignment'),
  }
}

function newlyFound(kind: RawRead['kind'], name: string, within: string): Found {
  const values: fc.Arbitrary<string>[] = []
  const found = { kind, name, within, values, is: 'value' as const, scale: 2 }
  return { ...found, texts: new Set(), bounds: [], readers: new Set() }
}

/** The attributes by which a component, or what it reads, has groups. */
export function groupsOf({ of, reads }: Component): readonly string[] {
  const scopes = Object.values(reads).map((source) =>
    source.from === 'component' ? source.among?.group : undefined,
  )
  return [of, ...scopes].flatMap((scope) =>
    typeof scope === 'object' && 'by' in scope ? [scope.by] : [],
  )
}

interface Read {
  readonly formula: Formula
  readonly inputs: Readonly<Record<string, fc.Arbitrary<string>>>
}

/** Notes what one read takes a name for. */
function note(
  found: Found,
  { role, name, input }: RawRead,
  component: Component,
  { definition }: PayBook,
  { formula, inputs }: Read,
): void {
  const source = input === undefined ? undefined : component.reads[input]
  const text = (texts: readonly string[]) => {
    for (const each of texts) found.texts.add(each)
  }
  switch (role) {
    case 'value': {
      const declared = formula.inputs[input as string] as InputDeclaration
      if (declared.kind === 'number') {
        const { scale } = declared
        found.scale = scale
        const value = inputs[input as string] as fc.Arbitrary<string>
        found.values.push(
          declared.above === undefined && !isBounded(source) ? signed(found.kind, value) : value,
        )
      } else {
        text([...declared.cases, ...(declared.open ? ['any other'] : [])])
      }
      return
    }
    case 'counted':
      if (found.kind === 'figure') found.values.push(fc.constant('1'))
      else text(someTexts)
      return
    case 'day':
      found.is = 'day'
      return
    case 'text':
      if (source?.from === 'time') text(Object.keys({ ...definition.basis }))
      else if (source?.from === 'component' && isBelow(source, name)) found.is = 'above'
      else text(someTexts)
      return
    case 'texts':
      // Of a condition, what it asks for is read there.
      if (source === undefined) return
      if (isConversion(source, name)) {
        found.is = 'rate'
        return
      }
      if (isForeign(source, name)) {
        text([definition.currency, foreignTo(definition.currency)])
        return
      }
      text(someTexts)
      return
    case 'bounds':
      return
  }
}

/** Whether an attribute is the rate by which a source is converted. */
function isConversion(source: Source, name: string): boolean {
  const convert = 'convert' in source ? source.convert : undefined
  return convert !== undefined && name === `${convert.rates}.${convert.from}`
}

/** Whether a name holds the currency of what a source reads. */
function isForeign(source: Source, name: string): boolean {
  const from = 'convert' in source ? source.convert?.from : undefined
  return typeof from === 'object' && from.by === name
}

/** A currency beside that of the book. */
const foreignTo = (currency: string) => (currency === 'USD' ? 'EUR' : 'USD')

function isBelow(source: Source & { readonly from: 'component' }, name: string): boolean {
  const group = source.among?.group
  return typeof group === 'object' && 'below' in group && group.below === name
}

/** Whether less than some number is refused. */
function isBounded(source: Source | undefined): boolean {
  return source !== undefined && 'least' in source && source.least !== undefined
}

/** Numbers of happenings and figures may be below nothing: refunds, losses. */
function signed(kind: RawRead['kind'], value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (kind === 'attribute') return value
  const weight = kind === 'member' ? 3 : 9
  return fc.oneof(
    { weight, arbitrary: value },
    { weight: 1, arbitrary: value.map((each) => (/[1-9]/.test(each) ? `-${each}` : each)) },
  )
}

function asWanted({ values, texts, bounds, scale, ...found }: Found): Wanted {
  const numbers = bounds.length === 0 ? values : [...values, amountsNear(bounds, scale)]
  const words = texts.size === 0 ? someTexts : [...texts]
  return {
    ...found,
    texts: numbers.length > 0 ? [] : words,
    value: numbers.length > 0 ? fc.oneof(...numbers) : fc.constantFrom(...words),
  }
}

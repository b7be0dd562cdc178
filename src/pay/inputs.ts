import { add, check, type Expression } from '../formula/index.js'
import type { Label } from '../problem/index.js'
import { type Currency, minorUnits, money } from '../quantity/index.js'
import { component } from './build.js'
import type { Component, DaysSource, Source } from './component.js'
import { amount, tagged } from './read.js'
import type { Writing } from './writing.js'

/**
 * Where the inputs of a formula come from: as `reads` says; else figures by their names, and attributes
 * where they are texts.
 */
export function sourcesOf(
  formula: Expression,
  reads: Readonly<Record<string, Source>> = {},
): Readonly<Record<string, Source>> {
  return Object.fromEntries(
    Object.entries(check(formula).inputs).map(([name, { kind }]): [string, Source] => {
      if (Object.hasOwn(reads, name)) return [name, reads[name] as Source]
      return [name, { from: kind === 'number' ? 'figure' : 'attribute', name }]
    }),
  )
}

/** A formula that is paid, and where its inputs come from. */
export interface Paid {
  readonly formula: Expression
  /** What the policy says that it comes from. */
  readonly policy: { readonly label?: Label | undefined; readonly clause?: string | undefined }
  /** Where inputs come from unless `reads` says otherwise; all others are figures and attributes by their names. */
  readonly own: Readonly<Record<string, Source>>
  readonly reads?: Readonly<Record<string, Source>> | undefined
  /** Inputs of which `reads` must say where they come from. */
  readonly unsaid?: readonly string[]
}

/** A formula as a component of the person that is due, called like its policy. */
export function dueComponent(
  { formula, policy: { label, clause }, own, reads = {}, unsaid = [] }: Paid,
  { id, eligible, retro }: Writing,
): Component {
  const said = { pays: 'due', label, clause, eligible, retro } as const
  const usual = Object.entries(sourcesOf(formula, own)).filter(([name]) => !unsaid.includes(name))
  return component(id, { ...said, reads: { ...Object.fromEntries(usual), ...reads } }, formula)
}

/**
 * How the days of a policy are counted: by a basis of the book, or that which an attribute names, absences
 * of some kinds alone taken off.
 */
export interface CountedBy {
  readonly kinds?: readonly string[] | undefined
  readonly basis?: DaysSource['basis']
}

/** The paid days of a period over all of them, as `prorated` reads them, by the days of a policy. */
export function prorationSources({ kinds, basis }: CountedBy): Readonly<Record<string, Source>> {
  const days = {
    from: 'time',
    ...(kinds !== undefined && { kinds }),
    ...(basis !== undefined && { basis }),
  } as const
  return {
    'proration.numerator': { ...days, count: 'part' },
    'proration.denominator': { ...days, count: 'whole' },
  }
}

/** The components that count: by their names, or all that have a tag, or each of several tags. */
export type Parts = readonly string[] | { readonly tag: string | readonly string[] }

/** What components come to together, in money with the places of the currency. */
export function sumOfParts(
  of: Parts,
  currency: Currency,
  saying: Parameters<typeof amount>[3],
): Expression {
  const as = [money(currency), minorUnits(currency)] as const
  return sumOf(
    'tag' in of
      ? [of.tag].flat().map((tag) => tagged(tag, ...as, saying))
      : of.map((name) => amount(name, ...as, saying)),
  )
}

/** The sum of some formulas; of a single one itself. */
export function sumOf(parts: readonly Expression[]): Expression {
  return parts.length === 1 ? (parts[0] as Expression) : add(...parts)
}

import type { IsoDate } from '../../../src/calendar/index.js'
import type {
  CreditRule,
  DealBounds,
  DealWhere,
  RuledCredit,
  TouchedCredit,
} from '../../../src/credit/crediting.js'
import type { AmountEvent } from '../../../src/credit/event.js'
import type { Owner } from '../../../src/credit/tables.js'
import {
  compareFractions,
  type Fraction,
  fraction,
  over,
  plus,
  times,
} from '../../../src/quantity/internal.js'
import type { Deal } from './deals.js'
import { exactly, isNumber, one, zero } from './exact.js'
import { figureOf, worth } from './measures.js'
import { touchShares } from './touched.js'
import { attributeOf, type Company, compare, heldBy, ownerTold } from './world.js'

/** Who has a claim, and how much of the whole. */
export type Shares = ReadonlyMap<string, Fraction>

/** What a share is of: a whole deal, or a document of it. */
export interface Whole {
  readonly deal: Deal
  /** The root, or the document. */
  readonly begins: AmountEvent
  readonly isDocument: boolean
}

export function textOf({ deal, begins, isDocument }: Whole, name: string): string | undefined {
  if (isDocument && name.startsWith('own.')) return attributeOf(begins, name.slice(4))
  return attributeOf(deal.root, name)
}

function numberOf(company: Company, whole: Whole, name: string): Fraction | undefined {
  const { crediting, world } = company
  const { root } = whole.deal
  const rateOf = (event: AmountEvent) => {
    const rate = worth(crediting, world.rates, event, root)
    // Without a rate the company is refused, whatever this comes to.
    return typeof rate === 'string' ? zero : rate
  }
  if (name === 'amount') return times(exactly(whole.begins.amount), rateOf(whole.begins))
  if (Object.hasOwn(crediting.figures ?? {}, name))
    return figureOf(crediting, root, name, rateOf(root))
  const text = textOf(whole, name)
  return text !== undefined && isNumber(text) ? exactly(text) : undefined
}

export function keeps(company: Company, whole: Whole, where: DealWhere = {}): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    if (isTexts(wanted)) return wanted.includes(textOf(whole, name) ?? '\0')
    const value = numberOf(company, whole, name)
    const { of, atLeast, above, atMost, below }: DealBounds = wanted
    const base = of === undefined ? one : numberOf(company, whole, of)
    if (value === undefined || base === undefined) return false
    const isBeside = (bound: string | undefined, holds: (order: number) => boolean) =>
      bound === undefined || holds(compareFractions(value, times(exactly(bound), base)))
    return (
      isBeside(atLeast, (order) => order >= 0) &&
      isBeside(above, (order) => order > 0) &&
      isBeside(atMost, (order) => order <= 0) &&
      isBeside(below, (order) => order < 0)
    )
  })
}

function isTexts(wanted: readonly string[] | DealBounds): wanted is readonly string[] {
  return Array.isArray(wanted)
}

/** Who has a claim on a whole by what is known on a day, before a house account is asked. */
export function claimsOn(
  company: Company,
  kind: RuledCredit | TouchedCredit,
  whole: Whole,
  known: IsoDate,
): Shares {
  if ('touches' in kind) {
    if (!keeps(company, whole, kind.where)) return new Map()
    const key = textOf(whole, kind.touches.by)
    return touchShares(kind.touches, company.world.touches, key, whole.begins, known)
  }
  const rule = ruleFor(company, kind, whole)
  const person = rule?.owner === undefined ? undefined : textOf(whole, rule.owner)
  if (person !== undefined) return new Map([[person, one]])
  const own = ownersBy(company, rule, whole, known)
  const weights = own.reduce((sum, { weight = '0' }) => sum + BigInt(weight), 0n)
  return together(
    own.map(({ person, share = '1', weight }) => [
      person,
      weight === undefined ? exactly(share) : over(exactly(weight), fraction(weights)),
    ]),
  )
}

/** Whether some of the owners of a whole have a share and some a weight. */
export function isMixed(
  company: Company,
  kind: RuledCredit | TouchedCredit,
  whole: Whole,
  known: IsoDate,
): boolean {
  if ('touches' in kind) return false
  const own = ownersBy(company, ruleFor(company, kind, whole), whole, known)
  return new Set(own.map(({ weight }) => weight === undefined)).size > 1
}

function ruleFor(company: Company, kind: RuledCredit, whole: Whole): CreditRule | undefined {
  const day = whole.begins.on
  return kind.rules.find(
    ({ where, from, to }) =>
      (from === undefined || compare(from, day) <= 0) &&
      (to === undefined || compare(day, to) <= 0) &&
      keeps(company, whole, where),
  )
}

function ownersBy(
  company: Company,
  rule: CreditRule | undefined,
  whole: Whole,
  known: IsoDate,
): readonly Owner[] {
  const day = whole.begins.on
  const value = rule?.by === undefined ? undefined : textOf(whole, rule.by)
  if (rule === undefined || value === undefined) return []
  const rows =
    typeof rule.owners === 'string'
      ? (company.world.owners[rule.owners] ?? [])
      : (rule.owners ?? [])
  const key = ({ of, person, from = '' }: Owner) => [of, person, from]
  return heldBy(rows, known, key, ownerTold).filter(
    ({ of, from, to }) =>
      of === value &&
      (from === undefined || compare(from, day) <= 0) &&
      (to === undefined || compare(day, to) <= 0),
  )
}

/** The shares of each person, added up. */
export function together(parts: readonly (readonly [string, Fraction])[]): Shares {
  const shares = new Map<string, Fraction>()
  for (const [person, share] of parts) shares.set(person, plus(shares.get(person) ?? zero, share))
  return new Map([...shares].filter(([, { numerator }]) => numerator > 0n))
}

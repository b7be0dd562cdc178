import type { IsoDate } from '../calendar/index.js'
import { covers } from '../calendar/internal.js'
import { at, type Problem } from '../problem/index.js'
import { remembered } from '../problem/remembered.js'
import { fraction, plus } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import type { RuledCredit, TouchedCredit } from './crediting.js'
import { type Claims, claimsOf, shareOf, unclear } from './share.js'
import type { Owner, Touch } from './tables.js'
import { touchClaims } from './touches.js'
import { holds, textOf, type Unit } from './unit.js'
import { nextAfter, type Versions, versionsBy } from './versions.js'

/** Who has a unit by what is known on a day, and when something is told late that may change it. */
export interface ClaimsFinder {
  /** Whether the kind of credit is about a unit at all. */
  readonly concerns: (unit: Unit) => boolean
  readonly on: (unit: Unit, known: IsoDate) => Claims
  readonly nextNews: (unit: Unit, after: IsoDate) => IsoDate | undefined
}

const nobody: Claims = { claims: [], whole: 1n }

function allOf(person: string): Claims {
  return { claims: [{ person, part: 1n }], whole: 1n }
}

/** Finds claims by rules, of which the first that matches holds. */
export function byRules(
  kind: RuledCredit,
  tables: Readonly<Record<string, readonly Owner[]>>,
  path: string,
  problems: Problem[],
): ClaimsFinder {
  const allOfPerson = remembered(allOf)
  const rules = kind.rules.map((rule, i) => ({
    rule,
    owners:
      rule.owners === undefined
        ? undefined
        : ownersBy(rule.owners, tables, at(at(path, 'rules'), i), problems),
  }))
  const ruleFor = (unit: Unit) =>
    rules.find(({ rule }) => covers(rule, unit.head.on) && holds(rule.where, unit))
  return {
    concerns: () => true,
    on: (unit, known) => {
      const found = ruleFor(unit)
      if (found === undefined) return nobody
      const { rule, owners } = found
      const value = textOf(unit, (rule.owner ?? rule.by) as string)
      if (value === undefined) return nobody
      return owners === undefined ? allOfPerson(value) : owners.on(value, unit.head.on, known)
    },
    nextNews: (unit, after) => {
      const found = ruleFor(unit)
      const value = found?.owners && textOf(unit, found.rule.by as string)
      return value === undefined ? undefined : found?.owners?.nextNews(value, after)
    },
  }
}

interface Owners {
  readonly on: (value: string, day: IsoDate, known: IsoDate) => Claims
  readonly nextNews: (value: string, after: IsoDate) => IsoDate | undefined
}

function ownersBy(
  owners: readonly Owner[] | string,
  tables: Readonly<Record<string, readonly Owner[]>>,
  path: string,
  problems: Problem[],
): Owners {
  const [rows, place] =
    typeof owners === 'string'
      ? [tables[owners] as readonly Owner[], at('owners', owners)]
      : [owners, at(path, 'owners')]
  const told = versionsBy(
    rows,
    ({ of }) => of,
    ({ person, from = '' }) => `${from} ${person}`,
    ({ from = '' }) => from,
  )
  const sharesOf = remembered((own: readonly Owner[]) =>
    remembered((day: IsoDate) => sharesOn(own, day, place, problems)),
  )
  return {
    on: (value, day, known) => {
      const own = told(value)?.knownBy(known)
      return own === undefined ? nobody : sharesOf(own)(day)
    },
    nextNews: (value, after) => nextAfter(told(value)?.late ?? [], after),
  }
}

function sharesOn(rows: readonly Owner[], day: IsoDate, path: string, problems: Problem[]): Claims {
  const own = rows.filter((row) => covers(row, day))
  const weighed = own.filter(({ weight }) => weight !== undefined)
  if (weighed.length > 0 && weighed.length < own.length) {
    const { of } = own[0] as Owner
    problems.push(creditProblem('mixed-shares', path, { of, day }))
    return unclear
  }
  const shares = new Map<string, ReturnType<typeof shareOf>>()
  for (const { person, share = '1', weight } of own) {
    const part = weight === undefined ? shareOf(share) : fraction(BigInt(weight))
    const before = shares.get(person)
    shares.set(person, before === undefined ? part : plus(before, part))
  }
  return claimsOf(shares, weighed.length > 0)
}

/** Finds claims by the touches of the customer before the deal. */
export function byTouches(kind: TouchedCredit, touches: readonly Touch[]): ClaimsFinder {
  const toldOf = versionsBy(
    touches,
    ({ key }) => key,
    ({ id }) => id,
    ({ on }) => on,
  )
  const found = new Map<readonly Touch[], Map<string, Claims>>()
  const told = (unit: Unit): Versions<Touch> | undefined => {
    const key = textOf(unit, kind.touches.by)
    return key === undefined ? undefined : toldOf(key)
  }
  return {
    concerns: (unit) => holds(kind.where, unit),
    on: (unit, known) => {
      const all = told(unit)?.knownBy(known)
      if (all === undefined) return nobody
      const { on, order = '' } = unit.head
      const sales = found.get(all) ?? new Map<string, Claims>()
      found.set(all, sales)
      const claims = sales.get(`${on} ${order}`) ?? touchClaims(kind, all, unit.head)
      sales.set(`${on} ${order}`, claims)
      return claims
    },
    nextNews: (unit, after) => nextAfter(told(unit)?.late ?? [], after),
  }
}

/** The same, and where nobody has a claim a house account has it. */
export function orHouse(finder: ClaimsFinder, house: string): ClaimsFinder {
  const claims = allOf(house)
  return {
    ...finder,
    on: (unit, known) => {
      const found = finder.on(unit, known)
      return found.claims.length === 0 ? claims : found
    },
  }
}

import { addDays } from '../../calendar/index.js'
import type { Crediting, CreditRule } from '../../credit/index.js'
import { amountMeasures, isReserved } from '../../credit/names.js'
import { isName } from '../../problem/index.js'
import { decimal } from '../../quantity/index.js'
import { change } from './change.js'
import type { OldRule, OldVersionOf } from './old-book-schema.js'
import { type Migrating, ofKind } from './writer.js'

type Plan = OldVersionOf<'plan'>['terms']

/** What a book credits by, and which table of credits a plan measures. */
export interface MigratedCrediting {
  readonly crediting: Readonly<Record<string, Crediting>>
  readonly tableOf: (plan: Plan) => string
  /** Figures of events that plans measure. */
  readonly figures: ReadonlySet<string>
}

/** The table of credits whose refunds count on the day of the deal, and that of those on their own. */
const [dealTable, ownTable] = ['credits', 'credits_own']

/**
 * Who is credited: of all crediting policies together, kind by kind. Where plans differ in where refunds
 * count there are two tables of the same credits.
 */
export function creditingOf(migrating: Migrating): MigratedCrediting {
  const { book, changes } = migrating
  const plans = ofKind(book, 'plan').flatMap(({ policy }) =>
    policy.versions.map(({ terms }) => terms),
  )
  const own = plans.some((plan) => plan.refunds === 'own-period')
  const deal = plans.some((plan) => plan.refunds !== 'own-period')
  if (own && deal)
    changes.push(change('two-tables', 'policies', { deal: dealTable, own: ownTable }))
  const figures = figuresOf(plans)
  const credits = kindsOf(migrating)
  const common: Crediting = {
    currency: book.currency,
    credits,
    ...(figures.size > 0 && { figures: Object.fromEntries(figures) }),
    belowZero: 'list',
  }
  const none = Object.keys(credits).length === 0
  return {
    figures: new Set(figures.keys()),
    tableOf: ({ refunds }) => (own && deal && refunds === 'own-period' ? ownTable : dealTable),
    crediting: none
      ? {}
      : {
          [dealTable]: { ...common, ...(own && !deal && { takeBacks: 'own' }) },
          ...(own && deal && { [ownTable]: { ...common, takeBacks: 'own' } }),
        },
  }
}

/** Figures that plans measure, and their units. */
function figuresOf(
  plans: readonly Plan[],
): ReadonlyMap<string, NonNullable<Crediting['figures']>[string]> {
  const measures = plans.flatMap(({ measure, linked = [], currency }) =>
    [measure, ...linked].map((each) => ({ ...each, currency })),
  )
  return new Map(
    measures
      .filter(({ sum }) => !(amountMeasures as readonly string[]).includes(sum))
      .map(({ sum, unit, currency }) => [
        sum,
        { unit: unit === 'count' ? 'count' : `money:${currency}`, sign: 'any' } as const,
      ]),
  )
}

/** A rule of 0.1 with the days of its version. */
interface DatedRule {
  readonly rule: OldRule
  readonly from?: string | undefined
  readonly to?: string | undefined
}

function kindsOf({ book, changes }: Migrating): Crediting['credits'] {
  const kinds = new Map<string, DatedRule[]>()
  for (const { policy } of ofKind(book, 'crediting'))
    for (const [i, { from, to, terms }] of policy.versions.entries()) {
      const next = policy.versions[i + 1]
      const last = to ?? (next && addDays(next.from, -1))
      for (const rule of terms) {
        const days = { from: later(rule.from, from), to: earlier(rule.to, last) }
        kinds.set(rule.credit, [...(kinds.get(rule.credit) ?? []), { rule, ...days }])
      }
    }
  return Object.fromEntries(
    [...kinds].map(([credit, rules]) => {
      const path = 'policies'
      if (rules.some((rule, i) => rules.slice(0, i).some((before) => mayMatch(before, rule))))
        changes.push(change('rules-in-order', path, { credit }))
      const refused = rules.every(
        ({ rule }) => rule.unowned === 'refuse' && rule.where === undefined,
      )
      if (!refused && rules.some(({ rule }) => rule.unowned === 'refuse'))
        changes.push(change('unowned-listed', path, { credit }))
      const any = rules.some(({ rule }) => rule.shares === 'any')
      return [
        credit,
        {
          unowned: refused && rules.length === 1 ? 'refuse' : 'list',
          ...(any && { shares: 'any' as const }),
          rules: rules.map(ruleOf),
        },
      ] as const
    }),
  )
}

function ruleOf({ rule: { by, owners, where, clause }, from, to }: DatedRule): CreditRule {
  return {
    ...(where !== undefined && {
      where: Object.fromEntries(
        Object.entries(where).map(([name, value]) => [attributeName(name), [value]]),
      ),
    }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    by: attributeName(by),
    owners: Object.entries(owners).flatMap(([of, shares]) =>
      shares
        .filter(({ share }) => !decimal(share).isZero())
        .map(({ person, share }) => ({ of, person, share })),
    ),
    ...(clause !== undefined && { clause }),
  }
}

/** Whether one deal may match two rules: their days meet, and no attribute must differ. */
function mayMatch(one: DatedRule, other: DatedRule): boolean {
  const apart =
    (one.to !== undefined && other.from !== undefined && one.to < other.from) ||
    (other.to !== undefined && one.from !== undefined && other.to < one.from)
  const where = other.rule.where ?? {}
  return (
    !apart &&
    Object.entries(one.rule.where ?? {}).every(([name, value]) => (where[name] ?? value) === value)
  )
}

/** An attribute of an event as credits may call it. */
export function attributeName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9_.-]/g, '_').slice(0, 60)
  return isName(plain) && !isReserved(plain) ? plain : `of_${plain.replaceAll('.', '_')}`
}

function later(a: string | undefined, b: string): string {
  return a === undefined || b > a ? b : a
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

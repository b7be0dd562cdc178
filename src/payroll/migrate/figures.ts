import { askingFor } from '../../commission/comparisons.js'
import type { Asked } from '../../commission/conditions-schema.js'
import { asksOf } from '../../commission/plan-asks.js'
import { kpiScale } from '../../commission/plan-inputs.js'
import { allKpis } from '../../kpi/schema.js'
import { type Change, change } from './change.js'
import { type Names, names } from './naming.js'
import type { OldBook, OldVersionOf } from './old-book-schema.js'
import { ofKind } from './writer.js'

type Plan = OldVersionOf<'plan'>['terms']
type Card = OldVersionOf<'scorecard'>['terms']

/** How plans and scorecards call the figures that they read: each name is read in one unit, and with as many places. */
export interface Figures {
  /** Names that are taken. */
  readonly names: Names
  /** Further names of figures that are read in several units. */
  readonly copies: ReadonlyMap<string, readonly string[]>
  readonly plan: (plan: Plan) => Plan
  readonly card: (card: Card) => Card
}

/** A figure, as one policy reads it. */
interface Reading {
  readonly figure: string
  readonly unit: string
  readonly scale: number
}

/** Of 0.1 each policy read a figure as it liked: by another unit it is now read under another name. */
export function figuresOf(book: OldBook, changes: Change[]): Figures {
  const readings = [
    ...ofKind(book, 'plan').flatMap(({ policy }) =>
      policy.versions.flatMap(({ terms }) => readByPlan(terms)),
    ),
    ...ofKind(book, 'scorecard').flatMap(({ policy }) =>
      policy.versions.flatMap(({ terms }) =>
        allKpis(terms).map(([{ kpi: figure, unit, scale }]) => ({ figure, unit, scale })),
      ),
    ),
  ]
  const taken = names(readings.map(({ figure }) => figure))
  const called = new Map<string, string>()
  const copies = new Map<string, string[]>()
  const scales = new Map<string, Set<number>>()
  for (const { figure, unit, scale } of readings) {
    const key = JSON.stringify([figure, unit])
    const first = !readings.some(
      (each) => each.figure === figure && called.has(JSON.stringify([figure, each.unit])),
    )
    if (!called.has(key)) {
      const name = first
        ? figure
        : taken.claim(`${figure}_${plain(unit)}`, `${figure}_${plain(unit)}`)
      called.set(key, name)
      if (!first) {
        copies.set(figure, [...(copies.get(figure) ?? []), name])
        changes.push(change('other-unit', 'policies', { figure, unit, name }))
      }
    }
    const name = called.get(key) as string
    scales.set(name, (scales.get(name) ?? new Set()).add(scale))
  }
  for (const [kpi, own] of scales)
    if (own.size > 1)
      changes.push(change('finer-scale', 'policies', { kpi, scale: Math.max(...own) }))
  const nameOf = (figure: string, unit: string) =>
    called.get(JSON.stringify([figure, unit])) as string
  return {
    names: taken,
    copies,
    plan: (plan) => renamedPlan(plan, nameOf),
    card: (card) =>
      renamedCard(card, ({ figure, unit }) => {
        const name = nameOf(figure, unit)
        return { name, scale: Math.max(...(scales.get(name) as ReadonlySet<number>)) }
      }),
  }
}

function plain(unit: string): string {
  return unit.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase()
}

function quotaUnit({ currency }: Plan, { unit }: { readonly unit?: string | undefined }): string {
  return unit === 'count' ? 'count' : `money:${currency}`
}

/** The measure that a condition reads, where it reads one. */
function measureOf({ measure, linked = [] }: Plan, name: string) {
  return [measure, ...linked].find(({ as, sum }) => (as ?? sum) === name)
}

function readByPlan(plan: Plan): readonly Reading[] {
  const { quota, tiers, measure } = plan
  const kpi = (figure: string) => ({ figure, unit: 'ratio', scale: kpiScale })
  const amount = (figure: string, of: { readonly unit?: string | undefined }) => ({
    figure,
    unit: quotaUnit(plan, of),
    scale: kpiScale,
  })
  return [
    ...(quota === undefined ? [] : [amount(quota, measure)]),
    ...(tiers.kind === 'grid' ? [kpi(tiers.kpi)] : []),
    ...asksOf(plan).flatMap(({ asked: { kpi: name, of } }) => {
      const measured = measureOf(plan, name)
      if (measured === undefined) return [kpi(name)]
      return of === undefined || measureOf(plan, of) !== undefined ? [] : [amount(of, measured)]
    }),
  ]
}

type NameOf = (figure: string, unit: string) => string

function renamedPlan(plan: Plan, nameOf: NameOf): Plan {
  const { quota, tiers, gate, accelerator, kickers, measure } = plan
  const asked = (own: Asked): Asked => {
    const measured = measureOf(plan, own.kpi)
    if (measured === undefined) {
      const kpi = nameOf(own.kpi, 'ratio')
      return kpi === own.kpi ? own : { ...own, kpi, kpiLabel: own.kpiLabel ?? own.kpi }
    }
    return own.of === undefined || measureOf(plan, own.of) !== undefined
      ? own
      : { ...own, of: nameOf(own.of, quotaUnit(plan, measured)) }
  }
  return {
    ...plan,
    ...(quota !== undefined && { quota: nameOf(quota, quotaUnit(plan, measure)) }),
    ...(tiers.kind === 'grid' && { tiers: { ...tiers, kpi: nameOf(tiers.kpi, 'ratio') } }),
    ...(gate !== undefined && { gate: askingFor(gate, asked) }),
    ...(accelerator?.when !== undefined && {
      accelerator: { ...accelerator, when: askingFor(accelerator.when, asked) },
    }),
    ...(kickers !== undefined && { kickers: kickers.map((kicker) => askingFor(kicker, asked)) }),
  }
}

type Members = Pick<Card, 'kpis' | 'groups'>
type Called = (reading: { readonly figure: string; readonly unit: string }) => {
  readonly name: string
  readonly scale: number
}

function renamedCard<Own extends Members>(card: Own, called: Called): Own {
  const { kpis, groups } = card
  return {
    ...card,
    ...(kpis !== undefined && {
      kpis: kpis.map((own) => {
        const { name: kpi, scale } = called({ figure: own.kpi, unit: own.unit })
        return { ...own, kpi, scale, ...(kpi !== own.kpi && { label: own.label ?? own.kpi }) }
      }),
    }),
    ...(groups !== undefined && { groups: groups.map((own) => renamedCard(own, called)) }),
  }
}

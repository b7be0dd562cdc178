import { constant, type Expression, type NodeOf, named, subtract } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import {
  amount,
  attribute,
  type Each,
  figure,
  type Over,
  records,
  type Since,
  type Source,
  type Where,
  type Writing,
} from '../pay/index.js'
import { canonicalJson, type Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { byDeal, measuresOfDeal } from './by-deal.js'
import { ownsOf } from './owns.js'
import type { Plan } from './plan.js'
import { type Measure, measureName, measuresOf, otherCategory, unitOf } from './plan-inputs.js'
import type { PlanPolicy } from './plan-shape-schema.js'
import { sinceOf } from './spans.js'

/** What the components of a plan are written for, beside what those of every policy are. */
export interface PlanWriting extends Writing {
  /** The table of credits that `creditDeals` makes: `credits` unless said. It decides where refunds count. */
  readonly table?: string | undefined
  /** The places to which it divides: those of the minor unit and four more unless said. */
  readonly places?: number | undefined
  /** Where figures that the plan reads come from instead, such as a quota that is a component. */
  readonly reads?: Readonly<Record<string, Source>> | undefined
  /** What is sold beyond a part of the quota counts in the next period. */
  readonly carry?: Carry | undefined
}

/** What is sold beyond a part of the quota counts in the next period. */
export interface Carry {
  /** The part of the quota: `1` is all of it. Above zero, with at most four decimal places. */
  readonly beyond: string
}

/** A plan, and how it reads the credits. */
export interface Reader {
  readonly plan: Plan
  readonly id: string
  readonly table: string
  readonly places: number
  readonly retro: number | undefined
  readonly carry?: Carry | undefined
}

/** What the component says that pays. */
export function dueBy({ retro }: Reader) {
  return { pays: 'due', ...(retro !== undefined && { retro }) } as const
}

/** Up to the end of a row of records, or up to just before it. */
export type Through = 'row' | 'before'

/** How far a row of records reaches: of all records in the period, or of all of its own deal. */
export interface Reach {
  readonly through: Through
  readonly same?: readonly ['deal']
}

/** Which records a measure sums. */
export function whereOf({ where = {} }: Pick<Measure, 'where'>): Where {
  const { credit, attributes = {} } = where
  return { ...(credit !== undefined && { credit: [credit] }), ...attributes }
}

/** The records that bring something: those that the measure sums; of deals also those that their tiers read. */
export function eachOf({ plan: { policy }, table }: Reader): Exclude<Each, 'stretch'> {
  const read = byDeal(policy) === undefined ? [policy.measure] : measuresOfDeal(policy)
  const wheres = new Set(read.map(({ where }) => canonicalJson(where ?? {})))
  return { record: table, ...(wheres.size === 1 && askedBy(whereOf(policy.measure))) }
}

/** The records that a measure sums, in a source or an `each`. */
export function askedBy(where: Where): { readonly where?: Where } {
  return Object.keys(where).length > 0 ? { where } : {}
}

/** How a sum of credits is called, and of which it is. */
interface Summed {
  readonly input: string
  readonly label: Label | undefined
  readonly where?: Where
  readonly over?: Over | undefined
  readonly same?: readonly string[] | undefined
}

/** A sum of credits: what a measure says, of the period unless said. */
export function sumOf(
  { plan: { policy }, table, places }: Reader,
  measure: Measure,
  { where = whereOf(measure), ...said }: Summed,
): NodeOf<'input'> {
  const of = { value: measure.sum, unit: unitOf(policy, measure), scale: places }
  return records(table, 'sum', { ...of, ...askedBy(where), ...said })
}

/**
 * A formula of the plan, its inputs read from the sheet: measures from the credits, what the plan works
 * out from its own components. On a row of records the measure reaches up to it, or to just before it,
 * and what conditions read beside it is that of the whole period; on a row of a deal both are the deal's.
 * All else is figures.
 */
export function readFrom(reader: Reader, expression: Expression, reach?: Reach): Expression {
  const { policy } = reader.plan
  const { measure, tiers } = policy
  const measures = new Map(measuresOf(policy).map((each) => [measureName(each), each]))
  const main = measureName(measure)
  const attributes = new Set(
    ownsOf(policy).flatMap(({ own }) => ('attribute' in own ? [own.attribute] : [])),
  )
  return withInputs(expression, (input) => {
    const { name, label } = input
    if (name === dealsInput && byDeal(policy) !== undefined) return dealsOf(reader, label)
    if (name === toDateInput && policy.yearCap !== undefined) return earnedToDate(reader, label)
    if (tiers.kind === 'category' && name.startsWith(`${main}.`))
      return ofCategory(reader, tiers, name.slice(main.length + 1), reach)
    const read = measures.get(name)
    if (read === undefined) return attributes.has(name) ? attributeOf(input) : figureOf(input)
    if (name === main && reader.carry !== undefined) return countedOf(reader, input)
    if (name === main) return ofMeasure(reader, { input: name, label }, reach)
    if (reach?.same !== undefined) return ofDeal(reader, read, { input: name, label }, reach)
    return reach === undefined
      ? sumOf(reader, read, { input: name, label, over: spanOf(read) })
      : amount(partName(reader, linkedPart(name)), unitOf(policy, read), reader.places, { label })
  })
}

/** The input of what deals earn together, each by itself. */
export const dealsInput = 'deals'
/** The input of what was earned in the earlier periods of the year. */
export const toDateInput = 'earned_to_date'

/** An amount of the plan's own component of that part. */
export function amountPart(
  reader: Reader,
  part: string,
  saying: Parameters<typeof amount>[3] = {},
): NodeOf<'input'> {
  const { currency } = reader.plan.policy
  return amount(partName(reader, part), money(currency), minorUnits(currency), saying)
}

/** The component that works out a part of the plan. */
export function partName({ id }: Pick<Reader, 'id'>, part: string): string {
  return `${id}.${part}`
}

/** The part of a measure beside the plan's own, which may be called as another part is. */
export function linkedPart(name: string): string {
  return `linked.${name}`
}

/** The component of what the plan earns: with a holdback another than that of what it pays. */
export function earnedName({ plan, id }: Pick<Reader, 'plan' | 'id'>): string {
  return plan.policy.holdback === undefined ? id : partName({ id }, 'earned')
}

/** What the plan earned in the earlier periods of the year, or of another span. */
export function earnedToDate(
  reader: Reader,
  label: Label | undefined,
  since: Since = 'year',
): NodeOf<'input'> {
  const { currency } = reader.plan.policy
  return amount(earnedName(reader), money(currency), minorUnits(currency), {
    over: { since, through: 'before' },
    input: toDateInput,
    label,
  })
}

/** What deals earn, each by itself, in the period or in the year to date. */
function dealsOf(reader: Reader, label: Label | undefined): NodeOf<'input'> {
  const over = spanOf({ span: reader.plan.policy.measuring })
  return amountPart(reader, dealsInput, { over, input: dealsInput, label })
}

/** The window of a measure on the row of a period. */
export function spanOf({ span }: Pick<Measure, 'span'>): Over | undefined {
  if (typeof span === 'object' && 'last' in span) return { last: span.last }
  const since = sinceOf(span)
  return since === undefined ? undefined : { since }
}

/** What counts of the measure, where what is beyond is carried on. */
function countedOf(reader: Reader, { name, unit, label }: NodeOf<'input'>): NodeOf<'input'> {
  return amount(partName(reader, 'counted'), unit, reader.places, { input: name, label })
}

type Saying = Pick<Summed, 'input' | 'label' | 'where'>

/** The plan's measure: of the period or the year to date, as far as the row reaches. */
function ofMeasure(
  reader: Reader,
  { input, ...saying }: Saying,
  reach: Reach | undefined,
): NodeOf<'input'> {
  const [measure] = measuresOf(reader.plan.policy) as [Measure]
  const since = sinceOf(reader.plan.policy.measuring)
  if (reach === undefined)
    return sumOf(reader, measure, { input, over: since && { since }, ...saying })
  const { through, same } = reach
  if (same !== undefined) return ofDeal(reader, measure, { input, ...saying }, reach)
  return sumOf(reader, measure, {
    input: `${input}.${through}`,
    over: since === undefined ? { last: 1, through } : { since, through },
    ...saying,
  })
}

/** What is measured of a deal in its life so far. */
function ofDeal(
  reader: Reader,
  measure: Measure,
  { input, ...saying }: Saying,
  { through, same }: Reach,
): NodeOf<'input'> {
  const over = { since: 'ever', through } as const
  return sumOf(reader, measure, { input: `${input}.${through}`, same, over, ...saying })
}

type Categories = Extract<PlanPolicy['tiers'], { readonly kind: 'category' }>

/** What is measured of a category; of all others, what is left of the whole. */
function ofCategory(
  reader: Reader,
  { by, rates }: Categories,
  category: string,
  reach: Reach | undefined,
): Expression {
  const { policy } = reader.plan
  const { measure } = policy
  const name = measureName(measure)
  const where = whereOf(measure)
  const within = where[by] as readonly string[] | undefined
  const of = (each: string) =>
    within === undefined || within.includes(each)
      ? ofMeasure(
          reader,
          { input: `${name}.${each}`, label: each, where: { ...where, [by]: [each] } },
          reach,
        )
      : named(each, constant('0', unitOf(policy, measure)))
  if (Object.hasOwn(rates, category)) return of(category)
  const all = ofMeasure(reader, { input: name, label: measure.label }, reach)
  return named(
    otherCategory,
    Object.keys(rates).reduce<Expression>((left, each) => subtract(left, of(each)), all),
  )
}

/** What holds of each person on the last day of the period. */
function attributeOf({ name, unit, scale, label }: NodeOf<'input'>): NodeOf<'input'> {
  return attribute(name, unit, scale, { label })
}

/** What is given for each person: a quota or a KPI, by its name. */
function figureOf({ name, unit, scale, label, above }: NodeOf<'input'>): NodeOf<'input'> {
  const read = figure(name, unit, scale, { label })
  return above === undefined ? read : Object.assign(read, { above })
}

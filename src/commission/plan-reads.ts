import { constant, type Expression, type NodeOf, named, subtract } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import {
  amount,
  attribute,
  figure,
  type Over,
  records,
  type Since,
  type Source,
  type Where,
  type Writing,
} from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money } from '../quantity/index.js'
import { otherCategory } from './category-tiers.js'
import { ownsOf } from './own-uses.js'
import type { Plan } from './plan.js'
import { type Measure, measureName, measuresOf, unitOf } from './plan-inputs.js'
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
  /** What the book calls the rhythm of the plan: by the kind of its period, such as `month`, unless said. */
  readonly rhythm?: string | undefined
}

/** A plan, and how it reads the credits. */
export interface Reader {
  readonly plan: Plan
  readonly id: string
  readonly table: string
  readonly places: number
  readonly retro: number | undefined
}

/** What the component says that pays. */
export function dueBy({ retro }: Reader) {
  return { pays: 'due', ...(retro !== undefined && { retro }) } as const
}

/** Up to the end of a row of records, or up to just before it. */
export type Through = 'row' | 'before'

/** Which records a measure sums. */
export function whereOf({ where = {} }: Pick<Measure, 'where'>): Where {
  const { credit, attributes = {} } = where
  return { ...(credit !== undefined && { credit: [credit] }), ...attributes }
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
  readonly same?: readonly string[]
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
 * and what conditions read beside it is that of the whole period. All else is figures.
 */
export function readFrom(reader: Reader, expression: Expression, through?: Through): Expression {
  const { policy } = reader.plan
  const { measure, tiers } = policy
  const measures = new Map(measuresOf(policy).map((each) => [measureName(each), each]))
  const main = measureName(measure)
  const attributes = new Set(
    ownsOf(policy).flatMap(({ own }) => ('attribute' in own ? [own.attribute] : [])),
  )
  return withInputs(expression, (input) => {
    const { name, label } = input
    if (name === dealsInput && policy.dealCap !== undefined) return dealsOf(reader, label)
    if (name === toDateInput && policy.yearCap !== undefined) return earnedToDate(reader, label)
    if (tiers.kind === 'category' && name.startsWith(`${main}.`))
      return ofCategory(reader, tiers, name.slice(main.length + 1), through)
    const read = measures.get(name)
    if (read === undefined) return attributes.has(name) ? attributeOf(input) : figureOf(input)
    if (name === main) return ofMeasure(reader, { input: name, label }, through)
    return through === undefined
      ? sumOf(reader, read, { input: name, label, over: spanOf(read) })
      : amount(partName(reader, linkedPart(name)), unitOf(policy, read), reader.places, { label })
  })
}

/** The input of what capped deals earn together. */
export const dealsInput = 'deals'
/** The input of what was earned in the earlier periods of the year. */
export const toDateInput = 'earned_to_date'

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

/** What deals earn, each up to its cap, in the period or in the year to date. */
function dealsOf(reader: Reader, label: Label | undefined): NodeOf<'input'> {
  const { currency, measuring } = reader.plan.policy
  return amount(partName(reader, dealsInput), money(currency), minorUnits(currency), {
    over: spanOf({ span: measuring }),
    input: dealsInput,
    label,
  })
}

/** The window of a measure on the row of a period. */
export function spanOf({ span }: Pick<Measure, 'span'>): Over | undefined {
  if (typeof span === 'object' && 'last' in span) return { last: span.last }
  const since = sinceOf(span)
  return since === undefined ? undefined : { since }
}

type Saying = Pick<Summed, 'input' | 'label' | 'where'>

/** The plan's measure: of the period or the year to date, as far as the row reaches. */
function ofMeasure(
  reader: Reader,
  { input, ...saying }: Saying,
  through: Through | undefined,
): NodeOf<'input'> {
  const [measure] = measuresOf(reader.plan.policy) as [Measure]
  const since = sinceOf(reader.plan.policy.measuring)
  if (through === undefined)
    return sumOf(reader, measure, { input, over: since && { since }, ...saying })
  return sumOf(reader, measure, {
    input: `${input}.${through}`,
    over: since === undefined ? { last: 1, through } : { since, through },
    ...saying,
  })
}

type Categories = Extract<PlanPolicy['tiers'], { readonly kind: 'category' }>

/** What is measured of a category; of all others, what is left of the whole. */
function ofCategory(
  reader: Reader,
  { by, rates }: Categories,
  category: string,
  through: Through | undefined,
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
          through,
        )
      : named(each, constant('0', unitOf(policy, measure)))
  if (Object.hasOwn(rates, category)) return of(category)
  const all = ofMeasure(reader, { input: name, label: measure.label }, through)
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

import { add, constant, type Expression, minimum, multiply, named, step } from '../formula/index.js'
import { attribute, matching, service } from '../pay/index.js'
import type { Label } from '../problem/index.js'
import { type Currency, decimal, minorUnits, money, type Unit } from '../quantity/index.js'

/**
 * A number as terms state it: the same for everybody; an attribute of the person, their post, their group or
 * the company; the one that stands for what an attribute says (a city, a grade, a contract), `otherwise` for
 * all that is not listed; by bands of the full years or months since a date of the person, `hired` unless
 * said; or so much for each of them, `most` at most. An attribute below zero withholds what reads it.
 */
export type Stated =
  | string
  | {
      readonly attribute: string
      readonly values?: Readonly<Record<string, string>> | undefined
      readonly otherwise?: string | undefined
    }
  | { readonly years: readonly ServiceStep[]; readonly since?: string | undefined }
  | { readonly months: readonly ServiceStep[]; readonly since?: string | undefined }
  | ({ readonly perYear: string } & Growing)
  | ({ readonly perMonth: string } & Growing)

/** What holds from so many years or months on, those of the bound as well, or with `exclusive` after them. */
export interface ServiceStep {
  readonly from?: string | undefined
  readonly exclusive?: boolean | undefined
  readonly value: string
}

interface Growing {
  readonly most?: string | undefined
  readonly since?: string | undefined
}

const servedLabels = {
  years: { en: 'Full years of service', 'zh-CN': '服务满年数' },
  months: { en: 'Full months of service', 'zh-CN': '服务满月数' },
} as const

/** A stated number as a formula that knows its sources, under a label. */
export function stated(
  value: Stated,
  { unit, scale, label }: { readonly unit: Unit; readonly scale: number; readonly label: Label },
): Expression {
  const number = (text: string) => constant(written(text, scale), unit)
  if (typeof value === 'string') return named(label, number(value))
  if ('attribute' in value) {
    const { attribute: name, values, otherwise } = value
    if (values === undefined) return attribute(name, unit, scale, { label, least: '0' })
    const cases = Object.entries(values).map(([text, each]) => [text, number(each)] as const)
    const other = otherwise === undefined ? undefined : number(otherwise)
    return named(label, matching(attribute(name), Object.fromEntries(cases), other))
  }
  const banded = (count: 'years' | 'months', bands: readonly ServiceStep[]) =>
    step(
      served(count, value),
      bands.map((band) => ({ ...band, value: written(band.value, scale) })),
      unit,
    )
  if ('years' in value) return named(label, banded('years', value.years))
  if ('months' in value) return named(label, banded('months', value.months))
  const [count, each] =
    'perYear' in value ? (['years', value.perYear] as const) : (['months', value.perMonth] as const)
  const grown = multiply(served(count, value), number(each))
  const { most } = value
  return named(label, most === undefined ? grown : minimum(grown, number(most)))
}

/** A number with so many places at least: 300 is paid as 300.00. */
function written(text: string, places: number): string {
  const number = decimal(text)
  return number.toFixed(Math.max(places, number.decimalPlaces()))
}

function served(
  count: 'years' | 'months',
  { since = 'hired' }: Pick<Growing, 'since'>,
): Expression {
  return service(count, since, { unit: 'count', label: servedLabels[count] })
}

/** An amount of money as terms state it; several are added. */
export function statedMoney(
  value: Stated | readonly Stated[],
  currency: Currency,
  label: Label,
): Expression {
  const as = { unit: money(currency), scale: minorUnits(currency), label }
  if (!isList(value)) return stated(value, as)
  // Attributes are told by their own names where they are added up.
  const each = value.map((one) =>
    typeof one === 'object' && 'attribute' in one && one.values === undefined
      ? attribute(one.attribute, as.unit, as.scale, { least: '0' })
      : stated(one, as),
  )
  return named(label, add(...each))
}

function isList(value: Stated | readonly Stated[]): value is readonly Stated[] {
  return Array.isArray(value)
}
